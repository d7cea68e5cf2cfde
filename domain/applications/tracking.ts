/** What an applicant reads of the own application: the phase in plain words, what happened, what comes next, the result. */
import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  applications,
  archiveRequests,
  burialPlaces,
  burials,
  caseJoins,
  cases,
  consents,
  events,
  letters,
  messages,
  type Names,
  partners,
  questions,
  requestCases,
} from '@/db/schema';
import { isWithheld } from '../cases/fates';
import { confirmedConclusion, waitsForReply } from '../cases/guards';
import { statusOf } from '../cases/moving';
import { type Phase, phaseOf, type Status } from '../cases/pipeline';
import { nextDue } from '../cases/terms';
import { termsInUse } from '../cases/terms-in-use';
import { now } from '../clock';
import { query } from '../command';
import { answeringLetters, resultLetters } from '../correspondence/letter-kinds';
import { isWithHolder, owedOf } from '../correspondence/thread';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { holidayCalendar } from '../working-calendar';
import { dayOf } from '../working-days';

export type TrackedResult = {
  fate: string;
  fateDate: string;
  burial: {
    kind: string;
    precision: string;
    reportedName: string;
    reportedRegion: string;
    reportedCountry: string;
    presentName: Names;
    regionToday: Names;
    countryToday: string | null;
    /** The place is disputed: shown by its region, without a country. */
    regionOnly: boolean;
  } | null;
};

export type Tracked = {
  reference: string;
  surname: string;
  givenName: string;
  patronymic: string;
  receivedAt: number;
  phase: Phase;
  /** The body we wait for or passed the request on to, and since when. */
  body: { name: Names; since: number } | null;
  /** Changes of the public phase, newest first. */
  history: { at: number; phase: Phase }[];
  /** The day by which the family hears from us next. */
  nextWordBy: string | null;
  /** Newest first, those that are no longer needed included. */
  questions: TrackedQuestion[];
  /** Newest first. */
  messages: TrackedMessage[];
  letters: {
    id: string;
    kind: string;
    text: string;
    at: number;
    language: string;
    /** There is a sheet of it to keep. */
    hasSheet: boolean;
  }[];
  consents: {
    kind: string;
    how: string;
    /** The version of the text that was read. */
    textVersion: string;
    givenAt: number;
    revokedAt: number | null;
    /** When a consent by word of mouth was confirmed in writing. */
    confirmedAt: number | null;
  }[];
  result: TrackedResult | null;
  withdrawn: boolean;
};

export type TrackedQuestion = {
  id: string;
  text: string;
  askedAt: number;
  answer: string | null;
  answeredAt: number | null;
  /** The museum wrote down what was answered by telephone, letter or in person. */
  recorded: boolean;
  /** No longer needed: the search went on without the answer. */
  closedAt: number | null;
};

export type TrackedMessage = { id: string; text: string; writtenAt: number; isOurs: boolean };

/** The tracking page of one application. Nothing of other applications, of staff or of withheld conclusions is in it. */
export const trackedApplication = query(
  'application.follow',
  z.strictObject({ applicationId: id() }),
  async ({ applicationId }): Promise<Tracked> => {
    const standing = await standingOf(applicationId);
    const { application, row, heldSince, asked, told, conclusion, visible, burial, view, phase } = standing;
    return {
      reference: application.reference,
      surname: row.surname,
      givenName: row.givenName,
      patronymic: row.patronymic,
      receivedAt: application.receivedAt,
      phase,
      body: await bodyOf(row.id, phase),
      history: await phasesPassed(row.id, application, { ...view, asked: asked.length > 0 }, phase),
      nextWordBy: await nextWordBy(standing),
      questions: asked,
      messages: await messagesWith(applicationId, heldSince),
      letters: told
        .filter((letter) => visible || !(resultLetters as readonly string[]).includes(letter.kind))
        .map(({ id, kind, text, settledAt, approvedAt, writtenAt, language, frozen }) => ({
          id,
          hasSheet: frozen !== null && isHolders({ settledAt, approvedAt }, heldSince),
          kind,
          text,
          at: settledAt ?? writtenAt,
          language,
        })),
      consents: await read()
        .select({
          kind: consents.kind,
          how: consents.how,
          textVersion: consents.textVersion,
          givenAt: consents.givenAt,
          revokedAt: consents.revokedAt,
          confirmedAt: consents.confirmedAt,
        })
        .from(consents)
        .where(and(eq(consents.applicationId, applicationId), gte(consents.givenAt, heldSince)))
        .orderBy(consents.givenAt),
      result: visible && conclusion ? { fate: conclusion.fate, fateDate: conclusion.fateDate, burial } : null,
      withdrawn: view.withdrawn,
    };
  },
);

