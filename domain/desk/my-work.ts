/** My work: everything that waits for one person, in one order of urgency. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases } from '@/db/schema';
import { caseLines } from '../cases/lines';
import { pipeline, type Status, statuses } from '../cases/pipeline';
import { type CaseLine, caseList, type NewAnswer, newAnswers } from '../cases/queries';
import type { Due } from '../cases/terms';
import { now } from '../clock';
import { query } from '../command';
import { type LetterToDo, lettersOnTheirWay, lettersToDo } from '../correspondence/letters-to-do';
import { type DueRequest, dueReminders } from '../correspondence/request-lines';
import { optionalId } from '../input';
import { type NewCandidate, newCandidates } from '../matching/new-candidates';
import { type Actor, can } from '../permissions';
import { holidayCalendar } from '../working-calendar';
import { type DayCalendar, dayOf } from '../working-days';
import { type Mention, myMentions } from './mentions';
import { openTasks, type TaskLine } from './task-queries';
import { byUrgency, type Distance, distanceOf, type Urgent, urgencyOfDay } from './urgency';

/** The soldier and the case a thing to do is about. */
export type About = { caseId: string; number: number; surname: string; givenName: string; patronymic: string };

/** What there is to do. */
export type Doing =
  /** `letterId`: the letter that will keep the term is written and waits to go out. */
  | { what: 'case'; due: Due; status: Status; letterId: string | null }
  | { what: 'task'; task: TaskLine }
  | { what: 'mention'; mention: Mention }
  | { what: 'answer' | 'message'; answer: NewAnswer }
  | { what: 'confirm' }
  | { what: 'letter'; letter: LetterToDo }
  | { what: 'reminder'; request: DueRequest }
  | { what: 'candidate'; candidate: NewCandidate }
  | { what: 'free'; due: Due | null; status: Status };

export type WorkItem = Urgent & Doing & { key: string; about: About | null; distance: Distance | null };

/** How many cases, answers, candidates and free cases are listed; the whole of each has a page of its own. */
const listed = { mine: 60, answers: 40, candidates: 8, free: 10 };
/** Days that an answer counts as new. */
const answersFor = 14;

/** Everything that waits for whoever asks, the most urgent first; and how much there is of what is listed only in part. */
export const myWork = query('case.read', z.strictObject({}), async (_, actor) => {
  const mine = await caseList(actor, { view: 'mine', sort: 'due', limit: listed.mine });
  const written = await lettersOnTheirWay(mine.rows);
  const free = await caseList(actor, { view: 'free', limit: listed.free });
  const candidates = await newCandidates(actor, { limit: listed.candidates });
  const asked = { today: dayOf(now()), calendar: await holidayCalendar() };
  const items = [
    ...mine.rows.flatMap((row) => (row.due ? [withDay(asked, ofCase(row, written.get(row.caseId)), row.due.day)] : [])),
    ...(await openTasks(actor, {})).map((task) => withDay(asked, ofTask(task), task.dueOn)),
    ...(await myMentions(actor, {})).map(ofMention),
    ...(await newAnswers(actor, { days: answersFor, limit: listed.answers })).map(ofAnswer),
    ...(await toConfirm(actor)),
    ...(await lettersToDo(actor, {})).map(ofLetter),
    ...(await dueReminders(actor, {})).map((request) => withDay(asked, ofReminder(request, actor), request.next.dueOn)),
    ...candidates.rows.map(ofCandidate),
    ...[...(await givenBack()), ...free.rows].map((row) => ofFree(asked, row)),
  ];
  return {
    items: items.sort(byUrgency),
    totals: { mine: mine.total, free: free.total, candidates: candidates.total },
  };
});

/**
 * The case that comes after another in one's work, round and round; the first one when `after` waits for nothing any more, a free
 * one when nothing else is left.
 * @returns null when no other case waits
 */
export const nextCase = query(
  'case.read',
  z.strictObject({ after: optionalId() }),
  async ({ after }, actor): Promise<{ caseId: string } | null> => {
    const { items } = await myWork(actor, {});
    const own = casesIn(items.filter((item) => item.urgency !== 'free'));
    const others = own.filter((one) => one !== after);
    const at = after ? own.indexOf(after) : -1;
    const next = own[at + 1] ?? others[0] ?? casesIn(items).find((one) => one !== after);
    return next && next !== after ? { caseId: next } : null;
  },
);

