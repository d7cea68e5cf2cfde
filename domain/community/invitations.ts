/** Inviting families, and what the desk does with an invitation afterwards. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, invitations, trips } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { id, ids, version } from '../input';
import { DomainError } from '../result';
import { plannedCeremony } from './ceremonies';
import { familiesOf, hindranceFor, type Occasion } from './families';
import { refuseOverfull } from './invitation-places';
import { documentLines, openInvitations } from './rules/journeys';
import { tripRow } from './trips';

type Invitation = typeof invitations.$inferSelect;

/**
 * Invites families to an open trip: those of soldiers who lie along its way, with the consent to be told of ceremonies and trips in
 * force and the result told already.
 * @throws DomainError `trip.not-found`, `trip.not-open`, `invitation.nobody`, `invitation.not-concerned`, `invitation.already`,
 * `invitation.` and the hindrance
 */
export const inviteToTrip = command(
  'invitation.write',
  z.strictObject({ tripId: id(), applicationIds: ids() }),
  async ({ tripId, applicationIds }, context) => {
    if ((await tripRow(context.tx, tripId)).state !== 'open') throw new DomainError('trip.not-open');
    return invite(context, { tripId }, applicationIds);
  },
);

/** Invites families to a planned ceremony. @throws DomainError `ceremony.not-found`, `ceremony.over`, else as `inviteToTrip` */
export const inviteToCeremony = command(
  'invitation.write',
  z.strictObject({ ceremonyId: id(), applicationIds: ids() }),
  async ({ ceremonyId, applicationIds }, context) => {
    await plannedCeremony(context.tx, ceremonyId);
    return invite(context, { ceremonyId }, applicationIds);
  },
);

async function invite(context: Context, occasion: Occasion, applicationIds: string[]): Promise<{ invited: number }> {
  if (applicationIds.length === 0) throw new DomainError('input.invalid', { applicationIds: 'invitation.nobody' });
  const concerned = new Set((await familiesOf(occasion)).map(({ applicationId }) => applicationId));
  const chosen = [...new Set(applicationIds)];
  for (const applicationId of chosen) {
    if (!concerned.has(applicationId)) throw new DomainError('invitation.not-concerned');
    const hindrance = await hindranceFor(occasion, applicationId);
    if (hindrance) throw new DomainError(`invitation.${hindrance}`);
    await inviteOne(context, occasion, applicationId);
  }
  return { invited: chosen.length };
}

/** One that was withdrawn before is taken up again. @throws DomainError `invitation.already` */
async function inviteOne(context: Context, occasion: Occasion, applicationId: string): Promise<void> {
  const { actor, tx } = context;
  const fresh = {
    state: 'invited',
    persons: null,
    answer: '',
    invitedBy: staffIdOf(actor),
    invitedAt: now(),
    answeredAt: null,
    answerRecordedBy: null,
  } as const;
  const before = await invitationTo(tx, occasion, applicationId);
  if (before && before.state !== 'withdrawn') throw new DomainError('invitation.already');
  const invitationId = before?.id ?? newId();
  if (before)
    await tx
      .update(invitations)
      .set({ ...fresh, version: before.version + 1 })
      .where(eq(invitations.id, before.id));
  else
    await tx.insert(invitations).values({
      id: invitationId,
      tripId: 'tripId' in occasion ? occasion.tripId : null,
      ceremonyId: 'ceremonyId' in occasion ? occasion.ceremonyId : null,
      applicationId,
      documentsSeen: [],
      version: 1,
      ...fresh,
    });
  await sent(context, { id: invitationId, applicationId, ...occasion });
}

/** The invitation of this family to it, in whatever state. */
export async function invitationTo(
  tx: WriteDb,
  occasion: Occasion,
  applicationId: string,
): Promise<Invitation | undefined> {
  const its =
    'tripId' in occasion ? eq(invitations.tripId, occasion.tripId) : eq(invitations.ceremonyId, occasion.ceremonyId);
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(its, eq(invitations.applicationId, applicationId)));
  return row;
}

/**
 * A family that asked by itself may come along.
 * @throws DomainError `invitation.not-found`, `case.stale`, `invitation.not-asked`, `trip.not-open`, `invitation.full`,
 * `invitation.no-consent`, `invitation.withdrawn`
 */
