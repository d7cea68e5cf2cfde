/** What the text of a piece of news needs; nothing of other applicants, and of the soldier only the name this applicant wrote. */
import { inArray } from 'drizzle-orm';
import { applications, cases, type NoticeKind } from '@/db/schema';
import { known } from '../applications/fields';
import { read } from '../database';
import { fullName } from '../names';
import type { Notice } from './outbox';
import { recipientOf } from './recipients';

export type NewsFacts = {
  noticeId: string;
  kind: NoticeKind;
  language: 'kk' | 'ru' | 'en';
  /** Who reads it; '' when no name is known. */
  name: string;
  address: string;
  /** The applicant a helper gets the news for; '' when the applicant reads it. */
  onBehalfOf: string;
  reference: string;
  /** The name of the soldier; '' when none is known. */
  soldier: string;
  data: Readonly<Record<string, string>>;
};

export type ApplicationOf = typeof applications.$inferSelect & { caseNumber: number };

/** The applications of notices, by id. */
export async function applicationsOf(rows: readonly Notice[]): Promise<Map<string, ApplicationOf>> {
  const ids = [...new Set(rows.map((row) => row.applicationId))];
  const found = await read().select().from(applications).where(inArray(applications.id, ids));
  const numbers = await read()
    .select({ id: cases.id, number: cases.number })
    .from(cases)
    .where(
      inArray(
        cases.id,
        found.map(({ caseId }) => caseId),
      ),
    );
  const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
  return new Map(found.map((one) => [one.id, { ...one, caseNumber: numberOf.get(one.caseId) ?? 0 }]));
}

export function factsOf(notice: Notice, application: ApplicationOf): NewsFacts {
  const { answers, reference, applicantName } = application;
  const { isHelper } = recipientOf(application);
  return {
    noticeId: notice.id,
    kind: notice.kind,
    language: notice.language,
    name: notice.name,
    address: notice.address,
    onBehalfOf: isHelper && notice.kind !== 'erased' ? applicantName : '',
    reference,
    soldier: fullName({
      surname: known(answers.surname),
      givenName: known(answers.givenName),
      patronymic: known(answers.patronymic),
    }),
    data: notice.data,
  };
}
