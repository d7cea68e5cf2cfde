import { getTranslations } from 'next-intl/server';
import { days } from '@/components/desk/days';
import { readRank } from '@/domain/archive/normalising/rank';
import { type FactField, factTable } from '@/domain/cases/fact-fields';
import type { FactOrigin } from '@/domain/cases/fact-groups';
import { fateOf } from '@/domain/cases/fact-meaning';
import { dateText, readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';

type Value = { field: FactField; value: string; origin: FactOrigin };

export type FactWords = {
  field: (field: FactField) => string;
  /** Of any field of a case, by its name in an event. */
  anyField: (name: string) => string;
  /** A value as written; what a family chose from a list in words. */
  written: (value: Value) => string;
  /** What was read from it, where that says more than the writing; '' else. */
  meant: (value: Value) => string;
  day: (ms: number) => string;
};

/** A year, a month or a day in figures: nobody needs it in words. */
const isPlain = (date: string): boolean => /^(?:\d{1,2}\.){0,2}\d{4}$/.test(date.trim());

/** Without what the words of a date add to its name. */
const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s*(?:г\.|год|года|ж\.|жыл|жылы)$/u, '');

/** The words for facts, read once for a page. */
export async function factWords(locale: Locale): Promise<FactWords> {
  const all = await getTranslations();
  const { day } = await days();
  const written = ({ field, value, origin }: Value) => {
    const option = `fact.notice.${value}`;
    return field === 'fate' && origin === 'application' && all.has(option as never) ? all(option as never) : value;
  };
  const read = ({ field, value, origin }: Value): string => {
    const { meaning } = factTable[field];
    if (meaning === 'date') return isPlain(value) || !readDate(value).edtf ? '' : dateText(readDate(value), locale);
    if (meaning === 'rank') {
      const { key } = readRank(value);
      return key ? all(`rank.${key}` as never) : '';
    }
    const fate = meaning === 'fate' && origin !== 'application' ? fateOf(value) : null;
    return fate ? all(`fate.${fate}`) : '';
  };
  return {
    field: (field) => all(`fact.field.${field}`),
    anyField: (name) => {
      const key = [`fact.field.${name}`, `field.${name}.label`].find((one) => all.has(one as never));
      return (key ? all(key as never) : name).toLowerCase();
    },
    written,
    meant: (value) => {
      const text = read(value);
      return bare(text) === bare(value.value) ? '' : text;
    },
    day,
  };
}
