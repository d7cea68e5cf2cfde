import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { asc, eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveRecords, cases, imports, jobs, rejectedRows } from '@/db/schema';
import { attachEvidence, removeEvidence } from '../cases/evidence';
import { read } from '../database';
import { type StaffActor, systemActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, importText } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { cancelImport, startImport, withdrawImport } from './imports';
import { recordOfDocument, recordsByIds } from './records';
import { runImport } from './taking-in/run';
import { takeOutImport } from './taking-in/take-out';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const cards = 'e2e/fixtures/obd-cards.csv';
const written: Record<string, string>[] = parse(readFileSync(cards), { columns: true, bom: true });

const enter = (path: string, over: object = {}) =>
  startImport(systemActor, {
    sourceKey: 'obd-memorial',
    fileName: 'cards.csv',
    path,
    format: 'auto',
    queued: false,
    ...over,
  });
async function importFile(path: string) {
  const { importId } = await enter(path);
  return { importId, ...(await runImport(importId, path)) };
}
async function inForce() {
  const ids = await read()
    .select({ id: archiveRecords.id })
    .from(archiveRecords)
    .where(isNull(archiveRecords.supersededAt))
    .orderBy(asc(archiveRecords.id));
  return [...(await recordsByIds(ids.map(({ id }) => id))).values()];
}
const recordOf = async (number: string) => (await recordOfDocument('obd-memorial', number)) ?? expect.fail(number);
async function withdraw(actor: StaffActor, importId: string): Promise<void> {
  await withdrawImport(actor, { importId, queued: false });
  await takeOutImport(importId);
}
const importRow = async (id: string) => (await read().select().from(imports).where(eq(imports.id, id)))[0];

const none = { added: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 };

describe('the card list of the loss database', () => {
  it('comes in whole: every row, every column as written', async () => {
    const seq = await lastSeq();
    const { importId, ...counts } = await importFile(cards);
    expect(counts).toMatchObject({ ...none, read: 25, added: 25 });
    const rows = new Map((await inForce()).map(({ row }) => [row.document_id, row]));
    expect(rows.size).toBe(25);
    for (const row of written)
      expect(Object.entries(rows.get(row.document_id ?? '') ?? {})).toEqual(Object.entries(row));
    expect(await importRow(importId)).toMatchObject({ state: 'done', format: 'obd-card-list', refusal: null });
    expect((await eventsAfter(seq)).map(({ kind }) => kind)).toEqual(['import.started', 'import.finished']);
  });

  it('keeps the citation as text, and supplies none that is not there', async () => {
    await importFile(cards);
    const citations = ['51268142', '85849307', '1155934094'].map(async (id) => (await recordOf(id)).record.citation);
    expect(await Promise.all(citations)).toEqual([
      'ф. 58, оп. 818883, д. 1631',
      'оп. 1948, д. 22/2',
      'Отдел по Волховскому и Киришскому районам, д. 10000947',
    ]);
  });

  it('a second time adds nothing; a changed row becomes a version beside the first', async () => {
    await importFile(cards);
    expect(await importFile(cards)).toMatchObject({ ...none, read: 25, unchanged: 25 });
    expect(await read().$count(archiveRecords)).toBe(25);

    const changed = join(database.folder, 'changed.csv');
    writeFileSync(changed, readFileSync(cards, 'utf8').replace('умер от ран', 'пропал без вести'));
    expect(await importFile(changed)).toMatchObject({ ...none, read: 25, updated: 1, unchanged: 24 });
    expect(await recordOf('51268142')).toMatchObject({ version: 2, record: { fate: 'пропал без вести' } });
    expect(await read().$count(archiveRecords)).toBe(26);
    expect((await inForce()).length).toBe(25);
  });
});

describe('a record', () => {
  it('stays as written: no statement of ours changes it', async () => {
    await importFile(cards);
    const change = (set: Partial<typeof archiveRecords.$inferInsert>) =>
      database.store.tx((tx) =>
        tx
          .update(archiveRecords)
          .set(set)
          .then(() => undefined),
      );
    for (const set of [{ row: [] }, { version: 9 }, { importNumber: 9 }, { id: 99_999 }])
      await expect(change(set)).rejects.toMatchObject({ cause: { message: 'an archive record stays as written' } });
  });
});

