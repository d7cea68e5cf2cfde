/** What a relative or a researcher types today about the man he truly means. */
import type { Chance } from './chance';
import type { Parts } from './clerk';
import { type Name, surnameOf } from './forms';
import { shortNames } from './lists/russian';
import type { Man, Place } from './man';
import { initial, misheard, mistyped } from './slips';
import { inScript, type Script } from './spelling';

export const queryLevels = ['clean', 'moderate', 'heavy', 'heavy-names'] as const;
export type QueryLevel = (typeof queryLevels)[number];
export type Query = Parts & { birthYear: string; birthPlace: string; script: Script };

type Weighted = readonly (readonly [Script, number])[];
const scripts: Record<QueryLevel, Weighted> = {
  clean: [
    ['ru', 0.5],
    ['kk', 0.5],
  ],
  moderate: [
    ['ru', 0.4],
    ['kk', 0.3],
    ['la-passport', 0.1],
    ['la-2021', 0.08],
    ['la-2018', 0.05],
    ['la-bgn', 0.07],
  ],
  heavy: heavyScripts(),
  'heavy-names': heavyScripts(),
};

function heavyScripts(): Weighted {
  return [
    ['ru', 0.35],
    ['kk', 0.25],
    ['la-passport', 0.12],
    ['la-2021', 0.08],
    ['la-2018', 0.05],
    ['la-bgn', 0.05],
    ['la-german', 0.06],
    ['la-polish', 0.04],
  ];
}

export function writeQuery(man: Man, level: QueryLevel, chance: Chance): Query {
  const script = pickScript(scripts[level], chance);
  const heavy = level === 'heavy' || level === 'heavy-names';
  const parts = conventional(man, script, level, chance);
  const errors = level === 'clean' ? 0 : heavy ? chance.int(1, 2) : chance.int(0, 1);
  for (let i = 0; i < errors; i += 1) oneError(parts, heavy, man, chance);
  for (const part of names) parts[part] = inScript(parts[part], script);
  return {
    ...parts,
    birthYear: birthYear(man.birthYear, level, chance),
    birthPlace: birthPlace(man.place, script, level, chance),
    script,
  };
}

function pickScript(weights: Weighted, chance: Chance): Script {
  let rest = chance.next();
  for (const [script, weight] of weights) {
    rest -= weight;
    if (rest < 0) return script;
  }
  return 'ru';
}

const names = ['surname', 'given', 'patronymic'] as const;

/** The names in one convention: German and Polish cards were written from Russian papers or from the man's own mouth. */
function conventional(man: Man, script: Script, level: QueryLevel, chance: Chance): Parts {
  const fromRussian =
    script === 'ru' || (script.startsWith('la-') && (/german|polish/.test(script) ? chance.is(0.6) : chance.is(0.35)));
  const of = (name: Name | null) => (name ? (fromRussian ? name.ru : name.kk) : '');
  const modern = level !== 'clean' && man.people === 'kazakh' && man.form !== 'own' && chance.is(0.2);
  const surname = modern ? surnameOf(man.stem, chance.pick(['ov', 'uly', 'bare'] as const)) : man.surname;
  const russianFather = level !== 'clean' && man.patronymic && chance.is(0.25) ? man.patronymic.ru : of(man.patronymic);
  return { surname: of(surname), given: of(man.given), patronymic: russianFather };
}

/** One independent error; a heavy query also loses, changes and shortens whole parts, but at most down to two names. */
function oneError(parts: Parts, heavy: boolean, man: Man, chance: Chance): void {
  const way = chance.next();
  if (heavy && way > 0.72) {
    wholePart(parts, man, chance);
    return;
  }
  const part = chance.pick(names);
  const byEar = man.people === 'slav' ? 0.6 : 0.85;
  parts[part] = chance.is(byEar) ? misheard(parts[part], chance) : mistyped(parts[part], chance);
}

function wholePart(parts: Parts, man: Man, chance: Chance): void {
  const { surname, given, patronymic } = parts;
  const full = names.filter((part) => parts[part].length > 2).length;
  const way = chance.next();
  if (way < 0.25 && full > 2) parts.patronymic = '';
  else if (way < 0.37 && full > 2) parts.patronymic = initial(patronymic);
  else if (way < 0.44 && full > 2) parts.given = initial(given);
  else if (way < 0.6) Object.assign(parts, { surname: given, given: surname });
  else if (way < 0.7 && patronymic) Object.assign(parts, { given: patronymic, patronymic: given });
  else if (way < 0.82 && man.father && patronymic.length > 2) parts.patronymic = man.father.ru;
  else if (way < 0.9 && patronymic)
    parts.patronymic = patronymic.replace(/(?:ұлы|улы)$/, chance.pick([' улы', ' оглы', 'оглы']));
  else parts.given = shortNames[given] ?? misheard(given, chance);
}

function birthYear(year: number, level: QueryLevel, chance: Chance): string {
  if (level === 'clean') return String(year);
  if (level === 'heavy-names' || (level === 'heavy' && chance.is(0.25))) return '';
  const most = level === 'moderate' ? 2 : 5;
  return String(year + (chance.is(0.5) ? 0 : chance.int(-most, most)));
}

function birthPlace(place: Place, script: Script, level: QueryLevel, chance: Chance): string {
  const { oblast, raion } = place;
  if (level === 'heavy-names') return '';
  if (level === 'clean') return `${oblast.then} область, ${raion} район, ${place.settlement}`;
  if (level === 'moderate')
    return chance.is(0.6) ? `${laterName(place, script, chance)}, ${district(raion, script)}` : district(raion, script);
  const way = chance.next();
  if (way < 0.3) return '';
  const there = way < 0.6 ? laterName(place, script, chance) : `${oblast.then} обл.`;
  if (way < 0.45) return there;
  if (way < 0.75) return `${there}, ${district(raion, script)}`;
  const wrongly = chance.is(0.5) ? misheard(raion, chance) : mistyped(raion, chance);
  return `${there}, ${district(wrongly, script)}`;
}

/** The oblast by its name of today, or by one it had between. */
function laterName({ oblast }: Place, script: Script, chance: Chance): string {
  const [today, ...before] = oblast.later;
  const later = before.length > 0 && chance.is(0.35) ? chance.pick(before) : today;
  if (script === 'ru') return `${later?.ru} область`;
  return inScript(`${later?.kk} облысы`, script);
}

const district = (raion: string, script: Script): string =>
  script === 'ru' ? `${raion} район` : inScript(`${raion} ауданы`, script);