/**
 * Since when the application is in the hands of whoever holds it now, in milliseconds; 0 when it never passed to somebody else.
 * What was said with the person before stays between that person and us.
 */
async function heldSinceOf(applicationId: string): Promise<number> {
  const [passedOn] = await read()
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), eq(events.kind, 'application.passed-on')))
    .orderBy(desc(events.seq))
    .limit(1);
  return passedOn?.at ?? 0;
}

/**
 * Whether a letter's sheet is addressed to whoever holds the application since `heldSince`: it was approved, and went out, in
 * their time. The sheet of an earlier one names the person before and where they live.
 */
export const isHolders = (
  { approvedAt, settledAt }: Pick<Letter, 'approvedAt' | 'settledAt'>,
  heldSince: number,
): boolean => Math.min(approvedAt ?? 0, settledAt ?? 0) >= heldSince;

/** The questions to whoever holds the application now; one that is still open passes on with it. */
async function questionsTo(applicationId: string, heldSince: number): Promise<TrackedQuestion[]> {
  const rows = await read()
    .select()
    .from(questions)
    .where(eq(questions.applicationId, applicationId))
    .orderBy(desc(questions.askedAt));
  return rows
    .filter((row) => isWithHolder(row, heldSince))
    .map(({ id, text, askedAt, answer, answeredAt, answerRecordedBy, closedAt }) => ({
      id,
      text,
      askedAt,
      answer,
      answeredAt,
      recorded: answerRecordedBy !== null,
      closedAt,
    }));
}

async function messagesWith(applicationId: string, heldSince: number): Promise<TrackedMessage[]> {
  const rows = await read()
    .select()
    .from(messages)
    .where(and(eq(messages.applicationId, applicationId), gte(messages.writtenAt, heldSince)))
    .orderBy(desc(messages.writtenAt));
  return rows.map(({ id, text, writtenAt, writtenBy }) => ({ id, text, writtenAt, isOurs: writtenBy !== null }));
}

/** How one application stands for its applicant; the tracking page and the news are both read off it. */
export type Standing = {
  application: Application;
  /** The case that is worked on for it. */
  row: typeof cases.$inferSelect;
  /** Since when it is in the hands of whoever holds it now; 0 when it never passed to somebody else. */
  heldSince: number;
  /** Its questions, newest first. */
  asked: TrackedQuestion[];
  /** Its letters that were sent or handed over, newest first. */
  told: Letter[];
  conclusion: Awaited<ReturnType<typeof confirmedConclusion>>;
  /** The applicant may see the result now. */
  visible: boolean;
  burial: TrackedResult['burial'];
  view: View;
  phase: Phase;
};

/** @throws DomainError `application.not-found` */
export async function standingOf(applicationId: string): Promise<Standing> {
  const [application] = await read().select().from(applications).where(eq(applications.id, applicationId));
  if (!application) throw new DomainError('application.not-found');
  const row = await leadingCase(application.caseId);
  const heldSince = await heldSinceOf(applicationId);
  const asked = await questionsTo(applicationId, heldSince);
  const told = await read()
    .select()
    .from(letters)
    .where(and(eq(letters.applicationId, applicationId), inArray(letters.state, ['sent', 'handed-over'])))
    .orderBy(desc(letters.settledAt));
  const conclusion = await confirmedConclusion(row.id);
  const visible =
    conclusion !== undefined && !isWithheld(conclusion) && (await isToldFirst(application, told, conclusion.decidedAt));
  const burial = conclusion ? await burialOf(conclusion.id) : null;
  const view = {
    asked: owedOf(asked).length > 0,
    withdrawn: application.withdrawnAt !== null,
    resultVisible: visible,
    resultKnown: conclusion !== undefined,
    burialKnown: burial !== null,
  };
  const phase = phaseOf({ status: statusOf(row), ...view });
  return { application, row, heldSince, asked, told, conclusion, visible, burial, view, phase };
}

/** The museum's day `YYYY-MM-DD` by which the applicant hears from us next; null when none may be promised. */
export const nextWordBy = ({ row, application, told, conclusion }: Standing): Promise<string | null> =>
  nextWord(row, application.receivedAt, told, conclusion?.decidedAt ?? null);

/** The case that is worked on for this application: its own, or the one that was joined to. */
async function leadingCase(caseId: string): Promise<typeof cases.$inferSelect> {
  const [join] = await read()
    .select({ intoId: caseJoins.intoId })
    .from(caseJoins)
    .where(and(eq(caseJoins.caseId, caseId), isNull(caseJoins.partedAt)));
  const [row] = await read()
    .select()
    .from(cases)
    .where(eq(cases.id, join?.intoId ?? caseId));
  if (!row) throw new DomainError('case.not-found');
  return row;
}

