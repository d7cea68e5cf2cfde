/** The facts of one record in 24 bytes, as the score reads them. */

export const rowBytes = 24;
/** Records of one packed row of the table. */
export const rowsTogether = 160;

export type CompactFacts = {
  /** Hashes of the bases of the name parts, 0 where there is none. */
  surname: number;
  given: number;
  patronymic: number;
  /** 24-bit hashes of district and settlement. */
  district: number;
  settlement: number;
  /** Number of the region in the table of places, 0 unknown. */
  region: number;
  /** As `yearCode` makes it. */
  birthYear: number;
  lossYear: number;
  /** Place in the list of fates from 1; 0 unknown. */
  fate: number;
  source: number;
};

const firstYear = 1850;

/** A year from 1851 to 1976 as 1 to 126; 0 for any other. */
export const yearCode = (year: number): number => (year > firstYear && year < firstYear + 127 ? year - firstYear : 0);
export const yearOfCode = (code: number): number => (code === 0 ? 0 : code + firstYear);

export function writeRow(into: Uint8Array, at: number, facts: CompactFacts): void {
  put32(into, at, facts.surname);
  put32(into, at + 4, facts.given);
  put32(into, at + 8, facts.patronymic);
  put24(into, at + 12, facts.district);
  put24(into, at + 15, facts.settlement);
  into[at + 18] = facts.birthYear;
  into[at + 19] = facts.region;
  into[at + 20] = facts.lossYear;
  into[at + 21] = facts.fate;
  into[at + 22] = facts.source & 255;
  into[at + 23] = facts.source >>> 8;
}

export const birthYearAt = (rows: Uint8Array, at: number): number => rows[at + 18] as number;

export function get32(from: Uint8Array, at: number): number {
  return (
    ((from[at] as number) |
      ((from[at + 1] as number) << 8) |
      ((from[at + 2] as number) << 16) |
      ((from[at + 3] as number) << 24)) >>>
    0
  );
}

export function get24(from: Uint8Array, at: number): number {
  return (from[at] as number) | ((from[at + 1] as number) << 8) | ((from[at + 2] as number) << 16);
}

export function put32(into: Uint8Array, at: number, value: number): void {
  into[at] = value;
  into[at + 1] = value >>> 8;
  into[at + 2] = value >>> 16;
  into[at + 3] = value >>> 24;
}

function put24(into: Uint8Array, at: number, value: number): void {
  into[at] = value;
  into[at + 1] = value >>> 8;
  into[at + 2] = value >>> 16;
}
