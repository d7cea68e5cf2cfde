/** The lists men are drawn from: our own, or richer ones of a folder, with weights by their counts. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Draw, ranked } from './chance';
import { kazakhName, type Name, russianName, withOv } from './forms';
import * as kk from './lists/kazakh';
import { type OtherPeople, otherPeoples } from './lists/others';
import * as ru from './lists/russian';

export type NameLists = {
  /** Given names of Kazakhs; fathers and grandfathers have the same. */
  kazakh: Draw<Name>;
  /** Surnames that are no father's name; null where the lists have none. */
  kazakhSurnames: Draw<Name> | null;
  slavGiven: Draw<Name>;
  slavFathers: Draw<Name>;
  slavSurnames: Draw<Name>;
  others: Draw<OtherPeople & { givenNames: Draw<Name>; surnameNames: Draw<Name> }>;
};

type Weighed<T> = [T, number][];

/**
 * @param folder with tables of names, tab-separated with a head: `datacoon-names` (text, gender, ethnic, count),
 * `datacoon-midnames` (text, father, gender, ethnic, count), `surnames_ru_popularity_ulzr` (surname, count),
 * `kk_given_apertium` (name, sex), `kk_surnames_apertium` (surname, class), each `.tsv`; without it the lists of this program
 */
export function nameLists(folder?: string): NameLists {
  const richer = folder ? richLists(folder) : null;
  return {
    kazakh: new Draw([...ownKazakh(), ...(richer?.kazakh ?? [])]),
    kazakhSurnames: richer && richer.kazakhSurnames.length > 0 ? new Draw(richer.kazakhSurnames) : null,
    slavGiven: new Draw(richer?.slavGiven ?? named(ranked(ru.givenNames, 1.15))),
    slavFathers: new Draw(richer?.slavFathers ?? named(ranked(ru.givenNames, 1.05))),
    slavSurnames: new Draw([...(richer?.slavSurnames ?? ownSurnames()), ...ukrainian(richer?.slavSurnames)]),
    others: new Draw(
      otherPeoples.map((people) => [
        {
          ...people,
          givenNames: new Draw(named(ranked(people.given, 0.8))),
          surnameNames: new Draw(named(ranked(people.surnames, 0.7))),
        },
        people.weight,
      ]),
    ),
  };
}

/** Whole names and composed ones: nobody is called all of them, but the tail is as long as it is in life. */
function ownKazakh(): Weighed<Name> {
  const weights = new Map<string, number>();
  const add = (name: string, weight: number) => weights.set(name, (weights.get(name) ?? 0) + weight);
  for (const [name, weight] of shares(ranked(kk.wholeNames, 0.75))) add(name, weight * 0.45);
  const seconds = ranked(kk.secondParts, 0.9);
  const composed: Weighed<string> = ranked(kk.firstParts, 0.7).flatMap(([first, one]) =>
    seconds
      .filter(([second]) => second !== first.toLowerCase())
      .map(([second, two]): [string, number] => [first + second, one * two]),
  );
  for (const [name, weight] of shares(composed)) add(name, weight * 0.48);
  for (const [name, weight] of shares(ranked(kk.arabicNames, 0.5))) add(name, weight * 0.07);
  return [...weights].map(([name, weight]) => [kazakhName(name), weight]);
}

function ownSurnames(): Weighed<Name> {
  const rare = ru.rareStems.flatMap((stem) => ru.rareEndings.map((ending) => stem + ending));
  return named([
    ...shares(ranked(ru.surnames, 0.85)).map(([name, weight]): [string, number] => [name, weight * 0.72]),
    ...shares(ranked(rare, 0.6)).map(([name, weight]): [string, number] => [name, weight * 0.28]),
  ]);
}

/** A quarter of the surnames beside the Russian ones. */
function ukrainian(beside: Weighed<Name> | undefined): Weighed<Name> {
  const total = (beside ?? ownSurnames()).reduce((sum, [, weight]) => sum + weight, 0);
  return named(shares(ranked(ru.ukrainianSurnames, 0.7)).map(([name, weight]) => [name, weight * total * 0.3]));
}

const shares = <T>(list: Weighed<T>): Weighed<T> => {
  const total = list.reduce((sum, [, weight]) => sum + weight, 0);
  return list.map(([value, weight]) => [value, weight / total]);
};

const named = (list: Weighed<string>): Weighed<Name> => list.map(([name, weight]) => [russianName(name), weight]);

function richLists(folder: string) {
  const rows = (file: string) => tableRows(path.join(folder, file));
  const count = (text: string | undefined) => Math.max(1, Number(text) || 1);
  const russianNames = rows('datacoon-names.tsv').filter((row) => row.gender === 'm' && isWord(row.text));
  const counts = new Map(russianNames.map((row) => [row.text, count(row.count)]));
  const slav = russianNames.filter((row) => row.ethnic?.startsWith('slav') || ru.givenNames.includes(row.text ?? ''));
  const slavSet = new Set(slav.map((row) => row.text));
  const fathers = rows('datacoon-midnames.tsv').filter((row) => row.gender === 'm' && slavSet.has(row.father));
  const kazakhTail = rows('kk_given_apertium.tsv')
    .filter((row) => row.sex === 'M' && isKazakh(row.name))
    .map((row) => kazakhName(row.name ?? ''));
  const tail = shares(kazakhTail.map((name): [Name, number] => [name, Math.sqrt(counts.get(name.ru) ?? 1)]));
  const surnames = rows('kk_surnames_apertium.tsv').filter((row) => row.class === 'OB' && isKazakh(row.surname));
  return {
    kazakh: tail.map(([name, weight]): [Name, number] => [name, weight * 0.5]),
    kazakhSurnames: surnames.map((row): [Name, number] => [kazakhName(row.surname ?? ''), 1]),
    slavGiven: named(slav.map((row) => [row.text ?? '', count(row.count)])),
    slavFathers: named(fathers.map((row) => [row.father ?? '', count(row.count)])),
    slavSurnames: named(
      rows('surnames_ru_popularity_ulzr.tsv')
        .filter((row) => isWord(row.surname))
        .map((row) => [row.surname ?? '', count(row.count)]),
    ),
  };
}

const isWord = (text = ''): boolean => /^[А-ЯЁ][а-яё]{2,}$/.test(text);

/** Foreign names stand in the same lists; a Kazakh letter or a Kazakh ending tells those meant here. */
const isKazakh = (text = ''): boolean =>
  /^[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{2,}$/.test(text) &&
  (/[әғқңөұүһі]/i.test(text) || /(?:бек|бай|жан|хан|мурат|газы|берген)/i.test(text) || endings.has(text));

const endings = new Set(kk.wholeNames.flatMap((name) => [name, withOv(name)]));

function tableRows(file: string): Record<string, string>[] {
  if (!existsSync(file)) throw new Error(`No such list of names: ${file}`);
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}
