/** How clerks of 1941–1945 spelled Kazakh names: by ear, in Russian letters, in haste. */
import type { Generator } from './generator';

type Slip = readonly [from: RegExp, to: string];

/** Each heard in real lists of the fallen: Дж for Ж, х for к, у for о, a lost double letter, a lost ending. */
const slips: readonly Slip[] = [
  [/^Дж/, 'Ж'],
  [/^Ж(?=[аоуы])/, 'Дж'],
  [/(?<=.)к(?=[аоуы])/, 'х'],
  [/(?<=.)х(?=[аоуы])/, 'к'],
  [/^К(?=[аоуы])/, 'Х'],
  [/у(?=[лрнмсзт])/, 'о'],
  [/о(?=[лрнмсзт])/, 'у'],
  [/ы/, 'и'],
  [/(?<=[бгдзмнрст])и/, 'ы'],
  [/е(?=[кнмрт])/, 'и'],
  [/а(?=[лрнмсзт])/, 'о'],
  [/(?<=.)б/, 'п'],
  [/(?<=.)г(?=[аыу])/, 'к'],
  [/([лмнст])\1/, '$1'],
  [/бай/, 'бой'],
  [/бек/, 'бик'],
  [/гали/, 'кали'],
  [/нур/i, 'нор'],
  [/ей/, 'и'],
  [/ай/, 'ой'],
];

/** The name with `count` slips of the pen; fewer where fewer fit. */
export function misheard(by: Generator, name: string, count: number): string {
  let written = name;
  for (const [from, to] of by.shuffle(slips.filter(([pattern]) => pattern.test(name))).slice(0, count)) {
    const capital = /^\p{Lu}/u.test(written);
    written = written.replace(from, to);
    if (capital) written = written.charAt(0).toUpperCase() + written.slice(1);
  }
  return written;
}

/** A surname as a clerk may cut or turn it. */
export function surnameByClerk(by: Generator, surname: string, slip: number): string {
  const heard = by.chance(slip) ? misheard(by, surname, by.int(1, 2)) : surname;
  if (by.chance(slip * 0.15)) return heard.replace(/(ов|ев|ин)$/, '');
  return by.chance(slip * 0.05) ? `${heard.slice(0, -1)}(?)` : heard;
}

/** A patronymic: whole, without its ending, in the Kazakh manner, as an initial, or not known to the clerk. */
export function patronymicByClerk(by: Generator, patronymic: string, father: string, slip: number): string {
  return by.weighted([
    [patronymic, 60 + (1 - slip) * 60],
    [misheard(by, patronymic, 1), slip * 40],
    [father, slip * 8],
    [`${father}улы`, slip * 4],
    [`${father.charAt(0)}.`, slip * 6],
    ['', slip * 14],
  ]);
}

const two = (n: number) => String(n).padStart(2, '0');

/** A birth date as lists have it: mostly the year alone, sometimes a year or two off. */
export function birthByClerk(by: Generator, birth: { year: number; month: number; day: number }, slip: number): string {
  const year = birth.year + (by.chance(slip * 0.3) ? by.pick([-2, -1, 1, 2]) : 0);
  return by.weighted([
    [`${two(birth.day)}.${two(birth.month)}.${year}`, 14],
    [`__.${two(birth.month)}.${year}`, 3],
    [`__.__.${year}`, 38],
    [String(year), 38],
    ['', slip * 12],
  ]);
}
