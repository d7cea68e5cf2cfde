/** When staff of the museum act: on working days, from nine to one and from two to six. */
import { holidays } from '@/db/reference-data/holidays';
import { addDays, type DayCalendar, dayOf, isWorkingDay, startOfDay } from '@/domain/working-days';
import type { Generator } from './generator';

const minute = 60_000;
const hour = 60 * minute;

/** The calendar begins with 2019; the days off of the year before are taken as those of 2019. */
const calendar: DayCalendar = new Map(
  holidays.flatMap(({ day, kind }): [string, 'off' | 'working'][] =>
    day.startsWith('2019') && kind === 'off'
      ? [
          [day, kind],
          [`2018${day.slice(4)}`, kind],
        ]
      : [[day, kind]],
  ),
);

export const isWorked = (day: string): boolean => isWorkingDay(day, calendar);

/** Whether staff are at their desks at a moment. */
export function isOfficeTime(moment: number): boolean {
  const day = dayOf(moment);
  const since = moment - startOfDay(day);
  return isWorked(day) && since >= 9 * hour && since < 18 * hour && !(since >= 13 * hour && since < 14 * hour);
}

/** The moment itself when staff are at their desks then, else a moment of the next hours in which they are. */
export function officeTime(by: Generator, moment: number): number {
  const day = dayOf(moment);
  const since = moment - startOfDay(day);
  if (isWorked(day)) {
    if (since < 9 * hour) return startOfDay(day) + 9 * hour + by.int(2, 180) * minute;
    if (since >= 13 * hour && since < 14 * hour) return startOfDay(day) + 14 * hour + by.int(1, 60) * minute;
    if (since < 17.5 * hour) return moment;
  }
  let next = addDays(day, 1);
  while (!isWorked(next)) next = addDays(next, 1);
  return startOfDay(next) + 9 * hour + by.int(2, 180) * minute;
}
