import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { burials, cases, conclusions, invitations } from '@/db/schema';
import { addConsent, revokeConsent, withdrawApplication } from '../applications/commands';
import { passOnApplication } from '../applications/passing-on';
import { joinCases } from '../cases/commands';
import { atMoment } from '../clock';
import { read } from '../database';
import { anApplication } from '../testing/applications';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, makeMove, type People } from '../testing/factories';
import { aBuried, aCeremony, aTrip, type Buried, ceremonyNow, inDays, tripNow } from '../testing/journeys';
import { recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { startOfDay } from '../working-days';
import { addSoldier } from './ceremony-cases';
import { answerInvitation, askToJoin } from './invitation-answers';
import { agreeToJoin, inviteToCeremony, inviteToTrip, markDocumentsSeen, withdrawInvitation } from './invitations';
import { ceremonyPage, newInvitationAnswers, tripPage } from './journey-queries';
import { ownInvitation, ownJourneys } from './own-invitations';
import { moveTrip } from './trips';

let database: TestDatabase;
let people: People;
beforeEach(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterEach(() => database.close());

const hindranceIn = async (tripId: string, { applicationId }: { applicationId: string }) => {
  const { families } = await tripPage(people.researcher, { tripId });
  return families.find((family) => family.applicationId === applicationId)?.hindrance;
};

const invite = (tripId: string, ...families: { applicationId: string }[]) =>
  inviteToTrip(people.researcher, { tripId, applicationIds: families.map(({ applicationId }) => applicationId) });

async function invitationOf({ applicationId }: { applicationId: string }) {
  const [row] = await read().select().from(invitations).where(eq(invitations.applicationId, applicationId));
  if (!row) throw new Error('Not invited');
  return { ...row, invitationId: row.id };
}

const own = ({ applicant, applicationId }: Buried) => ownJourneys(applicant, { applicationId });

const answer = async (family: Buried, over: object = {}) =>
  answerInvitation(family.applicant, {
    applicationId: family.applicationId,
    invitationId: (await invitationOf(family)).id,
    answer: 'accepted',
    persons: '2',
    ...over,
  });

describe('a family is invited', () => {
  it('where its soldier lies along the way and it agreed to be told of such things', async () => {
    const family = await aBuried(people);
    const elsewhere = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    const { families } = await tripPage(people.researcher, { tripId });
    expect(families.map(({ applicationId, hindrance }) => [applicationId, hindrance])).toEqual([
      [family.applicationId, null],
    ]);
    expect(await recordedBy(() => invite(tripId, family))).toEqual(['invitation.sent']);
    expect(await refusalOf(invite(tripId, family))).toBe('invitation.already');
    expect(await refusalOf(invite(tripId, elsewhere))).toBe('invitation.not-concerned');
    expect(await refusedFields(invite(tripId))).toEqual({ applicationIds: 'invitation.nobody' });
  });

  it('not without the consent, nor when it was taken back, nor when another one was given', async () => {
    const never = await aBuried(people, { 'consent-ceremonies': '' });
    const tripId = await aTrip(people, [never.burialPlaceId]);
    expect(await hindranceIn(tripId, never)).toBe('no-consent');
    expect(await refusalOf(invite(tripId, never))).toBe('invitation.no-consent');
    const { applicationId } = never;
    await addConsent(people.manager, { applicationId, kind: 'ceremonies', how: 'signature' });
    await revokeConsent(people.manager, { applicationId, kind: 'ceremonies' });
    await addConsent(people.manager, { applicationId, kind: 'sharing', how: 'signature' });
    expect(await refusalOf(invite(tripId, never))).toBe('invitation.no-consent');
    await addConsent(people.manager, { applicationId, kind: 'ceremonies', how: 'signature' });
    expect(await invite(tripId, never)).toEqual({ invited: 1 });
  });

  it('not when it withdrew, and not before the result was told in the way it asked for', async () => {
    const voice = await aBuried(people, { tellFirst: 'voice' });
    const tripId = await aTrip(people, [voice.burialPlaceId]);
    expect(await hindranceIn(tripId, voice)).toBe('not-told');
    expect(await refusalOf(invite(tripId, voice))).toBe('invitation.not-told');
    const gone = await aBuried(people);
    const second = await aTrip(people, [gone.burialPlaceId]);
    await withdrawApplication(gone.applicant, { applicationId: gone.applicationId, reason: '' });
    expect(await hindranceIn(second, gone)).toBe('withdrawn');
    expect(await refusalOf(invite(second, gone))).toBe('invitation.withdrawn');
  });

  it('of a joined case like every other', async () => {
    const family = await aBuried(people);
    const second = await anApplication({ 'consent-ceremonies': 'on' });
    const moved = { ...second, ...people };
    await makeMove(moved, 'checking');
    await joinCases(people.manager, { ...(await pageOf(second.caseId)), intoId: family.caseId, reason: 'Бір адам.' });
    const tripId = await aTrip(people, [family.burialPlaceId]);
    expect(await invite(tripId, family, second)).toEqual({ invited: 2 });
  });

  it('only while the trip is open', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId], { open: false });
    expect(await refusalOf(invite(tripId, family))).toBe('trip.not-open');
  });

  it('all or nobody', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    const elsewhere = await aBuried(people);
    expect(await refusalOf(invite(tripId, family, elsewhere))).toBe('invitation.not-concerned');
    expect(await read().select().from(invitations)).toEqual([]);
  });
});

