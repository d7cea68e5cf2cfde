// Card text pasted from the page of a loss database.
import { splitDraft } from './normalising/draft';
import { citationOf } from './reading/citation';
import type { MappedRecord } from './reading/formats';
import { readRecordAddress } from './record-address';

type Field = Exclude<keyof MappedRecord, 'citation'>;

/** The labels of the cards; `draft` is date and place in one. */
const LABELS: Readonly<Record<string, Field | 'draft'>> = {
  id: 'sourceRecordId',
  'номер записи': 'sourceRecordId',
  'id записи': 'sourceRecordId',
  фамилия: 'surname',
  имя: 'givenName',
  отчество: 'patronymic',
  пол: 'sex',
  'дата рождения/возраст': 'birth',
  'дата рождения / возраст': 'birth',
  'дата рождения': 'birth',
  'год рождения': 'birth',
  'место рождения': 'birthPlace',
  'место жительства': 'residence',
  'адрес места жительства': 'residence',
  'дата и место призыва': 'draft',
  'дата призыва': 'draftDate',
  'место призыва': 'draftPlace',
  'последнее место службы': 'unit',
  'место службы': 'unit',
  'воинская часть': 'unit',
  'воинское звание': 'rank',
  звание: 'rank',
  'причина выбытия': 'fate',
  судьба: 'fate',
  'дата выбытия': 'lossDate',
  'дата смерти': 'lossDate',
  'место выбытия': 'lossPlace',
  'первичное место захоронения': 'primaryBurial',
  'место захоронения': 'currentBurial',
  'страна захоронения': 'burialCountry',
  родственники: 'kin',
  'ближайшие родственники': 'kin',
  'сведения о родственниках': 'kin',
  госпиталь: 'hospital',
  лагерь: 'captivity',
  'лагерный номер': 'captivity',
  'название источника донесения': 'archive',
  'название источника информации': 'archive',
  архив: 'archive',
  'номер фонда источника информации': 'fond',
  'номер фонда': 'fond',
  фонд: 'fond',
  'номер описи источника информации': 'opis',
  'номер описи': 'opis',
  опись: 'opis',
  'номер дела источника информации': 'delo',
  'номер дела': 'delo',
  дело: 'delo',
  'номер листа': 'list',
  лист: 'list',
  ссылка: 'url',
  примечания: 'notes',
  примечание: 'notes',
  'дополнительная информация': 'notes',
};
const KNOWN: ReadonlyMap<string, Field | 'draft'> = new Map(Object.entries(LABELS));

/** Cards are short; longer texts are something else (UTF-16 units). */
const LONGEST = 50_000;
const LINE_END = /\r\n|[\n\r\u2028\u2029]/;
const LABEL = /^(\p{L}[^:\t]{0,79}?)\s*(?::[ \t]*|\t\s*)(.*)$/u;
const ADDRESS = /^https?:\/\//i;

/**
 * A card as it is copied from a database's page: a label and its value on one line, parted by a colon, a tab or, for
 * known labels, a blank, or the value on the next line; labels in any order and any case. `row` has every label as
 * written with its value, unknown ones too, and under '' what stands under no label. A line that is a record's address
 * gives url and identifier. Null when neither surname, given name nor patronymic has a value, and for texts longer
 * than 50,000 UTF-16 units. Of a label that comes again with another value the record has the first, the row all.
 */
export function readCardText(text: string): Card | null {
  const card = readCard(text);
  const { surname, givenName, patronymic } = card?.record ?? emptyRecord();
  return surname === '' && givenName === '' && patronymic === '' ? null : card;
}

export type Card = { record: MappedRecord; row: Record<string, string> };

/** Whether a label of a card is one that is understood; '' stands for what has no label. */
export const isKnownLabel = (label: string): boolean => KNOWN.has(label.toLowerCase());

/** The same for a text that may name nobody: an address alone, a card whose heading is the name. Null for a longer text only. */
export function readCard(text: string): Card | null {
  if (text.length > LONGEST) return null;
  const row = new Map<string, string[]>();
  let awaiting: string | null = null;
  for (const written of text
    .replace(/^\ufeff/, '')
    .replaceAll('\u00a0', ' ')
    .split(LINE_END)) {
    const line = written.trim();
    if (line === '') continue;
    const label = bareLabel(line);
    const [key, value]: [string, string] =
      label !== null ? [label, ''] : (labelled(line, awaiting !== null) ?? [awaiting ?? '', line]);
    const values = row.get(key) ?? [];
    row.set(key, value === '' || values.includes(value) ? values : [...values, value]);
    awaiting = value === '' ? key : null;
  }
  const record = recordOf(row);
  return { record, row: Object.fromEntries(Array.from(row, ([key, values]) => [key, values.join('\n')])) };
}

/** A line that is a known label and nothing else. */
function bareLabel(line: string): string | null {
  const label = line.replace(/\s*:$/, '');
  return KNOWN.has(label.toLowerCase()) ? label : null;
}

/** Label and value of one line; a line that may be the value awaited is divided at a known label's colon or tab only. */
function labelled(line: string, awaited: boolean): [string, string] | null {
  if (ADDRESS.test(line)) return null;
  const [, label = '', value = ''] = LABEL.exec(line) ?? [];
  if (label !== '' && (KNOWN.has(label.toLowerCase()) || !awaited)) return [label, value.trim()];
  if (awaited) return null;
  const words = line.split(' ');
  for (let count = Math.min(5, words.length - 1); count > 0; count--) {
    const head = words.slice(0, count).join(' ');
    if (KNOWN.has(head.toLowerCase())) return [head, words.slice(count).join(' ').trim()];
  }
  return null;
}

function recordOf(row: ReadonlyMap<string, string[]>): MappedRecord {
  const record = emptyRecord();
  for (const [label, [value = '']] of row) {
    const field = KNOWN.get(label.toLowerCase());
    if (field === 'draft') {
      const { date, place } = splitDraft(value);
      record.draftDate ||= date;
      record.draftPlace ||= place;
    } else if (field === 'captivity' && value !== '') {
      const told = /номер/i.test(label) ? `${label.toLowerCase()} ${value}` : value;
      record.captivity = record.captivity === '' ? told : `${record.captivity}, ${told}`;
    } else if (field) record[field] ||= value;
  }
  const addresses = [record.url, ...(row.get('') ?? [])].filter((line) => ADDRESS.test(line));
  const found = addresses.flatMap((url) => readRecordAddress(url) ?? [])[0];
  record.url ||= addresses.find((url) => readRecordAddress(url) !== null) ?? '';
  record.sourceRecordId ||= found?.number ?? '';
  record.citation = citationOf(record.archive, record.fond, record.opis, record.delo, record.list);
  return record;
}

function emptyRecord(): MappedRecord {
  return {
    ...{ sourceRecordId: '', surname: '', givenName: '', patronymic: '', sex: '', birth: '', birthPlace: '' },
    ...{ residence: '', draftDate: '', draftPlace: '', rank: '', unit: '', fate: '', lossDate: '', lossPlace: '' },
    ...{ primaryBurial: '', currentBurial: '', burialCountry: '', kin: '', hospital: '', captivity: '' },
    ...{ archive: '', fond: '', opis: '', delo: '', list: '', citation: '', url: '', notes: '' },
  };
}
