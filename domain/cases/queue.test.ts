import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseCounts, caseQueue, cases, holidays, settings } from '@/db/schema';
import { bookkeep, change } from '../change';
import { atMoment, now } from '../clock';
import { read } from '../database';
import { anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher } from '../testing/factories';
import { expectQueueInStep } from '../testing/queue-in-step';
import { caseList } from './queries';
import { fillQueue } from './queue-filling';
import { nameKey } from './queue-row';
import { defaultTerms } from './terms';
import { termsSetting } from './terms-in-use';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const dueOf = async (caseId: string) => {
  const [row] = await read().select().from(caseQueue).where(eq(caseQueue.caseId, caseId));
  return row?.dueDay;
};

describe('terms in the queue', () => {
  const received = Date.UTC(2026, 9, 5, 6);
  it('follow the days off and the terms when these change', async () => {
    const manager = await aManager();
    const { caseId } = await atMoment(received, () => anApplication());
    expect(await dueOf(caseId)).toBe('2026-10-27');
    await change(manager, async (tx, record) => {
      await tx.insert(holidays).values({ day: '2026-10-12', kind: 'off', nameKk: '', nameRu: '', nameEn: '' });
      record({ kind: 'holiday.changed', data: { day: '2026-10-12' } });
    });
    const later = await dueOf(caseId);
    expect(later).toBe('2026-10-28');
    await change(manager, async (tx, record) => {
      await tx.insert(settings).values({ key: termsSetting, value: { ...defaultTerms, firstAnswer: 5 } });
      record({ kind: 'setting.changed', data: { key: termsSetting } });
    });
    expect(await dueOf(caseId)).toBe('2026-10-13');
    await expectQueueInStep();
  });

  it('do not run for a case taken over from the old register', async () => {
    const people = { researcher: await aResearcher(), manager: await aManager() };
    const { caseId } = await atMoment(now() - 90 * 24 * 3600_000, () => aCaseIn('checking', { people }));
    await change(people.manager, async (tx, record) => {
      await tx.update(cases).set({ takeoverStands: true }).where(eq(cases.id, caseId));
      record({ kind: 'case.corrected', caseId, data: { fields: [] } });
    });
    const { rows } = await caseList(people.researcher, { view: 'mine' });
    expect(rows).toMatchObject([{ caseId, due: null, overdue: false, takeoverStands: true }]);
    expect((await caseList(people.researcher, { view: 'overdue', assignee: people.researcher.staffId })).total).toBe(0);
  });
});

describe('a register that is older than the queue', () => {
  it('gets it when it is opened, and only then', async () => {
    const before = (await caseList(await aManager(), {})).total;
    await bookkeep(async (tx) => {
      await tx.delete(caseQueue);
      await tx.delete(caseCounts);
    });
    expect(await fillQueue()).toBe(true);
    expect(await fillQueue()).toBe(false);
    expect((await caseList(await aManager(), {})).total).toBe(before);
  });
});

describe('the order of names', () => {
  it('is that of the Kazakh alphabet', () => {
    const names = [
      'Әлиев',
      'Ахметов',
      'Бабаев',
      'Ғалиев',
      'Галиев',
      'Қасенов',
      'Касенов',
      'Өтепов',
      'Омаров',
      'Ыбырай',
      'Іңкәр',
      'Яковлев',
    ];
    const sorted = [...names].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(sorted.join(' ')).toBe(
      'Ахметов Әлиев Бабаев Галиев Ғалиев Касенов Қасенов Омаров Өтепов Ыбырай Іңкәр Яковлев',
    );
  });

  it('puts the surname before the given name, whatever they hold', () => {
    fc.assert(
      fc.property(fc.constantFrom('А', 'Аб', 'Ә', ''), fc.constantFrom('Я', 'А', ''), (surname, givenName) => {
        expect(key('Аба', 'А') > key('Аб', 'Я')).toBe(true);
        expect(key(surname, givenName) <= key(`${surname}я`, '')).toBe(true);
      }),
    );
  });
});

const key = (surname: string, givenName = '') => nameKey({ surname, givenName });
