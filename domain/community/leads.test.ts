/** What the public tells us, and the families we look for: what is kept, who sees it, what is wiped. */

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, leads, publicationHolds } from '@/db/schema';
import { joinCases, openFoundCase } from '../cases/commands';
import { bookkeep } from '../change';
import { read } from '../database';
import { newId } from '../identity';
import { holdPublication } from '../memory/holds';
import { sendObjection } from '../memory/objections';
import type { Actor } from '../permissions';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { appealOfCase, soughtFamily, soughtList } from './appeal-queries';
import { changeAppeal, endAppeal, publishAppeal, writeAppeal } from './appeals';
import { leadList, leadPage, leadsOfCase, newLeads } from './lead-queries';
import { answerLead, eraseLead, linkLead, sendLead, setLeadAside } from './leads';

let database: TestDatabase;
let hand: MadeCase;
beforeAll(async () => {
  database = await openTestDatabase();
  hand = await aCaseIn('searching');
});
afterAll(() => database.close());

let addresses = 0;
const visitor = (): Actor => ({ role: 'visitor', address: `192.0.2.${++addresses}` });
const told = { language: 'kk', text: 'Ауыл шетінде белгісіз бейіт бар.', name: 'Ерболат', contact: '+7 700 000 00 02' };

async function aLead(over: object = {}) {
  const { number } = await sendLead(visitor(), { ...told, ...over });
  const [row] = await read().select().from(leads).where(eq(leads.number, number));
  return { leadId: row?.id ?? '', version: 1 };
}

describe('a lead', () => {
  it('comes in with a number, without anything personal in its event', async () => {
    const before = await lastSeq();
    const { leadId } = await aLead();
    const [event] = await eventsAfter(before);
    expect(event).toMatchObject({ kind: 'lead.received', data: { leadId } });
    expect(JSON.stringify(event)).not.toMatch(/Ерболат|бейіт/);
    expect((await newLeads(hand.researcher, {})).rows.map((row) => row.leadId)).toContain(leadId);
  });

  it('is refused when nothing is said, from staff, and in numbers', async () => {
    expect(await refusalOf(sendLead(visitor(), { ...told, text: ' ' }))).toBe('input.invalid');
    expect(await refusalOf(sendLead(hand.researcher, told))).toBe('access.denied');
    const one = visitor();
    for (let n = 0; n < 10; n++) await sendLead(one, told);
    expect(await refusalOf(sendLead(one, told))).toBe('access.too-many-attempts');
  });

  it('offers the case its words name, and is linked by the number of a case', async () => {
    const { surname, givenName, number } = (await caseLine()) ?? {};
    const lead = await aLead({ soldier: `${surname} ${givenName} 1915` });
    expect(await leadPage(hand.researcher, lead.leadId ? { leadId: lead.leadId } : {})).toMatchObject({
      meant: [{ caseId: hand.caseId }],
      case: null,
    });
    expect(await refusalOf(linkLead(hand.researcher, { ...lead, caseNumber: '99999' }))).toBe('input.invalid');
    const before = await lastSeq();
    await linkLead(hand.researcher, { ...lead, caseNumber: String(number) });
    expect(await eventsAfter(before)).toMatchObject([{ kind: 'lead.linked', caseId: hand.caseId }]);
    expect(await leadsOfCase(hand.researcher, { caseId: hand.caseId })).toMatchObject([{ state: 'linked' }]);
    expect(await refusalOf(answerLead(hand.researcher, { ...lead, note: 'Хабарластық.' }))).toBe('lead.stale');
    await answerLead(hand.researcher, { ...lead, version: 2, note: 'Хабарластық.' });
    expect(await leadsOfCase(hand.researcher, { caseId: hand.caseId })).toMatchObject([{ state: 'answered' }]);
  });

  it('wiped keeps its number and our note, and nothing of whoever told us', async () => {
    const lead = await aLead({ soldier: 'Ахметов', knownFrom: 'көршімнен естідім' });
    await setLeadAside(hand.researcher, { ...lead, note: 'Қайталанған хабар.' });
    await eraseLead(hand.researcher, { leadId: lead.leadId, version: 2 });
    const [row] = await read().select().from(leads).where(eq(leads.id, lead.leadId));
    expect(row).toMatchObject({ name: '', contact: '', text: '', soldier: '', knownFrom: '', state: 'set-aside' });
    expect(row?.note).toBe('Қайталанған хабар.');
    expect(await refusalOf(answerLead(hand.researcher, { ...lead, version: 3, note: 'x' }))).toBe('lead.erased');
    expect((await leadList(hand.researcher, { view: 'set-aside' })).rows.map(({ id }) => id)).toContain(lead.leadId);
  });

  const caseLine = async () => {
    const { casePage } = await import('../cases/page');
    return (await casePage(hand.researcher, { caseId: hand.caseId })).line;
  };
});

