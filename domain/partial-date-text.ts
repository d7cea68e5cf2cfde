// A partial date in words, in each language's own form.
import { readEdtf } from './partial-date-read';
import { type PartialDate, type Point, qualified, type Span, season, spanEdtf } from './partial-date-span';

type Locale = 'kk' | 'ru' | 'en';
type Form = 'plain' | 'governed';

/** Patterns: Y stands for the year, R for what goes with it. `governed` is the case asked for by "not later than". */
type Words = {
  months: string[];
  governed: string[];
  seasons: string[];
  governedSeasons: string[];
  /** Russian: the governed form also stands after "about" and after a day. */
  genitive: boolean;
  year: string;
  governedYear: string;
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

const list = (text: string) => text.split(' ');
const english = list('January February March April May June July August September October November December');

const languages: Record<Locale, Words> = {
  kk: {
    months: list('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
    governed: list(
      'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан',
    ),
    seasons: list('көктем жаз күз қыс'),
    governedSeasons: list('көктем жаз күз қыс'),
    genitive: false,
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
    months: list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    governed: list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    seasons: list('весна лето осень зима'),
    governedSeasons: list('весны лета осени зимы'),
    genitive: true,
    year: 'Y г.',
    governedYear: 'Y г.',
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
    months: english,
    governed: english,
    seasons: list('spring summer autumn winter'),
    governedSeasons: list('spring summer autumn winter'),
    genitive: false,
    year: 'Y',
    governedYear: 'Y',
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
  for (const [i, name] of (form === 'plain' ? words.seasons : words.governedSeasons).entries())
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
  const dash = or ?? ' – ';
  if (from.year !== to.year || !from.month || !to.month)
    return `${single(from, words, form)}${dash}${single(to, words, form)}`;
  const first =
    sameMonth && from.day && to.day ? `${from.day}${or ?? '–'}` : `${dayAndMonth(from, words, form)}${dash}`;
  return fill(words.within, from.year, first + dayAndMonth(to, words, form));
}

function single(date: Point, words: Words, form: Form): string {
  if (date.month) return fill(words.within, date.year, dayAndMonth(date, words, form));
  return fill(form === 'governed' ? words.governedYear : words.year, date.year);
}

function dayAndMonth({ month, day }: Point, words: Words, form: Form): string {
  const governed = form === 'governed' || (words.genitive && day);
  const name = (governed ? words.governed : words.months)[month - 1] ?? '';
  return day ? `${day} ${name}` : name;
}
