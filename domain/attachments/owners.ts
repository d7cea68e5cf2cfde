/** Whose papers they are: those of a draft, reached by its token, of an application, or of the desk's own work on a case. */
import { and, count, eq, isNull, ne } from 'drizzle-orm';
import {
  applications,
  attachments,
  cases,
  ceremonies,
  evidence,
  finds,
  letters,
  messages,
  questions,
  requestCases,
} from '@/db/schema';
import { draftLife, draftRow } from '../applications/drafts';
import { read } from '../database';
import type { Actor } from '../permissions';
import { DomainError, type RefusalCode } from '../result';
import { mostFiles } from './limits';

export type Owner = {
  draftId: string | null;
  applicationId: string | null;
  caseId: string | null;
  /** Given for papers of the desk only. */
  desk?: DeskPlace;
  /** Given for papers of the field only. */
  field?: FieldPlace;
};

/** A case, and in it at most one of: the answer of a request, a letter, a piece of evidence. */
export type DeskPlace = {
  caseId: string;
  requestId?: string | undefined;
  letterId?: string | undefined;
  evidenceId?: string | undefined;
};

/** A find or a ceremony. */
export type FieldPlace = { findId: string } | { ceremonyId: string };

/** @throws DomainError `draft.not-found` when the token is unknown or its time is over */
export async function draftOwner(token: string): Promise<Owner> {
  const row = await draftRow(token);
  if (!row || row.updatedAt + draftLife < Date.now()) throw new DomainError('draft.not-found');
  if (!row.applicationId) return { draftId: row.id, applicationId: null, caseId: null };
  const [sent] = await read()
    .select({ caseId: applications.caseId })
    .from(applications)
    .where(eq(applications.id, row.applicationId));
  return { draftId: row.id, applicationId: row.applicationId, caseId: sent?.caseId ?? null };
}

/** @throws DomainError `application.not-found`, `application.erased`; for the applicant `application.withdrawn-already` */
export async function applicationOwner(actor: Actor, applicationId: string): Promise<Owner> {
  const [row] = await read()
    .select({
      caseId: applications.caseId,
      withdrawnAt: applications.withdrawnAt,
      erasedAt: applications.erasedAt,
    })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (!row) throw new DomainError('application.not-found');
  if (row.erasedAt) throw new DomainError('application.erased');
  if (row.withdrawnAt && actor.role === 'applicant') throw new DomainError('application.withdrawn-already');
  return { draftId: null, applicationId, caseId: row.caseId };
}

/** @throws DomainError `case.not-found`; `request.not-found`, `letter.not-found`, `evidence.not-found` when it is none of this case */
export async function deskOwner(place: DeskPlace): Promise<Owner> {
  const { caseId, requestId, letterId, evidenceId } = place;
  const isThere = async (rows: PromiseLike<unknown[]>, code: RefusalCode) => {
    if ((await rows).length === 0) throw new DomainError(code);
  };
  await isThere(read().select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)), 'case.not-found');
  if (requestId) {
    const its = and(eq(requestCases.requestId, requestId), eq(requestCases.caseId, caseId));
    await isThere(read().select({ id: requestCases.caseId }).from(requestCases).where(its), 'request.not-found');
  }
  if (letterId) {
    const its = and(eq(letters.id, letterId), eq(letters.caseId, caseId));
    await isThere(read().select({ id: letters.id }).from(letters).where(its), 'letter.not-found');
  }
  if (evidenceId) {
    const its = and(eq(evidence.id, evidenceId), eq(evidence.caseId, caseId));
    await isThere(read().select({ id: evidence.id }).from(evidence).where(its), 'evidence.not-found');
  }
  return { draftId: null, applicationId: null, caseId, desk: place };
}

/** @throws DomainError `find.not-found`, `ceremony.not-found` */
export async function fieldOwner(field: FieldPlace): Promise<Owner> {
  const rows =
    'findId' in field
      ? await read().select({ id: finds.id }).from(finds).where(eq(finds.id, field.findId))
      : await read().select({ id: ceremonies.id }).from(ceremonies).where(eq(ceremonies.id, field.ceremonyId));
  if (rows.length === 0) throw new DomainError('findId' in field ? 'find.not-found' : 'ceremony.not-found');
  return { draftId: null, applicationId: null, caseId: null, field };
}

type Place = { questionId?: string | undefined; messageId?: string | undefined };

/** @throws DomainError when the question or message is not one of this application */
export async function refuseForeignPlace(applicationId: string, { questionId, messageId }: Place): Promise<void> {
  if (questionId) {
    const own = and(eq(questions.id, questionId), eq(questions.applicationId, applicationId));
    const [there] = await read().select({ id: questions.id }).from(questions).where(own);
    if (!there) throw new DomainError('question.not-open');
  }
  if (messageId) {
    const own = and(eq(messages.id, messageId), eq(messages.applicationId, applicationId));
    const [there] = await read().select({ id: messages.id }).from(messages).where(own);
    if (!there) throw new DomainError('message.not-found');
  }
}

/** The rows of an owner that were not removed. */
export const papersOwnedBy = ({ draftId, applicationId }: Owner) =>
  and(
    applicationId ? eq(attachments.applicationId, applicationId) : eq(attachments.draftId, draftId ?? ''),
    isNull(attachments.removedAt),
  );

/** Staff add what comes to the museum, however much it is. @throws DomainError `paper.too-many` */
export async function refuseTooMany(actor: Actor, owner: Owner): Promise<void> {
  if ('staffId' in actor) return;
  const counted = and(papersOwnedBy(owner), isNull(attachments.addedBy), ne(attachments.state, 'refused'));
  const [row] = await read().select({ n: count() }).from(attachments).where(counted);
  if ((row?.n ?? 0) >= mostFiles)
    throw new DomainError('paper.too-many', { file: 'paper.too-many' }, { most: mostFiles });
}
