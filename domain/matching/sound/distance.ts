/**
 * How far apart two sounds are: a Damerau–Levenshtein distance whose costs say how easily one sound is taken for another. Costs
 * are thousandths; an unlike consonant costs 1000.
 */
import { signs } from './letters';

const count = signs.length;
const idOf = new Uint8Array(128).fill(255);
for (let at = 0; at < count; at++) idOf[signs.charCodeAt(at)] = at;
const id = (sign: string): number => idOf[sign.charCodeAt(0)] ?? 255;

/** What leaving a sign out costs. */
const weight = new Int32Array(count).fill(1000);
for (const vowel of 'aeiou') weight[id(vowel)] = 450;
for (const [sign, cost] of [
  ['j', 250],
  ['h', 600],
  ['v', 800],
  ['g', 800],
] as const)
  weight[id(sign)] = cost;

/** The second of two equal signs in a row says almost nothing. */
const doubled = 80;
const swapped = 500;

/** How far two signs are from each other as heard, in hundredths; all others 100. */
const heard: readonly (readonly [string, number])[] = [
  ['ae', 15],
  ['ei', 13],
  ['ou', 12],
  ['ao', 20],
  ['iu', 30],
  ['ai', 30],
  ['ji', 12],
  ['kg', 14],
  ['kh', 14],
  ['gh', 16],
  ['bp', 14],
  ['pf', 14],
  ['bf', 30],
  ['vb', 40],
  ['vf', 25],
  ['vu', 20],
  ['td', 14],
  ['sz', 14],
  ['SC', 20],
  ['ZC', 25],
  ['ZS', 35],
  ['Zz', 30],
  ['Ss', 30],
  ['Cs', 45],
  ['cs', 20],
  ['cC', 30],
  ['cz', 40],
  ['Cz', 50],
  ['Zj', 30],
  ['mn', 40],
  ['lr', 70],
  ['dZ', 50],
];

const substitution = new Int32Array(count * count);
fillSubstitution();

function fillSubstitution(): void {
  const share = new Float64Array(count * count).fill(100);
  const set = (a: string, b: string, value: number) => {
    share[id(a) * count + id(b)] = value;
    share[id(b) * count + id(a)] = value;
  };
  for (const a of 'aeiou') for (const b of 'aeiou') if (a !== b) set(a, b, 35);
  for (const vowel of 'aeiou') set('j', vowel, 40);
  for (const [pair, value] of heard) set(pair[0] ?? '', pair[1] ?? '', value);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) {
      const heavier = Math.max(weight[a] ?? 0, weight[b] ?? 0, 450);
      substitution[a * count + b] = a === b ? 0 : Math.round(((share[a * count + b] ?? 100) * heavier) / 100);
    }
}

/** Longest sound that is compared; longer ones are cut. */
export const longestSound = 28;
const longest = longestSound;

/** A sound as numbers of its signs. */
export function encode(sound: string): Uint8Array {
  const length = Math.min(sound.length, longest);
  const encoded = new Uint8Array(length);
  for (let at = 0; at < length; at++) encoded[at] = idOf[sound.charCodeAt(at) & 127] ?? 0;
  return encoded;
}

export function decode(encoded: Uint8Array, from = 0, length = encoded.length): string {
  let sound = '';
  for (let at = from; at < from + length; at++) sound += signs[encoded[at] ?? 0];
  return sound;
}

/** What all signs of a sound weigh together, in thousandths. */
export function weigh(encoded: Uint8Array, from = 0, length = encoded.length): number {
  let sum = 0;
  for (let at = from; at < from + length; at++) sum += weight[encoded[at] ?? 0] ?? 0;
  return sum;
}

const rowA = new Int32Array(longest + 2);
const rowB = new Int32Array(longest + 2);
const rowC = new Int32Array(longest + 2);
const beyond = 1_000_000;

/**
 * The distance between `a` and the `length` signs of `b` from `from`, in thousandths; 1,000,000 as soon as it must exceed `limit`.
 * Symmetric.
 */
export function distance(a: Uint8Array, b: Uint8Array, from: number, length: number, limit: number): number {
  let above = rowA;
  let own = rowB;
  let twoAbove = rowC;
  above[0] = 0;
  let sum = 0;
  for (let j = 0; j < length; j++) {
    const sign = b[from + j] as number;
    sum += j > 0 && sign === b[from + j - 1] ? doubled : (weight[sign] as number);
    above[j + 1] = sum;
  }
  for (let i = 0; i < a.length; i++) {
    const sign = a[i] as number;
    const before = i > 0 ? (a[i - 1] as number) : -1;
    const drop = sign === before ? doubled : (weight[sign] as number);
    const costs = sign * count;
    let left = (above[0] as number) + drop;
    own[0] = left;
    let least = left;
    let diagonal = above[0] as number;
    let otherBefore = -1;
    for (let j = 0; j < length; j++) {
      const other = b[from + j] as number;
      let best = diagonal + (substitution[costs + other] as number);
      diagonal = above[j + 1] as number;
      const dropped = diagonal + drop;
      if (dropped < best) best = dropped;
      const added = left + (otherBefore === other ? doubled : (weight[other] as number));
      if (added < best) best = added;
      if (i > 0 && j > 0) {
        const across =
          (substitution[before * count + other] as number) + (substitution[sign * count + otherBefore] as number);
        if (across < 400) {
          const exchanged = (twoAbove[j - 1] as number) + swapped + across;
          if (exchanged < best) best = exchanged;
        }
      }
      own[j + 1] = best;
      left = best;
      otherBefore = other;
      if (best < least) least = best;
    }
    if (least > limit) return beyond;
    const spare = twoAbove;
    twoAbove = above;
    above = own;
    own = spare;
  }
  return above[length] as number;
}

/** How alike two sounds are: 1 the same, 0 nothing in common. Symmetric. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = encode(a);
  const right = encode(b);
  const heavier = Math.max(weigh(left), weigh(right), 1000);
  return Math.max(0, 1 - distance(left, right, 0, right.length, beyond) / heavier);
}

/** What leaving out one sign costs after the one before it, in thousandths; a sign that is none of ours counts as an unlike consonant. */
export const signCost = (sign: string, before: string): number =>
  sign === before ? doubled : (weight[id(sign)] ?? 1000);

/** What taking one sign for another costs, in thousandths. */
export const signDistance = (a: string, b: string): number =>
  a === b ? 0 : (substitution[id(a) * count + id(b)] ?? 1000);
