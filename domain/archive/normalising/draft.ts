// «Дата и место призыва» in one field.
import { readDate } from '../../partial-date';

const LEADING_DATE =
  /^((?:\d{1,2}|__)\.(?:\d{1,2}|__)\.(?:\d{4}|__|____)|\d{4})(?:\s*г(?:\.|ода?|од)?)?(?=[\s,;]|$)[\s,;]*/u;

/** The date at the beginning of a field, '' if there is none, and the place behind it. */
export function splitDraft(written: string): { date: string; place: string } {
  const found = LEADING_DATE.exec(written.trim());
  const date = found?.[1] ?? '';
  if (!found || readDate(date).edtf === null) return { date: '', place: written };
  return { date, place: written.trim().slice(found[0].length) };
}
