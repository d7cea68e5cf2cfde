/** What an applicant reads of the own application: the phase in plain words, what happened, what comes next, the result. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
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
  type Names,
  partners,
  questions,
} from '@/db/schema';
import { isWithheld } from '../cases/fates';
import { confirmedConclusion } from '../cases/guards';
import { statusOf } from '../cases/moving';
import { type Phase, phaseOf, type Status } from '../cases/pipeline';
import { nextDue } from '../cases/terms';
import { now } from '../clock';
import { query } from '../command';
import { answeringLetters, resultLetters } from '../correspondence/letter-kinds';
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
  questions: { id: string; text: string; askedAt: number; answer: string | null; answeredAt: number | null }[];
  letters: { kind: string; text: string; at: number; language: string }[];
  consents: { kind: string; givenAt: number; revokedAt: number | null; how: string }[];
  result: TrackedResult | null;
  withdrawn: boolean;
};

/** The tracking page of one application. Nothing of other applications, of staff or of withheld conclusions is in it. */
export const trackedApplication = query(
  'application.follow',
  z.strictObject({ applicationId: id() }),
  async ({ applicationId }): Promise<Tracked> => {
    const [application] = await read().select().from(applications).where(eq(applications.id, applicationId));
    if (!application) throw new DomainError('application.not-found');
    const row = await leadingCase(application.caseId);
    const asked = await read()
      .select()
      .from(questions)
      .where(and(eq(questions.applicationId, applicationId), isNull(questions.closedAt)))
      .orderBy(desc(questions.askedAt));
    const told = await read()
      .select()
      .from(letters)
      .where(and(eq(letters.applicationId, applicationId), inArray(letters.state, ['sent', 'handed-over'])))
      .orderBy(desc(letters.settledAt));
    const conclusion = await confirmedConclusion(row.id);
    const visible =
      conclusion !== undefined &&
      !isWithheld(conclusion) &&
      (await isToldFirst(application, told, conclusion.decidedAt));
    const burial = conclusion ? await burialOf(conclusion.id) : null;
    const view = {
      asked: asked.some((question) => question.answeredAt === null),
      withdrawn: application.withdrawnAt !== null,
      resultVisible: visible,
      resultKnown: conclusion !== undefined,
      burialKnown: burial !== null,
    };
    const phase = phaseOf({ status: statusOf(row), ...view });
    return {
      reference: application.reference,
      surname: row.surname,
      givenName: row.givenName,
      patronymic: row.patronymic,
      receivedAt: application.receivedAt,
      phase,
      body: await bodyOf(row.id, phase),
      history: await phasesPassed(row.id, application, { ...view, asked: asked.length > 0 }, phase),
      nextWordBy: await nextWord(row, application.receivedAt, told, conclusion?.decidedAt ?? null),
      questions: asked.map(({ id, text, askedAt, answer, answeredAt }) => ({ id, text, askedAt, answer, answeredAt })),
      letters: told
        .filter((letter) => visible || !(resultLetters as readonly string[]).includes(letter.kind))
        .map(({ kind, text, settledAt, writtenAt, language }) => ({
          kind,
          text,
          at: settledAt ?? writtenAt,
          language,
        })),
      consents: await read()
        .select({ kind: consents.kind, givenAt: consents.givenAt, revokedAt: consents.revokedAt, how: consents.how })
        .from(consents)
        .where(eq(consents.applicationId, applicationId))
        .orderBy(consents.givenAt),
      result: visible && conclusion ? { fate: conclusion.fate, fateDate: conclusion.fateDate, burial } : null,
      withdrawn: view.withdrawn,
    };
  },
);

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

async function bodyOf(caseId: string, phase: Phase): Promise<Tracked['body']> {
  if (phase === 'waiting') {
    const [open] = await read()
      .select({ name: partners.name, since: archiveRequests.sentAt })
      .from(archiveRequests)
      .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
      .where(and(eq(archiveRequests.caseId, caseId), isNull(archiveRequests.answeredAt)))
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
    },
    await holidayCalendar(),
  );
  // A result that may not be seen yet must not be given away by its term; a day gone by promises nothing.
  return due && due.kind !== 'notice' && due.day >= dayOf(now()) ? due.day : null;
}
