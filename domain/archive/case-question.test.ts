import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, anAdministrator, anApplication, aResearcher } from '../testing/factories';
import { refusalOf } from '../testing/outcome';
import { caseQuestion } from './case-question';
import { findRecords } from './find';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('puts what a case says: name and year in one line, the rest in fields of their own', async () => {
  const { caseId } = await anApplication({
    surname: 'Құсайынов',
    givenName: 'Ахмет',
    patronymic: '',
    otherSpellings: 'Хусаинов,\nКусаинов',
    birth: '1913',
    birthPlace: 'Қарқаралы ауданы',
    wife: 'Айша',
  });
  const question = await caseQuestion(await aResearcher(), { caseId });
  expect(question).toMatchObject({ text: 'Құсайынов Ахмет 1913', birthPlace: 'Қарқаралы ауданы' });
  expect(question.otherSpellings).toContain('Хусаинов');
  // The question stands in an address, where the family must not.
  expect(JSON.stringify(question)).not.toContain('Айша');
  for (const value of Object.values(question)) expect(value).not.toMatch(/\n/);
  // It can be put as it stands.
  expect(await refusalOf(findRecords(await aManager(), question))).toBe('accepted');
});

it('is refused to who may not read cases', async () => {
  const { caseId } = await anApplication();
  expect(await refusalOf(caseQuestion(await anAdministrator(), { caseId }))).toBe('access.denied');
});
