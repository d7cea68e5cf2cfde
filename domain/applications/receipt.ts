/** What an applicant takes home after sending: the reference and, for a day and to the same browser, the access code. */
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications } from '@/db/schema';
import { nextDue } from '../cases/terms';
import { termsInUse } from '../cases/terms-in-use';
import { query } from '../command';
import { read } from '../database';
import { holidayCalendar } from '../working-calendar';
import { dayOf } from '../working-days';
import { draftRow } from './drafts';
import { known } from './fields';

export type Receipt = {
  reference: string;
  code: string;
  surname: string;
  givenName: string;
  patronymic: string;
  /** Milliseconds since 1970 (UTC). */
  receivedAt: number;
  /** The museum's day, `YYYY-MM-DD`, by which the first answer is due. */
  firstAnswerBy: string | null;
};

/** The receipt behind a draft's token; null when nothing was sent under it, or the day in which it can be read is over. */
export const receiptByToken = query(
  'draft.write',
  z.strictObject({ token: z.string() }),
  async ({ token }): Promise<Receipt | null> => {
    const draft = await draftRow(token);
    if (!draft?.applicationId || !draft.codeOnce) return null;
    const [sent] = await read()
      .select({ reference: applications.reference, receivedAt: applications.receivedAt })
      .from(applications)
      .where(eq(applications.id, draft.applicationId));
    if (!sent) return null;
    const due = nextDue(
      {
        status: 'received',
        receivedDay: dayOf(sent.receivedAt),
        lastWordDay: null,
        extendedTo: null,
        resultDay: null,
        hasApplication: true,
        takeoverStands: false,
      },
      await holidayCalendar(),
      await termsInUse(),
    );
    return {
      ...sent,
      code: draft.codeOnce,
      surname: known(draft.answers.surname),
      givenName: known(draft.answers.givenName),
      patronymic: known(draft.answers.patronymic),
      firstAnswerBy: due?.day ?? null,
    };
  },
);
