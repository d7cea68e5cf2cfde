import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { archiveRecords, imports, jobs, rejectedRows } from '@/db/schema';
import { bookkeep } from '@/domain/change';
import { read } from '@/domain/database';
import { systemActor } from '@/domain/permissions';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { aResearcher } from '@/domain/testing/factories';
import { refusalOf, refusedFields } from '@/domain/testing/outcome';
import { beginImport, resumeImport, startImport } from '../imports';
import { importPreview } from '../preview';
import { encoded } from '../reading/testing';
import { recordOfDocument } from '../records';
import { fillHashes } from './fill-hashes';
import { asOnlyWriter, isHeld } from './lease';
import { paceOf } from './pace';
import { runImport } from './run';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => {
  vi.useRealTimers();
  database.close();
});

const header = 'source_record_id,surname,given_name,birth_date';
const line = (n: number) => `${n},Сарсенов${n},Ергали,1915`;
function fileOf(name: string, text: string | Buffer): string {
  const path = join(database.folder, name);
  writeFileSync(path, text);
  return path;
}
async function enter(path: string, over: object = {}) {
  const given = { sourceKey: 'obd-memorial', fileName: 'r.csv', path, format: 'auto', queued: false, ...over };
  return (await startImport(systemActor, given)).importId;
}
const importRow = async (id: string) => (await read().select().from(imports).where(eq(imports.id, id)))[0];
const table = (rows: number) => `${[header, ...Array.from({ length: rows }, (_, n) => line(n))].join('\n')}\n`;

describe('a file of any kind', () => {
  const cards = () => fileOf('utf-8.csv', table(50));

  it('is the same in windows-1251 with semicolons', async () => {
    await runImport(await enter(cards()), cards());
    const other = fileOf('other.csv', encoded(table(50).replaceAll(',', ';'), 'windows-1251'));
    expect(await runImport(await enter(other), other)).toMatchObject({ read: 50, added: 0, unchanged: 50 });
  });

  it('with two encodings, ten thousand bad rows and an end cut off keeps what is good and says what is not', async () => {
    const bad = Array.from({ length: 10_000 }, (_, n) => `${n},,,`);
    const start = Buffer.from(`${[header, line(1), ...bad, line(20_001)].join('\n')}\n`);
    const path = fileOf(
      'odd.csv',
      Buffer.concat([start, encoded(`${line(20_002)}\n`, 'windows-1251'), Buffer.from('20003,Сар')]),
    );
    const importId = await enter(path);
    expect(await runImport(importId, path)).toMatchObject({ read: 10_004, added: 2, rejected: 10_002 });
    const rejected = await read().select().from(rejectedRows).orderBy(asc(rejectedRows.line));
    expect(rejected.slice(-2)).toMatchObject([
      { line: 10_004, reason: 'row.broken-characters', detail: 'surname, given_name' },
      { line: 10_005, reason: 'row.cut-short', detail: '2 / 4' },
    ]);
  });

  it('large enough for a thread comes in the same', async () => {
    const rows = 30_000;
    const notes = 'А'.repeat(30);
    const text = [`${header},notes`, ...Array.from({ length: rows }, (_, n) => `${line(n)},${notes}`)].join('\n');
    const path = fileOf('large.csv', text);
    const importId = await enter(path);
    expect(await runImport(importId, path)).toMatchObject({ read: rows, added: rows });
    expect((await recordOfDocument('obd-memorial', '29999'))?.record).toMatchObject({
      surname: 'Сарсенов29999',
      notes,
    });
    const gone = join(database.folder, 'gone.csv');
    expect(await refusalOf(runImport(await enter(path), gone))).toBe('file.not-found');
  });
});

describe('a full disk', () => {
  it('is refused clearly; what is in stays, and the import goes on after it', async () => {
    const path = fileOf('many.csv', table(6000));
    const importId = await enter(path);
    const { writer } = database.store.engine;
    const pages = Number(writer.pragma('page_count', { simple: true }));
    writer.pragma(`max_page_count = ${pages + 60}`);
    expect(await refusalOf(runImport(importId, path, () => {}, { rows: 200 }))).toBe('import.full');
    const broken = await importRow(importId);
    expect(broken).toMatchObject({ state: 'running' });
    expect(broken?.read).toBeGreaterThan(0);
    expect(await read().$count(archiveRecords)).toBe(broken?.added);
    writer.pragma('max_page_count = 1000000');
    expect(await runImport(importId, path)).toMatchObject({ read: 6000, added: 6000, duplicates: 0 });
  });
});

