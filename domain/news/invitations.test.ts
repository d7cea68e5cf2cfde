import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conclusions, notices } from '@/db/schema';
import { revokeConsent } from '../applications/commands';
import { inviteToTrip, withdrawInvitation } from '../community/invitations';
import { tripPage } from '../community/journey-queries';
import { publicJourney, publicJourneys } from '../community/public-journeys';
import { changeTrip, moveTrip, showTrip } from '../community/trips';
import { read } from '../database';
import { visitor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, aResearcher, type People } from '../testing/factories';
import { aBuried, aTrip, type Buried, tripInput, tripNow } from '../testing/journeys';
import { refusalOf } from '../testing/outcome';
import { isInvitationTrue } from './invitations';
import { planNews } from './planning';

let database: TestDatabase;
let people: People;
let family: Buried;
let tripId: string;
beforeEach(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
  family = await aBuried(people);
  tripId = await aTrip(people, [family.burialPlaceId]);
  await planNews();
  await inviteToTrip(people.researcher, { tripId, applicationIds: family.applicationId });
});
afterEach(() => database.close());

const told = async () => {
  while (await planNews());
  const rows = await read().select().from(notices).where(eq(notices.kind, 'invitation')).orderBy(notices.id);
  return rows.map((row) => [row.data.what, row.state].join(': '));
};

const unsent = async () => {
  const [row] = await read().select().from(notices).where(eq(notices.kind, 'invitation')).orderBy(notices.id);
  if (!row) throw new Error('Nothing to tell');
  return row;
};

describe('an invitation is told', () => {
  it('to the family, with what it is to', async () => {
    expect(await told()).toEqual(['invited: waiting']);
    expect((await unsent()).data).toMatchObject({ title: 'Орёлға сапар', startsOn: tripInput().startsOn });
  });

  it('as it stands now when it changes before it is read; then the change itself', async () => {
    await told();
    const other = { ...tripInput(), meetingKk: 'Вокзалда' };
    await changeTrip(people.researcher, { ...(await tripNow(tripId)), ...other });
    expect(await told()).toEqual(['invited: dropped', 'invited: waiting']);
    await database.store.tx(async (tx) => {
      await tx.update(notices).set({ state: 'sent' }).where(eq(notices.state, 'waiting'));
    });
    await changeTrip(people.researcher, { ...(await tripNow(tripId)), ...other, contact: 'Басқа' });
    await changeTrip(people.researcher, { ...(await tripNow(tripId)), ...tripInput() });
    expect((await told()).slice(2)).toEqual(['changed: waiting']);
  });

  it('and its end, when the trip is called off or the invitation taken back', async () => {
    await moveTrip(people.manager, { ...(await tripNow(tripId)), to: 'cancelled' });
    expect(await told()).toEqual(['invited: dropped', 'cancelled: waiting']);
  });

  it('as withdrawn by us', async () => {
    const [line] = (await tripPage(people.researcher, { tripId })).families;
    await withdrawInvitation(people.researcher, { invitationId: line?.invitation?.id ?? '', version: 1 });
    expect((await told()).at(-1)).toBe('withdrawn: waiting');
  });
});

describe('nothing is told', () => {
  it('once the consent is taken back, what waits unread included', async () => {
    await told();
    const waiting = await unsent();
    expect(await isInvitationTrue(waiting, read())).toBe(true);
    await revokeConsent(family.applicant, { applicationId: family.applicationId, kind: 'ceremonies' });
    expect(await isInvitationTrue(waiting, read())).toBe(false);
    await moveTrip(people.manager, { ...(await tripNow(tripId)), to: 'cancelled' });
    expect(await told()).toEqual(['invited: dropped']);
  });

  it('of a result the family may not read', async () => {
    await told();
    const waiting = await unsent();
    await database.store.tx(async (tx) => {
      await tx.update(conclusions).set({ sensitive: true, releasedAt: null });
    });
    expect(await isInvitationTrue(waiting, read())).toBe(false);
  });
});

describe('the public reads', () => {
  it('of a trip that a manager showed, without what is the families’', async () => {
    expect(await refusalOf(publicJourney(visitor, { journeyId: tripId }))).toBe('journey.not-found');
    expect(await publicJourneys(visitor, {})).toEqual({ coming: [], past: [] });
    await showTrip(people.manager, { ...(await tripNow(tripId)), public: 'on' });
    const { coming } = await publicJourneys(visitor, {});
    expect(coming.map(({ id }) => id)).toEqual([tripId]);
    const { titleKk, meetingKk, noteKk, contact } = tripInput();
    const shown = JSON.stringify(coming);
    expect(shown).toContain(titleKk);
    for (const hidden of [meetingKk, noteKk, contact, 'Төлқұжат', 'Сәрсенов', 'Айгүл', family.applicationId])
      expect(shown).not.toContain(hidden);
  });
});
