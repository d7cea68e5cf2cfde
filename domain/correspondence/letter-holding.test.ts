/** A letter goes out as it was approved, to whom it is about, and stays between them and us. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, conclusions, letters } from '@/db/schema';
import { askErasure, carryOutErasure } from '../applications/erasure';
import { passOnApplication } from '../applications/passing-on';
import { trackedApplication } from '../applications/tracking';
import { filePath, partsFolder } from '../attachments/files';
import { conclusionAftermath } from '../cases/aftermath';
import { correctCase, joinCases, partCase } from '../cases/commands';
import { revokeConclusion } from '../cases/revoking';
import { now } from '../clock';
import { read } from '../database';
import { approve, draftLetter, pageOf, registeredLetter, sendLetter } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase, type People } from '../testing/factories';
import { refusalOf, refusedFields } from '../testing/outcome';
import { approveLetter, returnLetter } from './letter-approving';
import { discardLetter, editLetter } from './letter-drafting';
import { letterPage } from './letter-queries';
import { registerLetter, settleLetter } from './letter-registering';
import { keepSheet, letterSheet, ownLetterSheet } from './letter-sheets';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const reason = 'Әкесінің аты мен ауылы бір.';
const rowOf = async (letterId: string) => {
  const [row] = await read().select().from(letters).where(eq(letters.id, letterId));
  if (!row) throw new Error('No such letter');
  return row;
};
const seen = async (letterId: string) => {
  const { caseId, version } = await rowOf(letterId);
  return { caseId, letterId, version };
};
const its = ({ caseId }: MadeCase, letterId: string) => ({ caseId, letterId });
const send = (hand: MadeCase, letterId: string) =>
  settleLetter(people.researcher, { ...its(hand, letterId), state: 'sent', channel: 'post' });
const register = (hand: MadeCase, letterId: string) => registerLetter(people.researcher, its(hand, letterId));

describe('a letter to the family of a man whose case was parted', () => {
  it('goes no step further, and is discarded or kept back', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('searching', { people });
    await joinCases(people.researcher, { ...(await pageOf(hand.caseId)), intoId: leading.caseId, reason });
    const draft = await draftLetter(leading, 'interim', hand.applicationId);
    const approved = await draftLetter(leading, 'interim', hand.applicationId);
    await approve(leading, approved);
    const registered = await registeredLetter(leading, 'interim', hand.applicationId);
    const ownFamily = await draftLetter(leading, 'interim', leading.applicationId);
    await partCase(people.researcher, { ...(await pageOf(hand.caseId)), reason });
    expect(await refusalOf(approveLetter(people.manager, await seen(draft)))).toBe('letter.not-theirs');
    expect(await refusalOf(register(leading, approved))).toBe('letter.not-theirs');
    expect(await refusalOf(send(leading, registered))).toBe('letter.not-theirs');
    expect((await letterPage(people.researcher, { letterId: registered })).hindrance).toBe('letter.not-theirs');
    expect(await refusalOf(discardLetter(people.researcher, await seen(draft)))).toBe('accepted');
    expect(await refusalOf(discardLetter(people.researcher, await seen(approved)))).toBe('accepted');
    const kept = { ...its(leading, registered), state: 'cannot-be-sent', channel: 'post', reason };
    expect(await refusalOf(settleLetter(people.researcher, kept))).toBe('accepted');
    expect(await refusalOf(approveLetter(people.manager, await seen(ownFamily)))).toBe('accepted');
  });

  it('goes its way while the cases are joined, written before on the joined one too', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('searching', { people });
    const before = await registeredLetter(hand, 'interim', hand.applicationId);
    await joinCases(people.researcher, { ...(await pageOf(hand.caseId)), intoId: leading.caseId, reason });
    expect(await refusalOf(sendLetter(leading, 'interim', hand.applicationId))).toBe('accepted');
    expect((await letterPage(people.researcher, { letterId: before })).hindrance).toBeNull();
  });
});

describe('the sheet of a letter to who held the application before', () => {
  const successor = {
    applicantName: 'Дана Ерланқызы',
    kinship: 'great-grandchild',
    telephone: '+7 700 000 00 09',
    language: 'ru',
    tellFirst: 'page',
    reason: 'Өтініш иесі қайтыс болды, шөбересі жалғастырады.',
  };

  it('is not for who follows, sent before or after; the next one is', async () => {
    const hand = await aCaseIn('searching', { people });
    const { applicant, applicationId } = hand;
    const own = (letterId: string) => refusalOf(ownLetterSheet(applicant, { applicationId, letterId }));
    const withSheet = async () =>
      (await trackedApplication(applicant, { applicationId })).letters
        .filter((one) => one.hasSheet)
        .map(({ id }) => id);
    const earlier = await sendLetter(hand, 'interim', applicationId);
    const underWay = await registeredLetter(hand, 'interim', applicationId);
    expect([await own(earlier), await withSheet()]).toEqual(['accepted', [earlier]]);
    // What happened in the moment of passing on belongs to who follows: that moment must not be this one.
    await new Promise((done) => setTimeout(done, 5));
    await passOnApplication(people.researcher, { applicationId, ...successor });
    await send(hand, underWay);
    for (const letterId of [earlier, underWay]) expect(await own(letterId)).toBe('letter.not-found');
    expect(await withSheet()).toEqual([]);
    const later = await sendLetter(hand, 'interim', applicationId);
    expect([await own(later), await withSheet()]).toEqual(['accepted', [later]]);
  });
});

describe('what was approved goes out', () => {
  const rename = async (hand: MadeCase) =>
    correctCase(people.researcher, { ...(await pageOf(hand.caseId)), surname: 'Басқаев' });

  it('registering adds number and day to it, and nothing else', async () => {
    const hand = await aCaseIn('burial-established', { people });
    const letterId = await draftLetter(hand, 'certificate', hand.applicationId);
    await approve(hand, letterId);
    const { frozen: approved } = await rowOf(letterId);
    for (const added of ['number', 'day', 'isoDay']) expect(approved).not.toHaveProperty(added);
    expect(approved).toMatchObject({ signatory: people.manager.name, addressee: 'Айгүл Серікқызы' });
    const { facts, isDraft } = await letterSheet(people.researcher, { letterId });
    expect(facts).toMatchObject({ ...approved, number: null, isoDay: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(isDraft).toBe(true);
    const { number } = await register(hand, letterId);
    const { frozen, numberedOn } = await rowOf(letterId);
    expect(frozen).toEqual({ ...approved, number, isoDay: numberedOn, day: facts.day });
  });

  it.each([
    ['the soldier', rename],
    [
      'the address',
      async (hand: MadeCase) =>
        database.store.tx(async (tx) => {
          await tx.update(applications).set({ postalAddress: 'Ақтау' }).where(eq(applications.id, hand.applicationId));
        }),
    ],
  ] as const)('%s changed since: it is approved anew', async (_, differ) => {
    const hand = await aCaseIn('searching', { people });
    const letterId = await draftLetter(hand, 'interim', hand.applicationId);
    await approve(hand, letterId);
    const { facts } = await letterSheet(people.researcher, { letterId });
    await differ(hand);
    expect((await letterSheet(people.researcher, { letterId })).facts).toEqual(facts);
    expect(await refusalOf(register(hand, letterId))).toBe('letter.facts-changed');
    expect((await letterPage(people.researcher, { letterId })).hindrance).toBe('letter.facts-changed');
    await returnLetter(people.manager, { ...(await seen(letterId)), reason });
    await approve(hand, letterId);
    expect(await refusalOf(register(hand, letterId))).toBe('accepted');
  });

  it('edited, returned or discarded, nothing of the approval is kept', async () => {
    const hand = await aCaseIn('searching', { people });
    const keptAfter = async (step: (page: Awaited<ReturnType<typeof seen>>) => Promise<unknown>) => {
      const letterId = await draftLetter(hand, 'interim', hand.applicationId);
      await approve(hand, letterId);
      await step(await seen(letterId));
      return (await rowOf(letterId)).frozen;
    };
    expect(
      await keptAfter((page) => editLetter(people.researcher, { ...page, language: 'kk', text: 'Хат.' })),
    ).toBeNull();
    expect(await keptAfter((page) => returnLetter(people.manager, { ...page, reason }))).toBeNull();
    expect(await keptAfter((page) => discardLetter(people.researcher, page))).toBeNull();
  });
});

describe('an erased application', () => {
  const erase = async ({ applicant, applicationId }: MadeCase) => {
    const { requestId } = await askErasure(applicant, { applicationId, reason: '' });
    await carryOutErasure(people.manager, { requestId, noteIds: [] });
  };

  it('keeps no sheet that was being made meanwhile', async () => {
    const hand = await aCaseIn('searching', { people });
    const letterId = await sendLetter(hand, 'interim', hand.applicationId);
    const sheet = await letterSheet(people.researcher, { letterId });
    await erase(hand);
    const bytes = Buffer.from(`парақ ${letterId}`);
    await keepSheet(sheet, bytes);
    expect((await rowOf(letterId)).sheetSha256).toBeNull();
    expect(existsSync(filePath(createHash('sha256').update(bytes).digest('hex')))).toBe(false);
    expect(readdirSync(partsFolder())).toEqual([]);
  });

  it('leaves no letter waiting; those that went out stay so', async () => {
    const hand = await aCaseIn('searching', { people });
    const draft = await draftLetter(hand, 'interim', hand.applicationId);
    const approved = await draftLetter(hand, 'interim', hand.applicationId);
    await approve(hand, approved);
    const registered = await registeredLetter(hand, 'interim', hand.applicationId);
    const sent = await sendLetter(hand, 'interim', hand.applicationId);
    const { number } = await rowOf(registered);
    const before = await seen(draft);
    await erase(hand);
    for (const letterId of [draft, approved, registered])
      expect(await rowOf(letterId)).toMatchObject({ state: 'discarded', approvedBy: null, text: '', frozen: null });
    // A number that was given is not given again.
    expect((await rowOf(registered)).number).toBe(number);
    expect((await rowOf(sent)).state).toBe('sent');
    expect(await seen(draft)).toEqual({ ...before, version: before.version + 1 });
  });
});

describe('a correction', () => {
  it('goes to whom the wrong letter went', async () => {
    const leading = await aCaseIn('burial-established', { people });
    const hand = await aCaseIn('searching', { people });
    await joinCases(people.researcher, { ...(await pageOf(hand.caseId)), intoId: leading.caseId, reason });
    const correctsId = await sendLetter(leading, 'result', hand.applicationId);
    await database.store.tx(async (tx) => {
      const fallen = { state: 'superseded' as const, revokedAt: now() };
      await tx.update(conclusions).set(fallen).where(eq(conclusions.caseId, leading.caseId));
    });
    const to = (addresseeId: string) => refusedFields(draftLetter(leading, 'correction', addresseeId, { correctsId }));
    for (const other of [leading.applicationId, ''])
      expect(await to(other)).toEqual({ addresseeId: 'letter.other-addressee' });
    expect(await to(hand.applicationId)).toEqual({});
  });

  it('that cannot be sent tells nobody', async () => {
    const hand = await aCaseIn('burial-established', { people });
    const correctsId = await sendLetter(hand, 'result', hand.applicationId);
    await revokeConclusion(people.manager, { ...(await pageOf(hand.caseId)), reason });
    const told = async () => (await conclusionAftermath(people.manager, { caseId: hand.caseId })).revoked[0]?.told;
    const letterId = await registeredLetter(hand, 'correction', hand.applicationId, { correctsId });
    expect(await told()).toMatchObject([{ letterId: correctsId, correctedAt: null, correcting: true }]);
    const kept = { ...its(hand, letterId), state: 'cannot-be-sent', channel: 'post', reason };
    await settleLetter(people.researcher, kept);
    expect(await told()).toMatchObject([{ letterId: correctsId, correctedAt: null, correcting: false }]);
    await sendLetter(hand, 'correction', hand.applicationId, { correctsId });
    expect(await told()).toMatchObject([{ letterId: correctsId, correctedAt: expect.any(Number), correcting: false }]);
  });
});
