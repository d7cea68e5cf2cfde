import { getFormatter } from 'next-intl/server';

export type Days = {
  /** A moment, as its day in the museum. */
  day: (ms: number) => string;
  /** A moment with its time. */
  moment: (ms: number) => string;
  /** The time of day of a moment. */
  time: (ms: number) => string;
  /** A museum day `YYYY-MM-DD`. */
  ofDay: (day: string) => string;
};

/** Days in the reader's own form. */
export async function days(): Promise<Days> {
  const format = await getFormatter();
  const day = (at: Date | number) => format.dateTime(at, { dateStyle: 'medium' });
  return {
    day,
    moment: (ms) => format.dateTime(ms, { dateStyle: 'medium', timeStyle: 'short' }),
    time: (ms) => format.dateTime(ms, { timeStyle: 'short' }),
    ofDay: (text) => day(new Date(`${text}T12:00:00+05:00`)),
  };
}
