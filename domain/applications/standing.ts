/** How one application stands for its applicant: the tracking page and the news are both read off it. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { applications, burialPlaces, burials, cases, events, letters, type Names, questions } from '@/db/schema';
import { isWithheld } from '../cases/fates';
import { confirmedConclusion, leadingCaseId } from '../cases/guards';
import { statusOf } from '../cases/moving';
import { type Phase, phaseOf } from '../cases/pipeline';
import { nextDue } from '../cases/terms';
import { termsInUse } from '../cases/terms-in-use';
import { now } from '../clock';
import { answeringLetters, resultLetters } from '../correspondence/letter-kinds';
import { isWithHolder, owedOf } from '../correspondence/thread';
import { read } from '../database';
import { DomainError } from '../result';
import { holidayCalendar } from '../working-calendar';
import { dayOf } from '../working-days';

type Letter = typeof letters.$inferSelect;
type Application = typeof applications.$inferSelect;
type View = { asked: boolean; withdrawn: boolean; resultVisible: boolean; resultKnown: boolean; burialKnown: boolean };

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
  const [row] = await read()
    .select()
    .from(cases)
    .where(eq(cases.id, await leadingCaseId(caseId)));
  if (!row) throw new DomainError('case.not-found');
  return row;
}

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
