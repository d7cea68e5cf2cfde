/** What a family says to an invitation, or asks by itself. */
import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { ceremonies, invitations } from '@/db/schema';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { id, oneOf, text } from '../input';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { mayAsk } from './asking';
import { hindranceOf } from './invitation-gate';
import { refuseOverfull } from './invitation-places';
import { about, invitationRow, invitationTo, isOwnWish } from './invitations';
import { answers, mostPersons } from './rules/journeys';
import { tripRow } from './trips';

type Invitation = typeof invitations.$inferSelect;

/** How many come; empty where nobody does, or it is not known yet. */
const persons = () =>
  z.pipe(
    z._default(z.string(), '').check(
      z.refine((value) => value.trim() === '' || (/^\s*[1-9]\d?\s*$/.test(value) && Number(value) <= mostPersons), {
        error: () => 'invitation.persons',
      }),
    ),
    z.transform((value: string) => (value.trim() === '' ? null : Number(value))),
  );

/**
 * The family comes, does not come, or says so later; whoever asked by themselves takes it back or says otherwise how many they are.
 * Staff write down what they were told. A wish that nobody agreed to stays one: whoever took it back only asks anew.
 * @param answer `later`: nothing is decided yet
 * @throws DomainError `invitation.not-found`, `invitation.over`, `invitation.too-late`, `invitation.full`; at `persons` when they come, or
 * ask to, and nobody says how many
 */
export const answerInvitation = command(
  'invitation.answer',
  z.strictObject({
    applicationId: id(),
    invitationId: id(),
    answer: oneOf(answers),
    persons: persons(),
    words: text(1000),
  }),
  async ({ applicationId, invitationId, answer, persons, words }, context) => {
    const { actor, tx, record } = context;
    const row = await invitationRow(tx, invitationId);
    if (row.applicationId !== applicationId) throw new DomainError('invitation.not-found');
    if (row.state === 'withdrawn') throw new DomainError('invitation.over');
    await refuseTooLate(context, row);
    if (answer === 'accepted' && persons === null)
      throw new DomainError('input.invalid', { persons: 'invitation.persons' });
    const state =
      answer === 'declined' ? 'declined' : isOwnWish(row) ? 'asked' : answer === 'later' ? 'invited' : 'accepted';
    if (state === 'accepted' && row.tripId) await refuseOverfull(tx, row.tripId, persons ?? 1, row.id);
    // A wish goes on with the number it had: whoever corrects only their words does not give up their places.
    const coming = state === 'asked' ? (persons ?? row.persons) : persons;
    if (state === 'asked' && coming === null) throw new DomainError('input.invalid', { persons: 'invitation.persons' });
    await tx
      .update(invitations)
      .set({
        state,
        persons: answer === 'declined' ? null : coming,
        answer: words,
        answeredAt: now(),
        answerRecordedBy: 'staffId' in actor ? actor.staffId : null,
        version: row.version + 1,
      })
      .where(eq(invitations.id, row.id));
    record({
      kind: 'invitation.answered',
      ...(await about(tx, applicationId)),
      subjectId: row.id,
      data: { invitationId, state, by: 'staffId' in actor ? 'staff' : 'applicant' },
    });
  },
);

/** The family answers in time; staff until it is held. @throws DomainError `invitation.over`, `invitation.too-late` */
async function refuseTooLate({ actor, tx }: Context, { tripId, ceremonyId }: Invitation): Promise<void> {
  const today = dayOf(now());
  const isStaff = 'staffId' in actor;
  if (tripId) {
    const trip = await tripRow(tx, tripId);
    if (trip.state !== 'open') throw new DomainError('invitation.over');
    if (!isStaff && trip.answerBy < today) throw new DomainError('invitation.too-late');
    return;
  }
  const [ceremony] = await tx
    .select()
    .from(ceremonies)
    .where(eq(ceremonies.id, ceremonyId ?? ''));
  if (ceremony?.state !== 'planned') throw new DomainError('invitation.over');
  if (!isStaff && ceremony.day < today) throw new DomainError('invitation.too-late');
}

/**
 * A family asks to come along on an open trip: a public one, or one to where their soldier lies.
 * @throws DomainError `trip.not-found` for one they cannot know of, `invitation.already`, `invitation.too-late`, `invitation.full`,
 * `invitation.no-consent`, `invitation.withdrawn`; at `persons` when they do not say how many they are
 */
export const askToJoin = command(
  'invitation.answer',
  z.strictObject({ applicationId: id(), tripId: id(), persons: persons(), words: text(1000) }),
  async ({ applicationId, tripId, persons, words }, context) => {
    const { actor, tx, record } = context;
    const trip = await tripRow(tx, tripId);
    if (!(await mayAsk(trip, applicationId))) throw new DomainError('trip.not-found');
    const hindrance = await hindranceOf(applicationId, false);
    if (hindrance === 'no-consent' || hindrance === 'withdrawn') throw new DomainError(`invitation.${hindrance}`);
    if (trip.answerBy < dayOf(now())) throw new DomainError('invitation.too-late');
    if (persons === null) throw new DomainError('input.invalid', { persons: 'invitation.persons' });
    await refuseOverfull(tx, tripId, persons);
    const before = await invitationTo(tx, { tripId }, applicationId);
    if (before && before.state !== 'withdrawn') throw new DomainError('invitation.already');
    const asked = {
      state: 'asked',
      persons,
      answer: words,
      invitedBy: null,
      invitedAt: now(),
      answeredAt: now(),
      answerRecordedBy: 'staffId' in actor ? actor.staffId : null,
    } as const;
    const invitationId = before?.id ?? newId();
    if (before)
      await tx
        .update(invitations)
        .set({ ...asked, version: sql`${invitations.version} + 1` })
        .where(and(eq(invitations.id, before.id)));
    else
      await tx.insert(invitations).values({
        id: invitationId,
        tripId,
        ceremonyId: null,
        applicationId,
        documentsSeen: [],
        version: 1,
        ...asked,
      });
    record({
      kind: 'invitation.answered',
      ...(await about(tx, applicationId)),
      subjectId: invitationId,
      data: { invitationId, state: 'asked', by: 'staffId' in actor ? 'staff' : 'applicant' },
    });
    return { invitationId };
  },
);
