import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holidays, settings } from '@/db/schema';
import { caseList } from '../cases/queries';
import { defaultTerms } from '../cases/terms';
import { termsInUse, termsSetting } from '../cases/terms-in-use';
import { atMoment } from '../clock';
import { read } from '../database';
import { systemActor } from '../permissions';
import { completeReference } from '../reference';
import { anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, anAdministrator, aResearcher } from '../testing/factories';
import { recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { holidayCalendar } from '../working-calendar';
import { isWorkingDay, startOfDay } from '../working-days';
import { holidayList, removeHoliday, setHoliday } from './holidays';
import { openedFile, openingList, recordOpening } from './openings';
import { filterOf, removeFilter, savedFilterList, saveFilter } from './saved-filters';
import { changeReminders, changeTerms, termSettings } from './settings';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const names = { nameKk: 'Демалыс', nameRu: 'Выходной', nameEn: 'Day off' };

describe('the calendar', () => {
  it('takes a day off and a working Saturday, and changes them again', async () => {
    const administrator = await anAdministrator();
    await setHoliday(administrator, { day: '2020-02-05', kind: 'off', ...names });
    await setHoliday(administrator, { day: '2020-02-08', kind: 'working', ...names });
    const calendar = await holidayCalendar();
    expect([isWorkingDay('2020-02-05', calendar), isWorkingDay('2020-02-08', calendar)]).toEqual([false, true]);
    await setHoliday(administrator, { day: '2020-02-05', kind: 'working', ...names });
    expect(await read().select().from(holidays).where(eq(holidays.day, '2020-02-05'))).toMatchObject([
      { kind: 'working' },
    ]);
    expect(await refusedFields(setHoliday(administrator, { day: '2020-02-30', kind: 'off', ...names }))).toEqual({
      day: 'input.day',
    });
    expect(await refusalOf(setHoliday(await aResearcher(), { day: '2020-02-05', kind: 'off', ...names }))).toBe(
      'access.denied',
    );
  });

  it('forgets what staff entered, and does not bring back what they took away', async () => {
    const manager = await aManager();
    await setHoliday(manager, { day: '2027-05-17', kind: 'off', ...names });
    const daysOf = async (year: number) => (await holidayList(manager, { year })).rows.map(({ day }) => day);
    expect(await daysOf(2027)).toContain('2027-05-17');
    expect(await recordedBy(() => removeHoliday(manager, { day: '2027-05-17' }))).toEqual(['holiday.changed']);
    expect(await daysOf(2027)).not.toContain('2027-05-17');

    // 24 March 2020, moved from a Saturday, came with the program; 5 January 2020 was a Sunday that was worked.
    for (const day of ['2020-03-24', '2020-01-05']) await removeHoliday(manager, { day });
    await completeReference(systemActor);
    const calendar = await holidayCalendar();
    expect([isWorkingDay('2020-03-24', calendar), isWorkingDay('2020-01-05', calendar)]).toEqual([true, false]);
    expect(await daysOf(2020)).not.toEqual(expect.arrayContaining(['2020-03-24']));
    expect(await daysOf(2020)).not.toEqual(expect.arrayContaining(['2020-01-05']));
    for (const day of ['2020-03-24', '2027-05-17', '2020-03-08'])
      expect(await refusalOf(removeHoliday(manager, { day })), day).toBe('holiday.not-found');
  });
});

describe('the terms', () => {
  const terms = { firstAnswer: 10, forwarding: 3, notice: 2, nextWord: 60, nextWordOnWatch: 180 };

  it('set by a manager or an administrator count at once', async () => {
    const { researcher, caseId } = { researcher: await aResearcher(), ...(await anApplication()) };
    const dueOf = async () =>
      (await caseList(researcher, {})).rows.find((row) => row.caseId === caseId)?.due?.day ?? 'none';
    const before = await dueOf();
    expect(await recordedBy(async () => changeTerms(await aManager(), terms))).toEqual(['setting.changed']);
    expect(await termsInUse()).toEqual(terms);
    expect((await termSettings(await anAdministrator(), {})).first).toEqual(defaultTerms);
    expect((await dueOf()) < before).toBe(true);
    expect(await refusalOf(changeTerms(await aManager(), terms))).toBe('case.nothing-changed');
    expect(await refusalOf(changeTerms(researcher, terms))).toBe('access.denied');
  });

  it('stay within their ranges, and what was kept beyond them does not count', async () => {
    const manager = await aManager();
    expect(await refusedFields(changeTerms(manager, { ...terms, firstAnswer: 0, nextWord: '3 ай' }))).toEqual({
      firstAnswer: 'input.number',
      nextWord: 'input.number',
    });
    await database.store.tx(async (tx) => {
      await tx.insert(settings).values({ key: termsSetting, value: { firstAnswer: -4, notice: 2, nextWord: '9' } });
    });
    expect(await termsInUse()).toEqual({ ...defaultTerms, notice: 2 });
  });
});

describe('the days of reminders', () => {
  it('rise, and are read at once', async () => {
    const manager = await aManager();
    const change = (first: number, second: number, third: number) => changeReminders(manager, { first, second, third });
    expect(await refusalOf(change(30, 60, 90))).toBe('case.nothing-changed');
    expect(await refusedFields(change(30, 30, 90))).toEqual({ second: 'setting.not-rising' });
    expect(await refusedFields(change(30, 60, 45))).toEqual({ third: 'setting.not-rising' });
    expect(await recordedBy(() => change(45, 90, 180))).toEqual(['setting.changed']);
    expect((await termSettings(manager, {})).reminders).toEqual([45, 90, 180]);
  });
});

describe('a saved filter', () => {
  it('is one’s own, keeps what filters and sorts, and is replaced under its name', async () => {
    const [me, other] = [await aResearcher(), await aResearcher()];
    await saveFilter(me, { name: 'Кешіккені', query: 'view=overdue&page=7&evil=1&text=%20' });
    expect(await savedFilterList(me, {})).toMatchObject([{ name: 'Кешіккені', query: 'view=overdue' }]);
    expect(await savedFilterList(other, {})).toEqual([]);
    await saveFilter(me, { name: 'Кешіккені', query: '?sort=due&view=mine' });
    const [kept] = await savedFilterList(me, {});
    expect(kept).toMatchObject({ query: 'view=mine&sort=due' });
    expect(await refusalOf(removeFilter(other, { filterId: kept?.filterId }))).toBe('filter.not-found');
    await removeFilter(me, { filterId: kept?.filterId });
    expect(await savedFilterList(me, {})).toEqual([]);
    expect(await refusalOf(saveFilter(me, { name: 'Бос', query: 'page=2' }))).toBe('filter.empty');
  });

  it('reads equal filters equally', () => {
    expect(filterOf('sort=due&view=mine&text=Сәрсенов Қ')).toBe(filterOf('text=Сәрсенов+Қ&view=mine&sort=due&page=3'));
  });
});

describe('who opened a file', () => {
  it('is kept by case, person and day, and counted anew after ten minutes', async () => {
    const reader = await aResearcher();
    const [{ caseId }, other] = [await anApplication(), await anApplication()];
    const morning = startOfDay('2020-02-03') + 9 * 3600_000;
    const open = (minutes: number, id = caseId) => atMoment(morning + minutes * 60_000, () => openedFile(reader, id));
    for (const minutes of [0, 3, 9, 12, 24 * 60]) await open(minutes);
    await open(5, other.caseId);
    const manager = await aManager();
    const { total, rows } = await openingList(manager, { caseId });
    expect(total).toBe(2);
    expect(rows.map(({ day, times, name }) => [day, times, name])).toEqual([
      ['2020-02-04', 1, reader.name],
      ['2020-02-03', 2, reader.name],
    ]);
    expect((await openingList(manager, { member: reader.staffId, to: '2020-02-03' })).total).toBe(2);
    expect(await refusalOf(openingList(reader, { caseId }))).toBe('access.denied');
    expect(await refusalOf(openedFile(await anAdministrator(), caseId))).toBe('access.denied');
    await recordOpening(reader, { caseId });
    expect((await openingList(manager, { caseId })).total).toBe(3);
  });
});
