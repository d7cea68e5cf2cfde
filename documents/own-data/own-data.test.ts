import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownData } from '@/domain/applications/own-data';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { aCaseIn } from '@/domain/testing/factories';
import { fillPersonal } from '@/domain/testing/personal';
import { ownDataDocument } from './document';
import { ownDataJson } from './json';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

it('says all we hold in each language, and in a form programs can read', async () => {
  const hand = await aCaseIn('burial-established');
  await fillPersonal({ ...hand, owner: 'mine', staffId: hand.researcher.staffId });
  const data = await ownData(hand.applicant, { applicationId: hand.applicationId, form: 'pdf' });
  for (const language of ['kk', 'ru', 'en'] as const) {
    const pdf = await ownDataDocument(language, data, 'Ақмола облысы');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  }
  const read = JSON.parse(ownDataJson(data));
  expect(read).toMatchObject({ format: 'izdeu own data', version: 1, answers: data.answers });
  expect(read.application.receivedAt).toBe(new Date(data.application.receivedAt).toISOString());
  expect(read.questions[0].askedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
});
