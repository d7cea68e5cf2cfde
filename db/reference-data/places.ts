/**
 * Places a new register begins with: the museum's own table, from general knowledge of the administrative history of
 * Kazakhstan and of the countries where the men lie; no package and no map was copied. A number never changes its place.
 */
import type { PlaceKind } from '../schema/places';
import { countryLines, foreignRegionLines } from './places-abroad';
import { foreignTownLines } from './places-abroad-towns';
import { districtLinesEast } from './places-districts-east';
import { districtLinesNorth } from './places-districts-north';
import { districtLinesSouth } from './places-districts-south';
import { districtLinesWest } from './places-districts-west';
import { kazakhRegionLines } from './places-regions';
import { townLines } from './places-towns';

export type ReferenceName = {
  name: string;
  language: 'kk' | 'ru' | 'en' | 'de' | 'other';
  from: number | null;
  to: number | null;
};
export type ReferencePlace = {
  number: number;
  kind: PlaceKind;
  country: string;
  latitude: number | null;
  longitude: number | null;
  names: ReferenceName[];
  parents: { number: number; from: number | null; to: number | null }[];
};

/** Where the facts of these lines come from, as shown to staff. */
export const placesSource = 'Музейдің өз кестесі · Собственная таблица музея · The museum’s own table';

/** Staff's own places are numbered from here on. */
export const firstOwnNumber = 100_000;

type Period = { text: string; from: number | null; to: number | null };

/** `Целиноград 1961-1992`: years inclusive; an open end is left out; no years at all where they are not known. */
function period(written: string): Period {
  const found = /^(.*?)(?:\s+(\d{4})?-(\d{4})?)?$/.exec(written.trim());
  const year = (text: string | undefined) => (text ? Number(text) : null);
  return { text: found?.[1] ?? '', from: year(found?.[2]), to: year(found?.[3]) };
}

const list = (text: string | undefined, sign: string) =>
  (text ?? '').split(sign).flatMap((one) => (one.trim() ? [period(one)] : []));

/** Words added to a bare name of a kind, by language; a name with a word of its own stands as written. */
type Words = Readonly<Partial<Record<ReferenceName['language'], (bare: string) => string>>>;

const districtWords: Words = {
  kk: (bare) => `${bare} ауданы`,
  ru: (bare) => (/район/.test(bare) ? bare : `${bare} район`),
  en: (bare) => `${bare} District`,
};
const oblastWords: Words = {
  kk: (bare) => (/[еі]сі$|өлкесі$|облысы$/.test(bare) ? bare : `${bare} облысы`),
  ru: (bare) => (/ая$/.test(bare) ? `${bare} область` : bare),
  en: (bare) => (/ (?:Krai|Region|Republic|ASSR)$|voivodeship|land$/.test(bare) ? bare : `${bare} Oblast`),
};

const languages = ['kk', 'ru', 'en', 'other'] as const;

/** A line: number | country, or parents with years | latitude longitude | kk | ru | en | other; names by `/`. */
function placesOf(lines: string, kind: PlaceKind, words: Words = {}): ReferencePlace[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [number = '', above = '', position = '', ...given] = line.split('|');
      const [code = '', parents = ''] = /^\s*[A-Z]{2}\b/.test(above)
        ? [above.trim().slice(0, 2), above.trim().slice(2)]
        : ['KZ', above];
      const degrees = position.trim() ? position.trim().split(/\s+/).map(Number) : [];
      const written = languages.map((_, i) => list(given[i], '/'));
      if (written[2]?.length === 0) written[2] = (written[0] ?? []).map(english);
      return {
        number: Number(number),
        kind,
        country: code,
        latitude: degrees[0] ?? null,
        longitude: degrees[1] ?? null,
        names: languages.flatMap((language, i) =>
          (written[i] ?? []).map(({ text, from, to }) => {
            const german = language === 'other' && text.startsWith('de:');
            return {
              name: german ? text.slice(3) : (words[language]?.(text) ?? text),
              language: german ? ('de' as const) : language,
              from,
              to,
            };
          }),
        ),
        parents: list(parents, ',').map(({ text, from, to }) => ({ number: Number(text), from, to })),
      };
    });
}

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** English as Kazakhstan's own maps write it, made from the Kazakh name where no other is in use. */
function english({ text, from, to }: Period): Period {
  const made = [...text].map((letter) => {
    const latin = letters[letter.toLowerCase()];
    if (latin === undefined) return letter;
    return letter === letter.toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
  return { text: made.join(''), from, to };
}

const districtLines = [districtLinesNorth, districtLinesWest, districtLinesEast, districtLinesSouth];

export const places: readonly ReferencePlace[] = [
  ...placesOf(countryLines, 'country'),
  ...placesOf(kazakhRegionLines, 'region'),
  ...placesOf(foreignRegionLines, 'region', oblastWords),
  ...districtLines.flatMap((lines) => placesOf(lines, 'district', districtWords)),
  ...placesOf(townLines, 'settlement'),
  ...placesOf(foreignTownLines, 'settlement'),
];
