/** Letters to families and requests to archives, in their plain form: a person writes the text and says when it went out. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, archiveRequests, letters, partners, sources } from '@/db/schema';
import { staffIdOf } from '../access';
import { isWithheld } from '../cases/fates';
import { activeApplications, confirmedConclusion } from '../cases/guards';
import { type CaseRow, caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { command } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { day, id, line, oneOf, optionalId, requiredLine, requiredText, text } from '../input';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { type LetterKind, letterKinds, resultLetters } from './letter-kinds';

/** Sends a request to an archive, commissariat or partner; it stays open until its answer is recorded. */
export const sendRequest = command(
  'request.write',
  z.strictObject({
    caseId: id(),
    partnerId: requiredLine(80),
    sourceKey: requiredLine(80),
    number: line(40),
    channel: oneOf(['post', 'email', 'in-person']),
    text: requiredText(),
    expectedOn: day(),
  }),
  async (input, { actor, tx, record }) => {
    const row = await caseForWriting(tx, input.caseId);
    refuseClosed(row);
    if (input.expectedOn < dayOf(now())) throw new DomainError('input.invalid', { expectedOn: 'input.day-in-past' });
    await refuseUnknownPartner(input.partnerId);
    const [source] = await tx.select({ key: sources.key }).from(sources).where(eq(sources.key, input.sourceKey));
    if (!source) throw new DomainError('input.invalid', { sourceKey: 'source.not-found' });
    const requestId = newId();
    await tx.insert(archiveRequests).values({ id: requestId, ...input, writtenBy: staffIdOf(actor), sentAt: now() });
    record({
      kind: 'request.sent',
      caseId: row.id,
      subjectId: requestId,
      data: { requestId, partnerId: input.partnerId },
    });
    return { requestId };
  },
);

/** Records the answer to an archive request. */
export const recordReply = command(
  'request.write',
  z.strictObject({
    caseId: id(),
    requestId: id(),
    outcome: oneOf(['found', 'nothing', 'impossible', 'not-applicable']),
    answer: requiredText(),
  }),
  async (input, { tx, record }) => {
    const answered = await tx
      .update(archiveRequests)
      .set({ outcome: input.outcome, answer: input.answer, answeredAt: now() })
      .where(
        and(
          eq(archiveRequests.id, input.requestId),
          eq(archiveRequests.caseId, input.caseId),
          isNull(archiveRequests.answeredAt),
        ),
      )
      .returning({ id: archiveRequests.id });
    if (answered.length === 0) throw new DomainError('request.not-open');
    record({
      kind: 'request.answered',
      caseId: input.caseId,
      subjectId: input.requestId,
      data: { requestId: input.requestId, outcome: input.outcome },
    });
  },
);

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

function refuseClosed(row: CaseRow): void {
  if (['closed', 'withdrawn', 'joined'].includes(row.status)) throw new DomainError('case.not-open');
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

async function refuseUnknownPartner(partnerId: string): Promise<void> {
  const [partner] = await read().select({ id: partners.id }).from(partners).where(eq(partners.id, partnerId));
  if (!partner) throw new DomainError('input.invalid', { partnerId: 'partner.not-found' });
}
