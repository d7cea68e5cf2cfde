/** Looks through the published entries by any spelling of a name and any name of the place. Only what is shown is looked through. */
import type { Names } from '@/db/schema';
import { countryName } from '../countries';
import { nameSounds } from '../matching/name-sound';
import { Remembered } from '../matching/remembered';
import { distance, encode, weigh } from '../matching/sound/distance';
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
/** Words that are looked for by sound, or by likeness of a place; further ones only by their letters. A man has three names. */
const mostByLikeness = 3;

type Looked = { entry: PublishedBurial; names: string[]; sounds: string[]; places: string[] };
/** A sound as the distance is measured, with what its signs weigh. */
type Heard = { sound: string; signs: Uint8Array; weight: number };
export type PublicIndex = { entries: readonly Looked[]; sounds: readonly Heard[] };
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

const placesOf = new Remembered((text: string) => placeWords(text), 50_000);

/** By name; made once for many questions. */
export function publicIndex(entries: readonly PublishedBurial[]): PublicIndex {
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
  return { entries: looked, sounds: [...new Set(looked.flatMap((one) => one.sounds))].map(heardAs) };
}

function heardAs(sound: string): Heard {
  const signs = encode(sound);
  return { sound, signs, weight: weigh(signs) };
}

const byName = new Intl.Collator('kk');
const words = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}'’.-]+/u).filter(Boolean);

/** Entries in the order of their fit, else by name. @param country of today or of the report; @param region as `regionKey` */
export function lookThrough(
  index: PublicIndex,
  { text, place, country, region, burialPlaceId }: Asked,
): PublishedBurial[] {
  const name = words(text)
    .slice(0, mostWords)
    .map((word, at) => askedName(index, word, at < mostByLikeness));
  const where = words(place)
    .slice(0, mostWords)
    .map((word, at) => askedPlace(word, at < mostByLikeness));
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
function askedName(index: PublicIndex, word: string, bySound: boolean): (one: Looked) => number {
  const letters = fold(word);
  const near = bySound && letters.length > 2 ? nearOf(index, word) : new Map<string, number>();
  return (one) => {
    if (one.names.includes(letters)) return exactly;
    if (letters !== '' && one.names.some((own) => own.startsWith(letters))) return begun;
    return Math.max(0, ...one.sounds.map((sound) => near.get(sound) ?? 0));
  };
}

/** Sounds near enough to the word's, each with its likeness; what cannot come near is given up at the first signs. */
function nearOf(index: PublicIndex, word: string): Map<string, number> {
  const near = new Map<string, number>();
  for (const asked of soundsOf.of(word).map(heardAs))
    for (const own of index.sounds) {
      const heavier = Math.max(asked.weight, own.weight, 1000);
      const farthest = (1 - nearSound) * heavier;
      const score = 1 - distance(asked.signs, own.signs, 0, own.signs.length, farthest) / heavier;
      if (score >= nearSound) near.set(own.sound, Math.max(score, near.get(own.sound) ?? 0));
    }
  return near;
}

function askedPlace(word: string, byLikeness: boolean): (one: Looked) => number {
  const letters = foldPlace(word);
  const fit = new Remembered((own: string): number => {
    if (own === letters) return exactly;
    if (letters !== '' && own.startsWith(letters)) return begun;
    return byLikeness && letters.length > 3 ? placeLikeness(own, letters, nearPlace) : 0;
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
