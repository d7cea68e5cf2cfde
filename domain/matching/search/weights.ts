/**
 * Weights of the score (Fellegi and Sunter 1969): how often two spellings of one man's name fall into each class of likeness, and so
 * on. Learned on generated pairs, re-estimated from decisions by command.
 */

/** Least likeness of each class of names; below the last they count as different. */
export const classes = [0.975, 0.93, 0.87, 0.79, 0.7, 0.6] as const;
export const classCount = classes.length;

export type Weights = {
  /** For surname, given name and father's name: share of true pairs in each class of likeness, the last one "different". */
  names: [number[], number[], number[]];
  /** Bits for each order of the parts: as written, surname and given name exchanged, and so on (see `orders`). */
  orders: number[];
  /** Share of true pairs whose birth years differ by 0, 1, 2, 3, 4 to 5, more. */
  years: number[];
  /** Share of true pairs that agree on region, district and settlement where both have one. */
  region: number;
  district: number;
  settlement: number;
  /** What is left of the weaker of surname and father's name when both come from one root. */
  dependent: number;
};

/** Which part of the other name stands for surname, given name and father's name. */
export const orders: readonly (readonly [number, number, number])[] = [
  [0, 1, 2],
  [1, 0, 2],
  [2, 1, 0],
  [0, 2, 1],
  [1, 2, 0],
  [2, 0, 1],
];

export const ourWeights: Weights = {
  names: [
    [0.55, 0.085, 0.095, 0.105, 0.09, 0.04, 0.035],
    [0.54, 0.115, 0.095, 0.09, 0.08, 0.035, 0.045],
    [0.55, 0.085, 0.085, 0.09, 0.1, 0.045, 0.045],
  ],
  orders: [-0.3, -3.2, -6, -5, -8, -8],
  years: [0.42, 0.21, 0.16, 0.1, 0.09, 0.02],
  region: 0.93,
  district: 0.78,
  settlement: 0.88,
  dependent: 0.45,
};

export const classOf = (likeness: number): number => {
  for (let at = 0; at < classCount; at++) if (likeness >= (classes[at] as number)) return at;
  return classCount;
};