type Letter = typeof letters.$inferSelect;
type Application = typeof applications.$inferSelect;

/** Whether the applicant heard of the result in the way they asked for; those who asked for none read it here. */
async function isToldFirst(application: Application, told: Letter[], decidedAt: number | null): Promise<boolean> {
  if (application.tellFirst === 'page') return true;
  return told.some(
    (letter) =>
      (resultLetters as readonly string[]).includes(letter.kind) &&
      (letter.settledAt ?? 0) >= (decidedAt ?? 0) &&
      (application.tellFirst === 'letter' || letter.channel === 'telephone' || letter.channel === 'in-person'),
  );
}

async function burialOf(conclusionId: string): Promise<TrackedResult['burial']> {
  const [row] = await read()
    .select({ burial: burials, place: burialPlaces })
    .from(burials)
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(and(eq(burials.conclusionId, conclusionId), isNull(burials.endedAt)));
  if (!row) return null;
  const { reportedName, reportedRegion, reportedCountry, presentName, regionToday, countryToday, regionOnly } =
    row.place;
  return {
    kind: row.burial.kind,
    precision: row.burial.precision,
    reportedName,
    reportedRegion,
    reportedCountry,
    presentName,
    regionToday,
    countryToday: regionOnly ? null : countryToday,
    regionOnly,
  };
}

/** The body we wait for or passed the request on to in this phase, and since when. */
export async function bodyOf(caseId: string, phase: Phase): Promise<Tracked['body']> {
  if (phase === 'waiting') {
    const [open] = await read()
      .select({ name: partners.name, since: sql<number>`${archiveRequests.sentAt}` })
      .from(archiveRequests)
      .innerJoin(requestCases, eq(requestCases.requestId, archiveRequests.id))
      .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
      .where(waitsForReply(caseId))
      .orderBy(archiveRequests.sentAt)
      .limit(1);
    return open ?? null;
  }
  if (phase !== 'forwarded') return null;
  const [passedOn] = await read()
    .select({ name: partners.name, since: letters.settledAt })
    .from(letters)
    .innerJoin(partners, eq(partners.id, letters.partnerId))
    .where(
      and(eq(letters.caseId, caseId), eq(letters.kind, 'forwarding'), inArray(letters.state, ['sent', 'handed-over'])),
    )
    .orderBy(desc(letters.settledAt))
    .limit(1);
  return passedOn?.since ? { name: passedOn.name, since: passedOn.since } : null;
}

type View = { asked: boolean; withdrawn: boolean; resultVisible: boolean; resultKnown: boolean; burialKnown: boolean };

/** The public phases the case went through, without repeating one and without a result the applicant may not see yet. */
async function phasesPassed(
  caseId: string,
  application: Application,
  view: View,
  current: Phase,
): Promise<Tracked['history']> {
  const moves = await read()
    .select({ at: events.at, data: events.data })
    .from(events)
    .where(and(eq(events.caseId, caseId), eq(events.kind, 'case.moved')))
    .orderBy(events.seq);
  const passed: Tracked['history'] = [{ at: application.receivedAt, phase: 'received' }];
  for (const move of moves) {
    // What happened after this applicant withdrew belongs to the others.
    if (application.withdrawnAt !== null && move.at > application.withdrawnAt) break;
    const { to } = JSON.parse(move.data) as { to: Status };
    const phase = phaseOf({ ...view, status: to, withdrawn: false });
    if (move.at >= application.receivedAt && passed.at(-1)?.phase !== phase) passed.push({ at: move.at, phase });
  }
  if (passed.at(-1)?.phase !== current)
    passed.push({ at: application.withdrawnAt ?? moves.at(-1)?.at ?? application.receivedAt, phase: current });
  return passed.reverse();
}

async function nextWord(
  caseRow: typeof cases.$inferSelect,
  receivedAt: number,
  told: Letter[],
  decidedAt: number | null,
): Promise<string | null> {
  const answered = told.find((letter) => (answeringLetters as readonly string[]).includes(letter.kind));
  const due = nextDue(
    {
      status: statusOf(caseRow),
      receivedDay: dayOf(receivedAt),
      lastWordDay: answered?.settledAt ? dayOf(answered.settledAt) : null,
      extendedTo: caseRow.extendedTo,
      resultDay: decidedAt ? dayOf(decidedAt) : null,
      hasApplication: true,
      takeoverStands: caseRow.takeoverStands,
    },
    await holidayCalendar(),
    await termsInUse(),
  );
  // A result that may not be seen yet must not be given away by its term; a day gone by promises nothing.
  return due && due.kind !== 'notice' && due.day >= dayOf(now()) ? due.day : null;
}
