/** Letters to families. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, letters } from '@/db/schema';
import { staffIdOf } from '../access';
import { isWithheld } from '../cases/fates';
import { activeApplications, confirmedConclusion } from '../cases/guards';
import { caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { command } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { id, oneOf, optionalId, requiredText, text } from '../input';
import { DomainError } from '../result';
import { type LetterKind, letterKinds, resultLetters } from './letter-kinds';
import { refuseUnknownPartner } from './partners';

/**
 * Writes a letter as a draft.
 * @throws DomainError `letter.nothing-confirmed` for a result letter before anything is confirmed, `guard.release` while a
 * sensitive fate is not released
 */
export const writeLetter = command(
  'letter.write',
  z.strictObject({
    caseId: id(),
    kind: oneOf(letterKinds),
    addresseeId: optionalId(),
    partnerId: optionalId(),
    language: oneOf(['kk', 'ru', 'en']),
    text: requiredText(20_000),
  }),
  async (input, { actor, tx, record }) => {
    const row = await caseForWriting(tx, input.caseId);
    if (input.addresseeId) await refuseForeignApplication(row.id, input.addresseeId);
    if (input.partnerId) await refuseUnknownPartner(input.partnerId);
    if (input.kind === 'forwarding' && !input.partnerId)
      throw new DomainError('input.invalid', { partnerId: 'letter.partner-needed' });
    await refuseUnconfirmed(row.id, input.kind);
    const letterId = newId();
    await tx.insert(letters).values({
      id: letterId,
      caseId: row.id,
      applicationId: input.addresseeId ?? null,
      partnerId: input.partnerId ?? null,
      kind: input.kind,
      language: input.language,
      text: input.text,
      state: 'draft',
      writtenBy: staffIdOf(actor),
      writtenAt: now(),
      reason: '',
    });
    record({
      kind: 'letter.written',
      caseId: row.id,
      ...(input.addresseeId ? { applicationId: input.addresseeId } : {}),
      subjectId: letterId,
      data: { letterId, kind: input.kind },
    });
    return { letterId };
  },
);

/** Says that a letter was sent or handed over, or why it cannot reach the applicant. */
export const settleLetter = command(
  'letter.write',
  z.strictObject({
    caseId: id(),
    letterId: id(),
    state: oneOf(['sent', 'handed-over', 'cannot-be-sent']),
    channel: oneOf(['post', 'email', 'in-person', 'telephone']),
    reason: text(1000),
  }),
  async (input, { tx, record }) => {
    const [letter] = await tx
      .select()
      .from(letters)
      .where(and(eq(letters.id, input.letterId), eq(letters.caseId, input.caseId), eq(letters.state, 'draft')));
    if (!letter) throw new DomainError('letter.not-found');
    if (input.state === 'cannot-be-sent' && !input.reason)
      throw new DomainError('input.invalid', { reason: 'letter.reason-needed' });
    await refuseUnconfirmed(letter.caseId, letter.kind as LetterKind);
    await tx
      .update(letters)
      .set({ state: input.state, channel: input.channel, reason: input.reason, settledAt: now() })
      .where(eq(letters.id, letter.id));
    record({
      kind: 'letter.settled',
      caseId: letter.caseId,
      ...(letter.applicationId ? { applicationId: letter.applicationId } : {}),
      subjectId: letter.id,
      data: { letterId: letter.id, kind: letter.kind, state: input.state },
    });
  },
);

async function refuseUnconfirmed(caseId: string, kind: LetterKind): Promise<void> {
  if (!resultLetters.includes(kind)) return;
  const conclusion = await confirmedConclusion(caseId);
  if (!conclusion || (kind === 'certificate' && conclusion.burialKind !== 'primary'))
    throw new DomainError('letter.nothing-confirmed');
  if (isWithheld(conclusion)) throw new DomainError('guard.release');
}

async function refuseForeignApplication(caseId: string, applicationId: string): Promise<void> {
  const theirs = await activeApplications(caseId);
  const [own] = await read()
    .select({ caseId: applications.caseId })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (own?.caseId !== caseId && !theirs.some((application) => application.id === applicationId))
    throw new DomainError('input.invalid', { addresseeId: 'application.not-found' });
}
