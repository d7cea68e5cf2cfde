/** The demonstration's archive index: rows about invented men in the native layout of record files. */
import { birthByClerk, misheard, patronymicByClerk, surnameByClerk } from './clerk';
import type { Generator } from './generator';
import { inventSoldier, type Soldier } from './person';

export const columns = [
  ...[
    'source_record_id',
    'surname',
    'given_name',
    'patronymic',
    'birth_date',
    'birth_place',
    'residence',
    'draft_date',
  ],
  ...['draft_place', 'rank', 'unit', 'fate', 'loss_date', 'loss_place', 'primary_burial', 'burial_country', 'kin'],
  ...['hospital', 'captivity', 'archive', 'fond', 'opis', 'delo', 'list', 'notes'],
] as const;

export type RecordRow = Partial<Record<(typeof columns)[number], string>>;
export type RecordSource = 'obd-memorial' | 'books-of-memory' | 'pamyat-naroda' | 'prisoner-of-war';

/** What a row says of the end of the man. */
export type RecordedFate = 'missing' | 'killed' | 'wounds' | 'illness' | 'captured' | 'died-in-captivity';

const fateWords: Record<RecordedFate, readonly string[]> = {
  missing: ['пропал без вести', 'пропал б/вести'],
  killed: ['убит', 'погиб', 'погиб в бою'],
  wounds: ['умер от ран'],
  illness: ['умер от болезни'],
  captured: ['попал в плен'],
  'died-in-captivity': ['погиб в плену', 'умер в плену'],
};

const commonFates = [
  ['missing', 46],
  ['killed', 36],
  ['wounds', 12],
  ['illness', 2],
  ['captured', 2],
  ['died-in-captivity', 2],
] as const satisfies readonly (readonly [RecordedFate, number])[];

const two = (n: number) => String(n).padStart(2, '0');

type Known = { fate?: RecordedFate; burial?: string /** How badly the clerk spelled, 0 to 1. */; slip?: number };

/** One row of `source` about `soldier`. @param id unlike any other of this source */
export function recordOf(
  by: Generator,
  source: RecordSource,
  id: string,
  soldier: Soldier,
  known: Known = {},
): RecordRow {
  const slip = known.slip ?? 0.6;
  const fate = known.fate ?? by.weighted(source === 'prisoner-of-war' ? captiveFates : commonFates);
  const { origin, village } = soldier;
  return {
    source_record_id: id,
    surname: surnameByClerk(by, soldier.surname.ru, slip),
    given_name: by.chance(slip * 0.6) ? misheard(by, soldier.given.ru, 1) : soldier.given.ru,
    patronymic: patronymicByClerk(by, soldier.patronymic.ru, soldier.father.ru, slip),
    birth_date: birthByClerk(by, soldier.birth, slip),
    birth_place: by.weighted([
      [`Казахская ССР, ${origin.oblast.ru} обл., ${origin.district.ru} р-н, с. ${village.ru}`, 4],
      [`Казахская ССР, ${origin.oblast.ru} обл., ${origin.district.ru} р-н`, 5],
      [`${origin.oblast.ru} обл., ${origin.district.ru} р-н`, 3],
      ['', slip],
    ]),
    draft_date: by.chance(0.5) ? `__.${two(soldier.draftMonth)}.${soldier.draftYear}` : '',
    draft_place: by.chance(0.85) ? `${origin.district.ru} РВК, Казахская ССР, ${origin.oblast.ru} обл.` : '',
    rank: soldier.rank,
    unit: by.chance(0.8) ? soldier.unit : '',
    fate: by.pick(fateWords[fate]),
    loss_date: soldier.lossDate,
    loss_place: by.chance(0.7) ? soldier.lossPlace : '',
    ...burialColumns(by, fate, known.burial, soldier),
    kin: kinOf(by, soldier),
    ...sourceColumns(by, source),
  };
}

const captiveFates = [
  ['captured', 55],
  ['died-in-captivity', 45],
] as const satisfies readonly (readonly [RecordedFate, number])[];

function burialColumns(by: Generator, fate: RecordedFate, burial: string | undefined, soldier: Soldier): RecordRow {
  if (burial !== undefined) return { primary_burial: burial };
  const buried = (fate === 'killed' && by.chance(0.4)) || fate === 'wounds';
  return buried ? { primary_burial: soldier.lossPlace } : {};
}

function kinOf(by: Generator, soldier: Soldier): string {
  if (soldier.wife && by.chance(0.5)) return `жена ${misheard(by, soldier.wife.ru, by.int(0, 1))}`;
  return by.weighted([
    [`отец ${misheard(by, soldier.father.ru, by.int(0, 1))}`, 3],
    [`мать ${soldier.mother.ru}`, 2],
    ['', 5],
  ]);
}

function sourceColumns(by: Generator, source: RecordSource): RecordRow {
  if (source === 'books-of-memory')
    return { archive: 'Книга памяти «Боздақтар»', fond: `т. ${by.int(1, 14)}`, list: `с. ${by.int(5, 640)}` };
  if (source === 'prisoner-of-war')
    return {
      captivity: `шталаг ${by.pick(['VIII C', 'IV B', 'II D', '326', '304', 'I B'])}, № ${by.int(1000, 98_000)}`,
      ...{ archive: 'ЦАМО', fond: '58', opis: '977520', delo: String(by.int(1, 3000)) },
    };
  return {
    ...{ archive: 'ЦАМО', fond: by.pick(['58', '33']), opis: by.pick(['18001', '18002', '18003', '818883', '977521']) },
    ...{ delo: by.chance(0.04) ? `${by.int(1, 40)}/2` : String(by.int(1, 1900)) },
    ...{ list: by.chance(0.1) ? `${by.int(1, 300)}об.` : String(by.int(1, 300)) },
  };
}

/** Rows about men nobody asks for. */
export function* strangers(by: Generator, source: RecordSource, count: number, idOf: (n: number) => string) {
  for (let n = 0; n < count; n += 1) yield recordOf(by, source, idOf(n), inventSoldier(by));
}

export function csvOf(rows: Iterable<RecordRow>): string {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(columns.map((name) => cell(row[name] ?? '')).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
