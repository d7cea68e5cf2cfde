/** The same act on many cases, each by itself: what one guard refuses does not hold back the others. */
import { caseNumbers } from '../cases/queries';
import type { Actor } from '../permissions';
import { DomainError, type RefusalCode } from '../result';

export type Refused = {
  caseId: string;
  number: number;
  code: RefusalCode;
  /** Codes by field, where the case refused what the form says. */
  fields: Readonly<Record<string, RefusalCode>>;
  details: Readonly<Record<string, string | number>>;
};

export type BulkOutcome = { done: number; refused: Refused[] };

/**
 * Does one thing to every case by its own command: each is a change of its own, under the guards and permissions it always has.
 * @param caseIds ticked boxes as posted; unknown ones are left out, 200 at most
 * @throws DomainError `case.none-ticked`; `input.invalid` when the form itself is wrong and `form.sent-already` when it was carried
 * out before, which would refuse every case alike
 */
export async function inBulk(
  actor: Actor,
  caseIds: unknown,
  act: (caseId: string) => Promise<unknown>,
): Promise<BulkOutcome> {
  const chosen = await caseNumbers(actor, { caseIds });
  if (chosen.length === 0) throw new DomainError('case.none-ticked');
  const refused: Refused[] = [];
  for (const { caseId, number } of chosen) {
    try {
      await act(caseId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'input.invalid' || error.code === 'form.sent-already') throw error;
      refused.push({ caseId, number, code: error.code, fields: error.fields, details: error.details });
    }
  }
  return { done: chosen.length - refused.length, refused };
}