describe('a ceremony', () => {
  it('invites the families of its soldiers, and of those who lie at its place', async () => {
    const [named, buried] = [await aBuried(people), await aBuried(people)];
    const ceremonyId = await aCeremony(people, { burialPlaceId: buried.burialPlaceId });
    const { soldiers } = await ceremonyPage(people.researcher, { ceremonyId });
    expect(soldiers).toEqual([]);
    const number = await numberOf(named.caseId);
    await addSoldier(people.researcher, { ...(await ceremonyNow(ceremonyId)), number });
    const again = { ...(await ceremonyNow(ceremonyId)), number };
    expect(await refusedFields(addSoldier(people.researcher, again))).toEqual({ number: 'ceremony.named-already' });
    const applicationIds = [named.applicationId, buried.applicationId];
    expect(await inviteToCeremony(people.researcher, { ceremonyId, applicationIds })).toEqual({ invited: 2 });
  });

  it('of a found soldier waits for the conclusion; an hour at a memorial does not', async () => {
    const made = await aCaseIn('searching', { people, answers: { 'consent-ceremonies': 'on' } });
    const number = await numberOf(made.caseId);
    const asked = async (kind: string) => {
      const ceremonyId = await aCeremony(people, { kind });
      await addSoldier(people.researcher, { ...(await ceremonyNow(ceremonyId)), number });
      return refusalOf(inviteToCeremony(people.researcher, { ceremonyId, applicationIds: [made.applicationId] }));
    };
    expect(await asked('handing-over')).toBe('invitation.not-established');
    expect(await asked('memorial')).toBe('accepted');
  });
});

