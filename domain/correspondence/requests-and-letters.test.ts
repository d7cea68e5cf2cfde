import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveRequests, letters, requestCases } from '@/db/schema';
import { missingSources } from '../cases/guards';
import { now } from '../clock';
import { read } from '../database';
import { anApplication } from '../testing/applications';
import { caseRow, draftLetter, request, searchEverything } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, makeMove, type People } from '../testing/factories';
import { recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { dayOf } from '../working-days';
import { settleLetter, writeLetter } from './letters';
import { recordReply, sendRequest } from './requests';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const searching = () => aCaseIn('searching', { people });

describe('an archive request', () => {
  it('stays open until its answer is recorded, once', async () => {
    const hand = await searching();
    let requestId = '';
    expect(
      await recordedBy(async () => {
        requestId = await request(hand);
      }),
    ).toEqual(['request.sent']);
    const reply = { caseId: hand.caseId, requestId, outcome: 'found', answer: 'Призван 12.09.1941.' };
    expect(await recordedBy(() => recordReply(people.researcher, reply))).toEqual(['request.answered']);
    const [row] = await read().select().from(archiveRequests).where(eq(archiveRequests.id, requestId));
    expect(row).toMatchObject({ state: 'closed', writtenBy: people.researcher.staffId });
    expect(await read().select().from(requestCases).where(eq(requestCases.requestId, requestId))).toMatchObject([
      { outcome: 'found', answer: 'Призван 12.09.1941.', answerRecordedBy: people.researcher.staffId },
    ]);
    expect(await refusalOf(recordReply(people.researcher, reply))).toBe('request.not-open');
    const elsewhere = { ...reply, caseId: (await searching()).caseId };
    expect(await refusalOf(recordReply(people.researcher, elsewhere))).toBe('request.not-open');
  });

  it('counts as its source’s own outcome while it is open', async () => {
    const hand = await searching();
    await searchEverything(hand, 'oblast-archives');
    expect(await missingSources(hand.caseId)).toEqual(['oblast-archives']);
    await request(hand);
    expect(await missingSources(hand.caseId)).toEqual([]);
  });

  it('goes to a known body about a known source, not into the past, and not from a closed case', async () => {
    const hand = await searching();
    const send = (over: object, caseId = hand.caseId) =>
      sendRequest(people.researcher, {
        caseId,
        partnerId: 'oblast-archive',
        sourceKey: 'oblast-archives',
        channel: 'post',
        text: 'Просим сообщить.',
        expectedOn: dayOf(now()),
        ...over,
      });
    expect(await refusedFields(send({ partnerId: 'nobody' }))).toEqual({ partnerId: 'partner.not-found' });
    expect(await refusedFields(send({ sourceKey: 'nothing' }))).toEqual({ sourceKey: 'source.not-found' });
    expect(await refusedFields(send({ expectedOn: '2020-01-01' }))).toEqual({ expectedOn: 'input.day-in-past' });
    expect(await refusedFields(send({ text: '' }))).toEqual({ text: 'input.required' });
    for (const status of ['closed', 'withdrawn', 'joined'] as const)
      expect(await refusalOf(send({}, (await aCaseIn(status, { people })).caseId))).toBe('case.not-open');
  });
});

describe('a letter', () => {
  it('is a draft until somebody says it went out', async () => {
    const hand = await searching();
    const letterId = await draftLetter(hand, 'interim', hand.applicationId);
    const row = async () => (await read().select().from(letters).where(eq(letters.id, letterId)))[0];
    expect(await row()).toMatchObject({ state: 'draft', settledAt: null, applicationId: hand.applicationId });
    const handedOver = { caseId: hand.caseId, letterId, state: 'handed-over', channel: 'in-person' };
    expect(await recordedBy(() => settleLetter(people.researcher, handedOver))).toEqual(['letter.settled']);
    expect(await row()).toMatchObject({ state: 'handed-over', channel: 'in-person' });
    expect(await refusalOf(settleLetter(people.researcher, handedOver))).toBe('letter.not-found');
  });

  it('that cannot be sent says why, and then counts as told', async () => {
    const hand = await aCaseIn('burial-established', { people });
    const letterId = await draftLetter(hand, 'result', hand.applicationId);
    const cannot = { caseId: hand.caseId, letterId, state: 'cannot-be-sent', channel: 'post' };
    expect(await refusedFields(settleLetter(people.researcher, cannot))).toEqual({ reason: 'letter.reason-needed' });
    await settleLetter(people.researcher, { ...cannot, reason: 'Адресат қайтыс болған.' });
    await makeMove(hand, 'family-informed');
    expect((await caseRow(hand.caseId)).status).toBe('family-informed');
  });

  it('tells a result only once it is confirmed; the certificate only a primary burial', async () => {
    const hand = await aCaseIn('under-review', { people });
    const drafted = (kind: 'result' | 'certificate') => refusalOf(draftLetter(hand, kind, hand.applicationId));
    expect(await drafted('result')).toBe('letter.nothing-confirmed');
    await makeMove(hand, 'fate-established');
    expect(await drafted('result')).toBe('accepted');
    expect(await drafted('certificate')).toBe('letter.nothing-confirmed');
    const buried = await aCaseIn('burial-established', { people });
    expect(await refusalOf(draftLetter(buried, 'certificate', buried.applicationId))).toBe('accepted');
  });

  it('goes to this family and to a known body', async () => {
    const hand = await searching();
    const stranger = await anApplication();
    const shape = { caseId: hand.caseId, kind: 'interim', language: 'kk', text: 'Хат.' };
    const write = (over: object) => refusedFields(writeLetter(people.researcher, { ...shape, ...over }));
    expect(await write({ addresseeId: stranger.applicationId })).toEqual({ addresseeId: 'application.not-found' });
    expect(await write({ kind: 'forwarding' })).toEqual({ partnerId: 'letter.partner-needed' });
    expect(await write({ kind: 'forwarding', partnerId: 'nobody' })).toEqual({ partnerId: 'partner.not-found' });
    expect(await refusalOf(writeLetter(await aResearcher(), shape))).toBe('access.not-yours');
  });
});
