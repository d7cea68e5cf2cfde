import { theStore } from '../../database';
import { rowBytes, rowsTogether } from './compact-row';
import type { Gathering } from './gathering';
import { inPieces } from './writing';

/** Writes compact rows; records whose ids stand together (160 at a time) share one packed row. */
export async function addRows(gathered: Gathering): Promise<void> {
  const { writer } = theStore().engine;
  const there = writer.prepare('SELECT data FROM index_rows WHERE first = ?').pluck();
  const keep = writer.prepare('INSERT OR REPLACE INTO index_rows (first, data) VALUES (?, ?)');
  await inPieces(packsOf(gathered), ({ first, from, to }) => {
    const before = there.get(first) as Uint8Array | undefined;
    const last = (gathered.ids[to - 1] as number) - first;
    const data = new Uint8Array(Math.max(before?.length ?? 0, (last + 1) * rowBytes));
    if (before) data.set(before);
    for (let row = from; row < to; row++)
      data.set(
        gathered.rows.subarray(row * rowBytes, (row + 1) * rowBytes),
        ((gathered.ids[row] as number) - first) * rowBytes,
      );
    keep.run(first, data);
  });
}

export const firstOf = (recordId: number): number => recordId - (recordId % rowsTogether);

function* packsOf(gathered: Gathering): Generator<{ first: number; from: number; to: number }> {
  let from = 0;
  while (from < gathered.records) {
    const first = firstOf(gathered.ids[from] as number);
    let to = from + 1;
    while (to < gathered.records && firstOf(gathered.ids[to] as number) === first) to++;
    yield { first, from, to };
    from = to;
  }
}
