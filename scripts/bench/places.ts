/**
 * Whether a place is found by a name that the table does not hold: `npx tsx scripts/bench/places.ts FILE.tsv`. The file has a
 * place a line and the columns `type`, `kk`, `ru`, `en`, `other`, names separated by semicolons. Each name in turn is
 * left out of the table and asked for; the table holds every row of the file.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { PlaceKind } from '@/db/schema/places';
import { Gazetteer, type PlaceLine } from '@/domain/places/gazetteer';

const kinds: Readonly<Record<string, PlaceKind>> = { region: 'region', county: 'district' };
const languages = ['kk', 'ru', 'en', 'other'] as const;
const mostNames = 8;

export type PlacesFigures = {
  places: number;
  /** One line a group: all, a kind of place, the language of the name asked for. */
  groups: { group: string; asked: number; first: number; firstFive: number; unanswerable: number }[];
  /** Microseconds of one answer, on average. */
  micros: number;
  misses: string[];
};

/** @param file a table as described above; a name that another row bears letter by letter is counted as unanswerable */
export function benchPlaces(file: string): PlacesFigures {
  const lines = linesOf(readFileSync(file, 'utf8'));
  const bearers = new Map<string, Set<number>>();
  for (const { number, names } of lines)
    for (const { name } of names) bearers.set(name, (bearers.get(name) ?? new Set()).add(number));
  const groups = new Map<string, PlacesFigures['groups'][number]>();
  const misses: string[] = [];
  let spent = 0;
  let answers = 0;
  for (let left = 0; left < mostNames; left++) {
    const asked = lines.filter(({ names }) => names.length > 1 && names.length > left);
    if (asked.length === 0) break;
    const without = lines.map((line) =>
      line.names.length > 1 ? { ...line, names: line.names.filter((_, i) => i !== left) } : line,
    );
    const gazetteer = new Gazetteer(without);
    for (const { number, kind, names } of asked) {
      const name = names[left];
      if (!name) continue;
      const begun = performance.now();
      const found = gazetteer.placeMatches(name.name);
      spent += performance.now() - begun;
      answers++;
      const place = found.findIndex((one) => one.number === number);
      const shared = (bearers.get(name.name)?.size ?? 1) > 1;
      for (const group of ['all', kind, name.language]) count(groups, group, place, shared);
      if (place !== 0 && !shared) misses.push(`${name.name} <- ${names.map((one) => one.name).join('; ')}`);
    }
  }
  return { places: lines.length, groups: [...groups.values()], micros: (spent * 1000) / Math.max(1, answers), misses };
}

function count(groups: Map<string, PlacesFigures['groups'][number]>, group: string, place: number, shared: boolean) {
  const row = groups.get(group) ?? { group, asked: 0, first: 0, firstFive: 0, unanswerable: 0 };
  groups.set(group, row);
  if (shared) {
    row.unanswerable++;
    return;
  }
  row.asked++;
  if (place === 0) row.first++;
  if (place >= 0 && place < 5) row.firstFive++;
}

function linesOf(text: string): PlaceLine[] {
  const [head = '', ...rows] = text.split(/\r?\n/);
  const columns = head.split('\t');
  return rows.filter(Boolean).map((row, i) => {
    const values = row.split('\t');
    const value = (column: string) => values[columns.indexOf(column)] ?? '';
    const names = languages.flatMap((language) =>
      value(language)
        .split(';')
        .filter(Boolean)
        .map((name) => ({ name, language, from: null, to: null })),
    );
    const known = new Set<string>();
    return {
      number: i + 1,
      kind: kinds[value('type')] ?? 'settlement',
      country: 'KZ',
      names: names.filter(({ name }) => !known.has(name) && known.add(name)),
      parents: [],
    };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { misses, groups, ...rest } = benchPlaces(process.argv[2] ?? '');
  console.log(rest);
  console.table(
    groups.map((row) => ({
      ...row,
      'R@1': (row.first / row.asked).toFixed(3),
      'R@5': (row.firstFive / row.asked).toFixed(3),
    })),
  );
  if (process.argv.includes('--misses')) console.log(misses.join('\n'));
}
