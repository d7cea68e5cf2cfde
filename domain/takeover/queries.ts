/** Reading files of the old register: the list, the dry run, one row, and what a case says of the act it rests on. */
import { and, count, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import * as z from 'zod/mini';
import { applications, cases, staff, type TakeoverState, takeoverRows, takeovers } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id, line, oneOf, whole } from '../input';
import { DomainError } from '../result';
import { isTakeoverField, type TakeoverField, takeoverFields } from './columns';
import type { RowPlan } from './plan';
import { plansOf, rowsOf, settingsOf, takeoverRow } from './planning';
import type { Problem } from './problems';
import { acceptedKey, columnsOfSheets, headingKey, leftOutKey, rowOf, shownCells, type TakeoverSettings } from './row';

export type TakeoverLine = {
  takeoverId: string;
  fileName: string;
  state: TakeoverState;
  counts: Record<string, number>;
  uploadedAt: number;
  uploadedBy: string;
  decidedAt: number | null;
  decidedBy: string | null;
  undoneAt: number | null;
};

const decider = alias(staff, 'decider');

/** Files of the old register, the newest first, 200 at most. */
export const takeoverList = query('register.take-over', z.strictObject({}), async (): Promise<TakeoverLine[]> => {
  const rows = await read()
    .select({ takeover: takeovers, uploadedBy: staff.name, decidedBy: decider.name })
    .from(takeovers)
    .innerJoin(staff, eq(staff.id, takeovers.uploadedBy))
    .leftJoin(decider, eq(decider.id, takeovers.decidedBy))
    .orderBy(desc(takeovers.uploadedAt))
    .limit(200);
  return rows.map(
    ({ takeover: { id: takeoverId, fileName, state, counts, uploadedAt, decidedAt, undoneAt }, ...by }) => ({
      takeoverId,
      fileName,
      state,
      counts,
      uploadedAt,
      decidedAt,
      undoneAt,
      ...by,
    }),
  );
});

export type MappedColumn = {
  column: string;
  field: string /** What stands in its first filled cells. */;
  examples: string[];
};
export type TakeoverPage = TakeoverLine & {
  columns: MappedColumn[];
  settings: TakeoverSettings;
  /** How many rows have each problem, the most frequent first. */
  problems: { code: Problem['code']; grave: boolean; count: number }[];
  /** Guards that will rest on the act, or do. */
  rests: string[];
};

/** One file with its mapping and what the dry run found. @throws DomainError `takeover.not-found` */
export const takeoverPage = query(
  'register.take-over',
  z.strictObject({ takeoverId: id() }),
  async ({ takeoverId }, actor): Promise<TakeoverPage> => {
    const takeover = await takeoverRow(takeoverId);
    const head = (await takeoverList(actor, {})).find((one) => one.takeoverId === takeoverId);
    if (!head) throw new DomainError('takeover.not-found');
    const rows = await rowsOf(takeoverId);
    const proper = rows.filter(({ cells }) => cells[headingKey] === undefined);
    const taken = (await plansOf(takeover)).filter((_, at) => /^take/.test(rows[at]?.outcome ?? ''));
    return {
      ...head,
      settings: settingsOf(takeover),
      columns: Object.entries(takeover.mapping).map(([column, field]) => ({
        column,
        field,
        examples: [...new Set(proper.flatMap(({ cells }) => cells[column] ?? []))].slice(0, 3),
      })),
      problems: counted(rows.flatMap((row) => row.problems as Problem[])),
      rests: [...new Set(taken.flatMap(({ planned }) => planned.rests))],
    };
  },
);

