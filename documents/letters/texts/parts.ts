/** How the paragraphs of a prepared letter are put together in every language. */
import type { Fate } from '@/domain/cases/fates';
import type { LetterFacts } from '@/domain/correspondence/letter-facts';
import type { LetterKind } from '@/domain/correspondence/letter-kinds';
import { gap } from '@/domain/correspondence/letter-kinds';

export type { LetterFacts } from '@/domain/correspondence/letter-facts';

/** The paragraphs of each kind of letter; an empty one is left out. */
export type Writers = Readonly<Record<LetterKind, (facts: LetterFacts) => string[]>>;

/** Items under each other, each with a dash; '' without any. */
export const list = (items: readonly string[]): string => items.map((item) => `– ${item}`).join('\n');

/** A line that introduces items, and the items; '' without any. */
export const listed = (before: string, items: readonly string[]): string =>
  items.length > 0 ? `${before}\n${list(items)}` : '';

/** Lines of a label and what is known under it; what is not known is left out. */
export const known = (lines: readonly (readonly [label: string, value: string])[]): string =>
  lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n');

/** A sentence ends in one stop: abbreviations such as `г.` have theirs already. */
export const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

export const orGap = (text: string): string => text || gap;

export const fullNameOf = ({ soldier }: LetterFacts): string =>
  [soldier.surname, soldier.givenName, soldier.patronymic].filter((part) => part && part !== '?').join(' ') || gap;

/** Sources by what came of searching them. */
export const sourcesBy = ({ searched }: LetterFacts, outcome: LetterFacts['searched'][number]['outcome']): string[] =>
  searched.filter((one) => one.outcome === outcome).map(({ source }) => source);

export const notSearched = ({ searched }: LetterFacts): string[] =>
  searched.flatMap(({ source, outcome, reason }) =>
    outcome === 'impossible' ? [reason ? `${source} (${reason.replace(/\.$/, '')})` : source] : [],
  );

const deaths: readonly Fate[] = ['killed', 'died-of-wounds', 'died-of-illness', 'died-in-captivity', 'died'];

/** Whether he gave his life: then the letter bows to him. */
export const gaveLife = ({ stated }: LetterFacts): boolean => stated !== null && deaths.includes(stated.fate);
