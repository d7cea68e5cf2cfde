/** How alike two folded names are. Pure. */
import { consonantClasses } from './fold';

const most = 64;
const gaps = new Float64Array(128).fill(1);
for (const vowel of 'aeiou') gaps[vowel.charCodeAt(0)] = 0.5;
const swaps = new Float64Array(128 * 128).fill(1);
for (let x = 0; x < 128; x++)
  for (let y = 0; y < 128; y++) {
    const classes = [x, y].map((code) => consonantClasses[String.fromCharCode(code)]);
    if (x === y) swaps[x * 128 + y] = 0;
    else if (gaps[x] === 0.5 && gaps[y] === 0.5) swaps[x * 128 + y] = 0.35;
    else if (classes[0] !== undefined && classes[0] === classes[1]) swaps[x * 128 + y] = 0.4;
  }
const transposed = 0.6;

let before = new Float64Array(most + 1);
let row = new Float64Array(most + 1);
let next = new Float64Array(most + 1);
const code = (text: string, i: number) => Math.min(127, text.charCodeAt(i));

/**
 * 0..1, 1 the same; a wrong vowel weighs least, then a consonant of the same class. Symmetric. 0 where the answer
 * would be below `least`. At most 64 letters are compared.
 */
export function likeness(one: string, other: string, least = 0): number {
  if (one === other) return 1;
  const a = one.length > most ? one.slice(0, most) : one;
  const b = other.length > most ? other.slice(0, most) : other;
  const longer = Math.max(a.length, b.length);
  const limit = (1 - least) * longer;
  if (longer === 0 || Math.abs(a.length - b.length) * 0.5 > limit) return 0;
  row[0] = 0;
  for (let j = 1; j <= b.length; j++) row[j] = (row[j - 1] ?? 0) + (gaps[code(b, j - 1)] ?? 1);
  for (let i = 1; i <= a.length; i++) {
    const x = code(a, i - 1);
    const gap = gaps[x] ?? 1;
    let lowest = (row[0] ?? 0) + gap;
    next[0] = lowest;
    for (let j = 1; j <= b.length; j++) {
      const y = code(b, j - 1);
      let cost = (row[j - 1] ?? 0) + (swaps[x * 128 + y] ?? 1);
      const left = (row[j] ?? 0) + gap;
      if (left < cost) cost = left;
      const right = (next[j - 1] ?? 0) + (gaps[y] ?? 1);
      if (right < cost) cost = right;
      if (i > 1 && j > 1 && x === code(b, j - 2) && code(a, i - 2) === y) {
        const turned = (before[j - 2] ?? 0) + transposed;
        if (turned < cost) cost = turned;
      }
      next[j] = cost;
      if (cost < lowest) lowest = cost;
    }
    // One row on, a transposition could still save a little.
    if (lowest > limit + 1) return 0;
    const spare = before;
    before = row;
    row = next;
    next = spare;
  }
  const score = 1 - (row[b.length] ?? 0) / longer;
  return score >= least ? Math.max(0, score) : 0;
}
