/** An application as it was filled in, for the printed form. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, consents } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import type { Answers } from './fields';

export type Sheet = {
  reference: string;
  /** Milliseconds since 1970 (UTC). */
  receivedAt: number;
  language: 'kk' | 'ru' | 'en';
  /** Every answer, the applicant's own details and the consents in force among them. */
  answers: Answers;
};

/** For the paper file of the museum. @throws DomainError `application.not-found`, also once its data were erased */
export const applicationSheet = query(
  'application.read',
  z.strictObject({ applicationId: id() }),
  ({ applicationId }): Promise<Sheet> => sheetOf(applicationId),
);

/** The applicant's own. */
export const ownSheet = query(
  'application.follow',
  z.strictObject({ applicationId: id() }),
  ({ applicationId }): Promise<Sheet> => sheetOf(applicationId),
);

async function sheetOf(applicationId: string): Promise<Sheet> {
  const [row] = await read()
    .select()
    .from(applications)
    .where(and(eq(applications.id, applicationId), isNull(applications.erasedAt)));
  if (!row) throw new DomainError('application.not-found');
  const given = await read()
    .select({ kind: consents.kind })
    .from(consents)
    .where(and(eq(consents.applicationId, applicationId), isNull(consents.revokedAt)));
  const { reference, receivedAt, language, applicantName, kinship, telephone, email, postalAddress, region } = row;
  const { birthYear, helperName, helperContact, newsTo, tellFirst } = row;
  return {
    reference,
    receivedAt,
    language,
    answers: {
      ...row.answers,
      ...{ applicantName, kinship, telephone, email, postalAddress, region, helperName, helperContact },
      ...{ newsTo, tellFirst, birthYear: birthYear === null ? '' : String(birthYear) },
      ...Object.fromEntries(given.map(({ kind }) => [`consent-${kind}`, 'on'])),
    },
  };
}
