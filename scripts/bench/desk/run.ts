/**
 * `bench desk`: what a researcher waits for of the server alone, on registers of growing size with twenty events a case. Numbers are
 * printed beside their goal; no clock fails it.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStore } from '@/domain/database';
import { openDatabase } from '@/domain/opening';
import { systemActor } from '@/domain/permissions';
import { loadReference } from '@/domain/reference';
import { questions } from './questions';
import { fillRegister } from './register';

/** Milliseconds of server time at the 95th percentile. */
const goal = 50;

export type DeskBench = { cases: number[]; each: number; keep?: string };

type Measured = Map<string, number[]>;

export async function benchDesk({ cases, each, keep }: DeskBench): Promise<void> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'izdeu-bench-')));
  const columns: { cases: number; measured: Measured }[] = [];
  try {
    for (const count of cases)
      columns.push({ cases: count, measured: await measure(join(folder, `${count}.db`), count, each) });
  } finally {
    if (!keep) await rm(folder, { recursive: true, force: true });
  }
  print(columns);
}

async function measure(file: string, cases: number, each: number): Promise<Measured> {
  const began = performance.now();
  await openDatabase(file, { migrate: true, demonstration: false });
  try {
    await loadReference(systemActor, {});
    const people = await fillRegister(cases);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.error(`${cases} cases: ${((await stat(file)).size / 1e6).toFixed(0)} MB, written in ${seconds} s`);
    const all = questions(people, cases, each);
    // The first of each kind opens pages of the file and prepares statements.
    for (const what of new Set(all.map((one) => one.what))) await all.find((one) => one.what === what)?.ask();
    const measured: Measured = new Map();
    for (const { what, ask } of all) {
      const start = performance.now();
      await ask();
      measured.set(what, [...(measured.get(what) ?? []), performance.now() - start]);
    }
    return measured;
  } finally {
    closeStore();
  }
}

function print(columns: readonly { cases: number; measured: Measured }[]): void {
  const kinds = [...(columns[0]?.measured.keys() ?? [])];
  const width = Math.max(...kinds.map((kind) => kind.length));
  console.log(`Server time in ms, median / 95th percentile; goal: below ${goal} at the 95th, * is short of it\n`);
  console.log(['cases'.padEnd(width), ...columns.map(({ cases }) => String(cases).padStart(16))].join(' '));
  for (const kind of kinds)
    console.log(
      [kind.padEnd(width), ...columns.map(({ measured }) => cell(measured.get(kind) ?? []).padStart(16))].join(' '),
    );
}

function cell(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return `${at(0.5).toFixed(1)} / ${at(0.95).toFixed(1)}${at(0.95) < goal ? ' ' : '*'}`;
}
