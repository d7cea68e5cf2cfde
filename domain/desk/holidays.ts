/** The calendar of days off and working Saturdays, as staff keep it: terms are counted by it. */
import { and, asc, eq, gte, lte } from 'drizzle-orm';
import * as z from 'zod/mini';
import { holidays as firstHolidays } from '@/db/reference-data/holidays';
import { holidays } from '@/db/schema';
import { command, query } from '../command';
import { read } from '../database';
import { day, oneOf, requiredLine, whole } from '../input';
import { DomainError } from '../result';
import { isWorkingDay } from '../working-days';

/** Days that come with the program: completing the reference data would bring them back, so they are never deleted. */
const broughtAlong = new Map(firstHolidays.map((one) => [one.day, one.kind]));

/** Enters or changes a day off, or a Saturday or Sunday that is worked. */
export const setHoliday = command(
  'holiday.write',
  z.strictObject({
    day: day(),
    kind: oneOf(['off', 'working']),
    nameKk: requiredLine(),
    nameRu: requiredLine(),
    nameEn: requiredLine(),
  }),
  async (input, { tx, record }) => {
    await tx.insert(holidays).values(input).onConflictDoUpdate({ target: holidays.day, set: input });
    record({ kind: 'holiday.changed', data: { day: input.day } });
  },
);

/**
 * Makes a day an ordinary one again: worked from Monday to Friday, off on Saturday and Sunday.
 * @throws DomainError `holiday.not-found` when the day is ordinary already
 */
export const removeHoliday = command('holiday.write', z.strictObject({ day: day() }), async (input, { tx, record }) => {
  const [row] = await tx.select().from(holidays).where(eq(holidays.day, input.day));
  if (!row || isOrdinary(row)) throw new DomainError('holiday.not-found');
  const kind = ordinaryKind(input.day);
  // A holiday that falls on a Sunday changes nothing by itself.
  if (row.kind === kind && broughtAlong.has(input.day)) throw new DomainError('holiday.not-found');
  if (broughtAlong.has(input.day)) await tx.update(holidays).set({ kind }).where(eq(holidays.day, input.day));
  else await tx.delete(holidays).where(eq(holidays.day, input.day));
  record({ kind: 'holiday.changed', data: { day: input.day } });
});

export type HolidayLine = typeof holidays.$inferSelect;

/** The exceptions of a year by day, and the years for which any are kept. */
export const holidayList = query(
  'holiday.write',
  z.strictObject({ year: whole(1900, 2199) }),
  async ({ year }): Promise<{ rows: HolidayLine[]; years: number[] }> => {
    const rows = await read()
      .select()
      .from(holidays)
      .where(and(gte(holidays.day, `${year}-01-01`), lte(holidays.day, `${year}-12-31`)))
      .orderBy(asc(holidays.day));
    const days = await read().select({ day: holidays.day }).from(holidays).orderBy(asc(holidays.day));
    return {
      rows: rows.filter((row) => !isOrdinary(row)),
      years: [...new Set(days.map((row) => Number(row.day.slice(0, 4))))],
    };
  },
);

const ordinaryKind = (day: string): 'off' | 'working' => (isWorkingDay(day, new Map()) ? 'working' : 'off');

/** A row that was made ordinary again: it came with the program as something else. */
const isOrdinary = (row: HolidayLine): boolean =>
  row.kind === ordinaryKind(row.day) && broughtAlong.has(row.day) && broughtAlong.get(row.day) !== row.kind;
