import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { anAdministrator, aResearcher, importText } from '../testing/factories';
import { refusalOf } from '../testing/outcome';
import { startImport } from './imports';
import { recordSurroundings } from './record-page';
import { recordOfDocument } from './records';
import { runImport } from './taking-in/run';

const cards = 'e2e/fixtures/obd-cards.csv';
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  // The cards among other men: how rare a name is can be told only among many.
  await importText(others(3_000), 'books-of-memory');
  const given = { sourceKey: 'obd-memorial', fileName: 'cards.csv', path: cards, format: 'auto', queued: false };
  const { importId } = await startImport(systemActor, given);
  await runImport(importId, cards);
});
afterAll(() => database.close());

const around = async (document: string) => {
  const row = await recordOfDocument('obd-memorial', document);
  return recordSurroundings(systemActor, { recordId: row?.recordId ?? 0 });
};

describe('two cards of one man', () => {
  it.each([
    ['1155934094', '1155958591'],
    ['1155958591', '1155934094'],
  ])('%s shows %s as probably the same man, and nobody else', async (document, sister) => {
    const { sisters } = await around(document);
    expect(sisters.map(({ record, band }) => [record.sourceRecordId, band])).toEqual([[sister, 'likely']]);
    const reasons = sisters[0]?.verdicts.map(({ reason }) => reason);
    expect(reasons).toEqual(expect.arrayContaining(['name-same', 'unit-same']));
  });

  it('a man of whom there is one card has no sister', async () => {
    expect((await around('51268142')).sisters).toEqual([]);
  });
});

describe('a record’s page', () => {
  it('shows what was read: dates, rank, fate, units, places of the table', async () => {
    const { readings, places, proposedFor } = await around('51268138');
    expect(readings).toMatchObject({
      birth: { edtf: '1914' },
      loss: { edtf: '1942-04-01' },
      rank: { key: 'sergeant' },
      fate: 'killed',
    });
    expect(readings.units).toContainEqual({ kind: 'sd', number: '157', guards: false });
    expect(places.length).toBeGreaterThan(0);
    for (const { written, parts } of places) {
      expect(written).not.toBe('');
      for (const { placeId, names, text } of parts) expect(placeId ? names.length > 0 : text !== '').toBe(true);
    }
    expect(proposedFor).toEqual([]);
  });

  it('is refused to those without the archive, and when there is no such record', async () => {
    const given = { recordId: 1 };
    expect(await refusalOf(recordSurroundings(await anAdministrator(), given))).toBe('access.denied');
    expect(await refusalOf(recordSurroundings(await aResearcher(), { recordId: 99_999_999 }))).toBe(
      'archive.not-found',
    );
  });
});

/** Men whose names are put together from a few dozen roots, so that some share a name and most do not. */
function others(count: number): string {
  const roots =
    'Ахмет Иван Кусаин Петр Омар Василий Сейт Николай Жума Степан Бек Панкрат Ибраим Федор Серик Павел'.split(' ');
  const ends = ['ов', 'баев', 'енко', 'ский', 'улин', 'жанов', 'ин', 'чук', 'алиев', 'ян', 'омаров'];
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';
  const lines = Array.from({ length: count }, (_, at) => {
    const surname = pick(roots, at * 7 + 3) + pick(ends, at * 5 + (at >> 4));
    return `${surname},${pick(roots, at * 3 + (at >> 3))},${pick(roots, at + (at >> 5))}ович,${1895 + (at % 32)}`;
  });
  return `surname,given_name,patronymic,birth_date\n${lines.join('\n')}\n`;
}
