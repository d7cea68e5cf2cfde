/** Giving an application a new access code: the old one, and everything opened with it, ends in the same moment. */
import { and, eq, isNull } from 'drizzle-orm';
import { applications, cases, codeRenewals, drafts, signIns } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { leadingCaseId } from '../cases/guards';
import { hashCode, newAccessCode, newSalt } from '../identity';
import { dropNotices, unreadOf } from '../news/outbox';
import { DomainError } from '../result';

/** What is handed over once: the code stands in no table but as its hash. */
export type NewCode = {
  caseId: string;
  reference: string;
  code: string;
  surname: string;
  givenName: string;
  patronymic: string;
  language: 'kk' | 'ru' | 'en';
};

/**
 * Gives the application a new code. Sign-ins of the applicant, links to a new code, and the code that can be seen for a day after
 * sending end. Real time throughout, as for every sign-in.
 * @throws DomainError `application.not-found`, `application.erased`
 */
export async function giveNewCode(tx: WriteDb, applicationId: string): Promise<NewCode> {
  const [application] = await tx.select().from(applications).where(eq(applications.id, applicationId));
  if (!application) throw new DomainError('application.not-found');
  if (application.erasedAt !== null) throw new DomainError('application.erased');
  const code = newAccessCode();
  const codeSalt = newSalt();
  await tx
    .update(applications)
    .set({ codeSalt, codeHash: hashCode(code, codeSalt) })
    .where(eq(applications.id, applicationId));
  await endWhatTheOldOneOpened(tx, applicationId);
  const caseId = await leadingCaseId(application.caseId);
  const [soldier] = await tx
    .select({ surname: cases.surname, givenName: cases.givenName, patronymic: cases.patronymic })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!soldier) throw new DomainError('case.not-found');
  return { caseId, reference: application.reference, code, language: application.language, ...soldier };
}

async function endWhatTheOldOneOpened(tx: WriteDb, applicationId: string): Promise<void> {
  const at = Date.now();
  await tx
    .update(signIns)
    .set({ endedAt: at })
    .where(and(eq(signIns.applicationId, applicationId), isNull(signIns.endedAt)));
  await tx
    .update(codeRenewals)
    .set({ usedAt: at })
    .where(and(eq(codeRenewals.applicationId, applicationId), isNull(codeRenewals.usedAt)));
  await tx
    .update(drafts)
    .set({ codeOnce: null, answers: {}, usable: false })
    .where(eq(drafts.applicationId, applicationId));
  const unread = await unreadOf(tx, applicationId);
  await dropNotices(
    tx,
    unread.filter(({ kind }) => kind === 'code-link'),
  );
}
