/**
 * Where they lie: applications whose case has a confirmed primary burial on a day, whatever its status, published or not;
 * the soldiers beside them; the countries sum to the applications.
 */
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, burialPlaces, burials, caseJoins } from '@/db/schema';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { day, flag } from '../input';
import { dayOf, endOfDay } from '../working-days';
import { untilNextEvent } from './kept-figures';

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
  ({ at, asReported }) => {
    const atDay = at ?? dayOf(now());
    return untilNextEvent(`burials-by-country ${atDay} ${asReported}`, () => figures(atDay, asReported));
  },
);

async function figures(atDay: string, asReported: boolean): Promise<BurialsByCountry> {
  const until = endOfDay(atDay);
  const joined = read()
    .select({ caseId: caseJoins.caseId, intoId: caseJoins.intoId })
    .from(caseJoins)
    .where(and(lte(caseJoins.joinedAt, until), or(isNull(caseJoins.partedAt), gt(caseJoins.partedAt, until))))
    .as('joined');
  const country = asReported ? burialPlaces.reportedCountry : burialPlaces.countryToday;
  const primary = and(
    eq(burials.kind, 'primary'),
    lte(burials.establishedAt, until),
    or(isNull(burials.endedAt), gt(burials.endedAt, until)),
  );
  const [received] = await read()
    .select({ total: sql<number>`count(*)` })
    .from(applications)
    .where(lte(applications.receivedAt, until));
  const countries = await read()
    .select({
      country: sql<string>`coalesce(${country}, 'ZZ')`,
      count: sql<number>`count(distinct ${applications.id})`,
    })
    .from(applications)
    .leftJoin(joined, eq(joined.caseId, applications.caseId))
    .innerJoin(burials, and(eq(burials.caseId, sql`coalesce(${joined.intoId}, ${applications.caseId})`), primary))
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(lte(applications.receivedAt, until))
    .groupBy(sql`1`)
    .orderBy(sql`2 desc`, sql`1`);
  const [soldiers] = await read()
    .select({ total: sql<number>`count(distinct ${burials.caseId})` })
    .from(burials)
    .where(primary);
  return {
    at: atDay,
    asReported,
    applications: received?.total ?? 0,
    established: countries.reduce((sum, row) => sum + row.count, 0),
    soldiers: soldiers?.total ?? 0,
    countries,
  };
}
