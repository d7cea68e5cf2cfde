/** Trips a family may ask to come along on. */
import { and, asc, eq, gte } from 'drizzle-orm';
import { trips } from '@/db/schema';
import { now } from '../clock';
import { read } from '../database';
import { dayOf } from '../working-days';
import { familiesOf } from './families';
import { hindranceOf } from './invitation-gate';

type Trip = typeof trips.$inferSelect;

/** Whether this family can know of the trip: it is open, and public or to where their soldier lies as they were told. */
export async function mayAsk(trip: Pick<Trip, 'id' | 'state' | 'public'>, applicationId: string): Promise<boolean> {
  if (trip.state !== 'open') return false;
  if (trip.public) return true;
  const concerned = (await familiesOf({ tripId: trip.id })).some((family) => family.applicationId === applicationId);
  return concerned && (await hindranceOf(applicationId, true)) === null;
}

/** Open trips that take answers still and that this family may ask to join, the next one first. */
export async function tripsToAskFor(applicationId: string): Promise<Trip[]> {
  const open = await read()
    .select()
    .from(trips)
    .where(and(eq(trips.state, 'open'), gte(trips.answerBy, dayOf(now()))))
    .orderBy(asc(trips.startsOn), asc(trips.id));
  const asked: Trip[] = [];
  for (const trip of open) if (await mayAsk(trip, applicationId)) asked.push(trip);
  return asked;
}
