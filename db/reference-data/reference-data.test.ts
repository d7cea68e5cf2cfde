import { describe, expect, it } from 'vitest';
import { isSearchAddress } from '@/domain/sources/address';
import { holidays } from './holidays';
import { partners } from './partners';
import { regions } from './regions';
import { sources } from './sources';

const calendar = new Map(holidays.map(({ day, kind }) => [day, kind] as const));
const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());
const workedIn = (year: number, month: number) =>
  Array.from({ length: new Date(Date.UTC(year, month, 0)).getUTCDate() }, (_, i) =>
    new Date(Date.UTC(year, month - 1, i + 1)).toISOString().slice(0, 10),
  ).filter((day) => (calendar.get(day) ?? (isWeekend(day) ? 'off' : 'working')) === 'working').length;
const weekdaysOff = (year: string) =>
  holidays
    .filter(({ day, kind }) => day.startsWith(year) && kind === 'off' && !isWeekend(day))
    .map(({ day }) => day.slice(5))
    .join(' ');

describe('holidays', () => {
  it('2024 has the working days of the ministry’s published balance, but for Kurban Ait, announced later for a Sunday', () => {
    expect(Array.from({ length: 12 }, (_, i) => workedIn(2024, i + 1))).toEqual([
      21, 21, 17, 22, 20, 20, 22, 21, 21, 22, 21, 21,
    ]);
  });

  it('2020, the year of the demonstration, as the government decided', () => {
    expect(weekdaysOff('2020')).toBe(
      '01-01 01-02 01-03 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-08 07-06 07-31 08-31 12-01 12-16 12-17 12-18',
    );
    expect(holidays.filter(({ kind }) => kind === 'working').map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2020-01-05', '2020-05-11', '2020-12-20']),
    );
  });

  it.each([
    ['2022', '01-03 01-04 01-07 03-07 03-08 03-21 03-22 03-23 05-02 05-09 05-10 07-06 08-29 08-30 10-24 10-25 12-16'],
    ['2026', '01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16'],
  ])('weekdays off in %s', (year, days) => {
    expect(weekdaysOff(year)).toBe(days);
  });

  it('neither 7 January nor Kurban Ait moves to a Monday', () => {
    expect(
      ['2024-01-08', '2023-01-09', '2019-08-12', '2022-07-11', '2024-06-17'].map((day) => calendar.get(day)),
    ).toEqual(Array(5).fill(undefined));
  });

  it('names every day once, in order, in three languages', () => {
    const days = holidays.map(({ day }) => day);
    expect(days.every((day) => new Date(day).toISOString().startsWith(day))).toBe(true);
    expect(days).toEqual([...new Set(days)].sort());
    for (const { day, name } of holidays) expectNames(day, name);
  });
});

describe('sources, partners and regions', () => {
  it('sources stand in the order of search', () => {
    expect(sources.map(({ key }) => key).join(' ')).toBe(
      'own-register batyrlarga-tagzym pamyat-naroda obd-memorial podvig-naroda books-of-memory oblast-archives ' +
        'prisoner-of-war unit-losses burial-passports squads-and-communities written-requests',
    );
    for (const { key, country, url, name, note } of sources) {
      expectNames(key, name);
      expectNames(key, note);
      expect(country, key).toMatch(/^[A-Z]{2}$/);
      expect(
        Object.values(note).every((sentence) => /^[^.]+\.$/.test(sentence)),
        key,
      ).toBe(true);
      if (url !== null) expect(new URL(url).protocol).toBe('https:');
    }
  });

  it('sources say how they are cited, how they are searched, and name every kind of document once', () => {
    for (const { key, citationPattern, searchAddress, parts, checklist } of sources) {
      expect(checklist, key).toBe(true);
      expect(citationPattern.length, key).toBeGreaterThan(0);
      if (searchAddress !== null) expect(isSearchAddress(searchAddress), key).toBe(true);
      expect(new Set(parts.map((part) => part.key)).size, key).toBe(parts.length);
      for (const part of parts) expectNames(`${key} ${part.key}`, part.name);
    }
  });

  it('partners have keys of their own, known countries and names in three languages', () => {
    expect(new Set(partners.map(({ key }) => key)).size).toBe(partners.length);
    for (const { key, country, name } of partners) {
      expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(country, key).toMatch(/^[A-Z]{2}$/);
      expectNames(key, name);
    }
    const kinds = new Set(partners.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['archive', 'commissariat', 'foreign-body', 'museum', 'ngo', 'squad']);
  });

  it('regions are the twenty of Kazakhstan, and abroad', () => {
    const codes = regions.map(({ code }) => code);
    expect(new Set(codes).size).toBe(21);
    expect(codes.filter((code) => /^KZ-\d\d$/.test(code))).toHaveLength(20);
    expect(codes.at(-1)).toBe('abroad');
    for (const { code, name } of regions) expectNames(code, name);
  });
});

/** Latin letters in Kazakh or Russian would be an unfinished translation; the German abbreviation stands in a name. */
function expectNames(key: string, { kk, ru, en }: { kk: string; ru: string; en: string }): void {
  expect(kk.replace('WASt', ''), key).toMatch(/^[^a-z]{3,}$/i);
  expect(ru.replace('WASt', ''), key).toMatch(/^[^a-z]{3,}$/i);
  expect(en, key).toMatch(/^[^а-яәғқңөұүһі]{3,}$/i);
}
