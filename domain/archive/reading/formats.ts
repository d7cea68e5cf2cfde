// The known layouts of record files. A new kind of file is one entry here and a ten-row sample in samples/.
import { citationOf } from './citation';
import { columnName } from './header';

/** One archive record; every value exactly as its column has it, empty where the layout has none. `citation` is put together. */
export type MappedRecord = {
  sourceRecordId: string;
  surname: string;
  givenName: string;
  patronymic: string;
  sex: string;
  birth: string;
  birthPlace: string;
  residence: string;
  draftDate: string;
  draftPlace: string;
  rank: string;
  unit: string;
  fate: string;
  lossDate: string;
  lossPlace: string;
  primaryBurial: string;
  currentBurial: string;
  burialCountry: string;
  kin: string;
  hospital: string;
  captivity: string;
  archive: string;
  fond: string;
  opis: string;
  delo: string;
  list: string;
  citation: string;
  url: string;
  notes: string;
};

/** A value of a record that a column can fill; `citation` is put together instead. */
export type MappedField = Exclude<keyof MappedRecord, 'citation'>;

/** Which column (by its name in the file) fills which value. */
export type Mapping = Partial<Record<MappedField, string>>;

/** Which column (its name in small letters) fills what. */
type Columns = Mapping;

export type Layout = {
  key: string;
  /** Columns (names in small letters) that must be there for the layout to be recognised; their order never matters. */
  recognise(header: string[]): boolean;
  columns: Columns;
  /** The columns of which one at least must be there for a named format to be believed. */
  nameColumns: string[];
};

/** The native layout names a column for every value. */
const NATIVE: Required<Columns> = {
  sourceRecordId: 'source_record_id',
  surname: 'surname',
  givenName: 'given_name',
  patronymic: 'patronymic',
  sex: 'sex',
  birth: 'birth_date',
  birthPlace: 'birth_place',
  residence: 'residence',
  draftDate: 'draft_date',
  draftPlace: 'draft_place',
  rank: 'rank',
  unit: 'unit',
  fate: 'fate',
  lossDate: 'loss_date',
  lossPlace: 'loss_place',
  primaryBurial: 'primary_burial',
  currentBurial: 'current_burial',
  burialCountry: 'burial_country',
  kin: 'kin',
  hospital: 'hospital',
  captivity: 'captivity',
  archive: 'archive',
  fond: 'fond',
  opis: 'opis',
  delo: 'delo',
  list: 'list',
  url: 'url',
  notes: 'notes',
};

const OBD_CARD: Columns = {
  sourceRecordId: 'document_id',
  surname: 'last_name',
  givenName: 'first_name',
  patronymic: 'middle_name',
  birth: 'date_birth',
  birthPlace: 'place_birth',
  draftPlace: 'conscription_location',
  rank: 'rank',
  unit: 'warunit',
  fate: 'cause_of_death',
  lossDate: 'date_death',
  primaryBurial: 'primary_burial',
  currentBurial: 'current_burial',
  fond: 'nomer_fonda',
  opis: 'nomer_opisi',
  delo: 'nomer_dela',
  url: 'primary_url',
  notes: 'notes',
};

const OBD_KEYS = ['document_id', 'nomer_fonda', 'nomer_opisi', 'nomer_dela', 'last_name', 'first_name', 'middle_name'];
const OBD_BURIAL = ['country_burial', 'region_burial', 'rebural_from'];
const NATIVE_NAMES = ['surname', 'given_name', 'patronymic'];
const NATIVE_COLUMNS = new Set(Object.values(NATIVE));

export const nameFields = ['surname', 'givenName', 'patronymic'] as const satisfies MappedField[];

/** In the order in which they are tried. */
const LAYOUTS: readonly Layout[] = [
  layout(
    'obd-card-list-24',
    { ...OBD_CARD, burialCountry: 'country_burial' },
    (header) => includesAll(header, OBD_KEYS) && OBD_BURIAL.some((name) => header.includes(name)),
  ),
  layout('obd-card-list', OBD_CARD, (header) => includesAll(header, OBD_KEYS)),
  // All columns are optional but one of the names, so half of what is there must be ours: a foreign table that
  // happens to have a `patronymic` is not to be taken for native with its surnames left out.
  layout(
    'native',
    NATIVE,
    (header) =>
      NATIVE_NAMES.some((name) => header.includes(name)) &&
      header.filter((name) => NATIVE_COLUMNS.has(name)).length * 2 >= header.length,
  ),
];