describe('an answer', () => {
  it('says how many come, can be changed, and is news at the desk', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family);
    expect(await refusedFields(answer(family, { persons: '' }))).toEqual({ persons: 'invitation.persons' });
    expect(await refusedFields(answer(family, { persons: '21' }))).toEqual({ persons: 'invitation.persons' });
    expect(await recordedBy(() => answer(family, { words: 'Қызыммен бірге' }))).toEqual(['invitation.answered']);
    expect((await own(family)).invitations).toMatchObject([
      { state: 'accepted', persons: 2, answer: 'Қызыммен бірге', recorded: false, mayAnswer: true },
    ]);
    expect(await newInvitationAnswers(people.researcher, {})).toMatchObject([
      { tripId, state: 'accepted', persons: 2 },
    ]);
    await answer(family, { answer: 'later', persons: '' });
    expect(await invitationOf(family)).toMatchObject({ state: 'invited', persons: null });
    await answer(family, { answer: 'declined' });
    expect(await invitationOf(family)).toMatchObject({ state: 'declined', persons: null });
    const [left] = await newInvitationAnswers(people.researcher, {});
    expect(left?.state).toBe('declined');
  });

  it('comes in time from the family; staff write it down later, too', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family);
    await atMoment(startOfDay(inDays(21)), async () => {
      expect(await refusalOf(answer(family))).toBe('invitation.too-late');
      expect((await own(family)).invitations).toMatchObject([{ mayAnswer: false }]);
      const { applicationId } = family;
      const { invitationId } = await invitationOf(family);
      const told = { applicationId, invitationId, answer: 'accepted', persons: '1' };
      await answerInvitation(people.researcher, told);
    });
    expect(await invitationOf(family)).toMatchObject({
      state: 'accepted',
      answerRecordedBy: people.researcher.staffId,
    });
    expect(await newInvitationAnswers(people.researcher, {})).toEqual([]);
  });

  it('takes no place that is not there', async () => {
    const family = await aBuried(people);
    const second = await secondFamilyAt(family);
    const tripId = await aTrip(people, [family.burialPlaceId], { places: '3' });
    await invite(tripId, family, second);
    await answer(family, { persons: '2' });
    expect(await refusalOf(answer(second, { persons: '2' }))).toBe('invitation.full');
    await answer(second, { persons: '1' });
    await answer(family, { persons: '2' });
    expect((await own(second)).invitations[0]?.left).toBe(1);
  });

  it('is nobody else’s to give', async () => {
    const family = await aBuried(people);
    const second = await secondFamilyAt(family);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family, second);
    const { invitationId } = await invitationOf(second);
    const forged = { invitationId, answer: 'declined' };
    const { applicant, applicationId } = family;
    expect(await refusalOf(answerInvitation(applicant, { ...forged, applicationId }))).toBe('invitation.not-found');
    const theirs = { ...forged, applicationId: second.applicationId };
    expect(await refusalOf(answerInvitation(applicant, theirs))).toBe('access.not-yours');
    expect(await refusalOf(ownInvitation(applicant, { applicationId, invitationId }))).toBe('invitation.not-found');
    expect(await refusalOf(ownJourneys(applicant, { applicationId: second.applicationId }))).toBe('access.not-yours');
  });
});

describe('what a family reads', () => {
  it('is its own invitation and no word of another family', async () => {
    const family = await aBuried(people);
    const second = await secondFamilyAt(family, 'БОЗТОРҒАЙ Дана');
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family, second);
    await answer(second, { words: 'БОЗТОРҒАЙ екеуміз' });
    const page = await own(family);
    expect(page.invitations.map(({ journey }) => journey.id)).toEqual([tripId]);
    expect(JSON.stringify(page)).not.toContain('БОЗТОРҒАЙ');
    expect(JSON.stringify(page)).not.toContain(second.applicationId);
  });

  it('is nothing without the consent', async () => {
    const family = await aBuried(people, { 'consent-ceremonies': '' });
    await aTrip(people, [family.burialPlaceId], { public: true });
    expect(await own(family)).toEqual({ consents: false, invitations: [], trips: [] });
  });

  it('hides an invitation that would tell a result it may not read yet', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family);
    expect((await own(family)).invitations).toHaveLength(1);
    await database.store.tx(async (tx) => {
      await tx.update(conclusions).set({ sensitive: true, releasedAt: null });
    });
    expect((await own(family)).invitations).toEqual([]);
    expect(await hindranceIn(tripId, family)).toBe('withheld');
  });
});

