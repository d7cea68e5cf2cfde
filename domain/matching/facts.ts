/** What of one archive record is searched, packed small. Runs where files are read, without a database. */
import { readFate } from '../archive/normalising/fate';
import { readKin } from '../archive/normalising/kin';
import { campNumbers, withNotes } from '../archive/normalising/notes';
import { readUnit, unitKey } from '../archive/normalising/unit';
import type { MappedRecord } from '../archive/reading/formats';
import { fates } from '../cases/fates';
import { readDate } from '../partial-date';
import type { Gazetteer } from '../places/gazetteer';
import { type CompactFacts, rowBytes, writeRow, yearCode } from './index/compact-row';
import { citationKey, factKey, pairKey, singleKey, timeless } from './index/keys';
import { nameParts } from './name-parts';
import { type NameSound, nameSounds } from './name-sound';
import { type PlaceFacts, placeFacts, placeName } from './place-sound';
import { Remembered } from './remembered';
import type { NamePart } from './sound/base';

/** Facts of several records, in the order they were added; plain buffers, so that a thread can hand them over. */
export type FactsBatch = {
  count: number;
  /** Compact rows, `rowBytes` each. */
  rows: Uint8Array;
  /** Posting keys of all records one after the other. */
  keys: Uint32Array;
  /** How many of `keys` belong to each record. */
  keyCounts: Uint8Array;
  /** The different full names and place names in the batch (bases), one a line: the search learns their letters. */
  bases: string;
};

const roomAtFirst = 4096;
const mostKeys = 40;

export class FactsPacker {
  #count = 0;
  #rows = new Uint8Array(roomAtFirst * rowBytes);
  #keys = new Uint32Array(roomAtFirst * 8);
  #keyCounts = new Uint8Array(roomAtFirst);
  #keyEnd = 0;
  #bases = new Set<string>();
  readonly #names: Record<NamePart, Remembered<NameSound | null>>;
  readonly #years = new Remembered((written: string) => yearOf(written));
  readonly #places: (written: string) => PlaceFacts;
  readonly #fates = new Remembered((written: string) => {
    const fate = readFate(written);
    return fate === null ? 0 : fates.indexOf(fate) + 1;
  });
  readonly #units = new Remembered((written: string) =>
    readUnit(written).map((unit) => factKey('unit', unitKey(unit))),
  );

  constructor(gazetteer: Gazetteer) {
    const remember = (part: NamePart) => new Remembered((written: string) => nameSounds(written, part)[0] ?? null);
    this.#names = { surname: remember('surname'), given: remember('given'), patronymic: remember('patronymic') };
    const names = new Remembered(placeName);
    this.#places = (written) => placeFacts(gazetteer, written, (key) => names.of(key));
  }

  /** @param source number of the record's source in the index, 1 to 65,535 */
  add(given: MappedRecord, source: number): void {
    const record = withNotes(given);
    this.#makeRoom();
    const name = nameParts(record);
    const surname = this.#name(name.surname, 'surname');
    const givenName = this.#name(name.givenName, 'given');
    const patronymic = this.#name(name.patronymic, 'patronymic');
    const place = this.#places(record.birthPlace || record.residence);
    if (place.district) this.#bases.add(place.district.base);
    if (place.settlement) this.#bases.add(place.settlement.base);
    const facts: CompactFacts = {
      surname: surname?.id ?? 0,
      given: givenName?.id ?? 0,
      patronymic: patronymic?.id ?? 0,
      district: place.district?.id ?? 0,
      settlement: place.settlement?.id ?? 0,
      region: place.region,
      birthYear: this.#years.of(record.birth),
      lossYear: this.#years.of(record.lossDate),
      fate: this.#fates.of(record.fate),
      source,
    };
    writeRow(this.#rows, this.#count * rowBytes, facts);
    const from = this.#keyEnd;
    const parts = [surname, givenName, patronymic];
    for (let i = 0; i < 3; i++)
      for (let j = i + 1; j < 3; j++) {
        const a = parts[i];
        const b = parts[j];
        if (a && b && (a.kind === 'full' || b.kind === 'full')) this.#key(pairKey(a.key, b.key));
      }
    for (const one of [surname, givenName ?? patronymic])
      if (one?.kind === 'full') this.#key(singleKey(one.key, facts.region));
    this.#others(record, surname);
    this.#keyCounts[this.#count] = this.#keyEnd - from;
    this.#count++;
  }

  /** What else a record can be found by: next of kin, units, the commissariat, camp numbers, the citation. */
  #others(record: MappedRecord, surname: NameSound | null): void {
    const most = this.#keyEnd + mostKeys - 5;
    if (record.unit) for (const key of this.#units.of(record.unit).slice(0, 4)) this.#key(timeless(key));
    if (record.draftPlace) {
      const drafted = this.#places(record.draftPlace);
      const where = drafted.district ?? drafted.settlement;
      if (where) this.#key(timeless(factKey('drafted', String(where.id))));
    }
    if (record.kin && surname)
      for (const kin of readKin(record.kin).slice(0, 3)) {
        const first = kin.names.length > 1 ? kin.names[1] : kin.names[0];
        const sound = first ? this.#names.given.of(first) : null;
        if (sound?.kind === 'full') this.#key(pairKey(factKey('kin', String(sound.key)), surname.key));
      }
    if (record.captivity || record.notes)
      for (const number of campNumbers(`${record.captivity} ${record.notes}`).slice(0, 3))
        this.#key(timeless(factKey('camp', number)));
    if (record.delo) this.#key(timeless(citationKey(record.fond, record.opis, record.delo)));
    if (this.#keyEnd > most) this.#keyEnd = most;
  }

  /** Everything since the last call. */
  take(): FactsBatch {
    const batch: FactsBatch = {
      count: this.#count,
      rows: this.#rows.slice(0, this.#count * rowBytes),
      keys: this.#keys.slice(0, this.#keyEnd),
      keyCounts: this.#keyCounts.slice(0, this.#count),
      bases: [...this.#bases].join('\n'),
    };
    this.#count = 0;
    this.#keyEnd = 0;
    this.#bases.clear();
    return batch;
  }

  #name(written: string, part: NamePart): NameSound | null {
    if (written === '') return null;
    const sound = this.#names[part].of(written);
    if (sound?.kind === 'full') this.#bases.add(sound.base);
    return sound;
  }

  #key(key: number): void {
    this.#keys[this.#keyEnd++] = key;
  }

  #makeRoom(): void {
    if (this.#count === this.#keyCounts.length) {
      this.#rows = grown(this.#rows);
      this.#keyCounts = grown(this.#keyCounts);
    }
    if (this.#keyEnd + mostKeys > this.#keys.length) this.#keys = grown(this.#keys);
  }
}

function grown<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers): Numbers {
  const larger =
    numbers instanceof Uint8Array ? new Uint8Array(numbers.length * 2) : new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger as Numbers;
}

/** A year for the compact row: the middle of what a date may mean, 0 when it spans more than five years or says nothing. */
export function yearOf(written: string): number {
  if (written === '') return 0;
  const { earliest, latest } = readDate(written);
  if (!earliest || !latest) return 0;
  const first = Number(earliest.slice(0, 4));
  const last = Number(latest.slice(0, 4));
  return last - first > 5 ? 0 : yearCode(Math.round((first + last) / 2));
}
