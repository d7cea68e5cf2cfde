/** Tells the names of a typed line from its places. Pure. */
import type { Gazetteer } from '../places/gazetteer';
import { placeWord } from '../places/words';
import { endsAsPatronymic, isChildWord } from './patronymic-words';

type Word = { text: string; parted: boolean; is: 'name' | 'place' | null };

const mostWords = 30;
/** From here a place of the table bears just this name. */
const known = 0.95;
/** Words that belong to no name and to no place. */
const empty =
  /^(?:год|года|жыл\p{L}*|г\.?р|туған|туылған|рожд\p{L}*|род|born|р|ур|уроженец|ж|цамо|призван|шақырылған)\.?$/iu;

/** @returns the words of the name in their order, and the words of the place */
export function sortWords(text: string, gazetteer: Gazetteer): { names: string[]; places: string } {
  const words = wordsOf(text);
  markPlaces(words);
  for (let at = 0; at < words.length; at++) sort(words, at, gazetteer);
  return {
    names: words.filter(({ is }) => is === 'name').map((word) => word.text),
    places: placeText(words),
  };
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let parted = false;
  for (const [piece] of text.matchAll(/[,;\n]|[^\s,;]+/g)) {
    if (/^[,;\n]$/.test(piece)) {
      parted = words.length > 0;
      continue;
    }
    const word = cleaned(piece);
    if (word === '' || empty.test(word)) continue;
    words.push({ text: word, parted, is: null });
    parted = false;
    if (words.length === mostWords) break;
  }
  return words;
}

/** Without what stands around a word and is neither letter nor a sign that something is missing. */
function cleaned(piece: string): string {
  const bare = piece
    .replace(/[^\p{L}\p{M}\p{N}.…*_?'’ʼ`/-]+/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .slice(0, 64);
  if (!/\p{L}/u.test(bare)) return '';
  return /^(?:\.{2,}|…|\*+|_+|-)/.test(bare) ? bare : bare.replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Words that say what a place is, and the word they speak of. */
function markPlaces(words: Word[]): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    const said = placeWord(word.text.toLowerCase().replace(/\.$/, ''));
    if (!said) continue;
    // «С.» is an initial, «с. Бегазы» a village: a lone letter must be small and must not stand where a name is expected.
    const isLetter = /^\p{L}\.?$/u.test(word.text);
    if (isLetter && (/^\p{Lu}/u.test(word.text) || (at < 2 && !word.parted))) continue;
    const before = words[at - 1];
    const after = words[at + 1];
    const takesBefore = said.side !== 'before' && before && !word.parted && before.is === null;
    if (!takesBefore && (!after || (said.side === 'after' && at === 0))) {
      if (at >= 2 || word.parted) word.is = 'place';
      continue;
    }
    word.is = 'place';
    if (takesBefore) before.is = 'place';
    else if (after) after.is = 'place';
  }
}

function sort(words: Word[], at: number, gazetteer: Gazetteer): void {
  const word = words[at];
  if (!word || word.is) return;
  const names = words.slice(0, at).filter(({ is }) => is === 'name');
  const last = names.at(-1);
  const parted = words.slice(last ? words.indexOf(last) + 1 : 0, at + 1).some((one) => one.parted);
  const isFathersName = endsAsPatronymic(word.text) || isChildWord(word.text);
  if (names.length < 2 && !(names.length > 0 && words.length > 2 && parted && isPlace(word.text, gazetteer)))
    word.is = 'name';
  else if (isFathersName && names.length < 4) word.is = 'name';
  else if (parted || names.length > 2 || isPlace(word.text, gazetteer)) word.is = 'place';
  else word.is = 'name';
}

const isPlace = (word: string, gazetteer: Gazetteer): boolean =>
  word.length > 2 && !word.endsWith('.') && (gazetteer.placeMatches(word)[0]?.score ?? 0) >= known;

/** Places as they stood, a comma where something stood between them. */
function placeText(words: readonly Word[]): string {
  let text = '';
  let before: Word | undefined;
  for (const word of words) {
    if (word.is === 'place') {
      const gap = text === '' ? '' : word.parted || before?.is !== 'place' ? ', ' : ' ';
      text += gap + word.text;
    }
    before = word;
  }
  return text;
}
