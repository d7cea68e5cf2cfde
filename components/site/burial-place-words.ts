import { countryName } from '@/domain/countries';
import type { Locale } from '@/messages/routing';

type Place = {
  reportedName: string;
  reportedRegion: string;
  reportedCountry: string;
  presentName: Readonly<Record<Locale, string>> | null;
  regionToday: Readonly<Record<Locale, string>>;
  countryToday: string | null;
};

/** The name in the reader's language, else in the first one that is there. */
export const inLanguage = (names: Readonly<Record<Locale, string>> | null, locale: Locale): string =>
  names ? names[locale] || names.ru || names.kk || names.en : '';

/** Name, region and country, from the small to the large; a part that repeats the one before it is left out. */
const joined = (parts: readonly string[]): string =>
  parts.filter((part, i) => part !== '' && !parts.slice(0, i).includes(part)).join(', ');

/** The place as the report of the time names it; its words stay in the language of the report. */
export const placeThen = (place: Place, locale: Locale): string =>
  joined([place.reportedName, place.reportedRegion, countryName(place.reportedCountry, locale)]);

/** The place as it is called today; without a country where a disputed place is shown by its region alone. */
export const placeNow = (place: Place, locale: Locale): string =>
  joined([
    inLanguage(place.presentName, locale),
    inLanguage(place.regionToday, locale),
    place.countryToday ? countryName(place.countryToday, locale) : '',
  ]);
