import { defaultLocale, type Locale, locales } from '@/messages/routing';

/**
 * The language a browser asks for: the best-weighted of ours, and Kazakh when none of them is named.
 * next-intl's own negotiation answers by kinship and sends a Ukrainian or Uzbek reader to Russian, a Welsh one to English.
 */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  let best: { locale: Locale; weight: number } | undefined;
  for (const range of (acceptLanguage ?? '').slice(0, 1000).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const locale = locales.find((known) => tag === known || tag.startsWith(`${known}-`));
    const weight = weightOf(parameters);
    if (locale && weight > (best?.weight ?? 0)) best = { locale, weight };
  }
  return best?.locale ?? defaultLocale;
}

/** `q` from 0 to 1; an unreadable one counts as "not wanted". */
function weightOf(parameters: string[]): number {
  const stated = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  if (!stated) return 1;
  const weight = Number(stated.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

/** The language an address begins with, if it does. */
export function localeOfPath(path: string): Locale | undefined {
  const first = path.split('/', 2)[1];
  return locales.find((locale) => locale === first);
}
