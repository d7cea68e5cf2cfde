/** Partners and guests that go along on a trip or take part in a ceremony. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { participants } from '@/db/schema';
import { command } from '../command';
import { refuseUnknownPartner } from '../correspondence/partners';
import { newId } from '../identity';
import { id, line, version } from '../input';
import { DomainError } from '../result';
import { ceremonyRow, writeCeremony } from './ceremonies';
import { tripRow, writeTrip } from './trips';

/** `partnerId`: of our partners, else a guest by name. `part`: what they do there. */
const shape = { partnerId: line(80), name: line(200), part: line(200) };
type Given = { partnerId: string; name: string; part: string };

async function rowOf({ partnerId, name, part }: Given) {
  if (!partnerId && !name) throw new DomainError('input.invalid', { name: 'input.required' });
  if (partnerId) await refuseUnknownPartner(partnerId);
  return { id: newId(), partnerId: partnerId || null, name, part };
}

/** @throws DomainError `trip.not-found`, `case.stale`; `partner.not-found` at `partnerId`, `input.required` at `name` */
export const addTripParticipant = command(
  'trip.write',
  z.strictObject({ tripId: id(), version: version(), ...shape }),
  async ({ tripId, version, ...given }, context) => {
    const trip = await tripRow(context.tx, tripId);
    await context.tx.insert(participants).values({ tripId, ...(await rowOf(given)) });
    await writeTrip(context, trip, version, {}, ['participants']);
  },
);

/** @throws DomainError `trip.not-found`, `case.stale`, `participant.not-found` */
export const removeTripParticipant = command(
  'trip.write',
  z.strictObject({ tripId: id(), version: version(), participantId: id() }),
  async ({ tripId, version, participantId }, context) => {
    const trip = await tripRow(context.tx, tripId);
    const its = and(eq(participants.id, participantId), eq(participants.tripId, tripId));
    const removed = await context.tx.delete(participants).where(its).returning({ id: participants.id });
    if (removed.length === 0) throw new DomainError('participant.not-found');
    await writeTrip(context, trip, version, {}, ['participants']);
  },
);

/** @throws DomainError `ceremony.not-found`, `case.stale`; `partner.not-found` at `partnerId`, `input.required` at `name` */
export const addCeremonyParticipant = command(
  'ceremony.write',
  z.strictObject({ ceremonyId: id(), version: version(), ...shape }),
  async ({ ceremonyId, version, ...given }, context) => {
    const ceremony = await ceremonyRow(context.tx, ceremonyId);
    await context.tx.insert(participants).values({ ceremonyId, ...(await rowOf(given)) });
    await writeCeremony(context, ceremony, version, {}, ['participants']);
  },
);

/** @throws DomainError `ceremony.not-found`, `case.stale`, `participant.not-found` */
export const removeCeremonyParticipant = command(
  'ceremony.write',
  z.strictObject({ ceremonyId: id(), version: version(), participantId: id() }),
  async ({ ceremonyId, version, participantId }, context) => {
    const ceremony = await ceremonyRow(context.tx, ceremonyId);
    const its = and(eq(participants.id, participantId), eq(participants.ceremonyId, ceremonyId));
    const removed = await context.tx.delete(participants).where(its).returning({ id: participants.id });
    if (removed.length === 0) throw new DomainError('participant.not-found');
    await writeCeremony(context, ceremony, version, {}, ['participants']);
  },
);
