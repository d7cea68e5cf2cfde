/** The dry run of a kept file: read from its rows, written back to them. */
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { applications, burialPlaces, cases, takeoverRows, takeovers } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { now } from '../clock';
import { read } from '../database';
import { fold } from '../names';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { type FileContext, pairKey, planFile, type RowPlan } from './plan';
import { columnsOfSheets, rowOf, type TakeoverSettings } from './row';

export type Takeover = typeof takeovers.$inferSelect;

/** @throws DomainError `takeover.not-found` */
export async function takeoverRow(takeoverId: string): Promise<Takeover> {
  const [row] = await read().select().from(takeovers).where(eq(takeovers.id, takeoverId));
  if (!row) throw new DomainError('takeover.not-found');
  return row;
}

/** A file whose rows can still be mapped and corrected. @throws DomainError `takeover.not-open` */
export async function openTakeover(takeoverId: string): Promise<Takeover> {
  const row = await takeoverRow(takeoverId);
  if (row.state !== 'read' && row.state !== 'undone') throw new DomainError('takeover.not-open');
  return row;
}

export const settingsOf = ({ settings }: Takeover): TakeoverSettings => ({
  order: settings.order === 'month-first' ? 'month-first' : 'day-first',
  language: settings.language === 'ru' || settings.language === 'en' ? settings.language : 'kk',
  channel: (['telephone', 'visit', 'email', 'web'] as const).find((one) => one === settings.channel) ?? 'post',
});

/** Among the settings: the names of the sheets, in the order of the file. */
export const sheetOrder = 'sheets';

/** Rows in the order of the file. */
export async function rowsOf(takeoverId: string) {
  const { settings } = await takeoverRow(takeoverId);
  const sheets = JSON.parse(settings[sheetOrder] ?? '[]') as string[];
  const rows = await read().select().from(takeoverRows).where(eq(takeoverRows.takeoverId, takeoverId));
  return rows.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row);
}

/** What would come of each row now. */
export async function plansOf(takeover: Takeover): Promise<RowPlan[]> {
  const stored = await rowsOf(takeover.id);
  const columns = columnsOfSheets(stored);
  return planFile(
    stored.map((row) => rowOf(row, takeover.mapping, columns.get(row.sheet) ?? new Set())),
    await contextOf(takeover),
  );
}

async function contextOf(takeover: Takeover): Promise<FileContext> {
  const places = await read()
    .select({ name: burialPlaces.reportedName, country: burialPlaces.countryToday })
    .from(burialPlaces)
    .where(isNotNull(burialPlaces.countryToday));
  const here = await read()
    .select({
      number: cases.number,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
      birth: cases.birth,
      applicant: applications.applicantName,
    })
    .from(applications)
    .innerJoin(cases, eq(cases.id, applications.caseId))
    .where(isNull(applications.withdrawnAt));
  return {
    settings: settingsOf(takeover),
    today: dayOf(now()),
    places: new Map(places.map(({ name, country }) => [fold(name), country ?? ''])),
    known: new Map(
      here.map((one) => [pairKey([one.surname, one.givenName, one.patronymic], one.birth, one.applicant), one.number]),
    ),
  };
}

/** Writes the dry run to the rows that changed by it, and the counts to the file. */
export async function keepPlans(tx: WriteDb, takeover: Takeover): Promise<Record<string, number>> {
  const stored = new Map((await rowsOf(takeover.id)).map((row) => [row.id, row]));
  const counts: Record<string, number> = { rows: stored.size, takes: 0, 'left-out': 0, refused: 0, problems: 0 };
  for (const { id, outcome, problems } of await plansOf(takeover)) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    counts.problems = (counts.problems ?? 0) + problems.filter(({ grave }) => grave).length;
    const before = stored.get(id);
    if (before?.outcome === outcome && JSON.stringify(before.problems) === JSON.stringify(problems)) continue;
    await tx.update(takeoverRows).set({ outcome, problems }).where(eq(takeoverRows.id, id));
  }
  await tx.update(takeovers).set({ counts }).where(eq(takeovers.id, takeover.id));
  return counts;
}

/** Another file of the same bytes that stands as taken over. */
export async function standingTwin(sha256: string): Promise<Takeover | undefined> {
  const [twin] = await read()
    .select()
    .from(takeovers)
    .where(and(eq(takeovers.sha256, sha256), inArray(takeovers.state, ['done', 'running'])));
  return twin;
}
