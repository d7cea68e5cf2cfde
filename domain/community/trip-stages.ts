/** The stages of a trip: a day at a burial place, or on the way. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { burialPlaces, tripStages } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { command } from '../command';
import { newId } from '../identity';
import { day, id, optionalId, text, version } from '../input';
import { DomainError } from '../result';
import { inThree, namesOf } from './journey-input';
import { changeableTrip, stagesOf, writeTrip } from './trips';

const shape = { day: day(), burialPlaceId: optionalId(), ...inThree('programme', text(1000)) };
const given = z.strictObject(shape);

/**
 * Adds a stage, the last of its day.
 * @throws DomainError `trip.not-found`, `trip.over`, `case.stale`; `trip.stage-outside` at `day`; `burial-place.not-found`
 */
export const addStage = command(
  'trip.write',
  z.strictObject({ tripId: id(), version: version(), ...shape }),
  async ({ tripId, version, ...input }, context) => {
    const { tx } = context;
    const trip = await changeableTrip(tx, tripId);
    const last = (await stagesOf(tx, tripId)).reduce((most, { position }) => Math.max(most, position), 0);
    const stageId = newId();
    await tx
      .insert(tripStages)
      .values({ id: stageId, tripId, position: last + 1, ...(await columnsOf(tx, trip, input)) });
    await writeTrip(context, trip, version, {}, ['stages']);
    return { stageId };
  },
);

/** Changes a stage. @throws DomainError as `addStage`; `stage.not-found` when it is none of this trip */
export const changeStage = command(
  'trip.write',
  z.strictObject({ tripId: id(), version: version(), stageId: id(), ...shape }),
  async ({ tripId, version, stageId, ...input }, context) => {
    const trip = await changeableTrip(context.tx, tripId);
    const changed = await context.tx
      .update(tripStages)
      .set(await columnsOf(context.tx, trip, input))
      .where(and(eq(tripStages.id, stageId), eq(tripStages.tripId, tripId)))
      .returning({ id: tripStages.id });
    if (changed.length === 0) throw new DomainError('stage.not-found');
    await writeTrip(context, trip, version, {}, ['stages']);
  },
);

/** Takes a stage out. @throws DomainError `trip.not-found`, `trip.over`, `case.stale`, `stage.not-found` */
export const removeStage = command(
  'trip.write',
  z.strictObject({ tripId: id(), version: version(), stageId: id() }),
  async ({ tripId, version, stageId }, context) => {
    const trip = await changeableTrip(context.tx, tripId);
    const removed = await context.tx
      .delete(tripStages)
      .where(and(eq(tripStages.id, stageId), eq(tripStages.tripId, tripId)))
      .returning({ id: tripStages.id });
    if (removed.length === 0) throw new DomainError('stage.not-found');
    await writeTrip(context, trip, version, {}, ['stages']);
  },
);

async function columnsOf(
  tx: WriteDb,
  trip: { startsOn: string; endsOn: string },
  { day, burialPlaceId, ...input }: z.infer<typeof given>,
) {
  if (day < trip.startsOn || day > trip.endsOn) throw new DomainError('input.invalid', { day: 'trip.stage-outside' });
  await refuseUnknownPlace(tx, burialPlaceId);
  const programme = namesOf(input, 'programme');
  if (!burialPlaceId && !Object.values(programme).some(Boolean))
    throw new DomainError('input.invalid', { programmeKk: 'input.required' });
  return { day, burialPlaceId: burialPlaceId ?? null, programme };
}

/** @throws DomainError `burial-place.not-found` at the field `burialPlaceId` */
export async function refuseUnknownPlace(tx: WriteDb, burialPlaceId: string | undefined): Promise<void> {
  if (!burialPlaceId) return;
  const [there] = await tx.select({ id: burialPlaces.id }).from(burialPlaces).where(eq(burialPlaces.id, burialPlaceId));
  if (!there) throw new DomainError('input.invalid', { burialPlaceId: 'burial-place.not-found' });
}
