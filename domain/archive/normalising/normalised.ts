// The normalised values that stand beside a record as written.
import type { Fate } from '@/domain/cases/fates';
import { type PartialDate, readDate } from '../../partial-date';
import type { MappedRecord } from '../reading/formats';
import { splitDraft } from './draft';
import { readFate } from './fate';
import { type Kin, readKin } from './kin';
import { campNumbers, withNotes } from './notes';
import { type Rank, readRank } from './rank';
import { readUnit, type Unit, unitKey } from './unit';

/** A partial date with the first and last year it can lie in; null on an open side. */
export type NormalDate = PartialDate & { years: { first: number | null; last: number | null } };

/** `lossPlace` as written, from its column or from the notes; '' where neither has it. */
export type Normalised = {
  birth: NormalDate;
  loss: NormalDate;
  draftDate: NormalDate;
  rank: Rank;
  fate: Fate | null;
  units: Unit[];
  kin: Kin[];
  campNumbers: string[];
  lossPlace: string;
};

/**
 * What a record says, read once: the columns first, then what its notes have under labels. Units are those of the unit
 * and the hospital columns. Depends on the record alone, changes nothing in it and throws nothing.
 */
export function normalise(record: MappedRecord): Normalised {
  const filled = withNotes(record);
  return {
    birth: normalDate(filled.birth),
    loss: normalDate(filled.lossDate),
    draftDate: normalDate(filled.draftDate.trim() === '' ? splitDraft(filled.draftPlace).date : filled.draftDate),
    rank: readRank(filled.rank),
    fate: readFate(filled.fate, filled.notes, filled.captivity),
    units: unitsOf(filled),
    kin: readKin(filled.kin),
    campNumbers:
      filled.captivity === '' && filled.notes === '' ? [] : campNumbers(`${filled.captivity}\n${filled.notes}`),
    lossPlace: filled.lossPlace.trim(),
  };
}

function normalDate(written: string): NormalDate {
  const date = readDate(written);
  return { ...date, years: { first: yearOf(date.earliest), last: yearOf(date.latest) } };
}

const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)));

function unitsOf({ unit, hospital }: MappedRecord): Unit[] {
  if (hospital === '') return readUnit(unit);
  const units = readUnit(unit);
  const keys = new Set(units.map(unitKey));
  return [...units, ...readUnit(hospital).filter((other) => !keys.has(unitKey(other)))];
}
