/** The plans of everything that a piece of work reads, as the engine explains them. */
import { theStore } from '../database';

export type Plan = { sql: string; steps: string[] };

/** Runs `work` and explains every statement it reads by. */
export async function plansOf(work: () => Promise<unknown>): Promise<Plan[]> {
  const { reader } = theStore().engine;
  const statements = new Set<string>();
  const prepare = reader.prepare.bind(reader);
  reader.prepare = ((sql: string) => {
    statements.add(sql);
    return prepare(sql);
  }) as typeof reader.prepare;
  try {
    await work();
  } finally {
    reader.prepare = prepare;
  }
  return [...statements].map((sql) => ({ sql, steps: stepsOf(sql) }));
}

function stepsOf(sql: string): string[] {
  const explained = theStore().engine.reader.prepare(`EXPLAIN QUERY PLAN ${sql}`);
  // Which index is taken does not rest on the values: nothing here keeps statistics of them.
  const values = Array.from({ length: sql.split('?').length - 1 }, () => null);
  return (explained.all(...values) as { detail: string }[]).map(({ detail }) => detail);
}