/**
 * The layout of a table with these columns (in small letters), undefined if none fits. A named format is believed as
 * long as the table has one of its name columns; `obd-card-list` stands for both of its forms.
 */
export function layoutOf(header: string[], format: 'auto' | 'native' | 'obd-card-list'): Layout | undefined {
  const recognised = LAYOUTS.find((layout) => layout.recognise(header));
  if (format === 'auto' || recognised?.key.startsWith(format)) return recognised;
  const named = LAYOUTS.find((layout) => layout.key === format);
  return named?.nameColumns.some((name) => header.includes(name)) ? named : undefined;
}

/** Every value that a column can fill, in the order of the native layout. */
export const mappedFields = Object.keys(NATIVE) as MappedField[];

/** The mapping a layout makes of a file's columns; where two differ in blanks or capitals alone, the first is the known one. */
export function guessedMapping({ columns }: Layout, keys: readonly string[]): Mapping {
  const mapping: Mapping = {};
  const names = keys.map(columnName);
  for (const field of mappedFields) {
    const key = keys[names.indexOf(columns[field] ?? '\0')];
    if (key !== undefined) mapping[field] = key;
  }
  return mapping;
}

function layout(key: string, columns: Columns, recognise: Layout['recognise']): Layout {
  const nameColumns = nameFields.flatMap((field) => columns[field] ?? []);
  return { key, recognise, nameColumns, columns };
}

function includesAll(header: string[], names: string[]): boolean {
  return names.every((name) => header.includes(name));
}

/**
 * Reads records off the cells of rows.
 * @param keys the names of the cells in their order
 * @param mapping a column that is not among them fills nothing
 */
export function recordMapper(
  keys: readonly string[],
  mapping: Readonly<Record<string, string>>,
): (cells: readonly string[]) => MappedRecord {
  const places = new Map(keys.map((key, place) => [key, place]));
  const placeOf = (field: MappedField) => places.get(mapping[field] ?? '') ?? -1;
  const at = {} as Record<MappedField, number>;
  for (const field of mappedFields) at[field] = Object.hasOwn(mapping, field) ? placeOf(field) : -1;
  // Written out: this runs once a row, for millions of rows.
  return (cells) => {
    const archive = cell(cells, at.archive);
    const fond = cell(cells, at.fond);
    const opis = cell(cells, at.opis);
    const delo = cell(cells, at.delo);
    const list = cell(cells, at.list);
    return {
      sourceRecordId: cell(cells, at.sourceRecordId),
      surname: cell(cells, at.surname),
      givenName: cell(cells, at.givenName),
      patronymic: cell(cells, at.patronymic),
      sex: cell(cells, at.sex),
      birth: cell(cells, at.birth),
      birthPlace: cell(cells, at.birthPlace),
      residence: cell(cells, at.residence),
      draftDate: cell(cells, at.draftDate),
      draftPlace: cell(cells, at.draftPlace),
      rank: cell(cells, at.rank),
      unit: cell(cells, at.unit),
      fate: cell(cells, at.fate),
      lossDate: cell(cells, at.lossDate),
      lossPlace: cell(cells, at.lossPlace),
      primaryBurial: cell(cells, at.primaryBurial),
      currentBurial: cell(cells, at.currentBurial),
      burialCountry: cell(cells, at.burialCountry),
      kin: cell(cells, at.kin),
      hospital: cell(cells, at.hospital),
      captivity: cell(cells, at.captivity),
      archive,
      fond,
      opis,
      delo,
      list,
      citation: citationOf(archive, fond, opis, delo, list),
      url: cell(cells, at.url),
      notes: cell(cells, at.notes),
    };
  };
}

function cell(cells: readonly string[], place: number): string {
  return place < 0 ? '' : (cells[place] ?? '');
}

/** The format of cards that were copied by hand from a database's page. */
export const pastedFormat = 'pasted';
