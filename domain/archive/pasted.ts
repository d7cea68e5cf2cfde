/** What was copied from the page of a database, read: a card's text, the address of a record, or both. Pure. */

import { inOrder, joined, type WrittenName } from '../matching/name-parts';
import { fold } from '../names';
import { isKnownLabel, readCard } from './card-text';
import { sameDocumentId } from './reading/document-id';
import { type MappedField, type MappedRecord, mappedFields } from './reading/formats';
import { type RecordAddress, readRecordAddress } from './record-address';

export type Pasted = {
  /** As the card has it; its number is the document's own where only the address tells it. */
  record: MappedRecord;
  /** The record that an address in the text leads to, in a database we know. */
  address: RecordAddress | null;
  /** A name that stands under no label, as a heading does: for a person to confirm. */
  heading: WrittenName | null;
  /** Labels that are kept as written and not understood, with their values. */
  others: { label: string; value: string }[];
};

const noName = (record: WrittenName): boolean => !record.surname && !record.givenName && !record.patronymic;

/** Null when the text is longer than 50,000 UTF-16 units or holds nothing that could be a record: no name, number or address. */
export function readPasted(text: string): Pasted | null {
  const card = readCard(text);
  if (!card) return null;
  const unlabelled = (card.row[''] ?? '').split('\n').filter(Boolean);
  const address = [card.record.url, ...unlabelled].flatMap((line) => readRecordAddress(line) ?? [])[0] ?? null;
  const record = { ...card.record, sourceRecordId: numberOf(card.record.sourceRecordId, address) };
  const heading = noName(record) ? headingOf(unlabelled) : null;
  if (noName(record) && !heading && !record.sourceRecordId) return null;
  const others = Object.entries(card.row).flatMap(([label, value]) =>
    label !== '' && value !== '' && !isKnownLabel(label) ? [{ label, value }] : [],
  );
  return { record, address, heading, others };
}

/**
 * One database keeps documents of several others under one kind of address, and their numbers may meet: only documents of losses,
 * which keep the number of the loss database, go by the bare number.
 */
function numberOf(written: string, address: RecordAddress | null): string {
  if (!address?.type || address.type.startsWith('memorial-') || address.database !== 'pamyat-naroda') return written;
  return written === '' || written === address.number ? `${address.type}${address.number}` : written;
}

const nameWord = /^\p{Lu}[\p{L}’'-]*\.?$/u;

/** A line of two to five words that all begin with a capital, the first such line. */
function headingOf(lines: readonly string[]): WrittenName | null {
  for (const line of lines) {
    const words = joined(line);
    if (words.length >= 2 && words.length <= 5 && words.every((word) => nameWord.test(word))) return inOrder(words);
  }
  return null;
}

export type Document = { sourceKey: string; number: string };

/** The documents, one for each database, that a record may be kept as already; none when it has no number. */
export function documentsOf(sourceKey: string, { record, address }: Pick<Pasted, 'record' | 'address'>): Document[] {
  const number = sameDocumentId(record.sourceRecordId);
  if (number === '') return [];
  const own = { sourceKey, number };
  const isOfLosses = sourceKey === 'obd-memorial' || address?.type.startsWith('memorial-') === true;
  if (!isOfLosses || !/^\d+$/.test(number)) return [own];
  const twin = sourceKey === 'obd-memorial' ? 'pamyat-naroda' : sourceKey === 'pamyat-naroda' ? 'obd-memorial' : null;
  return twin ? [own, { sourceKey: twin, number }] : [own];
}

/** Whether two records can be the same document under one number of two databases: their surnames do not contradict. */
export const mayBeTwins = (a: WrittenName, b: WrittenName): boolean =>
  !a.surname || !b.surname || fold(a.surname) === fold(b.surname);

/** Fields of which the card says more or something else than the record that is kept. */
export function saysMore(card: MappedRecord, kept: MappedRecord): MappedField[] {
  return mappedFields.filter((field) => {
    if (field === 'url' || field === 'sourceRecordId') return false;
    const said = fold(card[field]);
    return said !== '' && said !== fold(kept[field]);
  });
}

/** The columns of kept cards, each filling the value beside it; the labels are those of the cards themselves. */
const labels: Readonly<Record<MappedField, string>> = {
  sourceRecordId: 'Номер записи',
  surname: 'Фамилия',
  givenName: 'Имя',
  patronymic: 'Отчество',
  sex: 'Пол',
  birth: 'Дата рождения',
  birthPlace: 'Место рождения',
  residence: 'Место жительства',
  draftDate: 'Дата призыва',
  draftPlace: 'Место призыва',
  rank: 'Воинское звание',
  unit: 'Последнее место службы',
  fate: 'Причина выбытия',
  lossDate: 'Дата выбытия',
  lossPlace: 'Место выбытия',
  primaryBurial: 'Первичное место захоронения',
  currentBurial: 'Место захоронения',
  burialCountry: 'Страна захоронения',
  kin: 'Родственники',
  hospital: 'Госпиталь',
  captivity: 'Лагерь',
  archive: 'Название источника донесения',
  fond: 'Номер фонда',
  opis: 'Номер описи',
  delo: 'Номер дела',
  list: 'Номер листа',
  url: 'Ссылка',
  notes: 'Примечания',
};

/** Under which the whole text stands as it was copied. */
const wholeText = 'Карточка целиком';

export const pastedColumns: readonly string[] = [...mappedFields.map((field) => labels[field]), wholeText];
export const pastedMapping: Readonly<Record<string, string>> = labels;

/** The values of a kept card in the order of its columns, and of those that tell it from others: all but the text. */
export function pastedRow(record: MappedRecord, text: string): { row: string[]; telling: string[] } {
  const telling = mappedFields.map((field) => record[field]);
  return { row: [...telling, text], telling };
}
