/** What every step of a letter's way is checked against; read inside the transaction that makes the step. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import { applications, conclusions, letters } from '@/db/schema';
import { isBurialEstablished, isWithheld } from '../cases/fates';
import { activeApplications, confirmedConclusion, leadingCaseId, memberIds } from '../cases/guards';
import { read } from '../database';
import { DomainError } from '../result';
import { type LetterKind, resultLetters } from './letter-kinds';

export type Letter = typeof letters.$inferSelect;
type Conclusion = typeof conclusions.$inferSelect;

/**
 * The letter of this case in one of these states.
 * @param version what the page was made from; a newer row refuses as `letter.stale`
 * @throws DomainError `letter.not-found`, `letter.stale`
 */
export async function letterIn(
  { caseId, letterId, version }: { caseId: string; letterId: string; version?: number },
  states: readonly Letter['state'][],
): Promise<Letter> {
  const [letter] = await read()
    .select()
    .from(letters)
    .where(and(eq(letters.id, letterId), eq(letters.caseId, caseId), inArray(letters.state, [...states])));
  if (!letter) throw new DomainError('letter.not-found');
  if (version !== undefined && letter.version !== version) throw new DomainError('letter.stale');
  return letter;
}

/**
 * The conclusion a result letter may state: confirmed, in force, nothing sensitive kept back, and of the kind the letter tells.
 * A certificate states a primary burial, a partial result a fate whose burial place is not established. Null for other letters.
 * @throws DomainError `letter.nothing-confirmed`, `letter.burial-known`, `guard.release`
 */
export async function statedConclusion(caseId: string, kind: LetterKind): Promise<Conclusion | null> {
  if (!resultLetters.includes(kind)) return null;
  const conclusion = await confirmedConclusion(await leadingCaseId(caseId));
  if (!conclusion) throw new DomainError('letter.nothing-confirmed');
  if (isWithheld(conclusion)) throw new DomainError('guard.release');
  const isBuried = isBurialEstablished(conclusion);
  if (kind === 'certificate' && !(isBuried && conclusion.burialKind === 'primary'))
    throw new DomainError('letter.nothing-confirmed');
  if (kind === 'partial' && isBuried) throw new DomainError('letter.burial-known');
  return conclusion;
}

/**
 * Refuses a letter written about a conclusion that is not in force any more, or that may not be told.
 * @throws DomainError `letter.conclusion-changed` and what `statedConclusion` throws
 */
export async function refuseUnconfirmed(letter: Pick<Letter, 'caseId' | 'kind' | 'conclusionId'>): Promise<void> {
  const stated = await statedConclusion(letter.caseId, letter.kind as LetterKind);
  if (stated && letter.conclusionId && stated.id !== letter.conclusionId)
    throw new DomainError('letter.conclusion-changed');
}

/**
 * Refuses a letter whose addressee applied for somebody else: cases that were joined when it was written may be parted since.
 * @throws DomainError `letter.not-theirs`
 */
export async function refuseNotTheirs({
  caseId,
  applicationId,
}: Pick<Letter, 'caseId' | 'applicationId'>): Promise<void> {
  if (!applicationId) return;
  const [own] = await read()
    .select({ caseId: applications.caseId })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (!own || !(await memberIds(await leadingCaseId(caseId))).includes(own.caseId))
    throw new DomainError('letter.not-theirs');
}

/** Whether an applicant may read a letter that went out: of a result only once they were told of it in the way they asked for. */
export const isTold = (kind: string, resultVisible: boolean): boolean =>
  resultVisible || !(resultLetters as readonly string[]).includes(kind);

/** @throws DomainError `input.invalid` when the application is not of this case or of one joined to it */
export async function refuseForeignApplication(caseId: string, applicationId: string): Promise<void> {
  const theirs = await activeApplications(caseId);
  const [own] = await read()
    .select({ caseId: applications.caseId })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (own?.caseId !== caseId && !theirs.some((application) => application.id === applicationId))
    throw new DomainError('input.invalid', { addresseeId: 'application.not-found' });
}

/**
 * The letter that a correction takes back: it reached the family, and what it stated fell. The correction goes to whom it went.
 * @throws DomainError `input.invalid` on `correctsId`, or on `addresseeId` when it is another applicant's
 */
export async function wrongLetter(
  caseId: string,
  { correctsId, addresseeId }: { correctsId?: string | undefined; addresseeId?: string | undefined },
): Promise<Letter> {
  const [wrong] = await read()
    .select({ letter: letters })
    .from(letters)
    .innerJoin(conclusions, eq(conclusions.id, letters.conclusionId))
    .where(
      and(
        eq(letters.id, correctsId ?? ''),
        inArray(letters.caseId, await memberIds(caseId)),
        inArray(letters.state, ['sent', 'handed-over']),
        ne(conclusions.state, 'confirmed'),
      ),
    );
  if (!wrong) throw new DomainError('input.invalid', { correctsId: 'letter.nothing-to-correct' });
  const { applicationId } = wrong.letter;
  if (applicationId && applicationId !== addresseeId)
    throw new DomainError('input.invalid', { addresseeId: 'letter.other-addressee' });
  return wrong.letter;
}
