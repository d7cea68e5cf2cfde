import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications, events, notices } from '@/db/schema';
import { bookkeep } from '../change';
import { askQuestion } from '../correspondence/questions';
import { read } from '../database';
import type { StaffActor } from '../permissions';
import { anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher } from '../testing/factories';
import { sendAgain, tellByHand } from './commands';
import { planNews } from './planning';
import { deliveryList, newsCounts, newsToTell, noticesOf } from './queries';
import { addressIn, dialled, isAddress, oneLine, telephoneIn } from './rules';

let database: TestDatabase;
let researcher: StaffActor;
beforeEach(async () => {
  database = await openTestDatabase();
  researcher = await aResearcher();
  await planNews();
});
afterEach(() => database.close());

async function plan() {
  while (await planNews());
}

const giveUp = (lastAnswer: string) =>
  bookkeep(async (tx) => {
    await tx.update(notices).set({ state: 'given-up', attempts: 1, lastAnswer });
  });

describe('who is told by hand', () => {
  it('stands on the list with the way to them, until somebody says how it was told', async () => {
    const sent = await anApplication({ telephone: '8 (701) 222-33-44' });
    await plan();
    const { rows, total } = await newsToTell(researcher, {});
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      kind: 'received',
      reference: sent.reference,
      name: 'Айгүл Серікқызы',
      soldier: 'Сәрсенов Ерғали Жұмабайұлы',
      dialled: '+77012223344',
      givenUp: false,
    });
    const noticeId = rows[0]?.noticeId ?? '';
    await tellByHand(researcher, { noticeId, how: 'telephone' });
    expect(await newsToTell(researcher, {})).toEqual({ total: 0, rows: [] });
    const [event] = await read().select().from(events).where(eq(events.kind, 'notice.settled'));
    expect(event).toMatchObject({ actorId: researcher.staffId, caseId: sent.caseId });
    expect(await noticesOf(researcher, { caseId: sent.caseId })).toMatchObject([
      { state: 'told', toldHow: 'telephone', toldBy: researcher.name, applicationId: sent.applicationId },
    ]);
    await expect(tellByHand(researcher, { noticeId, how: 'post' })).rejects.toMatchObject({
      code: 'notice.told-already',
    });
  });

  it('hears the question itself on the telephone, not in the ready text', async () => {
    const made = await aCaseIn('checking');
    const asked = {
      caseId: made.caseId,
      addresseeId: made.applicationId,
      text: 'Қай жылы шақырылды?',
      moveCase: false,
    };
    await askQuestion(made.researcher, asked);
    await plan();
    const { rows } = await newsToTell(researcher, {});
    expect(rows.find(({ kind }) => kind === 'question')).toMatchObject({ words: 'Қай жылы шақырылды?', data: {} });
  });

  it('is whoever could not be reached by mail, too', async () => {
    await anApplication({ email: 'gone@mail.test' });
    await plan();
    await giveUp('550 No such user');
    expect((await newsToTell(researcher, {})).rows).toMatchObject([{ givenUp: true, lastAnswer: '550 No such user' }]);
    expect(await newsCounts(await aManager(), {})).toMatchObject({
      toTell: 1,
      undelivered: 1,
      waiting: 0,
      trouble: null,
    });
    expect((await deliveryList(researcher, { view: 'undelivered' })).rows).toMatchObject([{ canSend: true }]);
  });
});

describe('mail that is sent again', () => {
  it('goes to the corrected address, now and from now on', async () => {
    const { applicationId } = await anApplication({ email: 'wrong@mail.test' });
    await plan();
    await giveUp('550 No such user');
    const [{ id: noticeId } = { id: '' }] = await read().select().from(notices);
    for (const address of ['nobody', 'a@b.test, c@d.test', 'a@b.test\nBcc: c@d.test'])
      await expect(sendAgain(researcher, { noticeId, address })).rejects.toMatchObject({ code: 'input.invalid' });
    await sendAgain(researcher, { noticeId, address: 'right@mail.test' });
    expect(await read().select().from(notices)).toMatchObject([
      { state: 'waiting', address: 'right@mail.test', attempts: 0, lastAnswer: '' },
    ]);
    const [row] = await read().select().from(applications).where(eq(applications.id, applicationId));
    expect(row?.email).toBe('right@mail.test');
    const [event] = await read().select().from(events).where(eq(events.kind, 'application.corrected'));
    expect(event?.data).toBe('{"fields":["email"]}');
    await expect(sendAgain(researcher, { noticeId })).rejects.toMatchObject({ code: 'notice.told-already' });
  });

  it('keeps the telephone number beside a helper’s address', async () => {
    const helper = { newsTo: 'helper', helperName: 'Дана', helperContact: '8 701 000 00 00, old@mail.test' };
    const { applicationId } = await anApplication(helper);
    await plan();
    await giveUp('550');
    const [{ id: noticeId } = { id: '' }] = await read().select().from(notices);
    await sendAgain(researcher, { noticeId, address: 'new@mail.test' });
    const [row] = await read().select().from(applications).where(eq(applications.id, applicationId));
    expect(row?.helperContact).toBe('8 701 000 00 00, new@mail.test');
  });
});

describe('a line of contact', () => {
  it.each([
    ['8 701 222 33 44', '+77012223344'],
    ['8(7172)22-33-44', '+77172223344'],
    ['+7 701 222 33 44', '+77012223344'],
    ['7012223344', '+77012223344'],
    ['77012223344', '+77012223344'],
    ['0049 30 1234567', '+49301234567'],
    ['+49 30 1234567', '+49301234567'],
    ['22-33-44', ''],
    ['', ''],
  ])('%s is dialled %s', (written, number) => expect(dialled(written)).toBe(number));

  it('gives the number and the address in it', () => {
    const line = 'Дана, 8 701 222 33 44, 8 702 1; dana.2@mail.test';
    expect([telephoneIn(line), addressIn(line)]).toEqual(['8 701 222 33 44', 'dana.2@mail.test']);
    expect([telephoneIn('dana123456789@mail.test'), addressIn('8 701 222 33 44')]).toEqual(['', '']);
  });

  it('is one address or none', () => {
    for (const good of ['a@b.kz', 'a.b+c@мекен.қаз', "o'neil@mail.example.org"])
      expect(isAddress(good), good).toBe(true);
    for (const bad of ['a@b', '@b.kz', 'a b@c.kz', 'a@b.kz\n', 'a@b.kz,c@d.kz', '"a"@b.kz', 'a@[1.2.3.4]', '<a@b.kz>'])
      expect(isAddress(bad), bad).toBe(false);
  });

  it('leaves nothing in a name that ends a line', () =>
    expect(oneLine(' Айгүл\r\n\u2028Bcc:\u202e x ')).toBe('Айгүл Bcc: x'));
});
