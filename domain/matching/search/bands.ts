/** What a score means in words; absolute, never against the best of a list. */
import type { Band } from '@/domain/matching/verdict';
import type { Comparison } from './compare';

/** Bits from which a man is likely the same, and how far the next must be behind. */
export const likelyBits = 20;
export const likelyLead = 5;
export const possibleBits = 8;

/** @param lead bits before the next best record of the same question; Infinity where there is none */
export function bandOf({ bits, beyondName }: Pick<Comparison, 'bits' | 'beyondName'>, lead: number): Band {
  // A name alone is never likely, however rare it is.
  if (bits >= likelyBits && lead >= likelyLead && beyondName) return 'likely';
  return bits >= possibleBits ? 'possible' : 'unlikely';
}
