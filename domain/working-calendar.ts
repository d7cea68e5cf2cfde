/** The museum's calendar of days off and working Saturdays, as staff keep it. */
import { holidays } from '@/db/schema';
import { read } from './database';
import type { DayCalendar } from './working-days';

/** Exceptions over Monday to Friday. */
export async function holidayCalendar(): Promise<DayCalendar> {
  const rows = await read().select({ day: holidays.day, kind: holidays.kind }).from(holidays);
  return new Map(rows.map((row) => [row.day, row.kind]));
}
