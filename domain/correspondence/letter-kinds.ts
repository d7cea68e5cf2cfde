/** The letters we write, and the way each of them goes. Pure. */

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

/** Letters that state a result: only once it is confirmed. `partial`: the fate, while the burial place is not established. */
export const resultLetters: readonly LetterKind[] = ['partial', 'result', 'certificate'];

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

/** What became of a registered letter in the end. */
export const settledStates = ['sent', 'handed-over', 'cannot-be-sent'] as const;

/** States in which somebody still has something to do with a letter. */
export const waitingStates = ['draft', 'approved', 'registered'] as const;

export const letterChannels = ['post', 'email', 'in-person', 'telephone'] as const;

/** Stands in a prepared text where a person has to write something; no letter is approved with one left. */
export const gap = '____';