describe('an appeal', () => {
  const words = { textKk: 'Туыстарын іздейміз.', district: 'Жаңаарқа ауданы' };
  const aFoundCase = async () =>
    (await openFoundCase(hand.researcher, { origin: 'find', surname: 'Оразбаев', birth: '1912' })).caseId;
  const publicIds = async () => (await soughtList(visitor(), {})).rows.map(({ appealId }) => appealId);

  it('is read by the public once a manager published it, and no longer when it ended', async () => {
    const caseId = await aFoundCase();
    const { appealId } = await writeAppeal(hand.researcher, { caseId, ...words });
    const page = (version: number) => ({ appealId, version });
    expect(await publicIds()).not.toContain(appealId);
    expect(await refusalOf(publishAppeal(hand.researcher, page(1)))).toBe('access.denied');
    await publishAppeal(hand.manager, page(1));
    const shown = await soughtFamily(visitor(), { appealId });
    expect(shown).toMatchObject({ surname: 'Оразбаев', district: 'Жаңаарқа ауданы' });
    expect(Object.keys(shown).sort()).toEqual(
      [
        'appealId',
        'district',
        'text',
        'publishedAt',
        'surname',
        'givenName',
        'patronymic',
        'birth',
        'birthPlace',
      ].sort(),
    );
    await changeAppeal(hand.researcher, { ...page(2), ...words, district: 'Шет ауданы' });
    expect(await publicIds()).not.toContain(appealId);
    await publishAppeal(hand.manager, page(3));
    expect((await soughtList(visitor(), { district: 'Шет ауданы' })).total).toBe(1);
    await endAppeal(hand.researcher, page(4));
    expect(await refusalOf(soughtFamily(visitor(), { appealId }))).toBe('appeal.not-found');
    expect(await appealOfCase(hand.researcher, { caseId })).toMatchObject({ state: 'ended' });
  });

  it('is not written for a case with a family, nor twice, nor without words', async () => {
    expect(await refusalOf(writeAppeal(hand.researcher, { caseId: hand.caseId, ...words }))).toBe('appeal.has-family');
    const caseId = await aFoundCase();
    expect(await refusalOf(writeAppeal(hand.researcher, { caseId, district: 'Шет' }))).toBe('input.invalid');
    await writeAppeal(hand.researcher, { caseId, ...words });
    expect(await refusalOf(writeAppeal(hand.researcher, { caseId, ...words }))).toBe('appeal.there-already');
  });

  it('goes from the public as soon as the case is held back', async () => {
    const caseId = await aFoundCase();
    const { appealId } = await writeAppeal(hand.researcher, { caseId, ...words });
    await publishAppeal(hand.manager, { appealId, version: 1 });
    expect(await publicIds()).toContain(appealId);
    const held = { id: newId(), caseId, heldAt: 1, heldBy: (await aManager()).staffId, reason: 'x', note: 'x' };
    await bookkeep(async (tx) => tx.insert(publicationHolds).values(held));
    expect(await publicIds()).not.toContain(appealId);
  });

  describe('of a case that another one is joined to', () => {
    const joined = async () => {
      const caseId = await aFoundCase();
      const otherId = await aFoundCase();
      const { appealId } = await writeAppeal(hand.researcher, { caseId, ...words });
      await publishAppeal(hand.manager, { appealId, version: 1 });
      await joinCases(hand.manager, { ...(await pageOf(otherId)), intoId: caseId, reason: 'Бір адам.' });
      expect(await publicIds()).toContain(appealId);
      return { otherId, appealId };
    };
    const objection = { about: 'appeal', language: 'kk', text: 'Ол біздің атамыз.', name: 'Асқар', contact: '+7 700' };
    const objectTo = (aboutId: string) => refusalOf(sendObjection(visitor(), { ...objection, aboutId }));

    it('goes when the other is held back, and takes no objection that would tell of it', async () => {
      const { otherId, appealId } = await joined();
      expect(await objectTo(appealId)).toBe('accepted');
      await holdPublication(hand.manager, { caseId: otherId });
      expect(await publicIds()).not.toContain(appealId);
      expect(await refusalOf(soughtFamily(visitor(), { appealId }))).toBe('appeal.not-found');
      expect(await objectTo(appealId)).toBe('objection.nothing-there');
    });

    it('goes when a sensitive fate is known of the other', async () => {
      const { otherId, appealId } = await joined();
      const by = { proposedBy: hand.researcher.staffId, proposedAt: 1, lastEditedBy: hand.researcher.staffId };
      const known = { id: newId(), caseId: otherId, state: 'proposed' as const, sensitive: true, fate: 'killed' };
      await bookkeep((tx) => tx.insert(conclusions).values({ ...known, fateDate: '', summary: 'x', ...by }));
      expect(await publicIds()).not.toContain(appealId);
      expect(await objectTo(appealId)).toBe('objection.nothing-there');
    });
  });
});
