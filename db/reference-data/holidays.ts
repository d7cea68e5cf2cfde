/**
 * Days off of Kazakhstan, 2019 to 2027, as a new register begins with them; staff keep the table up from there.
 *
 * Sources: Law of 13 December 2001 No. 267 "On Holidays"; Labour Code of 2015, articles 84 and 85 (a public holiday that
 * falls on a day off moves it to the next working day; 7 January and the first day of Kurban Ait do not move); yearly
 * decisions of the government, since 2024 of the ministry of labour, that exchange a day off for a working one.
 */
import type { Names } from '../schema/correspondence';

export type Holiday = { day: string; kind: 'off' | 'working'; name: Names };

const firstYear = 2019;
const lastYear = 2027;

/** Public holidays: month and day, the years they are kept in, the name. */
const publicHolidays: readonly { days: readonly string[]; from?: number; until?: number; name: Names }[] = [
  { days: ['01-01', '01-02'], name: { kk: 'Жаңа жыл', ru: 'Новый год', en: 'New Year' } },
  {
    days: ['03-08'],
    name: { kk: 'Халықаралық әйелдер күні', ru: 'Международный женский день', en: 'International Women’s Day' },
  },
  { days: ['03-21', '03-22', '03-23'], name: { kk: 'Наурыз мейрамы', ru: 'Наурыз мейрамы', en: 'Nauryz' } },
  {
    days: ['05-01'],
    name: {
      kk: 'Қазақстан халқының бірлігі мерекесі',
      ru: 'Праздник единства народа Казахстана',
      en: 'Day of Unity of the People of Kazakhstan',
    },
  },
  {
    days: ['05-07'],
    name: { kk: 'Отан қорғаушы күні', ru: 'День защитника Отечества', en: 'Defender of the Fatherland Day' },
  },
  { days: ['05-09'], name: { kk: 'Жеңіс күні', ru: 'День Победы', en: 'Victory Day' } },
  { days: ['07-06'], name: { kk: 'Астана күні', ru: 'День столицы', en: 'Capital Day' } },
  // The referendum of 15 March 2026 on a new Constitution took the day of the old one out of the calendar the same year.
  { days: ['08-30'], until: 2025, name: constitutionDay() },
  { days: ['03-15'], from: 2027, name: constitutionDay() },
  { days: ['10-25'], from: 2022, name: { kk: 'Республика күні', ru: 'День Республики', en: 'Republic Day' } },
  {
    days: ['12-01'],
    until: 2021,
    name: {
      kk: 'Қазақстан Республикасының Тұңғыш Президенті күні',
      ru: 'День Первого Президента Республики Казахстан',
      en: 'Day of the First President',
    },
  },
  { days: ['12-16'], name: independenceDay() },
  { days: ['12-17'], until: 2021, name: independenceDay() },
];

/** The first day of Kurban Ait as the muftiate announced it; later years are entered when it does. */
const kurbanAit = [
  ...['2019-08-11', '2020-07-31', '2021-07-20', '2022-07-09'],
  ...['2023-06-28', '2024-06-16', '2025-06-06', '2026-05-27'],
];

/** Exchanged by decision: the day off first, then the day worked for it. */
const exchanged: readonly (readonly [off: string, working: string])[] = [
  ['2019-05-10', '2019-05-04'],
  ['2020-01-03', '2020-01-05'],
  // 11 May was to be off for Victory Day, a Saturday.
  ['2020-05-08', '2020-05-11'],
  ['2020-12-18', '2020-12-20'],
  ['2021-07-05', '2021-07-03'],
  ['2022-03-07', '2022-03-05'],
  ['2022-08-29', '2022-08-27'],
  ['2022-10-24', '2022-10-22'],
  ['2023-07-07', '2023-07-01'],
  ['2024-05-08', '2024-05-04'],
  ['2025-01-03', '2025-01-05'],
];

/** In order of the day, each day once. */
export const holidays: readonly Holiday[] = calendar();

function calendar(): Holiday[] {
  const byDay = new Map<string, Holiday>();
  const put = (day: string, kind: Holiday['kind'], name: Names) => byDay.set(day, { day, kind, name });

  const kept: { day: string; name: Names }[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { days, from = firstYear, until = lastYear, name } of publicHolidays) {
      if (year >= from && year <= until) kept.push(...days.map((day) => ({ day: `${year}-${day}`, name })));
    }
    put(`${year}-01-07`, 'off', {
      kk: 'Православиелік Рождество',
      ru: 'Православное Рождество',
      en: 'Orthodox Christmas',
    });
  }
  for (const day of kurbanAit) {
    put(day, 'off', {
      kk: 'Құрбан айттың бірінші күні',
      ru: 'Первый день Курбан-айта',
      en: 'First day of Kurban Ait',
    });
  }
  for (const { day, name } of kept) put(day, 'off', name);
  for (const { day, name } of kept) if (isWeekend(day)) put(nextWorkingDay(day, byDay), 'off', movedFrom(name));
  for (const [off, working] of exchanged) {
    put(off, 'off', {
      kk: 'Ресми шешіммен ауыстырылған демалыс күні',
      ru: 'Выходной день, перенесённый официальным решением',
      en: 'Day off moved by official decision',
    });
    put(working, 'working', {
      kk: 'Демалыс күнінің ауыстырылуына байланысты жұмыс күні',
      ru: 'Рабочий день в связи с переносом выходного',
      en: 'Working day in exchange for a day off',
    });
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function nextWorkingDay(day: string, off: ReadonlyMap<string, Holiday>): string {
  let next = day;
  do {
    next = new Date(Date.parse(next) + 86_400_000).toISOString().slice(0, 10);
  } while (isWeekend(next) || off.has(next));
  return next;
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

function movedFrom({ kk, ru, en }: Names): Names {
  return { kk: `${kk} (ауыстырылған демалыс)`, ru: `${ru} (перенос выходного)`, en: `${en} (day off moved)` };
}

function constitutionDay(): Names {
  return {
    kk: 'Қазақстан Республикасының Конституциясы күні',
    ru: 'День Конституции Республики Казахстан',
    en: 'Constitution Day',
  };
}

function independenceDay(): Names {
  return { kk: 'Тәуелсіздік күні', ru: 'День Независимости', en: 'Independence Day' };
}
