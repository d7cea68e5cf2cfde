/** What a place is called at a time and in a language, and names with their years as staff write them. Pure. */
import { DomainError, type RefusalCode } from '../result';
import { holds, type Years } from './lines';

export const nameLanguages = ['kk', 'ru', 'en', 'de', 'other'] as const;
export type NameLanguage = (typeof nameLanguages)[number];
export type Name = { name: string; language: NameLanguage } & Years;

/** In whose stead another language speaks, the nearest first. */
const instead: Readonly<Record<'kk' | 'ru' | 'en', readonly NameLanguage[]>> = {
  kk: ['kk', 'ru', 'en', 'other', 'de'],
  ru: ['ru', 'kk', 'en', 'other', 'de'],
  en: ['en', 'other', 'de', 'kk', 'ru'],
};

/** The name of a year, in the language or the nearest to it that has one; the last one it had where it is no more. */
export function nameIn(names: readonly Name[], language: 'kk' | 'ru' | 'en', year: number): string {
  for (const one of instead[language]) {
    const found = names.filter((name) => name.language === one && holds(name, year));
    // A name with a stated beginning says more of the year than one that nobody dated.
    const dated = found.filter(({ from }) => from !== null).sort((a, b) => (b.from ?? 0) - (a.from ?? 0));
    const best = dated[0] ?? found[0];
    if (best) return best.name;
  }
  return lastOf(names, instead[language]);
}

/** The name of today, or the last one it had. */
export const nameNow = (names: readonly Name[], language: 'kk' | 'ru' | 'en') => nameIn(names, language, 9000);

function lastOf(names: readonly Name[], languages: readonly NameLanguage[]): string {
  for (const one of languages) {
    const found = names.filter(({ language }) => language === one).sort((a, b) => (b.to ?? 9999) - (a.to ?? 9999));
    if (found[0]) return found[0].name;
  }
  return '';
}

/** `1961–1992`, `1992–`, `–1961`; '' where neither end is known. */
export const yearsText = ({ from, to }: Years) => (from === null && to === null ? '' : `${from ?? ''}–${to ?? ''}`);

/** One line a name, its years behind it: `Целиноград 1961–1992`. */
export const linesText = (lines: readonly ({ text: string } & Years)[]) =>
  lines.map(({ text, ...years }) => [text, yearsText(years)].filter(Boolean).join(' ')).join('\n');

const lineShape = /^(.*?)(?:[\s,(]+(?:(\d{4})?\s*[-–—]\s*(\d{4})?|(\d{4}))\)?)?$/u;
const mostLines = 60;

/**
 * Lines of names with years as staff write them: `Целиноград 1961–1992`, `Астана 2022–`, `Кереку`. Years are inclusive.
 * @throws DomainError `input.invalid` with `place.bad-years` or `place.too-many` for the field
 */
export function readLines(text: string, field: string): ({ text: string } & Years)[] {
  const lines = text.split('\n').flatMap((line) => (line.trim() ? [line.replace(/\s+/g, ' ').trim()] : []));
  if (lines.length > mostLines) throw refused(field, 'place.too-many');
  return lines.map((line) => {
    const [, name = '', from, to, only] = lineShape.exec(line) ?? [];
    const year = (written: string | undefined) => (written ? Number(written) : null);
    const years = { from: year(from ?? only), to: year(to ?? only) };
    const isPast = [years.from, years.to].every((one) => one === null || (one >= 1000 && one <= 2100));
    const isName = /\p{L}|^\d+$/u.test(name) && name.length <= 200;
    if (!isName || !isPast || (years.from ?? 0) > (years.to ?? 9999)) throw refused(field, 'place.bad-years');
    return { text: name, ...years };
  });
}

const refused = (field: string, code: RefusalCode) => new DomainError('input.invalid', { [field]: code });
