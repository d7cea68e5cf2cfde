/** Days, dates and places as a letter writes them. Pure. */
import type { burialPlaces, Names } from '@/db/schema';
import { countryName } from '../countries';
import { dateText, readDate } from '../partial-date';

export type LetterLanguage = 'kk' | 'ru' | 'en';
type Place = typeof burialPlaces.$inferSelect;

const months: Readonly<Record<LetterLanguage, readonly string[]>> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A day `YYYY-MM-DD` as the letters of an office write it: our own months, so that no other version of `Intl` changes a sheet. */
export function writtenDay(isoDay: string, language: LetterLanguage): string {
  const year = isoDay.slice(0, 4);
  const month = months[language][Number(isoDay.slice(5, 7)) - 1] ?? '';
  const day = Number(isoDay.slice(8));
  if (language === 'kk') return `${year} жылғы ${day} ${month}`;
  return language === 'ru' ? `${day} ${month} ${year} года` : `${day} ${month} ${year}`;
}

/** A partial date in words; as it was written where it cannot be read. */
export const inWords = (written: string, language: LetterLanguage): string =>
  written && written !== '?' ? dateText(readDate(written), language) : '';

/** The name in the letter's language, else in the first one that is there. */
export const named = (names: Names | null, language: LetterLanguage): string =>
  names ? names[language] || names.ru || names.kk || names.en : '';

/** The place as the report of the time names it; its words stay in the language of the report. */
export const placeThen = (place: Place, language: LetterLanguage): string =>
  joined([place.reportedName, place.reportedRegion, countryName(place.reportedCountry, language)]);

/** The place as it is called today; without a country where a disputed place is shown by its region alone. */
export const placeToday = (place: Place, language: LetterLanguage): string =>
  joined([
    named(place.presentName, language),
    named(place.regionToday, language),
    place.countryToday && !place.regionOnly ? countryName(place.countryToday, language) : '',
  ]);

/** From the small to the large; a part that repeats one before it is left out. */
const joined = (parts: readonly string[]): string =>
  parts.filter((part, index) => part !== '' && !parts.slice(0, index).includes(part)).join(', ');
