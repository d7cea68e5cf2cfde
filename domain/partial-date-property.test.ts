import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateRefusal, dateText, type PartialDate, readDate, writeDate } from './partial-date';

// An independent reader of EDTF; the package comes without types.
const require = createRequire(import.meta.url);
const { default: edtf }: { default: (text: string) => { min: number; max: number } } = require('edtf');

const locales = ['kk', 'ru', 'en'] as const;
const valuesOf = ({ edtf, earliest, latest }: PartialDate) => ({ edtf, earliest, latest });
const boundsOf = ({ earliest, latest }: PartialDate) => ({ earliest, latest });
const day = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : null);

// Structured dates, as EDTF.
const two = (n: number) => String(n).padStart(2, '0');
const year = fc.integer({ min: 1850, max: 2030 });
const point = fc
  .record({ year, month: fc.integer({ min: 0, max: 12 }), day: fc.integer({ min: 0, max: 31 }) })
  .filter(({ year, month, day }) => day <= (month && new Date(Date.UTC(year, month, 0)).getUTCDate()))
  .map(({ year, month, day }) => `${year}${month ? `-${two(month)}` : ''}${day ? `-${two(day)}` : ''}`);
const mark = fc.constantFrom('', '', '~', '?', '%');
const pair = fc
  .tuple(point, point)
  .map(([a, b]) => (a < b ? [a, b] : [b, a]) as [string, string])
  .filter(([a, b]) => !b.startsWith(a)); // EDTF wants the second to begin after the first
const structured = fc.oneof(
  fc.tuple(point, mark).map(([p, q]) => p + q),
  fc.tuple(pair, mark).map(([[a, b], q]) => `${a}${q}/${b}${q}`),
  fc.tuple(point, mark).map(([p, q]) => `../${p}${q}`),
  fc.tuple(point, mark).map(([p, q]) => `${p}${q}/..`),
  pair.map(([a, b]) => `[${a},${b}]`),
  year.map((y) => `${String(y).slice(0, 3)}X`),
  fc.tuple(year, fc.integer({ min: 1, max: 31 })).map(([y, d]) => `${y}-XX-${two(d)}`),
);

// Word salad of everything the reader knows.
const scraps = fc.constantFrom(
  ...[
    '28',
    '02',
    '5',
    '31',
    '42',
    '1942',
    '1943',
    '1915',
    '0',
    '00',
    '_',
    '__',
    '194_',
    '19__',
    '1910-е',
    '2542',
    '9999',
  ],
  ...[
    '.',
    '-',
    '/',
    ' ',
    ' ',
    ' – ',
    '?',
    '(?)',
    '~',
    '%',
    '[',
    ']',
    ',',
    '..',
    'X',
    'XX',
    'XII',
    '-е',
    '1942-05',
    '0042',
  ],
  ...['февраля', 'май', 'наурыз', 'March', 'мамырдан', 'зима', 'лето', 'қыс', 'начало', 'конец', 'около', 'шамамен'],
  ...[
    'до',
    'после',
    'не',
    'ранее',
    'позднее',
    'с',
    'по',
    'и',
    'или',
    'between',
    'to',
    'дейін',
    'жылдан',
    'емес',
    'кеш',
  ],
  ...['г.', 'гг.', 'жылдары', 'лет', 'жаста', 'years old in', 'в', 'неизвестно', 'c', '\u0000', '\ud800', 'ё'],
);
const salad = fc.array(scraps, { maxLength: 9 }).map((words) => words.join(' ').replaceAll(' _ ', ''));
const squeezed = fc.array(scraps, { maxLength: 9 }).map((words) => words.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), fc.string(), salad, squeezed, structured);

const runs = { numRuns: 3000, seed: 1942 };

describe('any text', () => {
  it('is read or not, and never throws', () => {
    fc.assert(
      fc.property(anyText, fc.option(fc.integer(), { nil: undefined }), (text, century) => {
        const date = readDate(text, { century });
        expect(date.raw).toBe(text);
        if (date.edtf === null) expect(boundsOf(date)).toEqual({ earliest: null, latest: null });
        else if (century === undefined) expect(dateRefusal(text)).toBeNull();
        for (const locale of locales) dateText(date, locale);
      }),
      runs,
    );
  });

  it('gives bounds in order, open only on the side where the EDTF is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { edtf, earliest, latest } = readDate(text);
        if (edtf === null) return;
        if (earliest && latest) expect(earliest <= latest).toBe(true);
        expect(earliest === null).toBe(edtf.startsWith('../'));
        expect(latest === null).toBe(edtf.endsWith('/..'));
        for (const bound of [earliest, latest]) expect(bound ?? '1942-02-28').toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      runs,
    );
  });

  it('is written so that it reads back the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const date = readDate(text);
        if (date.edtf !== null) expect(valuesOf(readDate(writeDate(date)))).toEqual(valuesOf(date));
      }),
      runs,
    );
  });

  it('gives EDTF that an independent parser takes, with the same days where nothing is approximate', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const date = readDate(text);
        if (date.edtf === null) return;
        const oracle = edtf(date.edtf);
        if (!/[~%]/.test(date.edtf))
          expect(boundsOf(date)).toEqual({ earliest: day(oracle.min), latest: day(oracle.max) });
      }),
      runs,
    );
  });
});

describe('a structured date', () => {
  it('is read as it stands', () => {
    fc.assert(
      fc.property(structured, (text) => {
        const date = readDate(text);
        expect(date.edtf).toBe(text);
        expect(valuesOf(readDate(writeDate(date)))).toEqual(valuesOf(date));
      }),
      runs,
    );
  });

  it('reads back from its words in every language', () => {
    fc.assert(
      fc.property(structured, (text) => {
        const date = readDate(text);
        for (const locale of locales) expect(boundsOf(readDate(dateText(date, locale)))).toEqual(boundsOf(date));
      }),
      runs,
    );
  });

  it('is the same by the short way for DD.MM.YYYY and by the long one', () => {
    const part = fc.constantFrom('__', '00', '01', '12', '13', '28', '29', '30', '31', '32');
    fc.assert(
      fc.property(part, part, year, (d, m, y) => {
        const text = `${d}.${m}.${y}`;
        expect(valuesOf(readDate(text))).toEqual(valuesOf(readDate(` ${text}`)));
        expect(dateRefusal(text)).toBe(dateRefusal(` ${text}`));
      }),
      runs,
    );
  });
});
