/** How two men held side by side come out. Pure. */

/** What a score means in words. */
export type Band = 'likely' | 'possible' | 'unlikely';

/** What one field says about two men being one: a sentence's key and values, and its weight in bits. */
export type FieldVerdict = {
  field: string;
  verdict: 'same' | 'similar' | 'differs' | 'missing';
  /** Its sentence is the message `verdict.<reason>`. */
  reason: string;
  left: string;
  right: string;
  bits: number;
};