export const agreeToJoin = command(
  'invitation.write',
  z.strictObject({ invitationId: id(), version: version() }),
  async ({ invitationId, version }, context) => {
    const { tx, actor } = context;
    const row = await invitationRow(tx, invitationId);
    if (row.state !== 'asked' || !row.tripId) throw new DomainError('invitation.not-asked');
    if ((await tripRow(tx, row.tripId)).state !== 'open') throw new DomainError('trip.not-open');
    const hindrance = await hindranceFor({ tripId: row.tripId }, row.applicationId);
    // Whoever asks by themselves knows of the trip already, and need not have anybody there.
    if (hindrance === 'no-consent' || hindrance === 'withdrawn') throw new DomainError(`invitation.${hindrance}`);
    const persons = row.persons ?? 1;
    await refuseOverfull(tx, row.tripId, persons, row.id);
    await write(tx, row, version, { state: 'accepted', persons, invitedBy: staffIdOf(actor), invitedAt: now() });
    await sent(context, { id: row.id, applicationId: row.applicationId, tripId: row.tripId });
  },
);

/** Takes an invitation back, or declines a wish to come along. @throws DomainError `invitation.not-found`, `case.stale`, `invitation.over` */
export const withdrawInvitation = command(
  'invitation.write',
  z.strictObject({ invitationId: id(), version: version() }),
  async ({ invitationId, version }, context) => {
    const { tx, record } = context;
    const row = await invitationRow(tx, invitationId);
    if (!openInvitations.includes(row.state)) throw new DomainError('invitation.over');
    await write(tx, row, version, { state: 'withdrawn' });
    record({
      kind: 'invitation.withdrawn',
      ...(await about(tx, row.applicationId)),
      subjectId: row.id,
      data: { invitationId },
    });
  },
);

/**
 * Says which documents of the trip's list the family has shown.
 * @throws DomainError `invitation.not-found`, `case.stale`, `invitation.over`; `input.choose` at `lines` for one that is not on the list
 */
export const markDocumentsSeen = command(
  'invitation.write',
  z.strictObject({ invitationId: id(), version: version(), lines: ids() }),
  async ({ invitationId, version, lines }, { tx, record }) => {
    const row = await invitationRow(tx, invitationId);
    if (!openInvitations.includes(row.state)) throw new DomainError('invitation.over');
    const [trip] = row.tripId ? await tx.select().from(trips).where(eq(trips.id, row.tripId)) : [];
    const listed = trip ? documentLines(trip.documents, 'kk').map(({ key }) => key) : [];
    if (lines.some((line) => !listed.includes(line))) throw new DomainError('input.invalid', { lines: 'input.choose' });
    await write(tx, row, version, { documentsSeen: listed.filter((line) => lines.includes(line)) });
    record({
      kind: 'invitation.documents-seen',
      ...(await about(tx, row.applicationId)),
      subjectId: row.id,
      data: { invitationId, lines: lines.length },
    });
  },
);

/** @throws DomainError `invitation.not-found` */
export async function invitationRow(tx: WriteDb, invitationId: string): Promise<Invitation> {
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, invitationId));
  if (!row) throw new DomainError('invitation.not-found');
  return row;
}

/** The family asked by itself and nobody has invited it or agreed since. */
export const isOwnWish = ({ invitedBy }: Pick<Invitation, 'invitedBy'>): boolean => invitedBy === null;

/** The case and the application an event of an invitation is about. */
export async function about(tx: WriteDb, applicationId: string): Promise<{ caseId: string; applicationId: string }> {
  const [row] = await tx
    .select({ caseId: applications.caseId })
    .from(applications)
    .where(eq(applications.id, applicationId));
  if (!row) throw new DomainError('application.not-found');
  return { caseId: row.caseId, applicationId };
}

async function sent(
  { tx, record }: Context,
  { id: invitationId, applicationId, ...occasion }: { id: string; applicationId: string } & Occasion,
): Promise<void> {
  record({
    kind: 'invitation.sent',
    ...(await about(tx, applicationId)),
    subjectId: invitationId,
    data: { invitationId, ...occasion },
  });
}

async function write(tx: WriteDb, row: Invitation, version: number, next: Partial<Invitation>): Promise<void> {
  const written = await tx
    .update(invitations)
    .set({ ...next, version: version + 1 })
    .where(and(eq(invitations.id, row.id), eq(invitations.version, version)))
    .returning({ id: invitations.id });
  if (written.length === 0) throw new DomainError('case.stale');
}
