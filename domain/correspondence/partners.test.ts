/** The register of partners and how they answer; links that show one case for a time. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partnerLinks, partners, throttles } from '@/db/schema';
import { addConsent, revokeConsent, withdrawApplication } from '../applications/commands';
import { logSearch } from '../archive/searches';
import { joinCases } from '../cases/commands';
import { bookkeep } from '../change';
import { atMoment, now } from '../clock';
import { read } from '../database';
import type { Actor } from '../permissions';
import { anApplication } from '../testing/applications';
import { edit, pageOf, propose, requestAbout } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, anAdministrator, aResearcher, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { addDays, dayOf } from '../working-days';
import { endPartnerLink, givePartnerLink, openPartnerLink, partnerLinksOf } from './partner-links';
import { figuresOf, partnerPage, partnerRegister } from './partner-queries';
import { changePartner, enterPartner } from './partners';
import { recordReply } from './request-answers';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const visitor: Actor = { role: 'visitor', address: '192.0.2.77' };
const archive = {
  kind: 'archive',
  country: 'KZ',
  nameRu: 'Архив района',
  email: 'arhiv@example.test',
  website: 'https://archive.example',
  language: 'ru',
  answersIn: '45',
};

describe('a partner', () => {
  it('is entered and changed under its version, its names told in every language', async () => {
    const actor = await aResearcher();
    let partnerId = '';
    expect(
      await recordedBy(async () => {
        partnerId = (await enterPartner(actor, archive)).partnerId;
      }),
    ).toEqual(['partner.entered']);
    const rowOf = async () => (await read().select().from(partners).where(eq(partners.id, partnerId)))[0];
    expect(await rowOf()).toMatchObject({ name: { kk: 'Архив района', ru: 'Архив района' }, answersIn: 45 });
    const next = { ...archive, partnerId, version: 1, nameKk: 'Аудан архиві', answersIn: 60, inUse: false };
    const before = await lastSeq();
    await changePartner(actor, next);
    expect((await eventsAfter(before))[0]?.data).toEqual({ partnerId, fields: ['answersIn', 'name', 'inUse'] });
    expect(await rowOf()).toMatchObject({ name: { kk: 'Аудан архиві' }, inUse: false, version: 2 });
    expect(await refusalOf(changePartner(actor, next))).toBe('partner.stale');
  });

  it('has a name, a country of today, and addresses that are such', async () => {
    const enter = async (over: object) => refusedFields(enterPartner(await aManager(), { ...archive, ...over }));
    expect(await enter({ nameRu: '' })).toEqual({ nameRu: 'partner.no-name' });
    expect(await enter({ country: 'SU' })).toEqual({ country: 'input.choose' });
    expect(await enter({ email: 'нет' })).toEqual({ email: 'input.email' });
    expect(await enter({ website: 'javascript:alert(1)' })).toEqual({ website: 'partner.website' });
    expect(await enter({ answersIn: 0 })).toEqual({ answersIn: 'input.number' });
  });

  it('shows how it answers; its requests only to those who read cases', async () => {
    const hand = await aCaseIn('searching');
    const { partnerId } = await enterPartner(hand.researcher, archive);
    const sentOn = addDays(dayOf(now()), -20);
    const about = () => requestAbout(hand.researcher, [hand.caseId], { partnerId, sentOn });
    const requestId = await about();
    await about();
    const answer = { caseId: hand.caseId, requestId, outcome: 'nothing', answer: 'Нет.' };
    await recordReply(hand.researcher, { ...answer, answeredOn: addDays(sentOn, 12) });
    const page = await partnerPage(hand.researcher, { partnerId });
    expect(page.figures).toEqual({ sent: 2, open: 1, answered: 1, medianDays: 12 });
    expect(page.requests).toHaveLength(2);
    expect((await partnerPage(await anAdministrator(), { partnerId })).requests).toEqual([]);
    const listed = (await partnerRegister(hand.researcher, {})).find(({ id }) => id === partnerId);
    expect(listed?.figures).toEqual(page.figures);
    expect(await refusalOf(partnerPage(hand.researcher, { partnerId: 'nobody' }))).toBe('partner.not-found');
  });

  it('answers in the middle of its answer times', () => {
    const day = 86_400_000;
    const at = (days: number | null) => ({
      state: days === null ? 'sent' : 'closed',
      sentAt: 1_580_000_000_000,
      answeredAt: days === null ? null : 1_580_000_000_000 + days * day,
    });
    expect(figuresOf([]).medianDays).toBeNull();
    expect(figuresOf([at(null)])).toEqual({ sent: 1, open: 1, answered: 0, medianDays: null });
    expect(figuresOf([at(400), at(10), at(30)]).medianDays).toBe(30);
    expect(figuresOf([at(10), at(30), at(40), at(400), at(null)])).toMatchObject({ medianDays: 35, answered: 4 });
  });
});

async function agreeing(status: 'searching' | 'under-review' = 'searching'): Promise<MadeCase> {
  const hand = await aCaseIn(status, { answers: { unit: '316 сд', captivity: 'Айгүл Серікқызы естіген: Шталаг' } });
  await addConsent(hand.applicant, { applicationId: hand.applicationId, kind: 'sharing', how: 'web' });
  return hand;
}
const give = (hand: MadeCase, over: object = {}) =>
  givePartnerLink(hand.researcher, { caseId: hand.caseId, partnerId: 'rgva', days: 14, ...over });
const opened = (token: string) => refusalOf(openPartnerLink(visitor, { token }));
const gone = 'partner-link.not-found';

describe('a link for a partner', () => {
  it('is given only when everybody who applied agrees to share', async () => {
    const silent = await aCaseIn('searching');
    expect(await refusalOf(give(silent))).toBe('partner-link.no-consent');
    const hand = await agreeing();
    expect(await recordedBy(() => give(hand))).toEqual(['partner-link.given']);
    expect(await refusedFields(give(hand, { days: 61 }))).toEqual({ days: 'input.number' });
    expect(await refusedFields(give(hand, { partnerId: 'nobody' }))).toEqual({ partnerId: 'partner.not-found' });
    const stranger = await aResearcher();
    const asked = { caseId: hand.caseId, partnerId: 'rgva', days: 3 };
    expect(await refusalOf(givePartnerLink(stranger, asked))).toBe('access.not-yours');
    const nobody = await agreeing();
    await withdrawApplication(nobody.applicant, { applicationId: nobody.applicationId });
    expect(await refusalOf(givePartnerLink(nobody.manager, { ...asked, caseId: nobody.caseId }))).toBe(
      'partner-link.no-consent',
    );
  });

  it('shows the soldier and where he was sought, and is counted; its token is kept nowhere', async () => {
    const hand = await agreeing();
    const search = { caseId: hand.caseId, sourceKey: 'obd-memorial', asked: 'Айгүл сұрады', outcome: 'nothing' };
    await logSearch(hand.researcher, search);
    const { token, linkId } = await give(hand);
    const before = await lastSeq();
    const shown = await openPartnerLink(visitor, { token });
    expect(await eventsAfter(before)).toMatchObject([{ kind: 'partner-link.opened', caseId: hand.caseId }]);
    expect(shown.man).toMatchObject({ unit: '316 сд', captivity: '[…] естіген: Шталаг' });
    expect(shown.searched).toMatchObject([{ outcome: 'nothing' }]);
    const text = JSON.stringify(shown);
    for (const word of ['Айгүл', '+7 7', 'wife', 'parents', 'latitude', hand.applicationId, hand.caseId])
      expect(text).not.toContain(word);
    const [row] = await read().select().from(partnerLinks).where(eq(partnerLinks.id, linkId));
    expect(row).toMatchObject({ openedCount: 1, lastOpenedAt: expect.any(Number) });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(await eventsAfter(0))).not.toContain(token);
    const { links, agrees } = await partnerLinksOf(hand.manager, { caseId: hand.caseId });
    expect({ agrees, state: links[0]?.state }).toEqual({ agrees: true, state: 'open' });
    expect(JSON.stringify(links)).not.toContain('tokenHash');
  });

  it('tells nothing of what was searched while a sensitive fate stays with staff', async () => {
    const hand = await agreeing();
    const search = { caseId: hand.caseId, sourceKey: 'obd-memorial', asked: '', outcome: 'found' };
    await logSearch(hand.researcher, search);
    const { token } = await give(hand);
    await propose(hand, { fate: 'executed' });
    const shown = await openPartnerLink(visitor, { token });
    expect(shown.searched).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain('executed');
    await edit(hand, { fate: 'killed' });
    expect((await openPartnerLink(visitor, { token })).searched).toHaveLength(1);
  });

  it('ends by hand, by its time, with a consent, and with an application that joins without one', async () => {
    const ended = await agreeing();
    const { token: first, linkId } = await give(ended);
    const end = () => endPartnerLink(ended.researcher, { caseId: ended.caseId, linkId });
    expect(await recordedBy(end)).toEqual(['partner-link.ended']);
    expect(await opened(first)).toBe(gone);
    expect(await refusalOf(end())).toBe(gone);

    const timed = await agreeing();
    const { token: second } = await give(timed, { days: 2 });
    expect(await atMoment(now() + 47 * 3_600_000, () => opened(second))).toBe('accepted');
    expect(await atMoment(now() + 48 * 3_600_000, () => opened(second))).toBe(gone);

    const revoked = await agreeing();
    const { token: third } = await give(revoked);
    await revokeConsent(revoked.applicant, { applicationId: revoked.applicationId, kind: 'sharing' });
    expect(await opened(third)).toBe(gone);
    expect((await partnerLinksOf(revoked.manager, { caseId: revoked.caseId })).links[0]?.state).toBe('silent');

    const joined = await agreeing();
    const { token: fourth } = await give(joined);
    expect(await opened(fourth)).toBe('accepted');
    const other = await anApplication();
    await joinCases(joined.manager, { ...(await pageOf(other.caseId)), intoId: joined.caseId, reason: 'Бір адам.' });
    expect(await opened(fourth)).toBe(gone);
    await addConsent(other.applicant, { applicationId: other.applicationId, kind: 'sharing', how: 'web' });
    expect(await opened(fourth)).toBe('accepted');
    expect(await opened('never-given')).toBe(gone);
  });

  it('of a partner out of use is answered as an ended one', async () => {
    const hand = await agreeing();
    const { partnerId } = await enterPartner(hand.researcher, archive);
    const { token } = await give(hand, { partnerId });
    expect(await opened(token)).toBe('accepted');
    await changePartner(hand.researcher, { ...archive, partnerId, version: 1, inUse: false });
    expect(await opened(token)).toBe(gone);
    expect((await partnerLinksOf(hand.manager, { caseId: hand.caseId })).links[0]?.state).toBe('ended');
    expect(await refusalOf(give(hand, { partnerId }))).toBe('input.invalid');
  });

  it('cannot be guessed at for long, and a refusal still counts', async () => {
    const guesser: Actor = { role: 'visitor', address: '192.0.2.88' };
    for (let n = 0; n < 60; n++) expect(await refusalOf(openPartnerLink(guesser, { token: `guess-${n}` }))).toBe(gone);
    expect(await refusalOf(openPartnerLink(guesser, { token: 'guess' }))).toBe('access.too-many-attempts');
    await bookkeep(async (tx) => {
      await tx.delete(throttles);
    });
  });
});
