/** Invented soldiers and the relatives who ask for them. */
import type { Generator } from './generator';
import { type People, peoples, peopleWeights, type Spelling } from './invented-names';
import { type Battlefield, battlefields, kazakhVillages, type Origin, origins, slavVillages, units } from './origins';

export type Soldier = {
  people: People;
  surname: Spelling;
  given: Spelling;
  patronymic: Spelling;
  father: Spelling;
  wife: Spelling | null;
  mother: Spelling;
  birth: { year: number; month: number; day: number };
  origin: Origin;
  village: Spelling;
  draftYear: number;
  draftMonth: number;
  rank: string;
  unit: string;
  /** The day his unit reported him lost, `dd.mm.yyyy`. */
  lossDate: string;
  lossPlace: string;
};

const ranks: readonly (readonly [string, number])[] = [
  ['красноармеец', 70],
  ['рядовой', 8],
  ['ефрейтор', 4],
  ['мл. сержант', 6],
  ['сержант', 7],
  ['ст. сержант', 3],
  ['старшина', 1],
  ['мл. лейтенант', 2],
  ['лейтенант', 2],
];

const two = (n: number) => String(n).padStart(2, '0');

/** @param at where he was lost, when the story needs a certain place */
export function inventSoldier(by: Generator, at?: Battlefield): Soldier {
  const people = by.weighted(peopleWeights);
  const { surnames, soldiers, women } = peoples[people];
  const father: Spelling = by.pick(soldiers);
  const lost = at ?? by.pick(battlefields);
  const lossYear = by.int(lost.from, lost.to);
  const draftYear = Math.min(
    lossYear,
    by.weighted([1939, 1940, 1941, 1942, 1943].map((y, i) => [y, [1, 2, 9, 9, 3][i] ?? 1])),
  );
  const draftMonth = draftYear === lossYear ? by.int(1, 6) : by.int(1, 12);
  const [first, end] = lost.months ?? [1, 12];
  const lossMonths = [draftYear === lossYear ? Math.max(first, draftMonth + 1) : first, end] as const;
  return {
    people,
    surname: by.pick<Spelling>(surnames),
    given: by.pick<Spelling>(soldiers),
    patronymic: { kk: people === 'kazakh' ? `${father.kk}ұлы` : patronymicOf(father.ru), ru: patronymicOf(father.ru) },
    father,
    wife: by.chance(0.55) ? by.pick<Spelling>(women) : null,
    mother: by.pick<Spelling>(women),
    birth: {
      year: by.chance(0.8) ? by.int(1903, draftYear - 18) : by.int(1895, 1902),
      month: by.int(1, 12),
      day: by.int(1, 28),
    },
    origin: by.pick(origins),
    village: by.pick(
      people === 'russian' || people === 'ukrainian' || people === 'german' ? slavVillages : kazakhVillages,
    ),
    draftYear,
    draftMonth,
    rank: by.weighted(ranks),
    unit: by.pick(units),
    lossDate: `${two(by.int(1, 28))}.${two(by.int(...lossMonths))}.${lossYear}`,
    lossPlace: lost.place,
  };
}

/** The Russian patronymic clerks made of a father's name. */
function patronymicOf(father: string): string {
  const irregular: Record<string, string> = {
    Павел: 'Павлович',
    Яков: 'Яковлевич',
    Михаил: 'Михайлович',
    Лука: 'Лукич',
    Никита: 'Никитич',
    Илья: 'Ильич',
    Фома: 'Фомич',
    Кузьма: 'Кузьмич',
  };
  const known = irregular[father];
  if (known) return known;
  if (father.endsWith('ий')) return `${father.slice(0, -2)}ьевич`;
  if (/[йь]$/.test(father)) return `${father.slice(0, -1)}евич`;
  return /[аяеиоуыэёжшчщц]$/.test(father) ? `${father}евич` : `${father}ович`;
}

export type Language = 'kk' | 'ru' | 'en';
export type Kinship = (typeof kinshipWeights)[number][0];

/** By 2018 those who ask are mostly grandchildren; a widow is a rarity. */
const kinshipWeights = [
  ['spouse', 0.4],
  ['son', 7],
  ['daughter', 9],
  ['sibling', 1],
  ['grandchild', 44],
  ['great-grandchild', 18],
  ['nephew-niece', 13],
  ['other-relative', 5],
  ['not-a-relative', 2],
] as const;

export type Relative = {
  name: string;
  kinship: Kinship;
  language: Language;
  birthYear: number;
  channel: 'web' | 'post' | 'telephone' | 'visit' | 'email';
  region: string;
  telephone: string;
  email: string;
  postalAddress: string;
  helperName: string;
  tellFirst: 'page' | 'voice' | 'letter';
};

