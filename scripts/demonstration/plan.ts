/** How many applications end where, and when each was received. */
import { addDays, startOfDay } from '@/domain/working-days';
import { otherPlaces } from './found-at';
import type { Generator } from './generator';
import { type MuseumPlace, museumPlaces } from './museum-places';
import { isWorked } from './working-hours';

/** How the story of an application ends on 31 January 2020. */
export type Ending =
  | 'burial'
  | 'other-burial'
  | 'fate'
  | 'on-watch'
  | 'awaiting-reply'
  | 'needs-information'
  | 'under-review'
  | 'forwarded'
  | 'withdrawn'
  | 'joined'
  | 'checking'
  | 'received'
  | 'searching';

export const lastDay = '2020-01-31';
const firstDay = '2018-03-01';

/** Of 556 applications; the 48 with a burial come from the museum's places. Days: how long ago each was received. */
const endings: readonly { ending: Ending; count: number; youngest: number; oldest: number }[] = [
  { ending: 'received', count: 16, youngest: 0, oldest: 7 },
  { ending: 'checking', count: 21, youngest: 0, oldest: 14 },
  { ending: 'burial', count: 48, youngest: 105, oldest: 700 },
  { ending: 'other-burial', count: 12, youngest: 120, oldest: 700 },
  { ending: 'fate', count: 72, youngest: 95, oldest: 700 },
  { ending: 'on-watch', count: 130, youngest: 95, oldest: 700 },
  { ending: 'under-review', count: 14, youngest: 50, oldest: 420 },
  { ending: 'joined', count: 22, youngest: 25, oldest: 330 },
  { ending: 'needs-information', count: 27, youngest: 18, oldest: 170 },
  { ending: 'awaiting-reply', count: 65, youngest: 30, oldest: 420 },
  { ending: 'forwarded', count: 18, youngest: 12, oldest: 700 },
  { ending: 'withdrawn', count: 9, youngest: 20, oldest: 600 },
  { ending: 'searching', count: 102, youngest: 8, oldest: 700 },
];

/** Applications received in each month, March 2018 to January 2020: more around Victory Day, three to five a day at last. */
const monthly = [8, 12, 22, 14, 9, 9, 11, 12, 12, 11, 13, 17, 20, 28, 45, 26, 18, 18, 24, 40, 45, 62, 80];

export type PlannedApplication = {
  ending: Ending;
  /** The day it was received. */
  day: string;
  /** The first of its ending. */
  first: boolean;
  place?: MuseumPlace;
};

/** @param scale share of the register, 0 to 1; at 1 the figures of the museum */
export function planApplications(by: Generator, scale: number): PlannedApplication[] {
  const places = by.shuffle(museumPlaces.flatMap((place) => Array<MuseumPlace>(place.applications).fill(place)));
  const wanted = endings.map((row) => ({ ...row, count: Math.max(1, Math.round(row.count * scale)) }));
  const total = wanted.reduce((sum, row) => sum + row.count, 0);
  const free = receivedDays(by, total);
  const planned: PlannedApplication[] = [];
  for (const { ending, count, youngest, oldest } of wanted) {
    const [from, to] = [addDays(lastDay, -oldest), addDays(lastDay, -youngest)];
    for (let n = 0; n < count; n += 1) {
      const fitting = free.flatMap((day, i) => (day >= from && day <= to ? [i] : []));
      const isNew = ending === 'received' || ending === 'checking';
      // A small register may have none left of the right age: the oldest of all has time for any story.
      const chosen = fitting.length === 0 ? 0 : isNew ? fitting.length - 1 : by.int(0, fitting.length - 1);
      const [day = lastDay] = free.splice(fitting[chosen] ?? 0, 1);
      const place = ending === 'burial' ? places[n] : ending === 'other-burial' ? by.pick(otherPlaces) : undefined;
      planned.push({ ending, day, first: n === 0, ...(place ? { place } : {}) });
    }
  }
  return planned;
}

/** In order. Most days are working days: few write on a Sunday. */
function receivedDays(by: Generator, total: number): string[] {
  const full = monthly.reduce((sum, count) => sum + count, 0);
  const days: string[] = [];
  let carried = 0;
  for (const [i, count] of monthly.entries()) {
    const year = 2018 + Math.floor((i + 2) / 12);
    const month = ((i + 2) % 12) + 1;
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    carried += (count * total) / full;
    const taken = new Map<string, number>();
    for (; carried >= 0.5 && days.length < total; carried -= 1) {
      // The more a day has, the less likely it gets another: four a day, not nine on one and none on the next.
      const day = by.weighted(
        daysOfMonth(first).map(([day, weight]) => [day, weight / (1 + (taken.get(day) ?? 0)) ** 2]),
      );
      taken.set(day, (taken.get(day) ?? 0) + 1);
      days.push(day);
    }
  }
  while (days.length < total) days.push(lastDay);
  return days.sort();
}

function daysOfMonth(first: string): (readonly [string, number])[] {
  const days: (readonly [string, number])[] = [];
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1))
    if (day >= firstDay && day <= lastDay) days.push([day, isWorked(day) ? 10 : 1]);
  return days;
}

/** From nine in the morning to eleven at night, when people sit down to write. */
export const writingTime = (by: Generator, day: string): number =>
  startOfDay(day) + by.int(8 * 60, 21 * 60) * 60_000 + by.int(0, 59) * 1000;