describe('a mapping by hand', () => {
  const odd = () => fileOf('odd.csv', 'Кто;Имя ;Когда\nСарсенов;Ергали;1915\nИванов;Иван;1916\n');

  it('is shown with the beginning of the file, changed, and agreed to', async () => {
    const researcher = await aResearcher();
    const path = odd();
    const importId = await enter(path, { prepared: true, queued: true });
    expect(await importRow(importId)).toMatchObject({
      state: 'prepared',
      columns: ['Кто', 'Имя ', 'Когда'],
      mapping: {},
    });
    expect(await read().$count(jobs)).toBe(0);
    const tried = { importId, path, places: { surname: '0', givenName: '1', unknown: '2', birth: '77' } };
    expect(await importPreview(researcher, tried)).toMatchObject({
      format: 'other',
      encoding: 'utf-8',
      separator: ';',
      places: { surname: 0, givenName: 1 },
      sample: { surname: 'Сарсенов', givenName: 'Ергали', birth: '' },
      rows: [{ line: 2, rejected: null }, { line: 3 }],
    });
    const begin = (over: object) => beginImport(researcher, { importId, path, sourceKey: 'own-register', ...over });
    expect(await refusedFields(begin({}))).toEqual({ surname: 'import.no-name-column' });
    expect(await refusedFields(begin({ surname: '9' }))).toEqual({ surname: 'import.unknown-column' });
    await begin({ surname: '0', givenName: '1', birth: '2' });
    expect(await refusalOf(begin({ surname: '0' }))).toBe('import.begun-already');
    expect(await read().select().from(jobs)).toMatchObject([{ kind: 'archive.import', input: { importId, path } }]);
    expect(await runImport(importId, path)).toMatchObject({ read: 2, added: 2 });
    expect(await importRow(importId)).toMatchObject({ format: 'other', sourceKey: 'own-register' });
  });

  it('corrected brings every row in again as a new version; the same again adds nothing', async () => {
    const path = fileOf('named.csv', `source_record_id,surname,given_name\n1,Ергали,Сарсенов\n`);
    await runImport(await enter(path), path);
    const mapping = { surname: 'given_name', givenName: 'surname' };
    expect(await runImport(await enter(path, { mapping }), path)).toMatchObject({ updated: 1 });
    expect((await recordOfDocument('obd-memorial', '1'))?.record.surname).toBe('Сарсенов');
    expect(await runImport(await enter(path, { mapping }), path)).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await refusedFields(enter(path, { mapping: { surname: 'nothing' } }))).toEqual({
      surname: 'import.unknown-column',
    });
    expect(await refusedFields(enter(path, { mapping: { height: 'surname' } }))).toEqual({
      height: 'import.unknown-field',
    });
  });
});

describe('records of an older database', () => {
  it('get their hashes once, those of an import made now', async () => {
    const path = fileOf('old.csv', table(30));
    await runImport(await enter(path), path);
    const hashes = () =>
      read().select({ identity: archiveRecords.identity, content: archiveRecords.content }).from(archiveRecords);
    const before = await hashes();
    await bookkeep(async (tx) => {
      await tx.update(archiveRecords).set({ identity: 0, content: 0 });
    });
    expect(await fillHashes()).toBe(30);
    expect(await hashes()).toEqual(before);
    expect(await fillHashes()).toBe(0);
    expect(await runImport(await enter(path), path)).toMatchObject({ unchanged: 30 });
  });
});

describe('who writes', () => {
  it('is one at a time; the second waits and says so', async () => {
    const order: string[] = [];
    const wait = (name: string) =>
      asOnlyWriter(
        async ({ holder }) => {
          order.push(`${name} begins`);
          expect(isHeld(holder)).toBe(true);
          await new Promise((resolve) => setTimeout(resolve, 50));
          order.push(`${name} ends`);
        },
        () => {
          order.push(`${name} waits`);
        },
      );
    const first = wait('first');
    await vi.waitUntil(() => order.length > 0);
    await Promise.all([first, wait('second')]);
    expect(order).toEqual(['first begins', 'second waits', 'first ends', 'second begins', 'second ends']);
  });

  it('writes nothing any more when another one took over', async () => {
    const path = fileOf('many.csv', table(300));
    const importId = await enter(path);
    const robbed = runImport(
      importId,
      path,
      () => {
        database.store.engine.writer
          .prepare("UPDATE index_state SET value = json_set(value, '$.holder', 'another') WHERE key = 'writing'")
          .run();
      },
      { rows: 100 },
    );
    expect(await refusalOf(robbed)).toBe('import.lease-lost');
    expect(await importRow(importId)).toMatchObject({ read: 100, state: 'running' });
  });
});

describe('an import that broke off', () => {
  it('is given to the worker again, once', async () => {
    const researcher = await aResearcher();
    const path = fileOf('many.csv', table(10));
    const importId = await enter(path);
    await resumeImport(researcher, { importId, path });
    expect(await refusalOf(resumeImport(researcher, { importId, path }))).toBe('import.not-resumable');
  });
});

describe('the pace', () => {
  it('is that of the last seconds, and says what is left', () => {
    let at = 0;
    const pace = paceOf(() => at);
    expect(pace(0, 0)).toEqual({ rate: 0, left: -1 });
    at = 1000;
    expect(pace(5000, 0.1)).toEqual({ rate: 5000, left: 9 });
    for (at = 2000; at <= 40_000; at += 1000) pace(5000 + at, 0.1 + at / 100_000);
    expect(pace(45_000, 0.5).rate).toBeLessThan(1100);
  });
});
