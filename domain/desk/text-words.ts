/** Words of the full text: what of a text is kept, what a question asks for, and how a find is shown. Pure. */
import { fold } from '../names';

/** A longer run of letters is no word of ours. */
const longest = 40;
/** So short a word is asked for as it stands; a longer one as the beginning of any word. */
const shortest = 3;
/** Words of a question that count. */
const mostWords = 12;

const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean);

/**
 * Every word once, folded. Of names every ending of three letters or more is kept, too, so that any part of a name finds: its
 * beginning is what clerks misheard most.
 */
export function indexedWords(names: readonly string[], texts: readonly string[]): string {
  const words = new Set<string>();
  for (const text of texts) for (const word of wordsOf(text)) if (word.length <= longest) words.add(word);
  for (const name of names)
    for (const word of wordsOf(name).filter((one) => one.length <= longest))
      for (let at = 0; at === 0 || word.length - at >= shortest; at++) words.add(word.slice(at));
  return [...words].join(' ');
}

/** One word of a question. `whole`: digits and short words; others ask for every word that begins so. */
export type Asked = { word: string; whole: boolean };

/** The words of a question; none when it holds no letter and no digit. */
export function askedWords(text: string): Asked[] {
  return [...new Set(wordsOf(text))]
    .slice(0, mostWords)
    .map((word) => ({ word: word.slice(0, longest), whole: word.length < shortest || /^\d+$/.test(word) }));
}

/** The question for FTS5: folded words hold letters and digits only, so that nothing of its language can be typed. */
export const matchOf = (asked: readonly Asked[]): string =>
  asked.map(({ word, whole }) => (whole ? `"${word}"` : `"${word}"*`)).join(' AND ');

const fits = ({ word, whole }: Asked, other: string) => (whole ? other === word : other.startsWith(word));

/** How many of the words asked for stand in these. */
export function howMany(asked: readonly Asked[], words: readonly string[]): number {
  return asked.filter((one) => words.some((word) => fits(one, word))).length;
}

export const isFoundIn = (asked: readonly Asked[], words: string): boolean =>
  howMany(asked, words.split(' ')) === asked.length;

/** Pieces of a text in order, each with its place among them; `hit` is what was asked for. */
export type Piece = { at: number; text: string; hit: boolean };

/** Characters shown around the first find. */
const around = { before: 60, after: 140 };

/** A stretch of the text about its first find, whole words, with every find in it marked; null when nothing in it was asked for. */
export function snippet(asked: readonly Asked[], written: string): Piece[] | null {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  const hits = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => asked.some((one) => fits(one, fold(word))));
  const first = hits[0];
  if (!first) return null;
  const from = Math.min(first.index, wordStart(text, Math.max(0, first.index - around.before)));
  const to = Math.max(first.index + first[0].length, wordEnd(text, Math.min(text.length, first.index + around.after)));
  const pieces: Piece[] = [];
  const put = (piece: string, hit: boolean) => piece && pieces.push({ at: pieces.length, text: piece, hit });
  let at = from;
  for (const hit of hits.filter((one) => one.index + one[0].length <= to)) {
    put((at === from && from > 0 ? '… ' : '') + text.slice(at, hit.index), false);
    put(hit[0], true);
    at = hit.index + hit[0].length;
  }
  put(text.slice(at, to) + (to < text.length ? ' …' : ''), false);
  return pieces;
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return at === 0 || space < 0 ? 0 : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return at === text.length || space < 0 ? text.length : space;
}
