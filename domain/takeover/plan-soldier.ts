/** The soldier a row speaks of. Pure. */
import { dateRefusal, readDate } from '../partial-date';
import { type DateFault, readLifeDate } from './dates';
import { mixesAlphabets, namesTwo, splitName } from './names';
import type { Row, TakeoverSettings } from './row';
import type { Said } from './said';

export type PlannedSoldier = {
  surname: string;
  givenName: string;
  patronymic: string;
  otherSpellings: string;
  birth: string;
  birthPlace: string;
  draftPlace: string;
};

const birthRange = { earliest: '1860-01-01', latest: '1931-12-31' };
const warRange = { earliest: '1936-01-01', latest: '1956-12-31' };

export function planSoldier(row: Row, settings: TakeoverSettings, said: Said): PlannedSoldier {
  const names = namesOf(row, said);
  const birth = lifeDate(row, 'birth', settings, said, birthRange);
  return {
    ...names,
    birth,
    birthPlace: row.value('birthPlace'),
    draftPlace: row.value('draftPlace'),
  };
}

function namesOf(row: Row, said: Said) {
  const single = {
    surname: row.value('surname'),
    givenName: row.value('givenName'),
    patronymic: row.value('patronymic'),
  };
  const others = row.value('otherSpellings');
  const whole = row.value('fullName');
  if (single.surname || single.givenName || single.patronymic) {
    for (const field of ['surname', 'givenName', 'patronymic'] as const) {
      const text = single[field];
      if (/\d/.test(text)) said(field, 'digits-in-name', text);
      else if (namesTwo(text)) said(field, 'two-names', text);
      else if (mixesAlphabets(text)) said(field, 'mixed-alphabets', text);
    }
    return { ...single, otherSpellings: others };
  }
  if (!whole) {
    said(row.hasColumn('surname') || !row.hasColumn('fullName') ? 'surname' : 'fullName', 'no-name');
    return { ...single, otherSpellings: others };
  }
  const parts = splitName(whole);
  if ('fault' in parts) {
    said('fullName', parts.fault, whole);
    return { surname: whole, givenName: '', patronymic: '', otherSpellings: others };
  }
  if (mixesAlphabets(whole)) said('fullName', 'mixed-alphabets', whole);
  return { ...parts, otherSpellings: [parts.otherSpellings, others].filter(Boolean).join('; ') };
}

/** A date of his life as it will be kept; '' where it cannot be taken, which is said. */
export function lifeDate(
  row: Row,
  field: 'birth' | 'draftDate' | 'fateDate',
  settings: TakeoverSettings,
  said: Said,
  range = warRange,
): string {
  const written = row.value(field);
  if (!written) return '';
  const read = readLifeDate(written, settings.order, range);
  if ('text' in read) return read.text;
  said(field, read.fault satisfies DateFault, written);
  return '';
}

/** The youngest sons of regiments. */
const youngest = 12;

/** Whether he would have been a child when he was lost, or not born, as both dates are written. */
export function tooYoung(birth: string, fateDate: string): boolean {
  if (!birth || !fateDate || dateRefusal(birth) || dateRefusal(fateDate)) return false;
  const [born, lost] = [readDate(birth).earliest, readDate(fateDate).latest];
  return born !== null && lost !== null && Number(lost.slice(0, 4)) - Number(born.slice(0, 4)) < youngest;
}
