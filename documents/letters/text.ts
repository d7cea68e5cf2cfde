/** The text of a letter, prepared from confirmed facts for a person to edit. */
import { en, enFrame } from './texts/en';
import { kk, kkFrame } from './texts/kk';
import type { LetterFacts } from './texts/parts';
import { ru, ruFrame } from './texts/ru';

const writers = { kk, ru, en };
const frames = { kk: kkFrame, ru: ruFrame, en: enFrame };

/**
 * The whole text, paragraphs parted by an empty line; what a person has to write stands as `____`. A certificate is a sentence alone:
 * its sheet states the facts by themselves.
 */
export function preparedText(facts: LetterFacts): string {
  const paragraphs = writers[facts.language][facts.kind](facts).filter(Boolean);
  const whole =
    facts.kind === 'certificate' ? paragraphs : frames[facts.language](facts.addressee?.name ?? '', paragraphs);
  return whole.join('\n\n');
}