describe('an import', () => {
  const header = 'source_record_id,surname,given_name,birth_date\n';
  const row = (n: number) => `id-${n},Сарсенов${n},Ергали,__.__.1915\n`;
  const manyRows = header + Array.from({ length: 350 }, (_, n) => (n % 70 === 69 ? `id-${n},,,\n` : row(n))).join('');

  it('interrupted between batches goes on where it was: nothing double, nothing lost, the counts right', async () => {
    const path = join(database.folder, 'many.csv');
    writeFileSync(path, manyRows);
    const { importId } = await enter(path);
    for (const [least, most] of [
      [100, 200],
      [200, 350],
    ] as const) {
      const interrupted = runImport(
        importId,
        path,
        ({ read: rows }) => {
          if (rows > least) throw new Error('the power is gone');
        },
        { rows: 100 },
      );
      await expect(interrupted).rejects.toThrow('the power is gone');
      const row = await importRow(importId);
      expect(row).toMatchObject({ state: 'running', read: most === 350 ? 300 : 200 });
    }
    expect(await runImport(importId, path)).toMatchObject({ ...none, read: 350, added: 345, rejected: 5 });
    expect(await read().$count(archiveRecords)).toBe(345);
    expect(new Set((await inForce()).map(({ sourceRecordId }) => sourceRecordId)).size).toBe(345);
    const rejected = await read().select().from(rejectedRows).orderBy(asc(rejectedRows.line));
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual(
      [71, 141, 211, 281, 351].map((line) => [line, 'row.no-name']),
    );
    expect(rejected[0]?.row).toMatchObject({ source_record_id: 'id-69' });
    // Run once more, a finished import answers with what it did.
    expect(await runImport(importId, path)).toMatchObject({ read: 350, added: 345 });
    expect(await importFile(path)).toMatchObject({ ...none, read: 350, unchanged: 345, rejected: 5 });
  });

  it('takes the same document under both its numbers, or twice in one file, once', async () => {
    const twice = `${header}51268142,Тараненко,Яков,\n551268142,Тараненко,Яков И.,\n51268142,Тараненко,Яков,\n`;
    await importText(twice);
    expect(await inForce()).toMatchObject([{ sourceRecordId: '51268142', record: { givenName: 'Яков' } }]);
    expect((await read().select().from(imports))[0]).toMatchObject({ read: 3, added: 1, duplicates: 2 });
  });

  it('tells rows without a number of the source apart by what they say', async () => {
    const nameless = `${header},Сарсенов,Ергали,1915\n,Сарсенов,Ергали,1916\n,Сарсенов,Ергали,1915\n`;
    await importText(nameless);
    expect((await read().select().from(imports))[0]).toMatchObject({ added: 2, duplicates: 1 });
  });

  it('queued leaves the work to the worker', async () => {
    const researcher = await aResearcher();
    const given = { sourceKey: 'obd-memorial', fileName: 'cards.csv', path: cards, format: 'auto', queued: true };
    expect(await recordedBy(() => startImport(researcher, given))).toEqual(['import.started', 'job.queued']);
    expect(await read().select().from(jobs)).toMatchObject([
      { kind: 'archive.import', state: 'queued', input: { path: cards } },
    ]);
    expect(await read().$count(archiveRecords)).toBe(0);
  });

  it('of a file that is none fails with its reason, and can be run again', async () => {
    const path = join(database.folder, 'records.csv');
    expect(await refusalOf(enter(path))).toBe('file.not-found');
    expect(await refusedFields(enter(cards, { sourceKey: 'nothing' }))).toEqual({ sourceKey: 'source.not-found' });
    writeFileSync(path, 'colour,weight\nred,1\n');
    const { importId } = await enter(path);
    const seq = await lastSeq();
    expect(await refusalOf(runImport(importId, path))).toBe('file.unknown-layout');
    expect(await importRow(importId)).toMatchObject({ state: 'failed', refusal: 'file.unknown-layout' });
    expect(await eventsAfter(seq)).toMatchObject([{ kind: 'import.failed', data: { code: 'file.unknown-layout' } }]);
    writeFileSync(path, header + row(1));
    expect(await runImport(importId, path)).toMatchObject({ read: 1, added: 1 });
  });
});

async function caseWithNumber() {
  const made = await aCaseIn('searching');
  const [row] = await read().select({ number: cases.number }).from(cases).where(eq(cases.id, made.caseId));
  return { ...made, number: row?.number };
}

