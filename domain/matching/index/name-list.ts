/** The names under one skeleton, packed: letters and how often the name stands in each field. */
import { decode, encode } from '../sound/distance';

/** How often a name stands as surname, given name, father's name, place. */
export type Counts = [surname: number, given: number, patronymic: number, place: number];

/** Adds counts to a packed list (null where there was none) and gives the new one. */
export function withCounts(packed: Uint8Array | null, added: ReadonlyMap<string, Counts>): Uint8Array {
  const all = new Map<string, Counts>(added);
  if (packed)
    readNames(packed, (from, length, counts) => {
      const base = decode(packed, from, length);
      const more = added.get(base);
      all.set(
        base,
        more ? [counts[0] + more[0], counts[1] + more[1], counts[2] + more[2], counts[3] + more[3]] : [...counts],
      );
    });
  return pack(all);
}

function pack(all: ReadonlyMap<string, Counts>): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: number) => {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  for (const [base, counts] of all) {
    const letters = encode(base);
    bytes.push(letters.length, ...letters);
    for (const count of counts) varint(count);
  }
  return Uint8Array.from(bytes);
}

/** Goes through a packed list; letters of each name stand in `packed` itself. `counts` is the same array each time. */
export function readNames(packed: Uint8Array, tell: (from: number, length: number, counts: Counts) => void): void {
  const counts: Counts = [0, 0, 0, 0];
  let at = 0;
  while (at < packed.length) {
    const length = packed[at++] as number;
    const from = at;
    at += length;
    for (let field = 0; field < 4; field++) {
      let value = 0;
      let scale = 1;
      let byte = packed[at++] as number;
      while (byte >= 128) {
        value += (byte & 127) * scale;
        scale *= 128;
        byte = packed[at++] as number;
      }
      counts[field] = value + byte * scale;
    }
    tell(from, length, counts);
  }
}
