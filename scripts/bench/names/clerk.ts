/** How a clerk of 1941–1945 put a man into his list, in Russian, by ear and in haste. */
import type { Chance } from './chance';
import type { Name } from './forms';
import { shortNames } from './lists/russian';
import type { Man, Place } from './man';
import { flattened, initial, misheard, mistyped, withTwin } from './slips';

export type RecordLevel = 'light' | 'moderate' | 'heavy';
export type Parts = { surname: string; given: string; patronymic: string };
export type WrittenRecord = Parts & { birthDate: string; birthPlace: string };

type Habits = {
  /** Probability that Kazakh letters are not written by the rule, a part. */
  loose: number;
  /** Fewest and most errors on the names. */
  errors: readonly [number, number];
  /** Probability of one change to the arrangement of the parts. */
  arrangement: number;
  yearOff: number;
  yearUnknown: number;
  placeMissing: number;
  oblastMissing: number;
  raionError: number;
};

const habits: Record<RecordLevel, Habits> = {
  light: {
    loose: 0.15,
    errors: [0, 1],
    arrangement: 0.03,
    yearOff: 0.08,
    yearUnknown: 0.04,
    placeMissing: 0.05,
    oblastMissing: 0.1,
    raionError: 0.1,
  },
  moderate: {
    loose: 0.35,
    errors: [1, 1],
    arrangement: 0.15,
    yearOff: 0.2,
    yearUnknown: 0.1,
    placeMissing: 0.1,
    oblastMissing: 0.2,
    raionError: 0.25,
  },
  heavy: {
    loose: 0.55,
    errors: [1, 3],
    arrangement: 0.45,
    yearOff: 0.3,
    yearUnknown: 0.2,
    placeMissing: 0.2,
    oblastMissing: 0.25,
    raionError: 0.4,
  },
};

export function recordLevel(chance: Chance): RecordLevel {
  const share = chance.next();
  return share < 0.85 ? 'light' : share < 0.98 ? 'moderate' : 'heavy';
}

export function writeRecord(man: Man, level: RecordLevel, chance: Chance): WrittenRecord {
  const habit = habits[level];
  const parts: Parts = {
    surname: flattened(man.surname, habit.loose, chance),
    given: flattened(man.given, habit.loose, chance),
    patronymic: man.patronymic?.ru ?? '',
  };
  if (man.people === 'kazakh' && man.father) kazakhPatronymic(parts, man.father, habit.loose, chance);
  // A Russian name was known to the clerk: half of the lists hold it without a fault.
  const [fewest, most] = habit.errors;
  const errors = chance.is(man.people === 'slav' ? 0.85 : 0.75) ? fewest : chance.int(fewest, most);
  for (let i = 0; i < errors; i += 1) oneError(parts, man.people !== 'slav', chance);
  if (chance.is(habit.arrangement)) rearrange(parts, chance);
  const { surname, given, patronymic } = parts;
  const date = birthDate(man.birthYear, habit, chance);
  return { surname, given, patronymic, birthDate: date, birthPlace: birthPlace(man.place, habit, chance) };
}

/** A Kazakh father was written -ович, bare, with -улы or with -оглы, or not at all. */
function kazakhPatronymic(parts: Parts, name: Name, loose: number, chance: Chance): void {
  const way = chance.next();
  const father = flattened(name, loose, chance);
  if (way < 0.6) return;
  if (way < 0.8) parts.patronymic = father;
  else if (way < 0.87) parts.patronymic = `${father}улы`;
  else if (way < 0.9) parts.patronymic = `${father} ${chance.pick(['улы', 'оглы', 'углы', 'оглу'])}`;
  else parts.patronymic = '';
}

const names = ['surname', 'given', 'patronymic'] as const;

function oneError(parts: Parts, byEar: boolean, chance: Chance): void {
  const part = chance.pick(names);
  const name = parts[part];
  const way = chance.next();
  if (way < (byEar ? 0.62 : 0.3)) parts[part] = misheard(name, chance);
  else if (way < 0.92) parts[part] = mistyped(name, chance);
  else if (way < 0.96) parts[part] = withTwin(name, chance);
  else if (way < 0.98) parts[part] = name.replace('е', 'ё');
  else parts[part] = name.toUpperCase();
}

function rearrange(parts: Parts, chance: Chance): void {
  const { surname, given, patronymic } = parts;
  const way = chance.next();
  if (way < 0.18 && patronymic) Object.assign(parts, { given: patronymic, patronymic: given });
  else if (way < 0.36) Object.assign(parts, { surname: given, given: surname });
  else if (way < 0.56) parts.patronymic = '';
  else if (way < 0.6 && patronymic) parts.surname = '';
  else if (way < 0.72) parts.patronymic = initial(patronymic);
  else if (way < 0.77) Object.assign(parts, { given: initial(given), patronymic: initial(patronymic) });
  else if (way < 0.92) parts.given = shortNames[given] ?? (given.length > 5 ? given.slice(0, chance.int(4, 5)) : given);
  else if (way < 0.96 && surname.length > 8) parts.surname = `…${surname.slice(chance.int(2, 4))}`;
  else parts.surname = surname.replace(/(?:ов|ев|ин)$/, '') || surname;
}

function birthDate(year: number, habit: Habits, chance: Chance): string {
  if (chance.is(habit.yearUnknown)) return '';
  const off = chance.is(habit.yearOff) ? chance.pick([-1, 1, -1, 1, -2, 2, -3, 3, -5, 5]) : 0;
  const written = year + off;
  if (!chance.is(0.25)) return String(written);
  return `${two(chance.int(1, 28))}.${two(chance.int(1, 12))}.${written}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

function birthPlace({ oblast, raion, settlement }: Place, habit: Habits, chance: Chance): string {
  if (chance.is(habit.placeMissing)) return '';
  const short = chance.is(0.7);
  const kazakhstan = chance.is(0.5) ? 'Казахская ССР, ' : '';
  const where = chance.is(habit.oblastMissing) ? '' : `${oblast.then} ${short ? 'обл.' : 'область'}, `;
  const wrongly = chance.is(habit.raionError)
    ? chance.is(0.5)
      ? misheard(raion, chance)
      : mistyped(raion, chance)
    : raion;
  const district = chance.is(0.08) ? '' : `${wrongly} ${short ? 'р-н' : 'район'}, `;
  const village = chance.is(0.7) ? settlement : '';
  return (kazakhstan + where + district + village).replace(/, $/, '');
}
