/** When and how the soldiers fell who lie at the museum's places; and places of burials that are not primary. */
import type { MuseumPlace } from './museum-places';

type Fallen = { from: number; to: number; months?: readonly [number, number]; fate: 'killed' | 'wounds' };

const fallen: Readonly<Record<string, Fallen>> = {
  'Матвеево-Курганский р-н': { from: 1942, to: 1943, fate: 'killed' },
  'Орловская обл.': { from: 1942, to: 1943, fate: 'killed' },
  // Far behind the front: hospitals.
  'Ульяновская обл.': { from: 1943, to: 1944, fate: 'wounds' },
  'Карело-Финская ССР': { from: 1942, to: 1944, fate: 'killed' },
  'Петровский р-н': { from: 1942, to: 1943, fate: 'wounds' },
  'Карсаевский уезд': { from: 1944, to: 1944, months: [7, 9], fate: 'killed' },
  'Полесская обл.': { from: 1944, to: 1944, months: [1, 7], fate: 'killed' },
  'с. Мике-Перч, западная окраина': { from: 1944, to: 1944, months: [10, 10], fate: 'killed' },
  'с. Ной-Левин, братская могила': { from: 1945, to: 1945, months: [2, 4], fate: 'killed' },
  'пос. Мазовецкий': { from: 1945, to: 1945, months: [1, 2], fate: 'killed' },
};

export const fallenAt = (place: MuseumPlace): Fallen =>
  fallen[place.reportedName] ?? { from: 1942, to: 1943, fate: 'killed' };

const names = (kk: string, ru: string, en: string) => ({ kk, ru, en });

/** Where the dead were reburied after the war, or of which nobody can say whether it was the first grave. */
export const otherPlaces: readonly MuseumPlace[] = [
  {
    reportedName: 'г. Ржев, воинское кладбище',
    reportedRegion: 'Калининская обл.',
    reportedCountry: 'SU',
    presentName: names('Ржев қаласы', 'Город Ржев', 'Rzhev'),
    regionToday: names('Тверь облысы', 'Тверская область', 'Tver Region'),
    countryToday: 'RU',
    lat: 56.26,
    lon: 34.33,
    coordinatePrecision: 'settlement',
    precision: 'site',
    applications: 0,
  },
  {
    reportedName: 'п. Синявино, братская могила',
    reportedRegion: 'Ленинградская обл.',
    reportedCountry: 'SU',
    presentName: names('Синявино кенті', 'Посёлок Синявино', 'Sinyavino'),
    regionToday: names('Ленинград облысы', 'Ленинградская область', 'Leningrad Region'),
    countryToday: 'RU',
    lat: 59.91,
    lon: 31.07,
    coordinatePrecision: 'settlement',
    precision: 'site',
    applications: 0,
  },
  {
    reportedName: 'г. Волгоград, Городищенский р-н',
    reportedRegion: 'Сталинградская обл.',
    reportedCountry: 'SU',
    presentName: names('Городище ауданы', 'Городищенский район', 'Gorodishchensky District'),
    regionToday: names('Волгоград облысы', 'Волгоградская область', 'Volgograd Region'),
    countryToday: 'RU',
    lat: 48.8,
    lon: 44.47,
    coordinatePrecision: 'region',
    precision: 'region',
    applications: 0,
  },
];