function counted(problems: readonly Problem[]): TakeoverPage['problems'] {
  const counts = new Map<Problem['code'], { code: Problem['code']; grave: boolean; count: number }>();
  for (const { code, grave } of problems) {
    const known = counts.get(code) ?? { code, grave, count: 0 };
    counts.set(code, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => Number(b.grave) - Number(a.grave) || b.count - a.count);
}

const rowOutcomes = ['takes', 'refused', 'left-out', 'taken'] as const;

export type TakeoverRowLine = {
  rowId: string;
  sheet: string;
  row: number;
  outcome: (typeof rowOutcomes)[number];
  problems: Problem[];
  /** What would come of it, or came. */
  planned: RowPlan['planned'];
  caseId: string | null;
  number: number | null;
};

/** Rows of a file, all or those of one outcome, in the order of the file. */
export const takeoverRowList = query(
  'register.take-over',
  z.strictObject({
    takeoverId: id(),
    outcome: z._default(z.union([oneOf(rowOutcomes), z.literal('')]), ''),
    code: line(60),
    limit: z._default(whole(1, 10_000), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async ({ takeoverId, outcome, code, limit, offset }): Promise<{ total: number; rows: TakeoverRowLine[] }> => {
    const takeover = await takeoverRow(takeoverId);
    const plans = new Map((await plansOf(takeover)).map((plan) => [plan.id, plan.planned]));
    const fitting = (await rowsOf(takeoverId)).filter(
      (row) => (!outcome || row.outcome === outcome) && (!code || row.problems.some((one) => one.code === code)),
    );
    const numbers = await numbersOf(takeoverId);
    const rows = fitting.slice(offset, offset + limit).flatMap((row) => {
      const planned = plans.get(row.id);
      if (!planned) return [];
      const { id: rowId, sheet, row: at, caseId } = row;
      const number = numbers.get(caseId ?? '') ?? null;
      return [
        { rowId, sheet, row: at, outcome: row.outcome, problems: row.problems as Problem[], planned, caseId, number },
      ];
    });
    return { total: fitting.length, rows };
  },
);

const numbersOf = async (takeoverId: string) =>
  new Map(
    (
      await read().select({ id: cases.id, number: cases.number }).from(cases).where(eq(cases.takeoverId, takeoverId))
    ).map((row) => [row.id, row.number]),
  );

export type TakeoverRowPage = {
  takeoverId: string;
  fileName: string;
  state: TakeoverState;
  rowId: string;
  sheet: string;
  row: number;
  outcome: (typeof rowOutcomes)[number];
  leftOut: boolean;
  problems: Problem[];
  accepted: string[];
  /** As written in the file. */
  cells: [column: string, text: string][];
  /** What each field says, corrected ones by hand. */
  values: { field: TakeoverField; value: string; written: string; corrected: boolean }[];
};

/** One row with everything it says. @throws DomainError `takeover.not-found`, `takeover.row-not-found` */
export const takeoverRowPage = query(
  'register.take-over',
  z.strictObject({ takeoverId: id(), rowId: id() }),
  async ({ takeoverId, rowId }): Promise<TakeoverRowPage> => {
    const takeover = await takeoverRow(takeoverId);
    const rows = await rowsOf(takeoverId);
    const stored = rows.find((one) => one.id === rowId);
    if (!stored) throw new DomainError('takeover.row-not-found');
    const columns = columnsOfSheets(rows).get(stored.sheet) ?? new Set<string>();
    const own = rowOf(stored, takeover.mapping, columns);
    const written = rowOf({ ...stored, corrected: {} }, takeover.mapping, columns);
    const shown = takeoverFields.filter(
      (field) => own.hasColumn(field) || own.value(field) || stored.problems.some(({ column }) => column === field),
    );
    return {
      takeoverId,
      fileName: takeover.fileName,
      state: takeover.state,
      rowId,
      sheet: stored.sheet,
      row: stored.row,
      outcome: stored.outcome,
      leftOut: stored.corrected[leftOutKey] === 'yes',
      problems: stored.problems as Problem[],
      accepted: (stored.corrected[acceptedKey] ?? '').split(' ').filter(Boolean),
      cells: shownCells(stored.cells),
      values: shown.map((field) => ({
        field,
        value: own.value(field),
        written: written.value(field),
        corrected: isTakeoverField(field) && stored.corrected[field] !== undefined,
      })),
    };
  },
);

export type TakenOver = {
  takeoverId: string;
  fileName: string;
  place: string;
  rests: string[];
  stands: boolean;
  by: string | null;
  at: number | null;
  /** Every row it came from, as written there; empty where it was wiped at an applicant's wish. */
  rows: { applicationId: string | null; sheet: string; row: number; cells: [column: string, text: string][] }[];
};

/** The act by which a case was taken over; null when it was not. */
export const takenOver = query(
  'case.read',
  z.strictObject({ caseId: id() }),
  async ({ caseId }): Promise<TakenOver | null> => {
    const [found] = await read()
      .select({ row: cases, takeover: takeovers, by: staff.name })
      .from(cases)
      .innerJoin(takeovers, eq(takeovers.id, cases.takeoverId))
      .leftJoin(staff, eq(staff.id, takeovers.decidedBy))
      .where(eq(cases.id, caseId));
    if (!found) return null;
    const rows = await read().select().from(takeoverRows).where(eq(takeoverRows.caseId, caseId));
    return {
      takeoverId: found.takeover.id,
      fileName: found.takeover.fileName,
      place: found.row.takeoverPlace,
      rests: found.row.takeoverRests,
      stands: found.row.takeoverStands,
      by: found.by,
      at: found.takeover.decidedAt,
      rows: rows.map(({ applicationId, sheet, row, cells }) => ({
        applicationId,
        sheet,
        row,
        cells: shownCells(cells),
      })),
    };
  },
);

/** How many applications came from the old register, and how many cases of it nobody has taken up since. */
export const takenOverFigures = query('statistics.read', z.strictObject({}), async () => {
  const [taken] = await read()
    .select({ total: count() })
    .from(applications)
    .innerJoin(cases, and(eq(cases.id, applications.caseId)))
    .innerJoin(takeovers, eq(takeovers.id, cases.takeoverId));
  const [standing] = await read().select({ total: count() }).from(cases).where(eq(cases.takeoverStands, true));
  return { applications: taken?.total ?? 0, standing: standing?.total ?? 0 };
});
