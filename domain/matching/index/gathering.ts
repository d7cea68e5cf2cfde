/** Facts gathered in memory until enough are there to be packed. */
import type { FactsBatch } from '../facts';
import { birthYearAt, rowBytes } from './compact-row';
import { bareKey, isTimeless } from './keys';
import { placeOf } from './postings';

export class Gathering {
  records = 0;
  postings = 0;
  rows: Uint8Array;
  /** Record id of each row. */
  ids: Float64Array;
  places: Float64Array;
  /** For each posting the row it belongs to. */
  owners: Uint32Array;
  readonly bases = new Set<string>();

  constructor(room = 8192) {
    this.rows = new Uint8Array(room * rowBytes);
    this.ids = new Float64Array(room);
    this.places = new Float64Array(room * 6);
    this.owners = new Uint32Array(room * 6);
  }

  /** Takes in the facts whose record id is not 0. */
  add(batch: FactsBatch, recordIds: Float64Array): void {
    let keyAt = 0;
    for (let i = 0; i < batch.count; i++) {
      const keyEnd = keyAt + (batch.keyCounts[i] as number);
      const id = recordIds[i] as number;
      if (id > 0) {
        this.#makeRoom(keyEnd - keyAt);
        const row = this.records;
        const at = row * rowBytes;
        this.rows.set(batch.rows.subarray(i * rowBytes, (i + 1) * rowBytes), at);
        this.ids[row] = id;
        const year = birthYearAt(this.rows, at);
        for (let k = keyAt; k < keyEnd; k++) {
          const key = batch.keys[k] as number;
          this.places[this.postings] = placeOf(bareKey(key), isTimeless(key) ? 0 : year);
          this.owners[this.postings++] = row;
        }
        this.records++;
      }
      keyAt = keyEnd;
    }
    if (batch.bases !== '') for (const base of batch.bases.split('\n')) this.bases.add(base);
  }

  /** The order of the postings by place, then by record. */
  sorted(): Uint32Array {
    return orderOf(this.places, this.postings);
  }

  #makeRoom(postings: number): void {
    if (this.records === this.ids.length) {
      this.rows = widened(this.rows, new Uint8Array(this.rows.length * 2));
      this.ids = widened(this.ids, new Float64Array(this.ids.length * 2));
    }
    if (this.postings + postings > this.owners.length) {
      this.places = widened(this.places, new Float64Array(this.places.length * 2));
      this.owners = widened(this.owners, new Uint32Array(this.owners.length * 2));
    }
  }
}

function widened<Numbers extends Uint8Array | Float64Array | Uint32Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}

/** A radix sort of places below 2^36, 12 bits at a time; equal ones keep their order. */
function orderOf(places: Float64Array, count: number): Uint32Array {
  let order = new Uint32Array(count);
  let other = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = at;
  const starts = new Uint32Array(4097);
  for (let pass = 0; pass < 3; pass++) {
    const scale = 4096 ** pass;
    const digit = (at: number) => Math.floor((places[at] as number) / scale) % 4096;
    starts.fill(0);
    for (let at = 0; at < count; at++) {
      const bucket = digit(at) + 1;
      starts[bucket] = (starts[bucket] as number) + 1;
    }
    for (let at = 1; at <= 4096; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
    for (let at = 0; at < count; at++) {
      const posting = order[at] as number;
      const bucket = digit(posting);
      other[starts[bucket] as number] = posting;
      starts[bucket] = (starts[bucket] as number) + 1;
    }
    const spare = order;
    order = other;
    other = spare;
  }
  return order;
}
