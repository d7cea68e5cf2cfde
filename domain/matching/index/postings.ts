/**
 * Sorted postings packed into blocks. A posting says: under this key, with this birth year (0 unknown), stands this record. Key and
 * year together are one place of 35 bits; places go up within a block, and records within a place.
 */
import { keyBits } from './keys';

const yearBits = 7;
const yearsOf = 2 ** yearBits;
const placesOf = 2 ** (keyBits + yearBits);
/** About so many postings stand in one block; those of one place are never parted. */
const together = 160;

export const placeOf = (key: number, year: number): number => key * yearsOf + year;
/** The table's key of a block that begins with a place. */
export const blockKey = (segment: number, place: number): number => segment * placesOf + place;
export const segmentOf = (blockKey: number): number => Math.floor(blockKey / placesOf);
export const placeInSegment = (blockKey: number): number => blockKey % placesOf;

export type Block = { place: number; data: Uint8Array };

/** Packs postings that come in order into blocks. */
export class PostingPacker {
  #data = new Uint8Array(16_384);
  #end = 0;
  #inBlock = 0;
  #first = -1;
  #base = 0;
  #place = -1;
  #record = 0;
  readonly #keep: (block: Block) => void;

  constructor(keep: (block: Block) => void) {
    this.#keep = keep;
  }

  add(place: number, record: number): void {
    if (this.#first < 0) this.#begin(place, record);
    else if (place !== this.#place && this.#inBlock >= together) {
      this.finish();
      this.#begin(place, record);
    }
    if (this.#end + 24 > this.#data.length) this.#grow();
    this.#varint(place - this.#place);
    // Under the same place records go up; under a new one they are counted from the block's first, either way.
    this.#varint(place === this.#place && this.#inBlock > 0 ? record - this.#record : zigzag(record - this.#base));
    this.#place = place;
    this.#record = record;
    this.#inBlock++;
  }

  /** Hands over the last block. */
  finish(): void {
    if (this.#first < 0) return;
    this.#keep({ place: this.#first, data: this.#data.slice(0, this.#end) });
    this.#first = -1;
    this.#end = 0;
    this.#inBlock = 0;
  }

  #begin(place: number, record: number): void {
    this.#first = place;
    this.#place = place;
    this.#base = record;
    this.#varint(record);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#data[this.#end++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#data[this.#end++] = rest;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#data.length * 2);
    larger.set(this.#data);
    this.#data = larger;
  }
}

const zigzag = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/** Reads a block from its beginning. */
export class PostingReader {
  place = 0;
  record = 0;
  #data: Uint8Array = new Uint8Array(0);
  #at = 0;
  #base = 0;
  #started = false;

  open(place: number, data: Uint8Array): void {
    this.#data = data;
    this.#at = 0;
    this.place = place;
    this.#base = this.#varint();
    this.#started = false;
  }

  /** Goes to the next posting; false at the end of the block. */
  next(): boolean {
    if (this.#at >= this.#data.length) return false;
    const step = this.#varint();
    const told = this.#varint();
    this.record = step === 0 && this.#started ? this.record + told : this.#base + unzigzag(told);
    this.place += step;
    this.#started = true;
    return true;
  }

  #varint(): number {
    const data = this.#data;
    let byte = data[this.#at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    do {
      byte = data[this.#at++] as number;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte >= 128);
    return value;
  }
}
