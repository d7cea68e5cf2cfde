/** What the address of a statistic asks: its parameters, the language of words, and the older name of the basis. */
import { hasLocale } from 'next-intl';
import { DomainError } from '@/domain/result';
import type { StatisticKey } from '@/domain/statistics/catalogue';
import { type Locale, routing } from '@/messages/routing';

export type Question = {
  /** Goes to the query, which refuses what it does not know. */
  input: Readonly<Record<string, string>> & { key: StatisticKey };
  /** Without a language files carry codes instead of words. */
  language: Locale | undefined;
};

/** @throws DomainError `input.invalid` for a language or a value of `as-reported` there is not */
export function questionOf(key: StatisticKey, given: Readonly<Record<string, string>>): Question {
  const { language, 'as-reported': asReported, ...rest } = given;
  if (language !== undefined && !hasLocale(routing.locales, language)) refuse('language', 'input.choose');
  if ('key' in rest) refuse('key', 'input.unexpected');
  const input: Record<string, string> & { key: StatisticKey } = { ...rest, key };
  if (asReported !== undefined) {
    if (key !== 'burials-by-country') refuse('as-reported', 'input.unexpected');
    if (!/^(?:true|false)$/.test(asReported)) refuse('as-reported', 'input.choose');
    if (rest.basis !== undefined) refuse('basis', 'input.unexpected');
    input.basis = asReported === 'true' ? 'reported' : 'today';
  }
  return { input, language };
}

function refuse(name: string, code: `input.${string}`): never {
  throw new DomainError('input.invalid', { [name]: code });
}
