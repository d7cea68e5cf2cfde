/**
 * A made-up register as a museum might keep it: two sheets in two languages, titles and headings over merged cells, three styles of
 * dates, two relatives beside one soldier, and thirty mistakes. The same seed makes the same file. Everybody in it is invented.
 */

import { now } from '../clock';
import type { TakeoverField } from '../takeover/columns';
import type { ProblemCode } from '../takeover/problems';
import { type Cell, letters, type Sheet, workbookBytes } from '../workbook';
import { type Entry, entries, mistakesOf } from './old-register-entries';

export type Mistake = {
  sheet: string;
  row: number;
  code: ProblemCode;
  /** What the column is called in the file; '' where the row as a whole is meant. */
  column: string;
  /** What should have stood there. */
  fix: Partial<Record<TakeoverField, string>>;
};

export const oldRegisterFigures = {
  applications: 556,
  established: 48,
  countries: { RU: 38, HU: 4, LV: 2, DE: 2, PL: 1, BY: 1 } as Readonly<Record<string, number>>,
};

export async function oldRegister(seed = 1941): Promise<{ bytes: Buffer; mistakes: Mistake[] }> {
  const all = entries(seed);
  const kazakh = sheetOf(
    'Өтініштер 2012–2016',
    kazakhColumns,
    all.slice(0, 280),
    'Соғыста хабарсыз кеткендер туралы өтініштер тізілімі',
  );
  const russian = sheetOf(
    'Заявления 2017–2019',
    russianColumns,
    all.slice(280),
    'Журнал заявлений о розыске погибших и пропавших без вести',
  );
  return {
    bytes: await workbookBytes([kazakh.sheet, russian.sheet], now()),
    mistakes: [...kazakh.mistakes, ...russian.mistakes],
  };
}

type Column = { group?: string; name: string; field: TakeoverField };

const kazakhColumns: readonly Column[] = [
  { name: 'Р/с №', field: 'number' },
  { name: 'Өтініш түскен күні', field: 'receivedOn' },
  { name: 'Қайдан түсті', field: 'channel' },
  { group: 'Жауынгер', name: 'Тегі', field: 'surname' },
  { group: 'Жауынгер', name: 'Аты', field: 'givenName' },
  { group: 'Жауынгер', name: 'Әкесінің аты', field: 'patronymic' },
  { group: 'Жауынгер', name: 'Туған жылы', field: 'birth' },
  { group: 'Жауынгер', name: 'Туған жері', field: 'birthPlace' },
  { name: 'Шақырылған жері', field: 'draftPlace' },
  { group: 'Өтініш беруші', name: 'Аты-жөні', field: 'applicantName' },
  { group: 'Өтініш беруші', name: 'Туыстығы', field: 'kinship' },
  { group: 'Өтініш беруші', name: 'Телефоны', field: 'telephone' },
  { group: 'Өтініш беруші', name: 'Мекенжайы', field: 'postalAddress' },
  { name: 'Жағдайы', field: 'state' },
  { name: 'Тағдыры', field: 'fate' },
  { name: 'Жерленген жері', field: 'burialPlace' },
  { name: 'Қазіргі ел', field: 'burialCountry' },
  { name: 'Дереккөз', field: 'citation' },
  { name: 'Анықталған күні', field: 'resultOn' },
  { name: 'Жауап берілген күні', field: 'informedOn' },
  { name: 'Ескерту', field: 'remark' },
];

const russianColumns: readonly Column[] = [
  { name: '№ п/п', field: 'number' },
  { name: 'Дата поступления', field: 'receivedOn' },
  { name: 'Как поступило', field: 'channel' },
  { name: 'ФИО бойца', field: 'fullName' },
  { name: 'Год рождения', field: 'birth' },
  { name: 'Место рождения', field: 'birthPlace' },
  { name: 'Призван', field: 'draftPlace' },
  { name: 'Заявитель', field: 'applicantName' },
  { name: 'Степень родства', field: 'kinship' },
  { name: 'Телефон', field: 'telephone' },
  { name: 'Электронная почта', field: 'email' },
  { name: 'Адрес', field: 'postalAddress' },
  { name: 'Состояние', field: 'state' },
  { name: 'Судьба', field: 'fate' },
  { name: 'Дата гибели', field: 'fateDate' },
  { name: 'Место захоронения', field: 'burialPlace' },
  { name: 'Страна', field: 'burialCountry' },
  { name: 'Источник', field: 'citation' },
  { name: 'Дата установления', field: 'resultOn' },
  { name: 'Дата ответа', field: 'informedOn' },
  { name: 'Примечание', field: 'remark' },
];

function sheetOf(name: string, columns: readonly Column[], rows: readonly Entry[], title: string) {
  const merges = [`A1:${letters(columns.length - 1)}1`];
  const lines: Cell[][] = [[title], []];
  const grouped = columns.some(({ group }) => group);
  if (grouped)
    lines.push(
      columns.map(({ group, name: own }) => group ?? own),
      columns.map(({ group, name: own }) => (group ? own : null)),
    );
  else lines.push(columns.map(({ name: own }) => own));
  if (grouped) merges.push(...headMerges(columns));
  const mistakes: Mistake[] = [];
  let year = '';
  for (const entry of rows) {
    if (entry.year !== year) {
      year = entry.year;
      lines.push([`— ${year} —`]);
      merges.push(`A${lines.length}:${letters(columns.length - 1)}${lines.length}`);
    }
    const row = lines.length + 1;
    lines.push(
      columns.map(({ field }) => (entry.sharesSoldier && ofSoldier.has(field) ? null : (entry.cells[field] ?? null))),
    );
    if (entry.sharesSoldier)
      for (const [at, { field }] of columns.entries())
        if (ofSoldier.has(field)) merges.push(`${letters(at)}${row - 1}:${letters(at)}${row}`);
    for (const { code, field, fix } of mistakesOf(entry))
      mistakes.push({ sheet: name, row, code, fix, column: field ? columnName(columns, field) : '' });
  }
  const sheet: Sheet = {
    name,
    widths: columns.map(() => 18),
    headLines: grouped ? 4 : 3,
    filters: false,
    rows: lines,
    merges,
  };
  return { sheet, mistakes };
}

const ofSoldier: ReadonlySet<TakeoverField> = new Set([
  'surname',
  'givenName',
  'patronymic',
  'fullName',
  'birth',
  'birthPlace',
  'draftPlace',
]);

function columnName(columns: readonly Column[], field: TakeoverField): string {
  const column = columns.find((one) => one.field === field);
  return column?.group ? `${column.group}: ${column.name}` : (column?.name ?? field);
}

/** Groups over their columns; a column without a group over both lines. */
function headMerges(columns: readonly Column[]): string[] {
  const merges: string[] = [];
  for (let at = 0; at < columns.length; at++) {
    const group = columns[at]?.group;
    if (!group) merges.push(`${letters(at)}3:${letters(at)}4`);
    else if (columns[at - 1]?.group !== group) {
      let last = at;
      while (columns[last + 1]?.group === group) last += 1;
      merges.push(`${letters(at)}3:${letters(last)}3`);
    }
  }
  return merges;
}
