/** Looks through the published entries by any spelling of a name and any name of the place. Only what is shown is looked through. */
import type { Names } from '@/db/schema';
import { countryName } from '../countries';
import { nameSounds } from '../matching/name-sound';
import { Remembered } from '../matching/remembered';
import { likeness } from '../matching/sound/distance';
import { fold } from '../names';
import { foldPlace } from '../places/fold';
import { likeness as placeLikeness } from '../places/likeness';
import type { PublishedBurial } from './public';

/** From here on two names may be one, 0 to 1; the list begins with those that are it. */
const nearSound = 0.82;
const nearPlace = 0.8;
/** What a word is found by, best first. */
const exactly = 3;
const begun = 2;
const mostWords = 8;

type Looked = { entry: PublishedBurial; names: string[]; sounds: string[]; places: string[] };
export type PublicIndex = { entries: readonly Looked[]; sounds: readonly string[] };
export type Asked = {
  text: string;
  place: string;
  country: string;
  region: string;
  burialPlaceId?: string | undefined;
};

const soundsOf = new Remembered(
  (name: string) => [
    ...new Set(
      (['surname', 'given', 'patronymic'] as const).flatMap((part) => nameSounds(name, part).map(({ base }) => base)),
    ),
  ],
  50_000,
);

/** By name; made once for many questions. */
export function publicIndex(entries: readonly PublishedBurial[]): PublicIndex {
  const placesOf = new Remembered((key: string) => placeWords(key), 50_000);
  const looked = entries.map((entry): Looked => {
    const names = [entry.surname, entry.givenName, entry.patronymic].flatMap(words);
    return {
      entry,
      names: names.map(fold),
      sounds: names.flatMap((name) => soundsOf.of(name)),
      places: placesOf.of(placeText(entry)),
    };
  });
  looked.sort(
    (a, b) =>
      byName.compare(a.entry.surname, b.entry.surname) ||
      byName.compare(a.entry.givenName, b.entry.givenName) ||
      (a.entry.burialId < b.entry.burialId ? -1 : 1),
  );
  return { entries: looked, sounds: [...new Set(looked.flatMap((one) => one.sounds))] };
}

const byName = new Intl.Collator('kk');
const words = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter(Boolean);

/** Entries in the order of their fit, else by name. @param country of today or of the report; @param region as `regionKey` */
export function lookThrough(
  index: PublicIndex,
  { text, place, country, region, burialPlaceId }: Asked,
): PublishedBurial[] {
  const name = words(text).slice(0, mostWords).map(askedName(index));
  const where = words(place).slice(0, mostWords).map(askedPlace);
  const found: { entry: PublishedBurial; score: number }[] = [];
  for (const one of index.entries) {
    if (country && one.entry.countryToday !== country && one.entry.reportedCountry !== country) continue;
    if (burialPlaceId && one.entry.burialPlaceId !== burialPlaceId) continue;
    if (region && regionKey(one.entry) !== region) continue;
    const scores = [...name.map((ask) => ask(one)), ...where.map((ask) => ask(one))];
    if (scores.every((score) => score > 0)) found.push({ entry: one.entry, score: scores.reduce((a, b) => a + b, 0) });
  }
  // Sorting is stable: alike fits stay in the order of names.
  return found.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

/** How well a word fits one of a man's names: 3 the same letters, 2 their beginning, below 1 only alike in sound, 0 not. */
function askedName(index: PublicIndex): (word: string) => (one: Looked) => number {
  return (word) => {
    const letters = fold(word);
    const heard = soundsOf.of(word);
    const near = new Map<string, number>();
    if (letters.length > 2)
      for (const sound of index.sounds) {
        const score = Math.max(0, ...heard.map((base) => likeness(base, sound)));
        if (score >= nearSound) near.set(sound, score);
      }
    return (one) => {
      if (one.names.includes(letters)) return exactly;
      if (letters !== '' && one.names.some((own) => own.startsWith(letters))) return begun;
      return Math.max(0, ...one.sounds.map((sound) => near.get(sound) ?? 0));
    };
  };
}

function askedPlace(word: string): (one: Looked) => number {
  const letters = foldPlace(word);
  const fit = new Remembered((own: string): number => {
    if (own === letters) return exactly;
    if (letters !== '' && own.startsWith(letters)) return begun;
    return letters.length > 3 ? placeLikeness(own, letters, nearPlace) : 0;
  });
  return (one) => Math.max(0, ...one.places.map((own) => fit.of(own)));
}

const each = (names: Names | null): string[] => (names ? [names.kk, names.ru, names.en] : []);

/** Every name of the place that the entry shows, then and now, in every language. */
const placeText = (entry: PublishedBurial): string =>
  [
    entry.reportedName,
    entry.reportedRegion,
    ...each(entry.presentName),
    ...each(entry.regionToday),
    ...(['kk', 'ru', 'en'] as const).flatMap((locale) => [
      countryName(entry.reportedCountry, locale),
      entry.countryToday ? countryName(entry.countryToday, locale) : '',
    ]),
  ].join('\n');

const placeWords = (text: string): string[] => [
  ...new Set(
    words(text)
      .map(foldPlace)
      .filter((word) => word !== ''),
  ),
];

/** One name for a region whatever the reader's language; '' where none was entered. */
export const regionKey = ({ regionToday }: Pick<PublishedBurial, 'regionToday'>): string =>
  regionToday.ru || regionToday.kk || regionToday.en;
