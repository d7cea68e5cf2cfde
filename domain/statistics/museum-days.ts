/** Museum days as numbers, in SQL too: counting by day, week and month happens where the rows are. */
import { type SQL, sql } from 'drizzle-orm';
import { addDays, addMonths, startOfDay } from '../working-days';

const DAY = 86_400_000;
/** So that whole-number division rounds down before 1970, too. */
const before = 100_000;

/** Days since 1970-01-01. @throws RangeError when `day` is no day */
export const numberOfDay = (day: string): number => Date.parse(`${addDays(day, 0)}T00:00:00Z`) / DAY;

/** @returns the day of this number, `YYYY-MM-DD` */
export const dayOfNumber = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** The number of the museum day of a moment; null where there is none. @param moment an expression in milliseconds since 1970 */
export function museumDay(moment: SQL): SQL<number> {
  const [first, ...later] = clocks();
  const branches = later
    .toReversed()
    .map(({ from, offset }) => sql`when ${moment} >= ${sql.raw(`${from}`)} then ${sql.raw(`${offset}`)}`);
  // What is null would be held against every change of the clocks in vain.
  const offset = sql`case when ${moment} is null then null ${sql.join(branches, sql` `)} else ${sql.raw(`${first?.offset ?? 0}`)} end`;
  return sql`((${moment} + ${offset} + ${sql.raw(`${before * DAY}`)}) / ${sql.raw(`${DAY}`)} - ${sql.raw(`${before}`)})`;
}

type Clock = { from: number; offset: number };
let known: Clock[] | undefined;

/** How far the museum's clocks were ahead of UTC from when on; a change counts from the noon of its day, when every clock has it. */
function clocks(): readonly Clock[] {
  if (known) return known;
  known = [{ from: Number.NEGATIVE_INFINITY, offset: offsetOn('1990-01-01') }];
  for (let month = '1990-01-01'; month < '2050-01-01'; month = addMonths(month, 1)) {
    if (offsetOn(month) === offsetOn(addMonths(month, 1))) continue;
    for (let day = month; day < addMonths(month, 1); day = addDays(day, 1)) {
      const offset = offsetOn(addDays(day, 1));
      if (offset !== offsetOn(day)) known.push({ from: startOfDay(day) + DAY / 2, offset });
    }
  }
  return known;
}

const offsetOn = (day: string): number => numberOfDay(day) * DAY - startOfDay(day);
