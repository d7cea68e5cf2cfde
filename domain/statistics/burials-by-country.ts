/**
 * Where they lie: applications whose case has a confirmed primary burial on a day, whatever its status, published or not;
 * the soldiers beside them; the countries sum to the applications. The statistic `burials-by-country` in the form that the open data
 * have had from the first day.
 */
import * as z from 'zod/mini';
import { now } from '../clock';
import { query } from '../command';
import { day, flag } from '../input';
import { dayOf } from '../working-days';
import { burialEntries } from './entries/burials';
import { askerOf, untilNextEvent } from './kept-figures';

export type BurialsByCountry = {
  /** The day, museum time, whose end the figures describe: `YYYY-MM-DD`. */
  at: string;
  asReported: boolean;
  /** Applications received. */
  applications: number;
  /** Of these: with the place of the primary burial established. */
  established: number;
  /** Soldiers behind the established ones; those without an application included. */
  soldiers: number;
  /** ISO 3166 two letters (SU for the USSR when as reported), most first. */
  countries: { country: string; count: number }[];
};

export const burialsByCountry = query(
  'statistics.read-public',
  z.strictObject({ at: z.optional(day()), asReported: flag() }),
  ({ at, asReported }, actor) => {
    // Of days to come there are no figures, and asking for each of them is to cost nothing.
    const today = dayOf(now());
    const atDay = at !== undefined && at < today ? at : today;
    const key = `burials-by-country ${atDay} ${asReported}`;
    return untilNextEvent(key, () => figures(atDay, asReported), askerOf(actor));
  },
);

async function figures(atDay: string, asReported: boolean): Promise<BurialsByCountry> {
  const basis = asReported ? 'reported' : 'today';
  const { rows, totals } = await burialEntries['burials-by-country'].compute({ at: atDay, basis, kind: 'primary' });
  return {
    at: atDay,
    asReported,
    applications: totals.received ?? 0,
    established: totals.applications ?? 0,
    soldiers: totals.soldiers ?? 0,
    countries: rows.map((row) => ({ country: String(row.country), count: Number(row.applications) })),
  };
}