describe('a consent taken back', () => {
  it('withdraws what stands open', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family);
    await answer(family);
    const { applicant, applicationId } = family;
    expect(await recordedBy(() => revokeConsent(applicant, { applicationId, kind: 'ceremonies' }))).toEqual([
      'consent.revoked',
      'invitation.withdrawn',
    ]);
    expect((await invitationOf(family)).state).toBe('withdrawn');
    expect(await refusalOf(answer(family))).toBe('invitation.over');
    await addConsent(applicant, { applicationId, kind: 'ceremonies', how: 'web' });
    expect(await invite(tripId, family)).toEqual({ invited: 1 });
    expect(await invitationOf(family)).toMatchObject({ state: 'invited', persons: null, answer: '' });
  });

  it('leaves a trip that was held as it was, and other consents touch nothing', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family);
    await answer(family);
    const { applicant, applicationId } = family;
    await revokeConsent(applicant, { applicationId, kind: 'publication' });
    expect((await invitationOf(family)).state).toBe('accepted');
    const held = { ...(await tripNow(tripId)), to: 'held' };
    await atMoment(startOfDay(inDays(44)), () => moveTrip(people.manager, held));
    await revokeConsent(applicant, { applicationId, kind: 'ceremonies' });
    expect((await invitationOf(family)).state).toBe('accepted');
  });

  it('goes with an application that is withdrawn or passed on', async () => {
    const [gone, passed] = [await aBuried(people), await aBuried(people)];
    for (const family of [gone, passed]) await invite(await aTrip(people, [family.burialPlaceId]), family);
    await withdrawApplication(gone.applicant, { applicationId: gone.applicationId, reason: '' });
    await passOn(passed);
    for (const family of [gone, passed]) expect((await invitationOf(family)).state).toBe('withdrawn');
  });

  it('that the former relative declined does not shut out the one who follows', async () => {
    const [invited, asking] = [await aBuried(people), await aBuried(people)];
    for (const family of [invited, asking]) {
      const tripId = await aTrip(people, [family.burialPlaceId]);
      await invite(tripId, family);
      await answer(family, { answer: 'declined', words: 'Денсаулығым жарамайды.' });
      await passOn(family);
      expect(await invitationOf(family)).toMatchObject({ state: 'withdrawn', answer: '' });
      const { applicant, applicationId } = family;
      await addConsent(applicant, { applicationId, kind: 'ceremonies', how: 'web' });
      expect((await own(family)).trips.map(({ journey }) => journey.id)).toEqual([tripId]);
      if (family === invited) await invite(tripId, family);
      else await askToJoin(applicant, { applicationId, tripId, persons: '1' });
    }
    expect((await invitationOf(invited)).state).toBe('invited');
    expect((await invitationOf(asking)).state).toBe('asked');
  });

  it('stays as it was, but for the words, where the trip was held', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family);
    await answer(family, { words: 'Қызыммен бірге' });
    const held = { ...(await tripNow(tripId)), to: 'held' };
    await atMoment(startOfDay(inDays(44)), () => moveTrip(people.manager, held));
    await passOn(family);
    expect(await invitationOf(family)).toMatchObject({ state: 'accepted', persons: 2, answer: '' });
  });
});

describe('a family that asks by itself', () => {
  it('may join a public trip once the museum agrees', async () => {
    const family = await aBuried(people);
    const other = await aBuried(people);
    const tripId = await aTrip(people, [other.burialPlaceId], { public: true });
    expect((await own(family)).trips.map(({ journey }) => journey.id)).toEqual([tripId]);
    const { applicant, applicationId } = family;
    const asked = { applicationId, tripId, persons: '2', words: 'Ағамыз да сол жақта қалған.' };
    expect(await recordedBy(() => askToJoin(applicant, asked))).toEqual(['invitation.answered']);
    expect(await refusalOf(askToJoin(applicant, asked))).toBe('invitation.already');
    expect(await own(family)).toMatchObject({ invitations: [{ state: 'asked', persons: 2 }], trips: [] });
    expect(await newInvitationAnswers(people.researcher, {})).toMatchObject([{ state: 'asked' }]);
    const { invitationId, version } = await invitationOf(family);
    await agreeToJoin(people.researcher, { invitationId, version });
    expect((await invitationOf(family)).state).toBe('accepted');
    expect(await refusalOf(agreeToJoin(people.researcher, { invitationId, version: version + 1 }))).toBe(
      'invitation.not-asked',
    );
  });

  it('knows only of public trips and of those to its own soldier', async () => {
    const family = await aBuried(people);
    const other = await aBuried(people);
    const hidden = await aTrip(people, [other.burialPlaceId]);
    const itsOwn = await aTrip(people, [family.burialPlaceId]);
    expect((await own(family)).trips.map(({ journey }) => journey.id)).toEqual([itsOwn]);
    const { applicant, applicationId } = family;
    expect(await refusalOf(askToJoin(applicant, { applicationId, tripId: hidden, persons: '1' }))).toBe(
      'trip.not-found',
    );
    await revokeConsent(applicant, { applicationId, kind: 'ceremonies' });
    const shown = await aTrip(people, [other.burialPlaceId], { public: true });
    expect(await refusalOf(askToJoin(applicant, { applicationId, tripId: shown, persons: '1' }))).toBe(
      'invitation.no-consent',
    );
  });

  it('cannot agree to its own wish by taking it back first', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    const { applicant, applicationId } = family;
    await askToJoin(applicant, { applicationId, tripId, persons: '1' });
    await answer(family, { answer: 'declined' });
    expect((await own(family)).invitations).toMatchObject([{ state: 'declined', ownWish: true }]);
    await answer(family, { answer: 'accepted', persons: '4' });
    expect(await invitationOf(family)).toMatchObject({ state: 'asked', persons: 4 });
    const { invitationId, version } = await invitationOf(family);
    await agreeToJoin(people.researcher, { invitationId, version });
    await answer(family, { answer: 'declined' });
    await answer(family, { answer: 'accepted', persons: '3' });
    expect((await own(family)).invitations).toMatchObject([{ state: 'accepted', persons: 3, ownWish: false }]);
  });

  it('keeps the number it said when only its words change, and has to say one when it asks anew', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    const { applicant, applicationId } = family;
    await askToJoin(applicant, { applicationId, tripId, persons: '3' });
    await answer(family, { answer: 'later', persons: '', words: 'Екеуі бала.' });
    expect(await invitationOf(family)).toMatchObject({ state: 'asked', persons: 3, answer: 'Екеуі бала.' });
    await answer(family, { answer: 'declined' });
    expect(await refusedFields(answer(family, { answer: 'later', persons: '' }))).toEqual({
      persons: 'invitation.persons',
    });
  });

  it('takes a place even where nobody said how many they are', async () => {
    const family = await aBuried(people);
    const second = await secondFamilyAt(family);
    const tripId = await aTrip(people, [family.burialPlaceId], { places: '1' });
    const { applicant, applicationId } = family;
    await askToJoin(applicant, { applicationId, tripId, persons: '1' });
    const forget = () => database.store.tx((tx) => tx.update(invitations).set({ persons: null }));
    await forget();
    const { invitationId, version } = await invitationOf(family);
    await agreeToJoin(people.researcher, { invitationId, version });
    expect(await invitationOf(family)).toMatchObject({ state: 'accepted', persons: 1 });
    await forget();
    const wish = { applicationId: second.applicationId, tripId, persons: '1' };
    expect(await refusalOf(askToJoin(second.applicant, wish))).toBe('invitation.full');
  });

  it('can be declined', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    const { applicant, applicationId } = family;
    await askToJoin(applicant, { applicationId, tripId, persons: '1' });
    const { invitationId, version } = await invitationOf(family);
    const withdrawal = { invitationId, version };
    expect(await recordedBy(() => withdrawInvitation(people.researcher, withdrawal))).toEqual(['invitation.withdrawn']);
    expect(await refusalOf(withdrawInvitation(people.researcher, withdrawal))).toBe('invitation.over');
  });
});

