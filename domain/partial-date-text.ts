// A partial date in words, in each language's own form.
import { readEdtf } from './partial-date-read';
import { type PartialDate, type Point, qualified, type Span, season, spanEdtf } from './partial-date-span';
import { englishMonths, kazakhMonths, russianMonths } from './partial-date-words';

type Locale = 'kk' | 'ru' | 'en';

/** Governed: the case that "not later than" asks for; in Russian, the genitive, also "about" and the day before a month. */
type Form = 'plain' | 'governed';

/** Patterns: Y stands for the year, R for the rest. */
type Words = {
  months: string;
  governedMonth: (month: string, index: number) => string;
  seasons: string;
  governedSeasons?: string;
  genitive?: boolean;
  year: string;
  governedYear?: string;
  years: string;
  decade: string;
  within: string;
  season: string;
  about: string;
  roughly: string;
  notBefore: string;
  notAfter: string;
  or: string;
};

const languages: Record<Locale, Words> = {
  kk: {
    months: kazakhMonths,
    governedMonth: (month, index) => month + 'дан нан дан ден дан нан ден дан тен нан дан нан'.split(' ')[index],
    seasons: 'көктем жаз күз қыс',
    year: 'Y ж.',
    governedYear: 'Y жылдан',
    years: 'Y жж.',
    decade: 'Y-жылдар',
    within: 'Y ж. R',
    season: 'Y жылғы R',
    about: 'R шамасында',
    roughly: 'шамамен',
    notBefore: 'R ерте емес',
    notAfter: 'R кеш емес',
    or: 'немесе',
  },
  ru: {
    months: russianMonths,
    governedMonth: (month) => (month.endsWith('т') ? `${month}а` : `${month.slice(0, -1)}я`),
    seasons: 'весна лето осень зима',
    governedSeasons: 'весны лета осени зимы',
    genitive: true,
    year: 'Y г.',
    years: 'Y гг.',
    decade: 'Y-е гг.',
    within: 'R Y г.',
    season: 'R Y г.',
    about: 'около R',
    roughly: 'примерно',
    notBefore: 'не ранее R',
    notAfter: 'не позднее R',
    or: 'или',
  },
  en: {
    months: englishMonths,
    governedMonth: (month) => month,
    seasons: 'spring summer autumn winter',
    year: 'Y',
    years: 'Y',
    decade: 'Ys',
    within: 'R Y',
    season: 'R Y',
    about: 'about R',
    roughly: 'about',
    notBefore: 'not earlier than R',
    notAfter: 'not later than R',
    or: 'or',
  },
};

const fill = (pattern: string, year: number | string, rest = '') =>
  pattern.replace('Y', String(year)).replace('R', rest);

/**
 * The date for a reader, from its EDTF: «март 1942 г.», "winter 1942/43", «1915 ж. шамасында». The text as written where
 * there is no EDTF of ours.
 */
export function dateText(date: PartialDate, locale: Locale): string {
  const span = date.edtf === null ? null : readEdtf(date.edtf);
  return span ? spanText(span, languages[locale]) : date.raw;
}

function spanText(span: Span, words: Words): string {
  const { from, to, written } = span;
  if (!from || !to) {
    const open = from ?? to;
    return open ? openText(open, from ? words.notBefore : words.notAfter, words) : '';
  }
  if (from.quality !== to.quality) return [from, to].map((p) => spanText({ from: p, to: p }, words)).join(' – ');
  const about = from.quality === '~' || from.quality === '%';
  const form = about && words.genitive ? 'governed' : 'plain';
  const text = seasonText(span, words, form) ?? writtenText(written, from, words) ?? between(from, to, words, form);
  return withQuality(about ? fill(words.about, '', text) : text, from);
}

const withQuality = (text: string, { quality }: Point) => (quality === '?' || quality === '%' ? `${text} (?)` : text);

function openText(open: Point, pattern: string, words: Words): string {
  const text = between(open, open, words, 'governed');
  const roughly = open.quality === '~' || open.quality === '%' ? `${words.roughly} ${text}` : text;
  return withQuality(fill(pattern, '', roughly), open);
}

function seasonText(span: Span, words: Words, form: Form): string | undefined {
  const { from, to } = span;
  if (!from || !to) return undefined;
  const edtf = spanEdtf(span);
  const names = (form === 'governed' && words.governedSeasons) || words.seasons;
  for (const [i, name] of names.split(' ').entries())
    for (const nextYear of [0, from.year + 1]) {
      const named = season(i + 1, from.year, nextYear);
      if (!named || spanEdtf(qualified(named, from.quality)) !== edtf) continue;
      const second = nextYear % 100 ? String(nextYear).slice(-2) : nextYear;
      return fill(words.season, nextYear ? `${from.year}/${second}` : from.year, name);
    }
  return undefined;
}

/** What is neither a point nor an interval: a decade, a day without its month, one of several. */
function writtenText(written: string | undefined, from: Point, words: Words): string | undefined {
  if (!written) return undefined;
  if (/^\d{3}X$/.test(written)) return fill(words.decade, from.year);
  if (written.includes('-XX-')) return `${written.slice(-2)}.__.${written.slice(0, 4)}`;
  const points = written.startsWith('[') ? written.slice(1, -1).split(',') : [];
  const [first, second, third] = points.map((edtf) => readEdtf(edtf)?.from);
  if (!first || !second) return undefined;
  if (!third) return between(first, second, words, 'plain', ` ${words.or} `);
  return points.map((edtf) => spanText(readEdtf(edtf) ?? { from: first, to: second }, words)).join(` ${words.or} `);
}

/** From one to the other, what both share said once; with `or` one or the other. */
function between(from: Point, to: Point, words: Words, form: Form, or?: string): string {
  const sameMonth = from.year === to.year && from.month === to.month;
  if (sameMonth && from.day === to.day) return single(from, words, form);
  if (!from.month && !to.month) return fill(words.years, `${from.year}${or ?? '–'}${to.year}`);
  if (from.year !== to.year || !from.month || !to.month)
    return single(from, words, form) + (or ?? ' – ') + single(to, words, form);
  const bare = sameMonth ? from.day && to.day : !from.day && !to.day;
  const first = sameMonth && bare ? from.day : dayAndMonth(from, words, form);
  return fill(words.within, from.year, first + (or ?? (bare ? '–' : ' – ')) + dayAndMonth(to, words, form));
}

function single(date: Point, words: Words, form: Form): string {
  if (date.month) return fill(words.within, date.year, dayAndMonth(date, words, form));
  return fill((form === 'governed' && words.governedYear) || words.year, date.year);
}

function dayAndMonth({ month, day }: Point, words: Words, form: Form): string {
  const name = words.months.split(' ')[month - 1] ?? '';
  const governed = form === 'governed' || (words.genitive && day);
  return (day ? `${day} ` : '') + (governed ? words.governedMonth(name, month - 1) : name);
}
