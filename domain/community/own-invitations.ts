/** What one family reads of trips and ceremonies on its own page: its invitations, and open trips it may ask to join. */
import { asc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { invitations } from '@/db/schema';
import { standingOf } from '../applications/standing';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { tripsToAskFor } from './asking';
import { hidesResult, mayBeTold } from './invitation-gate';
import { placesLeft } from './invitation-places';
import { isOwnWish } from './invitations';
import { ceremoniesBy, type Journey, tripsBy } from './journeys';

type Row = typeof invitations.$inferSelect;

export type FamilyInvitation = {
  invitationId: string;
  state: Row['state'];
  /** The family asked by itself and the museum has not agreed: it can ask or take that back, not accept. */
  ownWish: boolean;
  persons: number | null;
  answer: string;
  answeredAt: number | null;
  /** The museum wrote down what the family said. */
  recorded: boolean;
  documentsSeen: string[];
  mayAnswer: boolean;
  /** Places nobody has taken yet; null where there is no limit. */
  left: number | null;
  /** Guests and partners stand in the programme; other families never do. */
  journey: Journey;
};

export type FamilyJourneys = {
  /** The consent to be told of ceremonies and trips is in force. */
  consents: boolean;
  /** The next first, the past ones last. */
  invitations: FamilyInvitation[];
  /** Open trips without an invitation. */
  trips: { journey: Journey; left: number | null }[];
};

/**
 * The page of one family. Without the consent nothing is told; nor is what would give away a result the family may not read yet.
 * @throws DomainError `application.not-found`
 */
export const ownJourneys = query(
  'application.follow',
  z.strictObject({ applicationId: id() }),
  async ({ applicationId }): Promise<FamilyJourneys> => {
    const standing = await standingOf(applicationId);
    if (standing.view.withdrawn || !(await mayBeTold(applicationId)))
      return { consents: false, invitations: [], trips: [] };
    const rows = (
      await read()
        .select()
        .from(invitations)
        .where(eq(invitations.applicationId, applicationId))
        .orderBy(asc(invitations.invitedAt))
    ).filter(({ invitedBy, invitedAt }) => invitedAt >= standing.heldSince && !(invitedBy && hidesResult(standing)));
    const journeys = await journeysOf(rows);
    const shown = await Promise.all(
      rows.flatMap((row) => {
        const journey = journeys.get(row.tripId ?? row.ceremonyId ?? '');
        return journey ? [familyPart(row, journey)] : [];
      }),
    );
    const known = new Set(rows.filter(({ state }) => state !== 'withdrawn').map(({ tripId }) => tripId));
    const others = (await tripsToAskFor(applicationId)).filter((trip) => !known.has(trip.id));
    const toAsk = await tripsBy(others.map((trip) => trip.id));
    return {
      consents: true,
      invitations: shown.filter(isWorthReading).sort(byDay),
      trips: await Promise.all(
        toAsk
          .sort((a, b) => a.startsOn.localeCompare(b.startsOn))
          .map(async (journey) => ({ journey, left: await placesLeft(read(), journey.id) })),
      ),
    };
  },
);

/** One invitation for its programme and its calendar. @throws DomainError `invitation.not-found` */
export const ownInvitation = query(
  'application.follow',
  z.strictObject({ applicationId: id(), invitationId: id() }),
  async ({ applicationId, invitationId }, actor): Promise<FamilyInvitation> => {
    const { invitations } = await ownJourneys(actor, { applicationId });
    const found = invitations.find((invitation) => invitation.invitationId === invitationId);
    if (!found) throw new DomainError('invitation.not-found');
    return found;
  },
);

async function journeysOf(rows: readonly Row[]): Promise<Map<string, Journey>> {
  const all = [
    ...(await tripsBy(rows.flatMap(({ tripId }) => (tripId ? [tripId] : [])))),
    ...(await ceremoniesBy(rows.flatMap(({ ceremonyId }) => (ceremonyId ? [ceremonyId] : [])))),
  ];
  return new Map(all.map((journey) => [journey.id, journey]));
}

async function familyPart(row: Row, journey: Journey): Promise<FamilyInvitation> {
  const { state, persons, answer, answeredAt, documentsSeen } = row;
  const isOpen = journey.state === 'open' || (journey.kind === 'ceremony' && journey.state === 'planned');
  return {
    invitationId: row.id,
    state,
    ownWish: isOwnWish(row),
    persons,
    answer,
    answeredAt,
    recorded: row.answerRecordedBy !== null,
    documentsSeen,
    mayAnswer: state !== 'withdrawn' && isOpen && journey.answerBy >= dayOf(now()),
    left: row.tripId ? await placesLeft(read(), row.tripId, row.id) : null,
    journey,
  };
}

/** What was taken back, called off or declined is told until its days are over. */
const isWorthReading = ({ state, journey }: FamilyInvitation): boolean =>
  (state === 'accepted' && journey.state !== 'cancelled') || journey.endsOn >= dayOf(now());

function byDay(a: FamilyInvitation, b: FamilyInvitation): number {
  const today = dayOf(now());
  const isPast = ({ journey }: FamilyInvitation) => Number(journey.endsOn < today);
  return isPast(a) - isPast(b) || a.journey.startsOn.localeCompare(b.journey.startsOn);
}
