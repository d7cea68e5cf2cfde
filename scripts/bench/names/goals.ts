/** The goals of finding beside what was measured. */
import { type Answered, timed } from './ask';
import type { Imported } from './register';
import type { Rival } from './rivals/rival';
import { quantile, ratio, type Share, shareOf, tableText } from './statistics';

export type Measured = {
  records: number;
  answers: readonly Answered[];
  searchPeakBytes: number | null;
  imported: Imported;
  shellRowsPerSecond: number | null;
  indexBytes: number | null;
  persons: { all: Share; weakest: { script: string; share: Share } | null; threeParts: Share } | null;
  rivals: readonly Rival[];
};

type Row = [what: string, goal: string, measured: string, met: boolean | null];

export function goalsTable(measured: Measured): string {
  const rows = [...recall(measured), ...bands(measured), ...effort(measured), ...real(measured), ...beside(measured)];
  const mark = (met: boolean | null) => (met === null ? '–' : met ? 'met' : 'NOT MET');
  return tableText([
    ['what', 'goal', 'measured', ''],
    ...rows.map(([what, goal, value, met]) => [what, goal, value, mark(met)]),
  ]);
}

/** Goals for a million hold for less as well; from five million on only what is said of them. */
const recallGoals = (records: number) =>
  records >= 5_000_000
    ? ([['heavy', 0.95, null]] as const)
    : ([
        ['heavy', 0.975, 0.935],
        ['moderate', 0.992, 0.98],
        ['clean', 0.998, 0.996],
      ] as const);

function recall({ records, answers }: Measured): Row[] {
  return recallGoals(records).flatMap(([level, ten, one]) => {
    const group = answers.filter((answer) => answer.level === level);
    if (group.length === 0) return [];
    const rows = [atLeast(`R@10 ${level}`, ten, ratio(shareOf(group.map(({ rank }) => rank > 0))))];
    if (one !== null) rows.push(atLeast(`R@1 ${level}`, one, ratio(shareOf(group.map(({ rank }) => rank === 1)))));
    return rows;
  });
}

function bands({ answers }: Measured): Row[] {
  const heavy = answers.filter(({ level }) => level === 'heavy');
  if (heavy.length === 0) return [];
  const likely = heavy.filter(({ band }) => band === 'likely');
  return [
    atLeast('heavy: likely is right', 0.997, ratio(shareOf(likely.map(({ rank }) => rank === 1)))),
    atLeast('heavy: decided as likely', 0.82, likely.length / heavy.length),
    atMost(
      'names alone: likely',
      0,
      answers.filter(({ level, band }) => level === 'heavy-names' && band === 'likely').length,
    ),
  ];
}

function effort({ records, answers, searchPeakBytes, imported, shellRowsPerSecond, indexBytes }: Measured): Row[] {
  const p95 = quantile(
    timed(answers).map(({ ms }) => ms),
    0.95,
  );
  const rows = [
    atMost('p95 ms', records <= 1_000_000 ? 40 : records <= 5_000_000 ? 90 : 250, p95),
    atLeast('import rows/s', 60_000, imported.rowsPerSecond, 0),
  ];
  if (shellRowsPerSecond !== null)
    rows.push(atLeast('import beside the sqlite3 shell', 0.3, imported.rowsPerSecond / shellRowsPerSecond));
  if (searchPeakBytes !== null) rows.push(atMost('peak memory of search, MB', 256, searchPeakBytes / 2 ** 20));
  if (imported.peakBytes !== null) rows.push(atMost('peak memory of import, MB', 256, imported.peakBytes / 2 ** 20));
  rows.push(
    indexBytes === null
      ? ['index bytes a record', '≤ 55', 'no index tables', null]
      : atMost('index bytes a record', 55, indexBytes),
  );
  return rows;
}

function real({ persons }: Measured): Row[] {
  if (!persons) return [];
  const rows = [atLeast('real spellings R@10', 0.995, ratio(persons.all))];
  if (persons.weakest)
    rows.push(atLeast(`  weakest script, ${persons.weakest.script}`, 0.98, ratio(persons.weakest.share)));
  if (persons.threeParts.of > 0) rows.push(atLeast('  three parts known', 1, ratio(persons.threeParts)));
  return rows;
}

function beside({ answers, rivals }: Measured): Row[] {
  const postgres = rivals.find(({ name }) => name === 'pg_trgm');
  if (!postgres) return [];
  const asked = new Set(postgres.answers.map(({ id }) => id));
  const own = answers.filter(({ id }) => asked.has(id));
  const points =
    ratio(shareOf(own.map(({ rank }) => rank > 0))) - ratio(shareOf(postgres.answers.map(({ rank }) => rank > 0)));
  const middle = (list: readonly { ms: number }[]) =>
    quantile(
      list.map(({ ms }) => ms),
      0.5,
    );
  return [
    atLeast('points of R@10 ahead of pg_trgm', 25, points * 100, 1),
    atLeast('times as fast as pg_trgm (p50)', 4, middle(postgres.answers) / middle(own), 1),
  ];
}

const atLeast = (what: string, goal: number, value: number, digits = 3): Row => [
  what,
  `≥ ${goal}`,
  Number.isNaN(value) ? '–' : value.toFixed(digits),
  Number.isNaN(value) ? null : value >= goal,
];

const atMost = (what: string, goal: number, value: number): Row => [
  what,
  `≤ ${goal}`,
  Number.isNaN(value) ? '–' : value.toFixed(1),
  Number.isNaN(value) ? null : value <= goal,
];