describe('withdrawing an import', () => {
  it('takes it out whole, and brings back the versions before', async () => {
    const manager = await aManager();
    await importFile(cards);
    const changed = join(database.folder, 'changed.csv');
    writeFileSync(changed, readFileSync(cards, 'utf8').replace('умер от ран', 'пропал без вести'));
    const { importId } = await importFile(changed);
    const seq = await lastSeq();
    await withdraw(manager, importId);
    expect(await recordOf('51268142')).toMatchObject({
      version: 1,
      record: { fate: 'умер от ран' },
      superseded: false,
    });
    expect(await read().$count(archiveRecords)).toBe(25);
    expect(await importRow(importId)).toMatchObject({ state: 'withdrawn' });
    expect(await eventsAfter(seq)).toMatchObject([
      { kind: 'import.withdraw-asked', data: { importId } },
      { kind: 'import.withdrawn', data: { importId, records: 1 } },
    ]);
    expect(await refusalOf(withdrawImport(manager, { importId }))).toBe('import.not-withdrawable');
    expect(await importFile(changed)).toMatchObject({ updated: 1, unchanged: 24 });
  });

  it('is refused while a case rests on one of its records', async () => {
    const manager = await aManager();
    const { importId } = await importFile(cards);
    const { caseId, researcher, number } = await caseWithNumber();
    const { recordId, record } = await recordOf('51268142');
    const attached = { caseId, recordId, citation: record.citation };
    const { evidenceId } = await attachEvidence(researcher, attached);
    await expect(withdrawImport(manager, { importId })).rejects.toMatchObject({
      code: 'import.in-use',
      details: { cases: 1, numbers: String(number) },
    });
    expect(await read().$count(archiveRecords)).toBe(25);
    await removeEvidence(researcher, { caseId, evidenceId, reason: 'Басқа адам.' });
    await withdrawImport(manager, { importId, queued: false });
    // What is asked for and not yet done is as good as gone.
    expect(await refusalOf(attachEvidence(researcher, attached))).toBe('archive.record-not-found');
    await takeOutImport(importId);
    expect(await read().$count(archiveRecords)).toBe(0);
  });

  it('is not a researcher’s', async () => {
    const { importId } = await importFile(cards);
    expect(await refusalOf(withdrawImport(await aResearcher(), { importId }))).toBe('access.denied');
  });

  it('is refused while a later import of the same source found its records unchanged', async () => {
    const manager = await aManager();
    const first = await importFile(cards);
    const second = await importFile(cards);
    await expect(withdrawImport(manager, { importId: first.importId })).rejects.toMatchObject({
      code: 'import.met-again',
      details: { imports: 1, files: 'cards.csv' },
    });
    await withdraw(manager, second.importId);
    expect(await read().$count(archiveRecords)).toBe(25);
    await withdraw(manager, first.importId);
    expect(await read().$count(archiveRecords)).toBe(0);
    // Ids are not given again: what the search index still holds of them must mean nobody.
    await importFile(cards);
    expect(Math.min(...(await inForce()).map(({ recordId }) => recordId))).toBe(26);
  });
});

describe('cancelling an import', () => {
  const header = 'source_record_id,surname,given_name\n';

  it('that runs takes out what came in, and brings earlier versions back', async () => {
    const researcher = await aResearcher();
    const path = join(database.folder, 'first.csv');
    writeFileSync(path, `${header}${Array.from({ length: 300 }, (_, n) => `${n},Сарсенов,Ергали\n`).join('')}`);
    await importFile(path);
    const changed = join(database.folder, 'second.csv');
    writeFileSync(changed, readFileSync(path, 'utf8').replaceAll('Ергали', 'Ерғали'));
    const { importId } = await enter(changed);
    const running = runImport(
      importId,
      changed,
      async ({ read: rows }) => {
        if (rows === 200) await cancelImport(researcher, { importId });
      },
      { rows: 100 },
    );
    expect(await refusalOf(running)).toBe('import.cancelled');
    expect(await importRow(importId)).toMatchObject({ state: 'cancelled', read: 300 });
    const records = await inForce();
    expect(records).toHaveLength(300);
    expect(new Set(records.map(({ version, record }) => `${version} ${record.givenName}`))).toEqual(
      new Set(['1 Ергали']),
    );
    expect(await read().$count(archiveRecords)).toBe(300);
    // The job that was queued for the case that nobody reads it in any more finds nothing to do.
    await takeOutImport(importId);
    expect(await refusalOf(cancelImport(researcher, { importId }))).toBe('import.not-cancellable');
  });

  it('that was interrupted is done by whoever writes next', async () => {
    const path = join(database.folder, 'many.csv');
    writeFileSync(path, `${header}${Array.from({ length: 300 }, (_, n) => `${n},Сарсенов,Ергали\n`).join('')}`);
    const { importId } = await enter(path);
    const fails = () => {
      throw new Error('the power is gone');
    };
    await expect(runImport(importId, path, fails, { rows: 100 })).rejects.toThrow('the power is gone');
    await cancelImport(await aResearcher(), { importId });
    expect(await read().$count(archiveRecords)).toBe(100);
    expect(await importFile(cards)).toMatchObject({ ...none, read: 25, added: 25 });
    expect(await importRow(importId)).toMatchObject({ state: 'cancelled' });
    expect(await read().$count(archiveRecords)).toBe(25);
  });

  it('that waits ends it at once', async () => {
    const { importId } = await enter(cards, { queued: true });
    await cancelImport(await aResearcher(), { importId });
    expect(await importRow(importId)).toMatchObject({ state: 'cancelled', read: 0 });
    expect(await runImport(importId, cards)).toMatchObject({ read: 0, added: 0 });
  });
});
