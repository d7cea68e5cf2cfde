import { defineRouting } from 'next-intl/routing';

export const locales = ['kk', 'ru', 'en'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'kk';

/** The language always stands in the address, so nothing has to be remembered in a cookie. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: 'always',
  localeCookie: false,
  alternateLinks: false,
});