const casesIn = (items: readonly WorkItem[]): string[] => [
  ...new Set(items.flatMap((item) => (item.about ? [item.about.caseId] : []))),
];

type Unplaced = Doing & { key: string; about: About | null; since: number };
type Asked = { today: string; calendar: DayCalendar };

const withDay = ({ today, calendar }: Asked, item: Unplaced, day: string): WorkItem => ({
  ...item,
  day,
  urgency: urgencyOfDay(day, today),
  distance: distanceOf(day, today, calendar),
});

const waiting = (item: Unplaced): WorkItem => ({ ...item, day: null, urgency: 'waiting', distance: null });

const aboutOf = ({ caseId, number, surname, givenName, patronymic }: About): About => ({
  caseId,
  number,
  surname,
  givenName,
  patronymic,
});

const ofCase = (row: CaseLine, letterId?: string): Unplaced => ({
  what: 'case',
  key: `case-${row.caseId}`,
  about: aboutOf(row),
  since: row.receivedAt,
  // Only lines with a term come here.
  due: row.due ?? { kind: 'next-word', day: '' },
  status: row.status,
  letterId: letterId ?? null,
});

const ofTask = (task: TaskLine): Unplaced => ({
  what: 'task',
  key: `task-${task.taskId}`,
  about: task.about,
  since: task.setAt,
  task,
});

const ofMention = (mention: Mention): WorkItem =>
  waiting({
    what: 'mention',
    key: `mention-${mention.noteId}`,
    about: aboutOf(mention),
    since: mention.writtenAt,
    mention,
  });

const ofAnswer = (answer: NewAnswer): WorkItem =>
  waiting({
    what: answer.what,
    key: `${answer.what}-${answer.key}-${answer.caseId}`,
    about: aboutOf(answer),
    since: answer.answeredAt,
    answer,
  });

const ofLetter = (letter: LetterToDo): WorkItem =>
  waiting({
    what: 'letter',
    key: `letter-${letter.what}-${letter.letterId}`,
    about: aboutOf(letter),
    since: letter.since,
    letter,
  });

/** Of several men one's own comes first; without him the request is about none in particular. */
function ofReminder(request: DueRequest, actor: Actor): Unplaced {
  const waiting = request.men.filter(({ answeredAt }) => answeredAt === null);
  const mine = waiting.find(({ assigneeId }) => 'staffId' in actor && assigneeId === actor.staffId) ?? waiting[0];
  return {
    what: 'reminder',
    key: `reminder-${request.requestId}`,
    about: mine ? aboutOf(mine) : null,
    since: request.sentAt ?? request.writtenAt,
    request,
  };
}

const ofCandidate = (candidate: NewCandidate): WorkItem => ({
  what: 'candidate',
  key: `candidate-${candidate.candidateId}`,
  about: aboutOf(candidate.mine),
  since: candidate.proposedAt,
  candidate,
  day: null,
  urgency: 'candidates',
  distance: null,
});

/** Free cases keep the order of the queue, in which whom children and widows wait for comes first. */
const ofFree = ({ today, calendar }: Asked, row: CaseLine): WorkItem => ({
  what: 'free',
  key: `free-${row.caseId}`,
  about: aboutOf(row),
  since: 0,
  due: row.due,
  status: row.status,
  day: null,
  urgency: 'free',
  distance: row.due && distanceOf(row.due.day, today, calendar),
});

/** Given back in the middle of the work: free, but past what the view of free cases shows. None of the old register's. */
const givenBack = (): Promise<CaseLine[]> =>
  caseLines(
    and(isNull(cases.assigneeId), inArray(cases.status, [...begun]), eq(cases.takeoverStands, false)),
    'number',
    'ascending',
    { limit: listed.free, offset: 0 },
  );

const begun = statuses.filter((status) => pipeline[status].open && status !== 'received' && status !== 'checking');

async function toConfirm(actor: Actor): Promise<WorkItem[]> {
  if (!can(actor, 'conclusion.decide')) return [];
  const { rows } = await caseList(actor, { view: 'to-confirm', sort: 'status', limit: listed.mine });
  return rows.map((row) =>
    waiting({ what: 'confirm', key: `confirm-${row.caseId}`, about: aboutOf(row), since: row.statusSince }),
  );
}
