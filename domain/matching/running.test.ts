/** Matching as the worker runs it: cases and records through the real index. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jobs } from '@/db/schema';
import { bookkeep } from '../change';
import { read } from '../database';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, anImportedRecord, importText, type MadeCase } from '../testing/factories';
import { caseCandidates } from './candidate-queries';
import { personOfCase } from './cases';
import { matchPerson, waitingCases } from './list';
import { mayBeOne, sketch, standingCases } from './pairs';
import { nobody } from './person';
import { matchCase, matchEverything, matchRecords } from './running';

vi.stubEnv('BASE_URL', '');
vi.stubEnv('LOG_LEVEL', 'silent');
const { workOnce } = await import('@/scripts/worker/work');

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  await importText(strangers());
});
afterEach(() => database.close());

/** A name is rare only among others: three hundred invented men. */
function strangers(): string {
  const heads = ['Бол', 'Вар', 'Гор', 'Дем', 'Жан', 'Кар', 'Лом', 'Мор', 'Нур', 'Пет'];
  const tails = ['ин', 'енко', 'анов', 'ыкбаев', 'ушин', 'арев'];
  const given = ['Иван', 'Нурлан', 'Павел', 'Сергей', 'Тимур'];
  const rows = heads.flatMap((head) =>
    tails.flatMap((tail) => given.map((name, n) => `${head}${tail},${name},${given[(n + 2) % 5]}ович,19${10 + n}`)),
  );
  return ['surname,given_name,patronymic,birth_date', ...rows].join('\n');
}

const running = new AbortController().signal;
const emptyQueue = () =>
  bookkeep(async (tx) => {
    await tx.delete(jobs);
  });
const openOf = async ({ caseId, researcher }: MadeCase) => (await caseCandidates(researcher, { caseId })).open;

describe('matching', () => {
  it('wakes a case on watch when a record of its man is imported', async () => {
    const hand = await aCaseIn('on-watch');
    await emptyQueue();
    await anImportedRecord();
    expect(await read().select().from(jobs)).toMatchObject([{ kind: 'match.records', state: 'queued' }]);
    expect(await workOnce(running)).toBe(true);
    expect(await read().select().from(jobs)).toMatchObject([{ state: 'done', error: null }]);
    expect(await openOf(hand)).toMatchObject([{ record: { surname: 'Сарсенов' } }]);
  });

  it('runs for a case as soon as it is opened', async () => {
    await anImportedRecord();
    await emptyQueue();
    const hand = await aCaseIn('checking');
    expect((await caseCandidates(hand.researcher, { caseId: hand.caseId })).waiting).toBe(true);
    while (await workOnce(running));
    expect(await openOf(hand)).toHaveLength(1);
    expect((await caseCandidates(hand.researcher, { caseId: hand.caseId })).waiting).toBe(false);
  });

  it('leaves resolved cases alone, and sets their open candidates aside', async () => {
    await anImportedRecord();
    const hand = await aCaseIn('searching');
    await matchCase(hand.caseId);
    expect(await openOf(hand)).toHaveLength(1);
    const buried = await aCaseIn('burial-established');
    expect(await matchRecords(() => {})).toBe(0);
    expect(await openOf(buried)).toEqual([]);
  });

  it('proposes two applications for one man to each other, and two strangers not', async () => {
    const one = await aCaseIn('checking');
    const two = await aCaseIn('checking', { answers: { surname: 'Сарсенов', givenName: 'Ергали' } });
    const stranger = { surname: 'Ким', givenName: 'Виссарион', patronymic: '?', otherSpellings: '', birth: '1899' };
    await aCaseIn('checking', { answers: stranger });
    await matchEverything();
    expect(await openOf(one)).toMatchObject([{ other: { caseId: two.caseId } }]);
    expect(await openOf(two)).toMatchObject([{ other: { caseId: one.caseId } }]);
  });

  it('told to stop between two cases goes back into the queue', async () => {
    await aCaseIn('checking');
    await emptyQueue();
    await anImportedRecord();
    const told = new AbortController();
    told.abort();
    await workOnce(told.signal);
    expect(await read().select().from(jobs).where(eq(jobs.kind, 'match.records'))).toMatchObject([
      { state: 'queued', attempts: 0 },
    ]);
  });

  it('says nothing of a man without a name', async () => {
    await anImportedRecord();
    const answers = { surname: '?', givenName: '?', patronymic: 'Ы', otherSpellings: '' };
    const hand = await aCaseIn('checking', { answers });
    expect(await matchCase(hand.caseId)).toBe(0);
  });
});

describe('a list of graves', () => {
  it('finds the case that waits for the man, whatever the script', async () => {
    const hand = await aCaseIn('on-watch');
    const stranger = { surname: 'Ким', givenName: 'Виссарион', patronymic: '?', otherSpellings: '' };
    await aCaseIn('checking', { answers: stranger });
    await anImportedRecord();
    const man = { ...nobody, surname: 'Sarsenow', givenName: 'Jergali', birth: '1915' };
    const [first, ...others] = await matchPerson(man, await waitingCases(), 10);
    expect(first).toMatchObject({ caseId: hand.caseId });
    expect(others).toEqual([]);
  });
});

describe('the cheap look', () => {
  const man = (surname: string, givenName = '', patronymic = '', birth = '') =>
    sketch({ ...nobody, surname, givenName, patronymic, birth });

  it('lets one man through in any order, script or shortness of his name', () => {
    const kusainov = man('Құсайынов', 'Ахмет', 'Мұқанұлы', '1913');
    for (const other of [
      man('Хусаинов', 'Ахмед', 'Муканович', '1910'),
      man('Kussainov', 'Akhmet'),
      man('Ахмет', 'Мұқан'),
      man('Кусаинов'),
    ])
      expect(mayBeOne(kusainov, other)).toBe(true);
  });

  it('stops strangers, and men of other years', () => {
    expect(mayBeOne(man('Құсайынов', 'Ахмет'), man('Тараненко', 'Яков'))).toBe(false);
    expect(mayBeOne(man('Құсайынов', 'Ахмет', '', '1900'), man('Құсайынов', 'Ахмет', '', '1920'))).toBe(false);
    expect(mayBeOne(man('', '', ''), man('Құсайынов'))).toBe(false);
  });

  it('sees every standing case', async () => {
    const hand = await aCaseIn('checking');
    await aCaseIn('withdrawn');
    expect((await standingCases()).map(({ caseId }) => caseId)).toEqual([hand.caseId]);
    expect((await personOfCase(hand.caseId)).surname).toBe('Сәрсенов');
  });
});
