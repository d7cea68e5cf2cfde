import { afterEach, beforeEach, expect, it } from 'vitest';
import { atMoment } from '../clock';
import { newId } from '../identity';
import { aDraft, anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { startOfDay } from '../working-days';
import { receiptByToken } from './receipt';

const visitor = { role: 'visitor', address: newId() } as const;
let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

it('gives what is taken home after sending', async () => {
  // Monday, 3 February 2020; the fifteenth working day after it.
  const received = startOfDay('2020-02-03') + 10 * 3600_000;
  const sent = await atMoment(received, () => anApplication({ patronymic: '?' }));
  expect(await receiptByToken(visitor, { token: sent.token })).toEqual({
    reference: sent.reference,
    code: sent.code,
    surname: 'Сәрсенов',
    givenName: 'Ерғали',
    patronymic: '',
    receivedAt: received,
    firstAnswerBy: '2020-02-24',
  });
});

it('gives nothing before sending, and nothing to whoever has another link', async () => {
  const token = await aDraft({}, 'kk', visitor);
  expect(await receiptByToken(visitor, { token })).toBeNull();
  await anApplication();
  expect(await receiptByToken(visitor, { token: 'x'.repeat(43) })).toBeNull();
});

it('gives nothing once the code was wiped', async () => {
  const sent = await anApplication();
  database.store.engine.writer.prepare('UPDATE drafts SET code_once = NULL').run();
  expect(await receiptByToken(visitor, { token: sent.token })).toBeNull();
});
