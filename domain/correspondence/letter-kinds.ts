/** The letters we write. Pure. */

export const letterKinds = [
  'acknowledgement',
  'question',
  'interim',
  'extension',
  'forwarding',
  'search-report',
  'partial',
  'result',
  'certificate',
  'correction',
  'closing',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Letters that state a result: only once it is confirmed. */
export const resultLetters: readonly LetterKind[] = ['result', 'certificate'];

/** Letters that are a first answer to the family; an acknowledgement alone is not. */
export const answeringLetters: readonly LetterKind[] = [
  'interim',
  'extension',
  'forwarding',
  'search-report',
  'partial',
  'result',
  'certificate',
  'correction',
];
