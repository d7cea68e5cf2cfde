import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGzip, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readRecordFile } from './read-file';
import type { ReadRow } from './read-row';
import { encoded, readAll } from './testing';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const CARDS = path('../../../e2e/fixtures/obd-cards.csv');
const cards = readFileSync(CARDS, 'utf8');
const oracle: Record<string, string>[] = parse(cards, { columns: true });

function records(rows: ReadRow[]) {
  return rows.map((row) => ('record' in row ? row.record : row.reason));
}

/** The same table by the hand of another program. */
function rewritten(separator: string, lineEnd: string): string {
  const lines = [Object.keys(oracle[0] ?? {}), ...oracle.map((row) => Object.values(row))];
  return lines.map((line) => line.map((cell) => quoted(cell, separator)).join(separator) + lineEnd).join('');
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe('the card list of the loss database', () => {
  test('gives all 25 rows with every column as another reader gives it', async () => {
    const { rows, ...file } = await readAll(cards);
    expect(file).toMatchObject({ format: 'obd-card-list', encoding: 'utf-8', separator: ',' });
    expect(file.columns).toEqual(Object.keys(oracle[0] ?? {}));
    expect(file.columns).toHaveLength(21);
    expect(rows).toHaveLength(25);
    expect(rows.map((row) => row.row)).toEqual(oracle);
    expect(rows.map((row) => row.line)).toEqual(oracle.map((_, index) => index + 2));
    expect(rows.every((row) => 'record' in row)).toBe(true);
  });

  test('fills the record from the right columns and leaves the rest empty', async () => {
    const { rows } = await readAll(cards);
    expect(records(rows)[4]).toEqual({
      sourceRecordId: '51061568',
      surname: 'Пилипенко',
      givenName: 'Иван',
      patronymic: 'Федорович',
      sex: '',
      birth: '__.__.1923',
      birthPlace: 'Краснодарский край, г. Сочи',
      residence: '',
      draftDate: '',
      draftPlace: 'Сочинский ГВК, Краснодарский край, г. Сочи',
      rank: 'мл. лейтенант',
      unit: '404 сд',
      fate: 'убит',
      lossDate: '27.02.1942',
      lossPlace: '',
      primaryBurial: 'Крымская АССР, выс. 66,3',
      currentBurial: '',
      burialCountry: '',
      kin: '',
      hospital: '',
      captivity: '',
      archive: '',
      fond: '58',
      opis: '818883',
      delo: '1304',
      list: '',
      citation: 'ф. 58, оп. 818883, д. 1304',
      url: 'https://obd-memorial.ru/html/info.htm?id=51061568',
      notes: '',
    });
  });

  test('has citations of what each row states', async () => {
    const { rows } = await readAll(cards);
    const citations = records(rows).map((record) => (typeof record === 'string' ? record : record.citation));
    expect(citations[0]).toBe('ф. 58, оп. 18003, д. 1082');
    expect(citations[1]).toBe('Отдел по Волховскому и Киришскому районам, д. 10000947');
    expect(citations[3]).toBe('Отдел ВК по г. Нальчик, д. 11008035');
    expect(citations[24]).toBe('оп. 1948, д. 22/2');
    expect(citations.join()).not.toContain('ЦАМО');
  });

  test('gives the same records from a path, counting its bytes', async () => {
    const expected = await readAll(cards);
    const file = await readRecordFile(CARDS, { format: 'obd-card-list' });
    const rows: ReadRow[] = [];
    for await (const row of file.rows) rows.push(row);
    expect(rows).toEqual(expected.rows);
    expect(file.bytesRead()).toBe(Buffer.byteLength(cards));
  });

  test('gives the same records in every encoding, packing and chunking', async () => {
    const expected = (await readAll(cards)).rows;
    const forms: [Buffer, string, string][] = [
      [Buffer.from(`\ufeff${cards}`), 'utf-8', ','],
      [encoded(rewritten(';', '\r\n'), 'windows-1251'), 'windows-1251', ';'],
      [encoded(`\ufeff${rewritten('\t', '\r\n')}`, 'utf-16le'), 'utf-16le', '\t'],
      [encoded(rewritten(',', '\r'), 'utf-16le'), 'utf-16le', ','],
      [encoded(`\ufeff${rewritten(';', '\n')}`, 'utf-16be'), 'utf-16be', ';'],
      [gzipSync(cards), 'utf-8', ','],
      [gzipSync(encoded(rewritten(';', '\n'), 'windows-1251')), 'windows-1251', ';'],
      [Buffer.concat([gzipSync(cards.slice(0, 3000)), gzipSync(cards.slice(3000))]), 'utf-8', ','],
    ];
    for (const [bytes, encoding, separator] of forms) {
      for (const size of [1, 7, 1_000, 65_536]) {
        const file = await readAll(bytes, {}, size);
        expect(file).toMatchObject({ encoding, separator, format: 'obd-card-list' });
        expect(file.rows).toEqual(expected);
      }
    }
  });

  test('is known with its columns in any order, in capitals, among others, with one gone', async () => {
    const header = [...Object.keys(oracle[0] ?? {}).filter((name) => name !== 'Дата'), 'unknown'].reverse();
    const lines = oracle.map((row) => header.map((name) => quoted(row[name] ?? 'x', ',')).join(','));
    const titles = header.map((name) => ` ${name.toUpperCase()} `).join(',');
    const { rows, format } = await readAll([titles, ...lines].join('\n'));
    expect(format).toBe('obd-card-list');
    expect(records(rows)).toEqual(records((await readAll(cards)).rows));
    expect(rows[0]?.row).toMatchObject({ ' UNKNOWN ': 'x', ' LAST_NAME ': 'Рубан' });
  });
});

describe('samples of ten rows', () => {
  const samples: [string, string, number][] = [
    ['native', 'native.csv', 28],
    ['obd-card-list-24', 'obd-card-list-24.csv', 24],
  ];

  test.each(samples)('%s: every column as another reader gives it', async (format, name, columns) => {
    const text = readFileSync(path(`./samples/${name}`), 'utf8');
    const expected: Record<string, string>[] = parse(text, { columns: true });
    const file = await readAll(text);
    expect(file).toMatchObject({ format, encoding: 'utf-8', separator: ',' });
    expect(file.columns).toHaveLength(columns);
    expect(file.rows).toHaveLength(10);
    expect(file.rows.map((row) => row.row)).toEqual(expected);
    expect(file.rows.filter((row) => 'reason' in row)).toEqual([]);
  });

  test('native: every column reaches its place', async () => {
    const header = (await readAll(createText('native.csv'))).columns;
    const { rows } = await readAll(`${header.join(';')}\n${header.map((name) => `<${name}>`).join(';')}\n`);
    const [record] = records(rows);
    const { citation, ...written } = typeof record === 'object' ? record : { citation: record };
    expect(Object.values(written).sort()).toEqual(header.map((name) => `<${name}>`).sort());
    expect(written).toMatchObject({ birth: '<birth_date>', lossPlace: '<loss_place>', kin: '<kin>', list: '<list>' });
    expect(citation).toBe('<archive>, <fond>, <opis>, <delo>, <list>');
  });

  test('native: blanks, line breaks and quotes of a value stay', async () => {
    const { rows } = await readAll(createText('native.csv'));
    expect(rows[1]).toMatchObject({ line: 3, record: { notes: 'строка первая\nстрока вторая' } });
    expect(rows[1]).toMatchObject({ record: { citation: 'ЦАМО, ф. 58, оп. 18001, д. 22/2, Л. 15об.' } });
    expect(rows[2]?.line).toBe(5);
    expect(rows[9]).toMatchObject({ record: { surname: ' Числов ', sourceRecordId: '' } });
  });

  test('obd-card-list-24: the country of the burial is taken over, the rest is kept with the row', async () => {
    const { rows } = await readAll(createText('obd-card-list-24.csv'));
    expect(rows[1]).toMatchObject({ record: { burialCountry: 'Венгрия' }, row: { region_burial: 'обл. Хайду-Бихар' } });
    expect(rows[0]).toMatchObject({ row: { rebural_from: 'д. Заречье;\nд. Выселки 0' } });
  });

  function createText(name: string): string {
    return readFileSync(path(`./samples/${name}`), 'utf8');
  }
});

describe('columns', () => {
  test('that share a name, have none or a dangerous one are all kept', async () => {
    const { columns, rows } = await readAll('surname,,surname,__proto__,surname_2,notes\nа,б,в,г,д,е\n', {
      format: 'native',
    });
    expect(columns).toEqual(['surname', 'column_2', 'surname_2', 'column_4', 'surname_2_2', 'notes']);
    expect(rows[0]?.row).toEqual({
      surname: 'а',
      column_2: 'б',
      surname_2: 'в',
      column_4: 'г',
      surname_2_2: 'д',
      notes: 'е',
    });
    expect(rows[0]).toMatchObject({ record: { surname: 'а' } });
  });

  test('of one name part alone are enough, also with one column in all', async () => {
    expect(records((await readAll('surname\nАққозиев\n')).rows)).toMatchObject([{ surname: 'Аққозиев' }]);
  });
});

describe('bad rows', () => {
  test('are reported with their line and stop nothing', async () => {
    const text = [
      'surname,given_name,notes',
      'Аққозиев,Серік',
      'Аққозиев,Серік,а,б',
      'Аққозиев,Серік,а,,,',
      '"x","x","первая',
      'вторая"',
      ' , ,заметка',
      ', ,',
      '',
      'Ива\0нов,Иван,',
      'Зи"мин,"И"ван,',
      'Конец,Пётр,цел',
    ].join('\n');
    const { rows } = await readAll(text);
    expect(rows.map((row) => [row.line, 'reason' in row ? row.reason : row.record.surname])).toEqual([
      [2, 'row.too-few-columns'],
      [3, 'row.too-many-columns'],
      [4, 'Аққозиев'],
      [5, 'x'],
      [7, 'row.no-name'],
      [8, 'row.empty'],
      [10, 'row.broken-characters'],
      [11, 'row.stray-quote'],
      [12, 'Конец'],
    ]);
    expect(rows[0]).toMatchObject({ detail: '2 / 3', row: { surname: 'Аққозиев', given_name: 'Серік' } });
    expect(rows[1]).toMatchObject({ detail: '4 / 3', row: { notes: 'а', column_4: 'б' } });
    expect(rows[6]).toMatchObject({ detail: 'surname', row: { surname: 'Ива\ufffdнов' } });
    expect(rows[7]).toMatchObject({ detail: '11', row: null });
  });

  test('with broken characters are found however the chunks are cut, and no others', async () => {
    const good = Buffer.from(`Аққозиев,"${'ұзақ '.repeat(30)}"\n`);
    const bad = Buffer.concat([Buffer.from('Иванов,"а'), Buffer.from([0xd0]), Buffer.from(`${'я'.repeat(90)}"\n`)]);
    const bytes = Buffer.concat([Buffer.from('surname,notes\n'), good, bad, good, good]);
    for (const size of [1, 5, 64, 100, 333, 65_536]) {
      const { rows } = await readAll(bytes, {}, size);
      expect(rows.map((row) => ('reason' in row ? `${row.reason} ${row.detail}` : 'read'))).toEqual([
        'read',
        'row.broken-characters notes',
        'read',
        'read',
      ]);
    }
  });

  test('at the end of a file cut in the middle of a row are told from short ones', async () => {
    const whole = cards.trimEnd();
    const cut = await readAll(whole.slice(0, whole.lastIndexOf('","2')));
    expect(cut.rows.at(-1)).toMatchObject({ line: 26, reason: 'row.unclosed-quote' });
    const bare = await readAll('surname,given_name,notes\nАққозиев,Серік,а\nИванов,Ив');
    expect(bare.rows).toMatchObject([
      { line: 2, record: {} },
      { line: 3, reason: 'row.cut-short', detail: '2 / 3' },
    ]);
    const ended = await readAll('surname,given_name,notes\nИванов,Ив\n');
    expect(ended.rows).toMatchObject([{ line: 2, reason: 'row.too-few-columns' }]);
  });
});

describe('the source is closed', () => {
  async function* endless() {
    yield 'surname,notes\n';
    for (let row = 0; ; row++) yield `Аққозиев,${row * 7_919}\n`.repeat(100);
  }

  test('when the loop is left early, packed or not', async () => {
    const plain = Readable.from(endless(), { objectMode: false });
    const packed = Readable.from(endless(), { objectMode: false });
    for (const stream of [plain, packed.pipe(createGzip())]) {
      for await (const row of (await readRecordFile(stream)).rows) if (row.line > 3) break;
      expect(stream.destroyed).toBe(true);
    }
    packed.destroy();
  });

  test('when it is refused', async () => {
    const stream = Readable.from(endless(), { objectMode: false });
    await expect(readRecordFile(stream, { format: 'obd-card-list' })).rejects.toThrow('file.unknown-layout');
    expect(stream.destroyed).toBe(true);
  });
});
