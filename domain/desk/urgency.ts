/** In which order the work of a day is done, and how far a term is, in working days. Pure. */
import { type DayCalendar, workingDaysBetween } from '../working-days';

/** The parts of my work, the most urgent first. */
export const urgencies = ['late', 'today', 'waiting', 'candidates', 'ahead', 'free'] as const;
export type Urgency = (typeof urgencies)[number];

/** How far a term is: working days gone by since it, or still to come; a term of today has neither. */
export type Distance = { when: 'late' | 'today' | 'ahead'; workingDays: number };

/**
 * How far `day` is from `today`, in working days of the calendar. A term that fell on the weekend before a Monday is late by one
 * working day on that Monday.
 * @param day museum day of the term
 * @param today museum day
 */
export function distanceOf(day: string, today: string, calendar: DayCalendar): Distance {
  if (day === today) return { when: 'today', workingDays: 0 };
  if (day < today) return { when: 'late', workingDays: workingDaysBetween(day, today, calendar) };
  return { when: 'ahead', workingDays: workingDaysBetween(today, day, calendar) };
}

/** What decides where a thing to do stands. */
export type Urgent = {
  urgency: Urgency;
  /** Museum day of its term; null where none runs. */
  day: string | null;
  /** Since when it waits, in milliseconds since 1970. */
  since: number;
};

/** The urgency of what has a term. */
export const urgencyOfDay = (day: string, today: string): Urgency =>
  day < today ? 'late' : day === today ? 'today' : 'ahead';

/** By urgency; within one by the day of the term, then by how long it has waited. */
export function byUrgency(a: Urgent, b: Urgent): number {
  return (
    urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
    inOrder(a.day ?? '9999', b.day ?? '9999') ||
    a.since - b.since
  );
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
