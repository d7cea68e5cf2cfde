import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SPLIT_LIMITS, type SplitRow, Splitter } from './split';

const small = { field: 20, row: 50 };

function split(text: string, separator = ',', cuts: number[] = [], limits = SPLIT_LIMITS): SplitRow[] {
  const splitter = new Splitter(separator, limits);
  const rows: SplitRow[] = [];
  let from = 0;
  for (const cut of [...new Set(cuts.map((at) => at % (text.length + 1)))].sort((a, b) => a - b)) {
    rows.push(...splitter.push(text.slice(from, cut)));
    from = cut;
  }
  rows.push(...splitter.push(text.slice(from)), ...splitter.end());
  return rows;
}

const short = (rows: SplitRow[]) => rows.map(({ line, cells, fault }) => (fault ? [line, fault] : [line, ...cells]));

const separators = fc.constantFrom(',', ';', '\t');
const cuts = fc.array(fc.nat(), { maxLength: 12 });
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'Ж', 'ң', '"', ',', ';', '\t', '\r', '\n', ' ', '𐰴'), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 6,
  }),
);

function written(table: [string, boolean][][], separator: string, lineEnds: string[], lastEnd: boolean): string {
  const rows = table.map((row) =>
    row
      // A cell of a single column is quoted when empty: without quotes it would be no row at all.
      .map(([text, quote]) =>
        quote || row.length === 1 || /["\r\n]/.test(text) || text.includes(separator)
          ? `"${text.replaceAll('"', '""')}"`
          : text,
      )
      .join(separator),
  );
  return rows
    .map((row, index) => row + (index < rows.length - 1 || lastEnd ? lineEnds[index % lineEnds.length] : ''))
    .join('');
}

describe('splitting generated tables', () => {
  test('gives the cells and lines that csv-parse gives, wherever the chunks are cut', () => {
    fc.assert(
      fc.property(
        tables,
        separators,
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.boolean(),
        cuts,
        (table, separator, lineEnd, lastEnd, at) => {
          const text = written(table, separator, [lineEnd], lastEnd);
          const options = { delimiter: separator, record_delimiter: lineEnd, skip_empty_lines: true };
          const oracle: string[][] = parse(text, options);
          const rows = split(text, separator, at);
          expect(rows.map((row) => row.cells)).toEqual(oracle);
          expect(rows.map((row) => row.cells)).toEqual(table.map((row) => row.map(([content]) => content)));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('counts lines as an editor does, with all line ends mixed', () => {
    const safe = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\n'), maxLength: 6 });
    const rows = fc.array(fc.tuple(safe, fc.constantFrom('\r\n', '\n', '\r')), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, cuts, (table, at) => {
        let text = '';
        const starts: number[] = [];
        for (const [content, lineEnd] of table) {
          starts.push(text.split(/\r\n|\r|\n/).length);
          text += `x,"${content.replaceAll('"', '""')}"${lineEnd}`;
        }
        expect(split(text, ',', at).map((row) => row.line)).toEqual(starts);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('splitting any text at all', () => {
  const garbage = fc.string({ unit: fc.constantFrom('a', 'Ж', '"', '"', ',', '\n', '\r'), maxLength: 60 });

  test('does not depend on where the chunks are cut', () => {
    fc.assert(
      fc.property(garbage, cuts, (text, at) => {
        expect(split(text, ',', at)).toEqual(split(text));
      }),
      { numRuns: 10_000 },
    );
  });

  test('leaves no line with a character in it unaccounted for', () => {
    fc.assert(
      fc.property(garbage, cuts, (text, at) => {
        const covered = new Set<number>();
        for (const row of split(text, ',', at)) for (let n = row.line; n <= row.lastLine; n++) covered.add(n);
        const lines = text.split(/\r\n|\r|\n/).flatMap((line, index) => (line === '' ? [] : [index + 1]));
        expect(lines.filter((line) => !covered.has(line))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('quotes', () => {
  test('inside an unquoted field are ordinary characters', () => {
    expect(short(split('к/з "Заря",б\n'))).toEqual([[1, 'к/з "Заря"', 'б']]);
  });

  test('that close in the middle of a word cost their row alone', () => {
    expect(short(split('"к/з "Заря", юг",б\nв,г\n'))).toEqual([
      [1, 'row.stray-quote'],
      [2, 'в', 'г'],
    ]);
  });

  test('that never close cost their line alone, whether other quotes follow or none', () => {
    const expected = [
      [1, 'а', 'б'],
      [2, 'row.unclosed-quote'],
      [3, 'д', 'е'],
      [4, 'ж', 'з'],
    ];
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const bare = ['а,б', 'в,"г', 'д,е', 'ж,з', ''].join(lineEnd);
      const quoted = ['"а","б"', '"в","г', '"д","е"', '"ж","з"', ''].join(lineEnd);
      for (let at = 0; at <= quoted.length; at++) {
        expect(short(split(bare, ',', [at]))).toEqual(expected);
        expect(short(split(quoted, ',', [at]))).toEqual(expected);
      }
    }
  });

  test('that never close do not swallow more rows than a field may be long', () => {
    const text = `a,b\nc,"d\n${'e,f\n'.repeat(200)}`;
    const rows = split(text, ',', [70, 300, 333], small);
    expect(rows[1]).toMatchObject({ line: 2, fault: 'row.unclosed-quote' });
    expect(rows).toHaveLength(202);
  });

  test('cannot make the time grow with the square of the text', () => {
    const text = 'x",""",\n'.repeat(400_000);
    const rows = split(text, ',', [1_000_000, 2_000_000]);
    expect(rows.at(-1)?.lastLine).toBeGreaterThanOrEqual(400_000);
  });
});

describe('limits', () => {
  test('hold for a field and for a row to the very character', () => {
    const field = 'a'.repeat(20);
    expect(short(split(`${field}\n"${field}"\n`, ',', [], small))).toEqual([
      [1, field],
      [2, field],
    ]);
    expect(short(split(`${field}a\n"${field}a"\nb`, ',', [3, 30], small))).toEqual([
      [1, 'row.field-too-long'],
      [2, 'row.field-too-long'],
      [3, 'b'],
    ]);
    expect(short(split(`${field},${field},1234567\nb\n`, ',', [], small))).toMatchObject([
      [1, field, field, '1234567'],
      [2, 'b'],
    ]);
    expect(short(split(`${field},${field},12345678\nb\n`, ',', [], small))).toEqual([
      [1, 'row.too-long'],
      [2, 'b'],
    ]);
  });

  test('pass over a long quoted field to its end, line breaks and doubled quotes included', () => {
    const long = 'text ""quoted""\n'.repeat(40);
    expect(short(split(`a,b\nc,"${long}"\nd,e\n`, ',', [11, 90, 91, 500], small))).toEqual([
      [1, 'a', 'b'],
      [2, 'row.field-too-long'],
      [43, 'd', 'e'],
    ]);
  });

  test('stop a row of nothing but separators', () => {
    expect(short(split(`${','.repeat(500)}\na,b\n`, ',', [100], small))).toEqual([
      [1, 'row.too-long'],
      [2, 'a', 'b'],
    ]);
  });
});
