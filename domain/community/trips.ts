/** Trips to burial places: planned, opened to families, held or called off. */
import { and, asc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { tripStages, trips } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { day, flag, id, line, oneOf, text, version } from '../input';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { changedFields, inThree, namesOf, placesLimit, titleOf } from './journey-input';
import { tripMoves, tripStates } from './rules/journeys';

type Trip = typeof trips.$inferSelect;

const shape = {
  ...inThree('title', line(200)),
  startsOn: day(),
  endsOn: day(),
  answerBy: day(),
  ...inThree('meeting', text(1000)),
  ...inThree('documents', text(2000)),
  ...inThree('note', text(4000)),
  places: placesLimit(),
  contact: line(200),
};

const given = z.strictObject(shape);

/** @throws DomainError at `endsOn` or `answerBy` for days in the wrong order */
function columnsOf(input: z.infer<typeof given>) {
  const { startsOn, endsOn, answerBy, places, contact } = input;
  if (endsOn < startsOn) throw new DomainError('input.invalid', { endsOn: 'trip.ends-before-start' });
  if (answerBy > startsOn) throw new DomainError('input.invalid', { answerBy: 'trip.answer-after-start' });
  return {
    title: titleOf(input),
    startsOn,
    endsOn,
    answerBy,
    meeting: namesOf(input, 'meeting'),
    documents: namesOf(input, 'documents'),
    note: namesOf(input, 'note'),
    places,
    contact,
  };
}

/** Plans a trip. Days are the museum's; `answerBy` is the last one on which a family may answer. */
export const planTrip = command('trip.write', given, async (input, { actor, tx, record }) => {
  const tripId = newId();
  await tx.insert(trips).values({
    id: tripId,
    ...columnsOf(input),
    state: 'planned',
    public: false,
    version: 1,
    plannedBy: staffIdOf(actor),
    plannedAt: now(),
  });
  record({ kind: 'trip.planned', subjectId: tripId, data: { tripId } });
  return { tripId };
});

/**
 * Changes a trip that is neither held nor called off.
 * @throws DomainError `trip.not-found`, `case.stale`, `trip.over`, `trip.stage-outside` at `startsOn` when a stage would fall out of it
 */
export const changeTrip = command(
  'trip.write',
  z.strictObject({ tripId: id(), version: version(), ...shape }),
  async ({ tripId, version, ...input }, context) => {
    const before = await changeableTrip(context.tx, tripId);
    const next = columnsOf(input);
    const stages = await context.tx.select().from(tripStages).where(eq(tripStages.tripId, tripId));
    if (stages.some((stage) => stage.day < next.startsOn || stage.day > next.endsOn))
      throw new DomainError('input.invalid', { startsOn: 'trip.stage-outside' });
    await writeTrip(context, before, version, next, changedFields(before, next));
  },
);

/** Says whether the public reads of the trip. @throws DomainError `trip.not-found`, `case.stale` */
export const showTrip = command(
  'trip.publish',
  z.strictObject({ tripId: id(), version: version(), public: flag() }),
  async ({ tripId, version, public: isPublic }, context) => {
    const before = await tripRow(context.tx, tripId);
    await writeTrip(context, before, version, { public: isPublic }, ['public']);
  },
);

/**
 * Opens a trip to families, takes it back into planning, says that it was held, or calls it off.
 * @throws DomainError `trip.not-found`, `case.stale`, `trip.no-such-move`, `trip.no-stages`, `trip.answer-passed`, `trip.not-over`
 */
export const moveTrip = command(
  'trip.publish',
  z.strictObject({ tripId: id(), version: version(), to: oneOf(tripStates) }),
  async ({ tripId, version, to }, { tx, record }) => {
    const trip = await tripRow(tx, tripId);
    if (!(tripMoves[trip.state] as readonly string[]).includes(to)) throw new DomainError('trip.no-such-move');
    const today = dayOf(now());
    if (to === 'open') {
      if ((await stagesOf(tx, tripId)).length === 0) throw new DomainError('trip.no-stages');
      if (trip.answerBy < today) throw new DomainError('trip.answer-passed');
    }
    if (to === 'held' && trip.endsOn > today) throw new DomainError('trip.not-over');
    await update(tx, trip, version, { state: to });
    record({ kind: 'trip.moved', subjectId: tripId, data: { tripId, from: trip.state, to } });
  },
);

/** @throws DomainError `trip.not-found` */
export async function tripRow(tx: WriteDb, tripId: string): Promise<Trip> {
  const [row] = await tx.select().from(trips).where(eq(trips.id, tripId));
  if (!row) throw new DomainError('trip.not-found');
  return row;
}

/** @throws DomainError `trip.over` when it was held or called off */
export async function changeableTrip(tx: WriteDb, tripId: string): Promise<Trip> {
  const trip = await tripRow(tx, tripId);
  if (trip.state === 'held' || trip.state === 'cancelled') throw new DomainError('trip.over');
  return trip;
}

export const stagesOf = (tx: WriteDb, tripId: string) =>
  tx
    .select()
    .from(tripStages)
    .where(eq(tripStages.tripId, tripId))
    .orderBy(asc(tripStages.day), asc(tripStages.position));

/** Writes the trip one version further and says which fields changed. @throws DomainError `case.stale` */
export async function writeTrip(
  { tx, record }: Context,
  trip: Trip,
  version: number,
  next: Partial<Trip>,
  fields: string[],
): Promise<void> {
  await update(tx, trip, version, next);
  record({ kind: 'trip.changed', subjectId: trip.id, data: { tripId: trip.id, fields } });
}

async function update(tx: WriteDb, trip: Trip, version: number, next: Partial<Trip>): Promise<void> {
  const written = await tx
    .update(trips)
    .set({ ...next, version: version + 1 })
    .where(and(eq(trips.id, trip.id), eq(trips.version, version)))
    .returning({ id: trips.id });
  if (written.length === 0) throw new DomainError('case.stale');
}