const birthYears: Record<Exclude<Kinship, 'son' | 'daughter'>, readonly [number, number]> = {
  spouse: [1922, 1926],
  sibling: [1926, 1938],
  grandchild: [1947, 1982],
  'great-grandchild': [1970, 1998],
  'nephew-niece': [1938, 1965],
  'other-relative': [1945, 1990],
  'not-a-relative': [1955, 1992],
};

export function inventRelative(by: Generator, soldier: Soldier, number: number): Relative {
  const drawn: Kinship = by.weighted(kinshipWeights);
  // A man called up at twenty left no child old enough: a nephew or niece asks in its place.
  const youngest = Math.max(soldier.birth.year + 19, 1926);
  const ownFamily = drawn === 'son' || drawn === 'daughter' || drawn === 'spouse';
  const kinship = ownFamily && youngest > soldier.draftYear ? 'nephew-niece' : drawn;
  const woman = kinship === 'spouse' || kinship === 'daughter' || (kinship !== 'son' && by.chance(0.55));
  const { women, men, surnames } = peoples[soldier.people];
  const ownSurname: Spelling = kinship === 'son' || by.chance(0.5) ? soldier.surname : by.pick<Spelling>(surnames);
  const given: Spelling = by.pick<Spelling>(woman ? women : men);
  const language: Language = by.weighted([
    ['kk', soldier.people === 'kazakh' ? 70 : 12],
    ['ru', soldier.people === 'kazakh' ? 28 : 85],
    ['en', 2],
  ] as const);
  const script = language === 'kk' ? 'kk' : 'ru';
  const birthYear =
    kinship === 'son' || kinship === 'daughter'
      ? by.int(youngest, soldier.draftYear + 1)
      : by.int(...birthYears[kinship]);
  const old = birthYear < 1950;
  const channel = by.weighted([
    ['web', old ? 25 : 62],
    ['post', old ? 30 : 10],
    ['telephone', old ? 20 : 8],
    ['visit', old ? 22 : 9],
    ['email', old ? 3 : 11],
  ] as const);
  const region = regionOf(by, soldier);
  return {
    name: `${womanly(ownSurname[script], woman)} ${given[script]}`,
    kinship,
    language,
    birthYear,
    channel,
    region,
    telephone:
      channel === 'post' && by.chance(0.5) ? '' : `+7 700 000 ${two(Math.floor(number / 100))} ${two(number % 100)}`,
    email: channel === 'email' || (channel === 'web' && by.chance(0.7)) ? `oqyrman.${number}@poshta.example` : '',
    postalAddress: channel === 'post' || channel === 'visit' ? addressIn(by, soldier, language) : '',
    helperName:
      old && by.chance(0.5) ? `${womanly(soldier.surname[script], true)} ${by.pick<Spelling>(women)[script]}` : '',
    tellFirst: by.weighted([
      ['page', old ? 30 : 75],
      ['voice', old ? 50 : 15],
      ['letter', old ? 20 : 10],
    ] as const),
  };
}

/** Most still live where he came from, many in the two great cities. */
function regionOf(by: Generator, soldier: Soldier): string {
  return by.weighted([
    [soldier.origin.region, 55],
    ['KZ-75', 17],
    ['KZ-71', 17],
    ['KZ-79', 4],
    ['abroad', 5],
    ['KZ-35', 2],
  ]);
}

const womanly = (surname: string, woman: boolean) =>
  woman && /(ов|ев|ёв|ин|ын)$/.test(surname) ? `${surname}а` : surname;

function addressIn(by: Generator, soldier: Soldier, language: Language): string {
  const { oblast, district } = soldier.origin;
  const [house, flat] = [by.int(1, 90), by.int(1, 60)];
  if (language === 'kk') return `${oblast.kk} облысы, ${district.kk} ауданы, Абай көшесі, ${house}-үй, ${flat}-пәтер`;
  return `${oblast.ru} область, ${district.ru} район, ул. Абая, д. ${house}, кв. ${flat}`;
}

export const nameOf = (soldier: Soldier, language: Language): string => {
  const script = language === 'kk' ? 'kk' : 'ru';
  return `${soldier.surname[script]} ${soldier.given[script]} ${soldier.patronymic[script]}`;
};

export const birthPlaceOf = ({ origin, village }: Soldier, script: 'kk' | 'ru'): string =>
  script === 'kk'
    ? `${origin.oblast.kk} облысы, ${origin.district.kk} ауданы, ${village.kk} ауылы`
    : `${origin.oblast.ru} обл., ${origin.district.ru} р-н, с. ${village.ru}`;
