/** Every statistic of the catalogue asked for random days and periods, each time as if something had just happened in the register. */
import { events } from '@/db/schema';
import { now } from '@/domain/clock';
import { read, theStore } from '@/domain/database';
import type { Actor } from '@/domain/permissions';
import { type Applied, bases, burialKinds, catalogue, type Statistic, steps } from '@/domain/statistics/catalogue';
import { statistic } from '@/domain/statistics/statistic';
import { addDays, dayOf } from '@/domain/working-days';
import { rowWriter } from '../desk/rows';
import { Chance } from '../names/chance';

/** Milliseconds on the clock and of the processor, one pair an answer. */
export type Taken = { wall: number; processor: number };
export type Figure = { key: string; rows: number; taken: Taken[] };

/** How many days of the past are asked about: the register's own. */
const past = 1_500;

export async function measureFigures(actor: Actor, each: number): Promise<Figure[]> {
  const chance = new Chance().begin(2020, each);
  const happen = happenings();
  const measured: Figure[] = [];
  for (const entry of catalogue as readonly Statistic[]) {
    const figure: Figure = { key: entry.key, rows: 0, taken: [] };
    // The first opens pages of the file and prepares the statement.
    for (let n = -1; n < each; n++) {
      const params = paramsOf(entry, chance);
      happen();
      const [began, processor] = [performance.now(), process.cpuUsage()];
      const { rows } = await statistic(actor, { key: entry.key, ...params });
      const used = process.cpuUsage(processor);
      if (n >= 0) figure.taken.push({ wall: performance.now() - began, processor: (used.user + used.system) / 1000 });
      figure.rows = Math.max(figure.rows, rows.length);
    }
    measured.push(figure);
  }
  return measured;
}

/** A new event before each question: nothing that was kept holds any more. */
function happenings(): () => void {
  const put = rowWriter(events);
  const { writer } = theStore().engine;
  let seq = Number(writer.prepare('SELECT max(seq) FROM events').pluck().get());
  return () => {
    seq += 1;
    put({ seq, at: now(), actorRole: 'system', kind: 'job.queued', data: '{}', prevHash: '', hash: `bench ${seq}` });
  };
}

/** Any of what the entry can be asked. */
function paramsOf({ params }: Statistic, chance: Chance): Applied {
  const today = dayOf(now());
  const at = addDays(today, -chance.int(0, past >> 1));
  const to = addDays(today, -chance.int(0, past >> 1));
  const [earlier = at] = [at, to].sort();
  const from = addDays(earlier, -chance.int(30, past >> 1));
  const all: Applied = {
    ...{ at, to },
    ...(chance.is(0.5) && { from }),
    basis: chance.pick(bases),
    kind: chance.pick(burialKinds),
    by: chance.pick(steps),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => (params as readonly string[]).includes(name)));
}

/** A manager of the register to ask as. */
export async function aManager(): Promise<Actor> {
  const rows = await read().query.staff.findMany({ where: (row, { eq }) => eq(row.role, 'manager'), limit: 1 });
  const [row] = rows;
  if (!row) throw new Error('The register has no manager');
  return { role: 'manager', staffId: row.id, name: row.name, confirms: false, passwordChangeDue: false };
}
