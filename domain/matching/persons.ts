import { withNotes } from '../archive/normalising/notes';
import type { MappedRecord } from '../archive/reading/formats';
import type { Person } from './person';

/** The man whom an archive record speaks of. */
export function personOfRecord(written: MappedRecord): Person {
  const record = withNotes(written);
  return {
    surname: record.surname,
    givenName: record.givenName,
    patronymic: record.patronymic,
    otherSpellings: '',
    birth: record.birth,
    birthPlace: record.birthPlace,
    residence: record.residence,
    draftPlace: record.draftPlace,
    unit: record.unit,
    rank: record.rank,
    lossDate: record.lossDate,
    kin: record.kin,
  };
}
