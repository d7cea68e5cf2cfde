/** Refusals: expected, spoken to the reader. Any other error is a bug. */

/** `noun.what-is-wrong`; a key of the messages under `errors`. */
export type RefusalCode = `${string}.${string}`;

/** A refusal thrown by the domain; becomes `{ ok: false }` only at the edge. */
export class DomainError extends Error {
  constructor(
    readonly code: RefusalCode,
    /** Refusal codes by input field. */
    readonly fields: Readonly<Record<string, RefusalCode>> = {},
    /** Values for the message's placeholders; never personal data. */
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
