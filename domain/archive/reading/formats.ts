// The known layouts of record files. A new kind of file is one entry here and a ten-row sample in samples/.
import { citationOf } from './citation';

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

/** Which column fills what; `citation` is never one of them. */
type Columns = Partial<Record<Exclude<keyof MappedRecord, 'citation'>, string>>;

export type Layout = {
  key: string;
  /** Columns (names in small letters) that must be there for the layout to be recognised; their order never matters. */
  recognise(header: string[]): boolean;
  /** `row` has the names of columns in small letters as keys. */
  map(row: Record<string, string>): MappedRecord;
  /** The columns of which one at least must hold something. */
  nameColumns: string[];
  /** All columns that `map` looks at. */
  columns: ReadonlySet<string>;
};

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

function layout(key: string, columns: Columns, recognise: Layout['recognise']): Layout {
  const nameColumns = [columns.surname, columns.givenName, columns.patronymic].filter((name) => name !== undefined);
  return { key, recognise, map: mapper(columns), nameColumns, columns: new Set(Object.values(columns)) };
}

function includesAll(header: string[], names: string[]): boolean {
  return names.every((name) => header.includes(name));
}

// No closure is made within: this runs once a row, for millions of rows.
function mapper(columns: Columns): (row: Record<string, string>) => MappedRecord {
  return (row) => ({
    sourceRecordId: cell(row, columns.sourceRecordId),
    surname: cell(row, columns.surname),
    givenName: cell(row, columns.givenName),
    patronymic: cell(row, columns.patronymic),
    sex: cell(row, columns.sex),
    birth: cell(row, columns.birth),
    birthPlace: cell(row, columns.birthPlace),
    residence: cell(row, columns.residence),
    draftDate: cell(row, columns.draftDate),
    draftPlace: cell(row, columns.draftPlace),
    rank: cell(row, columns.rank),
    unit: cell(row, columns.unit),
    fate: cell(row, columns.fate),
    lossDate: cell(row, columns.lossDate),
    lossPlace: cell(row, columns.lossPlace),
    primaryBurial: cell(row, columns.primaryBurial),
    currentBurial: cell(row, columns.currentBurial),
    burialCountry: cell(row, columns.burialCountry),
    kin: cell(row, columns.kin),
    hospital: cell(row, columns.hospital),
    captivity: cell(row, columns.captivity),
    archive: cell(row, columns.archive),
    fond: cell(row, columns.fond),
    opis: cell(row, columns.opis),
    delo: cell(row, columns.delo),
    list: cell(row, columns.list),
    citation: citationOf(
      cell(row, columns.archive),
      cell(row, columns.fond),
      cell(row, columns.opis),
      cell(row, columns.delo),
      cell(row, columns.list),
    ),
    url: cell(row, columns.url),
    notes: cell(row, columns.notes),
  });
}

function cell(row: Record<string, string>, column: string | undefined): string {
  return column === undefined ? '' : (row[column] ?? '');
}
