/**
 * The places of the 48 primary burials the museum had established by January 2020. Those it named itself come first in
 * each country; the rest of the Russian ones are made up from regions where men called up in Kazakhstan fought and fell.
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

const tver = names('Тверь облысы', 'Тверская область', 'Tver Region');
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
    6,
  ),
  place(['Орловская обл.', 'Орловская обл.', 'SU'], oryol, oryol, 'RU', [52.97, 36.07, 'region'], 'region', 6),
  place(
    ['Ульяновская обл.', 'Ульяновская обл.', 'SU'],
    ulyanovsk,
    ulyanovsk,
    'RU',
    [54.32, 48.4, 'region'],
    'region',
    2,
  ),
  place(
    ['Карело-Финская ССР', 'Карело-Финская ССР', 'SU'],
    karelia,
    karelia,
    'RU',
    [61.79, 34.36, 'region'],
    'region',
    4,
  ),
  // Several regions of Russia have or had a Petrovsky District; the museum did not say which.
  place(
    ['Петровский р-н', '', 'SU'],
    names('Петровское ауданы', 'Петровский район', 'Petrovsky District'),
    names('Өңірі анықталмаған', 'Регион не установлен', 'Region not established'),
    'RU',
    [null, null, null],
    'region',
    2,
  ),
  place(
    ['Синявинские высоты', 'Ленинградская обл., Мгинский р-н', 'SU'],
    names('Синявино кенті', 'Посёлок Синявино', 'Sinyavino'),
    names('Ленинград облысы', 'Ленинградская область', 'Leningrad Region'),
    'RU',
    [59.91, 31.07, 'settlement'],
    'site',
    3,
  ),
  place(
    ['г. Ржев', 'Калининская обл.', 'SU'],
    names('Ржев қаласы', 'Город Ржев', 'Rzhev'),
    tver,
    'RU',
    [56.26, 34.33, 'settlement'],
    'settlement',
    2,
  ),
  place(
    ['с. Молодой Туд, братская могила', 'Калининская обл., Молодотудский р-н', 'SU'],
    names('Молодой Туд ауылы', 'Село Молодой Туд', 'Molodoy Tud'),
    tver,
    'RU',
    [56.44, 33.66, 'settlement'],
    'site',
    1,
  ),
  place(
    ['г. Волоколамск', 'Московская обл.', 'SU'],
    names('Волоколамск қаласы', 'Город Волоколамск', 'Volokolamsk'),
    names('Мәскеу облысы', 'Московская область', 'Moscow Region'),
    'RU',
    [56.04, 35.96, 'settlement'],
    'settlement',
    2,
  ),
  place(
    ['с. Крюково', 'Московская обл., Солнечногорский р-н', 'SU'],
    names('Зеленоград (Крюково)', 'Зеленоград (Крюково)', 'Zelenograd (Kryukovo)'),
    names('Мәскеу қаласы', 'Москва', 'Moscow'),
    'RU',
    [55.98, 37.17, 'settlement'],
    'settlement',
    1,
  ),
  place(
    ['Духовщинский р-н', 'Смоленская обл.', 'SU'],
    names('Духовщина ауданы', 'Духовщинский район', 'Dukhovshchinsky District'),
    names('Смоленск облысы', 'Смоленская область', 'Smolensk Region'),
    'RU',
    [55.2, 32.41, 'region'],
    'region',
    1,
  ),
  place(
    ['Спас-Деменский р-н', 'Смоленская обл.', 'SU'],
    names('Спас-Деменск ауданы', 'Спас-Деменский район', 'Spas-Demensky District'),
    names('Калуга облысы', 'Калужская область', 'Kaluga Region'),
    'RU',
    [54.41, 34.02, 'region'],
    'region',
    1,
  ),
  place(
    ['Старорусский р-н', 'Ленинградская обл.', 'SU'],
    names('Старая Русса ауданы', 'Старорусский район', 'Starorussky District'),
    names('Новгород облысы', 'Новгородская область', 'Novgorod Region'),
    'RU',
    [57.99, 31.36, 'region'],
    'region',
    1,
  ),
  place(
    ['г. Великие Луки', 'Калининская обл.', 'SU'],
    names('Великие Луки қаласы', 'Город Великие Луки', 'Velikiye Luki'),
    names('Псков облысы', 'Псковская область', 'Pskov Region'),
    'RU',
    [56.34, 30.53, 'settlement'],
    'settlement',
    1,
  ),
  place(
    ['Городищенский р-н', 'Сталинградская обл.', 'SU'],
    names('Городище ауданы', 'Городищенский район', 'Gorodishchensky District'),
    names('Волгоград облысы', 'Волгоградская область', 'Volgograd Region'),
    'RU',
    [48.8, 44.47, 'region'],
    'region',
    2,
  ),
  place(
    ['ст. Поныри', 'Курская обл., Поныровский р-н', 'SU'],
    names('Поныри кенті', 'Посёлок Поныри', 'Ponyri'),
    names('Курск облысы', 'Курская область', 'Kursk Region'),
    'RU',
    [52.31, 36.3, 'settlement'],
    'settlement',
    1,
  ),
  place(
    ['ст. Прохоровка', 'Курская обл., Прохоровский р-н', 'SU'],
    names('Прохоровка кенті', 'Посёлок Прохоровка', 'Prokhorovka'),
    names('Белгород облысы', 'Белгородская область', 'Belgorod Region'),
    'RU',
    [51.04, 36.73, 'settlement'],
    'settlement',
    1,
  ),
  place(
    ['г. Воронеж', 'Воронежская обл.', 'SU'],
    names('Воронеж қаласы', 'Город Воронеж', 'Voronezh'),
    names('Воронеж облысы', 'Воронежская область', 'Voronezh Region'),
    'RU',
    [51.66, 39.2, 'settlement'],
    'settlement',
    1,
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
