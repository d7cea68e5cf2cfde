/**
 * The places of the 48 primary burials the museum had established by January 2020. They are the places the museum named;
 * how the Russian ones share their 38 applications is made up.
 */
import type { Names } from '@/db/schema/correspondence';

export type MuseumPlace = {
  /** As a report of the time would write it. */
  reportedName: string;
  /** Empty where the museum gave none. */
  reportedRegion: string;
  reportedCountry: 'SU' | 'HU' | 'DE' | 'PL';
  presentName: Names;
  regionToday: Names;
  countryToday: 'RU' | 'HU' | 'LV' | 'DE' | 'PL' | 'BY';
  /** Degrees: the middle of the settlement, or the main town of the district or region; null where the region is unknown. */
  lat: number | null;
  lon: number | null;
  coordinatePrecision: 'settlement' | 'region' | null;
  precision: 'region' | 'settlement' | 'site';
  /** How many applications found their burial here. */
  applications: number;
};

function place(
  [reportedName, reportedRegion, reportedCountry]: readonly [string, string, MuseumPlace['reportedCountry']],
  presentName: Names,
  regionToday: Names,
  countryToday: MuseumPlace['countryToday'],
  [lat, lon, coordinatePrecision]: readonly [number | null, number | null, MuseumPlace['coordinatePrecision']],
  precision: MuseumPlace['precision'],
  applications: number,
): MuseumPlace {
  const reported = { reportedName, reportedRegion, reportedCountry };
  const coordinates = { lat, lon, coordinatePrecision };
  return { ...reported, presentName, regionToday, countryToday, ...coordinates, precision, applications };
}

const names = (kk: string, ru: string, en: string): Names => ({ kk, ru, en });

const oryol = names('Орёл облысы', 'Орловская область', 'Oryol Region');
const ulyanovsk = names('Ульянов облысы', 'Ульяновская область', 'Ulyanovsk Region');
const karelia = names('Карелия Республикасы', 'Республика Карелия', 'Republic of Karelia');

export const museumPlaces: readonly MuseumPlace[] = [
  place(
    ['Матвеево-Курганский р-н', 'Ростовская обл.', 'SU'],
    names('Матвеев Курган ауданы', 'Матвеево-Курганский район', 'Matveyevo-Kurgansky District'),
    names('Ростов облысы', 'Ростовская область', 'Rostov Region'),
    'RU',
    [47.57, 38.87, 'region'],
    'region',
    12,
  ),
  place(['Орловская обл.', 'Орловская обл.', 'SU'], oryol, oryol, 'RU', [52.97, 36.07, 'region'], 'region', 11),
  place(
    ['Ульяновская обл.', 'Ульяновская обл.', 'SU'],
    ulyanovsk,
    ulyanovsk,
    'RU',
    [54.32, 48.4, 'region'],
    'region',
    5,
  ),
  place(
    ['Карело-Финская ССР', 'Карело-Финская ССР', 'SU'],
    karelia,
    karelia,
    'RU',
    [61.79, 34.36, 'region'],
    'region',
    7,
  ),
  // Several regions of Russia have or had a Petrovsky District; the museum did not say which.
  place(
    ['Петровский р-н', '', 'SU'],
    names('Петровское ауданы', 'Петровский район', 'Petrovsky District'),
    names('Өңірі анықталмаған', 'Регион не установлен', 'Region not established'),
    'RU',
    [null, null, null],
    'region',
    3,
  ),
  place(
    ['Карсаевский уезд', 'Латвийская ССР', 'SU'],
    names('Карсава', 'Карсава', 'Kārsava'),
    names('Латгале', 'Латгалия', 'Latgale'),
    'LV',
    [56.78, 27.69, 'region'],
    'region',
    2,
  ),
  place(
    ['Полесская обл.', 'Белорусская ССР', 'SU'],
    names('Бұрынғы Полесье облысы', 'Бывшая Полесская область', 'Former Polesie Region'),
    names('Гомель облысы', 'Гомельская область', 'Gomel Region'),
    'BY',
    [52.05, 29.25, 'region'],
    'region',
    1,
  ),
  place(
    ['с. Мике-Перч, западная окраина', 'р-н г. Дебрецен', 'HU'],
    names('Микеперч ауылы', 'Село Микеперч', 'Mikepércs'),
    names('Хайду-Бихар медьесі', 'Медье Хайду-Бихар', 'Hajdú-Bihar County'),
    'HU',
    [47.45, 21.63, 'settlement'],
    'site',
    4,
  ),
  place(
    ['с. Ной-Левин, братская могила', 'Бранденбург', 'DE'],
    names('Нойлевин ауылы', 'Село Нойлевин', 'Neulewin'),
    names('Бранденбург жері', 'Земля Бранденбург', 'Brandenburg'),
    'DE',
    [52.73, 14.28, 'settlement'],
    'site',
    2,
  ),
  // The settlement itself is not identified.
  place(
    ['пос. Мазовецкий', 'Мазовия', 'PL'],
    names('Мазовия', 'Мазовия', 'Mazovia'),
    names('Мазовия воеводствосы', 'Мазовецкое воеводство', 'Masovian Voivodeship'),
    'PL',
    [52.23, 21.01, 'region'],
    'region',
    1,
  ),
];