describe('documents', () => {
  it('that were shown are ticked off, and none that is not on the list', async () => {
    const family = await aBuried(people);
    const tripId = await aTrip(people, [family.burialPlaceId]);
    await invite(tripId, family);
    const { invitationId } = await invitationOf(family);
    const seen = { invitationId, version: 1, lines: ['Төлқұжат'] };
    expect(await recordedBy(() => markDocumentsSeen(people.researcher, seen))).toEqual(['invitation.documents-seen']);
    expect((await own(family)).invitations[0]?.documentsSeen).toEqual(['Төлқұжат']);
    const forged = { invitationId, version: 2, lines: ['Диплом'] };
    expect(await refusedFields(markDocumentsSeen(people.researcher, forged))).toEqual({ lines: 'input.choose' });
    expect(await refusalOf(markDocumentsSeen(people.researcher, seen))).toBe('case.stale');
  });
});

const passOn = ({ applicationId }: Buried) =>
  passOnApplication(people.manager, {
    applicationId,
    applicantName: 'Дана Серікқызы',
    kinship: 'grandchild',
    telephone: '+7 700 000 00 01',
    language: 'kk',
    tellFirst: 'page',
    reason: 'Қайтыс болды.',
  });

async function numberOf(caseId: string): Promise<number> {
  const [row] = await read().select({ number: cases.number }).from(cases).where(eq(cases.id, caseId));
  return row?.number ?? 0;
}

/** Another soldier who lies at the same place, with a family of its own. */
async function secondFamilyAt(first: Buried, applicantName = 'Дана Ерланқызы'): Promise<Buried> {
  const second = await aBuried(people, { applicantName });
  await database.store.tx(async (tx) => {
    await tx.update(burials).set({ burialPlaceId: first.burialPlaceId }).where(eq(burials.caseId, second.caseId));
  });
  return { ...second, burialPlaceId: first.burialPlaceId };
}
