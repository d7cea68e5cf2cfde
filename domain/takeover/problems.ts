/** What can be wrong with a row of the old register: one table. The texts stand under `takeover.problem`. Pure. */

/** `grave`: the row stays out until it is corrected or left out by a person. The others are said, and taken as stated. */
const problemCodes = {
  'no-name': 'grave',
  'two-names': 'grave',
  'digits-in-name': 'grave',
  'mixed-alphabets': 'said',
  'no-applicant': 'grave',
  'no-receipt-day': 'grave',
  'date-impossible': 'grave',
  'date-unreadable': 'grave',
  'date-out-of-range': 'grave',
  'day-not-exact': 'grave',
  'day-in-future': 'grave',
  'result-before-receipt': 'grave',
  'informed-before-receipt': 'grave',
  'too-young': 'grave',
  'unknown-country': 'grave',
  'former-country': 'grave',
  'no-country': 'grave',
  'unknown-state': 'grave',
  'state-contradicts': 'grave',
  'result-without-place': 'grave',
  'result-without-fate': 'grave',
  'unknown-fate': 'grave',
  'sensitive-fate': 'said',
  'no-citation': 'said',
  'unknown-kinship': 'said',
  'unknown-channel': 'said',
  'unknown-language': 'said',
  'unknown-burial-kind': 'said',
  'wrong-email': 'grave',
  'wrong-telephone': 'grave',
  'wrong-year': 'grave',
  'reference-twice': 'grave',
  'duplicate-row': 'grave',
  'known-already': 'grave',
  'same-soldier': 'said',
  'cell-error': 'grave',
  'broken-characters': 'grave',
  'too-long': 'grave',
  heading: 'said',
  'nearly-empty': 'said',
} as const satisfies Record<string, 'grave' | 'said'>;
export type ProblemCode = keyof typeof problemCodes;

/** `column`: as the file calls it, or the field where no column fills it. `detail`: what stands there, or which row is meant. */
export type Problem = { column: string; code: ProblemCode; detail: string; grave: boolean };

/** What only looks wrong can be taken as it is, at a person's word. */
export const acceptable: readonly ProblemCode[] = [
  'duplicate-row',
  'known-already',
  'reference-twice',
  'result-before-receipt',
];

export const problem = (column: string, code: ProblemCode, detail = ''): Problem => ({
  column,
  code,
  detail: detail.replace(/\s+/g, ' ').slice(0, 200),
  grave: problemCodes[code] === 'grave',
});
