/** The one way to ask a statistic of the catalogue, and for the cases behind a figure of it. */
import { inArray, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases } from '@/db/schema';
import { authorize } from '../access';
import type { Status } from '../cases/pipeline';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { line, whole } from '../input';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { appliedTo, statisticShape } from './applied';
import { type Applied, entryOf, type StatisticKey, type StatisticResult } from './catalogue';
import { entries } from './entries';
import { askerOf, untilNextEvent } from './kept-figures';
import { namesOf } from './value-names';

/** Public entries are everybody's; the others need `statistics.read` besides. @throws DomainError `access.*` */
async function refuseUnlessFor(actor: Actor, key: StatisticKey): Promise<void> {
  if (entryOf(key).audience === 'manager') await authorize(actor, 'statistics.read');
}

/**
 * A statistic as of the end of a museum day or for a period, kept until something happens in the register.
 * @param input `key` of the catalogue and its parameters (`catalogue.ts`); those the entry does not take are left out of the answer
 * @throws DomainError `access.*` for an entry that is for managers; `input.invalid`, also with `statistics.from-after-to` at `from`
 */
export const statistic = query(
  'statistics.read-public',
  z.strictObject(statisticShape),
  async (input, actor): Promise<StatisticResult> => {
    await refuseUnlessFor(actor, input.key);
    const params = appliedTo(input);
    // What is overdue for staff rests on the day, without being asked for one.
    const asked = `statistic ${input.key} ${JSON.stringify(params)} ${dayOf(now())}`;
    const answer = async () => {
      const computed = await entries[input.key].compute(params);
      return { key: input.key, params, ...computed, names: await namesOf(input.key, computed.rows) };
    };
    return untilNextEvent(asked, answer, askerOf(actor));
  },
);

export type StatisticCases = {
  key: StatisticKey;
  params: Applied;
  /** All of them; `cases` is one page. */
  total: number;
  page: number;
  pages: number;
  cases: { id: string; number: number; surname: string; givenName: string; patronymic: string; status: Status }[];
};

const pageSize = 50;

/**
 * The cases behind one figure: each once, highest number first. Where a row counts applications, these are the cases they count for
 * or belong to, so that there can be fewer cases than the figure says.
 * @param input the parameters of the statistic; `row`: the values of its dimensions (left out: all rows), `column`: of the figure
 * (left out: the row as a whole), `page` from 1
 * @throws DomainError `statistics.no-cases` for an entry that has none, else as `statistic`
 */
export const statisticCases = query(
  'statistics.read',
  z.strictObject({
    ...statisticShape,
    row: z._default(z.record(z.string(), z.string()), {}),
    column: line(40),
    page: z.optional(whole(1, 1_000_000)),
  }),
  async ({ row, column, page: asked = 1, ...input }): Promise<StatisticCases> => {
    const entry = entries[input.key];
    if (!entry.cases) throw new DomainError('statistics.no-cases');
    const params = appliedTo(input);
    const behind = await entry.cases(params, row, column);
    const inRow = inArray(cases.id, sql`(${behind})`);
    const [counted] = await read().select({ total: sql<number>`count(*)` }).from(cases).where(inRow);
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / pageSize));
    const page = Math.min(asked, pages);
    const rows = await read()
      .select({
        id: cases.id,
        number: cases.number,
        surname: cases.surname,
        givenName: cases.givenName,
        patronymic: cases.patronymic,
        status: sql<Status>`${cases.status}`,
      })
      .from(cases)
      .where(inRow)
      .orderBy(sql`${cases.number} desc`)
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    return { key: input.key, params, total, page, pages, cases: rows };
  },
);
