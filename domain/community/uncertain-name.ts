/**
 * Names with letters nobody can read for certain, as medallions and things from the ground have them: `?` one letter, `[ае]` one of
 * these, `…` (or two dots and more) a torn part of any length. Pure.
 */
import { clerkForms } from '../matching/search/name-forms';
import { baseOf, type NamePart } from '../matching/sound/base';
import { signCost, signDistance } from '../matching/sound/distance';
import { soundsOf } from '../matching/sound/sound';

type Token = { is: 'letter'; letter: string } | { is: 'any' } | { is: 'one-of'; letters: string[] } | { is: 'gap' };

/**
 * Least likeness at which a pattern counts as fitting. Stricter than between two names read in full: what can be read of it was seen by
 * the eye, and much of it is open already.
 */
export const leastFit = 0.87;

/** Readings one pattern is spelled out in at most; beyond that a choice counts as a letter nobody can read. */
const mostReadings = 24;
/** Longer names say nothing more. */
const longest = 60;
/** What one letter tells at most, in bits; a choice among several tells less. */
const letterBits = 5;

const anySign = '?';
const gapSign = '~';

/** Whether a text has a mark of uncertainty in it. */
export const isUncertain = (written: string): boolean => /[?[\]…]|\.{2,}/.test(written);

/** What a pattern says, letter by letter; neighbouring gaps are one. A bracket that never closes is read as if it did at the end. */
export function readPattern(written: string): Token[] {
  const tokens: Token[] = [];
  const text = written.normalize('NFC').toLowerCase().slice(0, longest);
  for (const [sign, inside] of text.matchAll(/\[([^\]]*)\]?|…|\.{2,}|\?|[\p{L}\p{M}'’]/gu)) {
    if (inside !== undefined) tokens.push(...chosen([...new Set(inside.match(/\p{L}/gu) ?? [])]));
    else if (sign === '?') tokens.push({ is: 'any' });
    else if (/^[….]/.test(sign)) {
      if (tokens.at(-1)?.is !== 'gap') tokens.push({ is: 'gap' });
    } else tokens.push({ is: 'letter', letter: sign });
  }
  return tokens;
}

const chosen = (letters: string[]): Token[] => {
  const [only] = letters;
  if (letters.length === 0 || only === undefined) return [{ is: 'any' }];
  return letters.length === 1 ? [{ is: 'letter', letter: only }] : [{ is: 'one-of', letters }];
};

/** How many letters of a pattern are certain; a choice among `n` counts for part of one. */
export const certainLetters = (written: string): number =>
  readPattern(written).reduce((sum, token) => sum + certainty(token), 0);

const certainty = (token: Token): number => {
  if (token.is === 'letter') return 1;
  return token.is === 'one-of' ? Math.max(0, 1 - Math.log2(token.letters.length) / letterBits) : 0;
};

/**
 * The share of a name that its pattern tells, 0..1: certain letters of all its letters. Where a part is torn off, of as many as the
 * name held against it has. 1 for a name without marks.
 */
export function toldShare(written: string, name: string): number {
  const tokens = readPattern(written);
  const sure = tokens.reduce((sum, token) => sum + certainty(token), 0);
  const letters = tokens.filter(({ is }) => is !== 'gap').length;
  const all = tokens.some(({ is }) => is === 'gap') ? Math.max(letters + 1, lettersOf(name).length) : letters;
  return all === 0 ? 0 : Math.min(1, sure / all);
}

const lettersOf = (name: string): string[] => name.normalize('NFC').toLowerCase().match(/\p{L}/gu) ?? [];

export type Pattern = { tokens: Token[]; sounds: string[] };

/** A pattern made ready for `patternLikeness`, null when nothing of it can be read. */
export function patternOf(written: string, part: NamePart): Pattern | null {
  const tokens = readPattern(written);
  if (!tokens.some(({ is }) => is === 'letter' || is === 'one-of')) return null;
  const heard = spelledOut(tokens).flatMap(soundsOfReading);
  const sounds = new Set(heard.flatMap((sound) => [sound, baseOf(sound, part)]));
  return { tokens, sounds: [...sounds].filter((sound) => /[a-zA-Z]/.test(sound)) };
}

type Reading = Exclude<Token, { is: 'one-of' }>[];

function spelledOut(tokens: readonly Token[]): Reading[] {
  let readings: Reading[] = [[]];
  for (const token of tokens) {
    if (token.is !== 'one-of') readings = readings.map((reading) => [...reading, token]);
    else if (readings.length * token.letters.length > mostReadings)
      readings = readings.map((reading) => [...reading, { is: 'any' }]);
    else
      readings = readings.flatMap((reading) =>
        token.letters.map((letter): Reading => [...reading, { is: 'letter', letter }]),
      );
  }
  return readings;
}

/** Sounds of a reading, with signs for what is unknown. Every stretch of letters between them is heard by itself. */
function soundsOfReading(reading: Reading): string[] {
  const stretches: string[][] = [];
  let letters = '';
  const end = () => {
    if (letters) stretches.push(soundsOf(letters));
    letters = '';
  };
  for (const token of reading) {
    if (token.is === 'letter') letters += token.letter;
    else {
      end();
      stretches.push([token.is === 'any' ? anySign : gapSign]);
    }
  }
  end();
  const ways = Math.max(1, ...stretches.map((heard) => heard.length));
  return Array.from({ length: ways }, (_, way) => stretches.map((heard) => heard[way] ?? heard[0] ?? '').join(''));
}

/**
 * How alike a pattern and a name are: 1 the name fits it, 0 nothing in common. What the pattern leaves open never speaks against a
 * name. By letters first, in the spellings a Russian clerk may have used for it, then by sound.
 */
export function patternLikeness(pattern: Pattern, name: string, part: NamePart): number {
  const written = [name, ...clerkForms(name, part === 'given' ? 'givenName' : part)];
  if (written.some((form) => fitsLetters(pattern.tokens, lettersOf(form)))) return 1;
  let best = 0;
  for (const sound of soundsOf(name))
    for (const heard of new Set([sound, baseOf(sound, part)]))
      for (const asked of pattern.sounds) best = Math.max(best, soundLikeness(asked, heard));
  return best;
}

const plain = (letter: string): string => (letter === 'ё' ? 'е' : letter);

/** Whether these letters are what the pattern says: every position of the pattern that can be reached, letter after letter. */
function fitsLetters(tokens: readonly Token[], letters: readonly string[]): boolean {
  let reached = overGaps(tokens, new Set([0]));
  for (const letter of letters) {
    const next = new Set<number>();
    for (const at of reached) {
      const token = tokens[at];
      if (token?.is === 'gap') next.add(at);
      else if (token && admits(token, letter)) next.add(at + 1);
    }
    reached = overGaps(tokens, next);
    if (reached.size === 0) return false;
  }
  return reached.has(tokens.length);
}

function overGaps(tokens: readonly Token[], positions: Set<number>): Set<number> {
  for (const at of positions) if (tokens[at]?.is === 'gap') positions.add(at + 1);
  return positions;
}

function admits(token: Exclude<Token, { is: 'gap' }>, letter: string): boolean {
  if (token.is === 'any') return true;
  const asked = token.is === 'letter' ? [token.letter] : token.letters;
  return asked.some((one) => plain(one) === plain(letter));
}

/** An unread letter that is heard as nothing (ь), or as two signs (щ, ё) instead of one, in thousandths. */
const unreadAsNone = 150;
const unreadAsTwo = 150;

/** As `likeness` of two sounds, with signs for what is unknown in the first. */
function soundLikeness(pattern: string, heard: string): number {
  let above = firstRow(heard);
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    const row = [(above[0] ?? 0) + leavingOut(sign, pattern.charAt(at - 1))];
    for (let to = 1; to <= heard.length; to++) {
      const other = heard.charAt(to - 1);
      const across = (above[to - 1] ?? 0) + (isOpen(sign) ? 0 : signDistance(sign, other));
      const dropped = (above[to] ?? 0) + leavingOut(sign, pattern.charAt(at - 1));
      const added = (row[to - 1] ?? 0) + (sign === gapSign ? 0 : signCost(other, heard.charAt(to - 2)));
      const two = sign === anySign && to > 1 ? (above[to - 2] ?? 0) + unreadAsTwo : Number.POSITIVE_INFINITY;
      row.push(Math.min(across, dropped, added, two));
    }
    above = row;
  }
  const distance = above[heard.length] ?? 0;
  const told = weightOf(pattern);
  return Math.max(0, 1 - distance / Math.max(1000, /[?~]/.test(pattern) ? told : Math.max(told, weightOf(heard))));
}

const isOpen = (sign: string): boolean => sign === anySign || sign === gapSign;
const leavingOut = (sign: string, before: string): number =>
  sign === gapSign ? 0 : sign === anySign ? unreadAsNone : signCost(sign, before);

function firstRow(heard: string): number[] {
  const row = [0];
  for (let to = 1; to <= heard.length; to++)
    row.push((row[to - 1] ?? 0) + signCost(heard.charAt(to - 1), heard.charAt(to - 2)));
  return row;
}

const weightOf = (sound: string): number =>
  [...sound].reduce((sum, sign, at) => sum + (isOpen(sign) ? 0 : signCost(sign, sound.charAt(at - 1))), 0);
