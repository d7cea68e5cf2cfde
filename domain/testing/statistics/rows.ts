/** Every row the statistics rest on, read out whole: what a second computation starts from. */
import {
  applications,
  archiveRequests,
  burialPlaces,
  burials,
  caseJoins,
  cases,
  conclusions,
  events,
  holidays,
  letters,
  requestCases,
  searches,
  staff,
  tasks,
} from '@/db/schema';
import { read } from '../../database';

export type Rows = Awaited<ReturnType<typeof allRows>>;

export async function allRows() {
  const db = read();
  return {
    applications: await db.select().from(applications),
    requests: await db.select().from(archiveRequests),
    places: await db.select().from(burialPlaces),
    burials: await db.select().from(burials),
    joins: await db.select().from(caseJoins),
    cases: await db.select().from(cases),
    conclusions: await db.select().from(conclusions),
    events: await db.select().from(events),
    holidays: await db.select().from(holidays),
    letters: await db.select().from(letters),
    requestCases: await db.select().from(requestCases),
    searches: await db.select().from(searches),
    staff: await db.select().from(staff),
    tasks: await db.select().from(tasks),
  };
}

/** What stands at the end of a day: begun by then, and not ended by then. */
export const stands = (from: number | null, to: number | null, end: number): boolean =>
  from !== null && from <= end && !(to !== null && to <= end);

/** Which case each case counts for at a moment. */
export function leadsAt({ joins, cases: all }: Rows, end: number): (caseId: string) => string {
  const lead = new Map(all.map(({ id }) => [id, id]));
  for (const join of joins) if (stands(join.joinedAt, join.partedAt, end)) lead.set(join.caseId, join.intoId);
  return (caseId) => lead.get(caseId) ?? caseId;
}

/** Counts by key, in the order of first sight. */
export function tally<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** The status of every case at a moment, told again from its history. */
export function statusesAt(rows: Rows, end: number): Map<string, string> {
  const moves = tally(
    rows.events.filter((event) => event.kind === 'case.moved').sort((a, b) => a.seq - b.seq),
    (event) => event.caseId ?? '',
  );
  const stood = new Map<string, string>();
  for (const one of rows.cases) {
    if (one.receivedAt > end) continue;
    const own = (moves.get(one.id) ?? []).map(({ at, data }) => ({ at, ...JSON.parse(data) }));
    let status: string = own[0]?.from ?? one.status;
    if (one.takeoverId) {
      // Of the time before the act only the day of the result is known.
      const decided = rows.conclusions
        .flatMap((made) => (made.caseId === one.id && made.decidedAt ? [made.decidedAt] : []))
        .filter((at) => at > one.receivedAt && at < (own[0]?.at ?? Number.POSITIVE_INFINITY));
      if (decided.length > 0 && Math.min(...decided) > end) status = 'searching';
    }
    for (const move of own) if (move.at <= end) status = move.to;
    stood.set(one.id, status);
  }
  return stood;
}
