import { getTranslations } from 'next-intl/server';
import type { Years } from '@/domain/places/lines';
import { type Name, nameNow } from '@/domain/places/naming';
import type { Locale } from '@/messages/routing';

/** What a place is called today in the reader's language, or was last. */
export const placeName = (place: { names: readonly Name[] }, locale: Locale) => nameNow(place.names, locale);

/** The other names a place is known by, each once, the reader's language first. */
export function otherNames(names: readonly Name[], locale: Locale): string[] {
  const own = nameNow(names, locale);
  const sorted = [...names].sort((a, b) => Number(b.language === locale) - Number(a.language === locale));
  return [...new Set(sorted.map(({ name }) => name))].filter((name) => name !== own);
}

/** "1961–1992", "until 1961", "since 1992", in words; '' where nothing is known. */
export async function yearsWords(): Promise<(years: Years) => string> {
  const t = await getTranslations('place.years');
  return ({ from, to }) => {
    if (from !== null && to !== null) return from === to ? t('only', { year: String(from) }) : `${from}–${to}`;
    if (from !== null) return t('since', { year: String(from) });
    return to === null ? '' : t('until', { year: String(to) });
  };
}
