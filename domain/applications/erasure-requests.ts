/** What a manager sees of the wishes to be erased: the open ones with all that would go, and what became of earlier ones. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  applications,
  attachments,
  cases,
  consents,
  erasureRequests,
  letters,
  messages,
  notes,
  questions,
  staff,
} from '@/db/schema';
import { activeApplications, leadingCaseId, memberIds } from '../cases/guards';
import { query } from '../command';
import { read } from '../database';
import { fullName } from '../names';
import { recipientOf } from '../news/recipients';
import { sayings } from './erasing';

export type OpenErasure = {
  requestId: string;
  askedAt: number;
  reason: string;
  reference: string;
  applicantName: string;
  /** How the applicant is told afterwards; without e-mail it has to be said before. */
  reach: { email: string; telephone: string; postalAddress: string };
  caseId: string;
  caseNumber: number;
  soldier: { surname: string; givenName: string; patronymic: string };
  withdrawn: boolean;
  /** Other applications that go on asking for this man; with none the search has no family to tell. */
  others: number;
  /** Whether a consent to publication ends with it. */
  published: boolean;
  /** How much of each goes. */
  holds: { answers: number; questions: number; messages: number; letters: number; papers: number };
  /** Notes of staff about the case, oldest first; `mentions`: a word of the applicant's name, or an address, stands in it. */
  notes: { id: string; text: string; writtenAt: number; mentions: boolean }[];
};

export type SettledErasure = {
  requestId: string;
  state: 'carried-out' | 'declined';
  decidedAt: number;
  decidedBy: string;
  note: string;
  reference: string;
  caseId: string;
  caseNumber: number;
};

/** The settled requests that are shown, newest first. */
const mostSettled = 100;

/** Requests to be erased: the open ones, longest waiting first, and the newest settled ones. */
export const erasureRequestList = query(
  'erasure.decide',
  z.strictObject({}),
  async (): Promise<{ open: OpenErasure[]; settled: SettledErasure[] }> => {
    const rows = await read()
      .select({ request: erasureRequests, application: applications, row: cases })
      .from(erasureRequests)
      .innerJoin(applications, eq(applications.id, erasureRequests.applicationId))
      .innerJoin(cases, eq(cases.id, applications.caseId))
      .where(eq(erasureRequests.state, 'asked'))
      .orderBy(asc(erasureRequests.askedAt));
    const open: OpenErasure[] = [];
    for (const { request, application, row } of rows) {
      const leading = await leadingCaseId(row.id);
      const going = await activeApplications(leading);
      open.push({
        requestId: request.id,
        askedAt: request.askedAt,
        reason: request.reason,
        reference: application.reference,
        applicantName: application.applicantName,
        reach: {
          email: recipientOf(application).address,
          telephone: application.telephone,
          postalAddress: application.postalAddress,
        },
        caseId: row.id,
        caseNumber: row.number,
        soldier: { surname: row.surname, givenName: row.givenName, patronymic: row.patronymic },
        withdrawn: application.withdrawnAt !== null,
        others: going.filter(({ id }) => id !== application.id).length,
        published: await publishes(application.id),
        holds: await holdings(application),
        notes: await notesAbout(application, fullName(row), await memberIds(leading)),
      });
    }
    return { open, settled: await settledRequests() };
  },
);

/** How many requests wait for a decision. */
export const openErasures = query('erasure.decide', z.strictObject({}), async (): Promise<number> => {
  const [row] = await read().select({ n: count() }).from(erasureRequests).where(eq(erasureRequests.state, 'asked'));
  return row?.n ?? 0;
});

type Application = typeof applications.$inferSelect;

async function publishes(applicationId: string): Promise<boolean> {
  const [given] = await read()
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(eq(consents.applicationId, applicationId), eq(consents.kind, 'publication'), isNull(consents.revokedAt)),
    );
  return given !== undefined;
}

async function holdings({ id, answers }: Application): Promise<OpenErasure['holds']> {
  const owned = async (table: typeof questions | typeof messages | typeof letters) => {
    const [row] = await read().select({ n: count() }).from(table).where(eq(table.applicationId, id));
    return row?.n ?? 0;
  };
  const [papers] = await read()
    .select({ n: count() })
    .from(attachments)
    .where(and(eq(attachments.applicationId, id), isNull(attachments.removedAt)));
  return {
    answers: Object.keys(answers).length,
    questions: await owned(questions),
    messages: await owned(messages),
    letters: await owned(letters),
    papers: papers?.n ?? 0,
  };
}

async function notesAbout(application: Application, soldier: string, group: string[]): Promise<OpenErasure['notes']> {
  const rows = await read()
    .select({ id: notes.id, text: notes.text, writtenAt: notes.writtenAt })
    .from(notes)
    .where(and(inArray(notes.caseId, group), ne(notes.text, '')))
    .orderBy(asc(notes.writtenAt));
  // A surname they share tells nothing.
  const words = application.applicantName.split(/\s+/).filter((word) => word.length >= 4 && !soldier.includes(word));
  const told = [...sayings(application), ...words];
  return rows.map((row) => ({ ...row, mentions: told.some((text) => row.text.includes(text)) }));
}

async function settledRequests(): Promise<SettledErasure[]> {
  const rows = await read()
    .select({ request: erasureRequests, reference: applications.reference, row: cases, by: staff.name })
    .from(erasureRequests)
    .innerJoin(applications, eq(applications.id, erasureRequests.applicationId))
    .innerJoin(cases, eq(cases.id, applications.caseId))
    .leftJoin(staff, eq(staff.id, erasureRequests.decidedBy))
    .where(and(ne(erasureRequests.state, 'asked'), isNotNull(erasureRequests.decidedAt)))
    .orderBy(desc(erasureRequests.decidedAt))
    .limit(mostSettled);
  return rows.map(({ request, reference, row, by }) => ({
    requestId: request.id,
    state: request.state === 'declined' ? 'declined' : 'carried-out',
    decidedAt: request.decidedAt ?? request.askedAt,
    decidedBy: by ?? '',
    note: request.note,
    reference,
    caseId: row.id,
    caseNumber: row.number,
  }));
}
