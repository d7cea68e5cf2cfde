/** The report in every language and form, made twice and read back. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { entryOf } from '@/domain/statistics/catalogue';
import { readBook } from '@/domain/takeover/reading/read-book';
import { type DocumentLanguage, wordsOf } from '../words';
import { niceSteps } from './curve';
import { reportParts, statisticOf } from './parts';
import { reportPdf } from './pdf';
import { januaryFacts } from './testing';
import { reportWorkbook } from './workbook';

const languages = ['kk', 'ru', 'en'] as const;
const russia = { kk: 'Ресей', ru: 'Россия', en: 'Russia' } as const;
const periods = { kk: '2020 жылғы қаңтар', ru: 'за январь 2020 года', en: 'January 2020' } as const;

async function readBack(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const parts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) parts.push(item.str, item.hasEOL ? ' ' : '');
  }
  return plain(parts.join(''));
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe.each(languages)('the report in %s', (language: DocumentLanguage) => {
  it('tells the figures of January 2020 and every definition', { timeout: 120_000 }, async () => {
    const text = await readBack(await reportPdf(januaryFacts(), language));
    expect(text).toContain(periods[language]);
    expect(text).toContain('556');
    expect(text).toContain(`${russia[language]} 38`);
    const words = wordsOf(language, 'statistic');
    for (const name of reportParts.flatMap((part) => [...part.names])) {
      const { key } = statisticOf(januaryFacts(), name);
      expect(text).toContain(plain(words(`${key}.definition`)));
    }
    // A text that is missing stands there as its key.
    expect(text).not.toMatch(/(?:statistic|statisticColumn|documents)\.[a-z]/);
  });

  it('is the same to the byte when it is made again', { timeout: 120_000 }, async () => {
    const [first, again] = [await reportPdf(januaryFacts(), language), await reportPdf(januaryFacts(), language)];
    expect(first.equals(again)).toBe(true);
    const [book, same] = [
      await reportWorkbook(januaryFacts(), language),
      await reportWorkbook(januaryFacts(), language),
    ];
    expect(book.equals(same)).toBe(true);
  });

  it('has every row in its workbook, a sheet a statistic', { timeout: 60_000 }, async () => {
    const rows = 60;
    const tables = readBook(await reportWorkbook(januaryFacts(rows), language));
    const names = reportParts.flatMap((part) => [...part.names]);
    expect(tables).toHaveLength(names.length + 2);
    const cells = tables.map(({ rows }) => rows.flatMap((row) => Object.values(row.cells)).join(' '));
    expect(cells[1]).toContain(`${russia[language]} 38 79.2`);
    for (const [at, name] of names.entries()) {
      const statistic = statisticOf(januaryFacts(rows), name);
      const [dimension] = entryOf(statistic.key).columns;
      const last = statistic.names[dimension?.key ?? '']?.[`n${rows - 1}`]?.[language];
      if (last) expect(cells[at + 1]).toContain(last);
    }
  });
});

it('a longer list of places ends on paper with how many more there are', { timeout: 60_000 }, async () => {
  const text = await readBack(await reportPdf(januaryFacts(60), 'en'));
  expect(text).toContain('20 more rows stand in the XLSX');
});

it('marks of an axis are round and few', () => {
  expect(niceSteps(3)).toEqual([0, 1, 2, 3]);
  expect(niceSteps(40)).toEqual([0, 10, 20, 30, 40]);
  expect(niceSteps(1999)).toEqual([0, 500, 1000, 1500]);
});
