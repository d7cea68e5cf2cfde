import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveRecords, searches } from '@/db/schema';
import { attachEvidence } from '../cases/evidence';
import { read } from '../database';
import { systemActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, anAdministrator, anImportedRecord, aResearcher, type People } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { findRecords, makeLookup } from './find';
import { runImport, startImport } from './imports';
import { logSearch } from './searches';

const cards = 'e2e/fixtures/obd-cards.csv';
let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
  const given = { sourceKey: 'obd-memorial', fileName: 'cards.csv', path: cards, format: 'auto', queued: false };
  const { importId } = await startImport(systemActor, given);
  await runImport(importId, cards);
});
afterAll(() => database.close());

const found = async (question: object) =>
  (await findRecords(people.researcher, question)).records.map(({ surname, givenName }) => `${surname} ${givenName}`);

describe('a lookup finds', () => {
  it('a name in any case and order, whole or in part', async () => {
    const yakov = ['Тараненко Яков'];
    const both = ['Тараненко Харитон', 'Тараненко Яков'];
    expect(await found({ text: 'тараненко яков' })).toEqual(yakov);
    expect(await found({ text: 'ЯКОВ  ТАРАНЕНКО,' })).toEqual(yakov);
    expect(await found({ surname: 'Тараненко', givenName: 'Яков', patronymic: 'Иванович' })).toEqual(yakov);
    expect((await found({ text: 'ТАРАНЕНКО' })).sort()).toEqual(both);
    expect((await found({ text: 'аранен' })).sort()).toEqual(both);
    expect(await found({ text: 'зулин' })).toEqual(['...зулин Василий']);
    expect(await found({ text: '...зулин' })).toEqual(['...зулин Василий']);
    expect(await found({ text: 'Тараненко Пётр' })).toEqual([]);
  });

  it('Kazakh letters as the clerk wrote them in Russian', async () => {
    expect(await found({ text: 'Ирғашов' })).toEqual(['Иргашов Тюмобай']);
    expect(await found({ text: 'мұрадов сергеи' })).toEqual(['Мурадов Сергей']);
    expect(await found({ text: 'КОЧӘН' })).toEqual(['Кочан Алексей']);
  });

  it('by year of birth: those born then, and those whose birth nobody wrote down', async () => {
    const { records, total } = await findRecords(people.researcher, { text: '1914', limit: 100 });
    const births = new Set(records.map(({ birth }) => birth));
    expect(births).toEqual(new Set(['', '__.__.1914']));
    expect(records.filter(({ birth }) => birth !== '')).toHaveLength(3);
    expect(total).toBe(records.length);
    expect(await found({ text: 'тараненко яков 1914' })).toEqual(['Тараненко Яков']);
    expect(await found({ text: 'тараненко', birthYear: '1914', birthPlace: 'казахская' })).toEqual(['Тараненко Яков']);
    expect(await found({ text: 'тараненко', birthYear: '1915' })).toEqual([]);
  });

  it('by place of birth or call-up', async () => {
    expect(await found({ birthPlace: 'САРАТОВСКАЯ' })).toEqual(['...зулин Василий']);
    expect(await found({ birthPlace: 'Бакинский ГВК' })).toEqual(['Мурадов Сергей']);
  });

  it('a page at a time, in the order of the names, each once', async () => {
    const pages = [];
    for (let offset = 0; offset < 30; offset += 10)
      pages.push(...(await findRecords(people.researcher, { text: 'о', limit: 10, offset })).records);
    const { total } = await findRecords(people.researcher, { text: 'о' });
    expect(pages).toHaveLength(total);
    expect(new Set(pages.map(({ recordId }) => recordId)).size).toBe(total);
  });

  it('nothing by signs that mean something to the database', async () => {
    for (const text of ['%', '_', '%араненко%x', "' OR 1=1 --", '*', '"']) {
      const result = await refusalOf(findRecords(people.researcher, { text }));
      expect(['input.invalid', 'accepted']).toContain(result);
      if (result === 'accepted') expect(await found({ text })).toEqual([]);
    }
    expect(await refusedFields(findRecords(people.researcher, { text: ' ' }))).toEqual({
      text: 'lookup.nothing-asked',
    });
    expect(await refusedFields(findRecords(people.researcher, { text: 'а', birthYear: '14' }))).toEqual({
      birthYear: 'input.year',
    });
  });
});

describe('a lookup made', () => {
  const searchesOf = (caseId: string) =>
    read().select().from(searches).where(eq(searches.caseId, caseId)).orderBy(asc(searches.sourceKey));

  it('without a case stands in the audit log, and its words do not', async () => {
    const seq = await lastSeq();
    expect(await makeLookup(people.researcher, { text: 'Тараненко' })).toEqual({ total: 2 });
    expect(await makeLookup(people.researcher, { text: 'Жоқтаров' })).toEqual({ total: 0 });
    const events = await eventsAfter(seq);
    expect(events.map(({ kind, caseId, data }) => [kind, caseId, data])).toEqual([
      ['lookup.made', null, { results: 2 }],
      ['lookup.made', null, { results: 0 }],
    ]);
    expect(await read().$count(searches)).toBe(0);
  });

  it('from a case logs a search for each imported source, the empty ones too', async () => {
    await anImportedRecord({ source_record_id: 'own-1' }, 'own-register');
    const { caseId } = await aCaseIn('searching', { people });
    const look = { text: 'Тараненко', birthYear: '1914', forCase: caseId };
    expect(await recordedBy(() => makeLookup(people.researcher, look))).toEqual([
      'lookup.made',
      'search.logged',
      'search.logged',
    ]);
    const asked = 'Тараненко 1914';
    expect(await searchesOf(caseId)).toMatchObject([
      { sourceKey: 'obd-memorial', outcome: 'found', asked, searchedBy: people.researcher.staffId },
      { sourceKey: 'own-register', outcome: 'nothing', asked },
    ]);
    await makeLookup(people.researcher, { text: 'Жоқтаров', forCase: caseId });
    expect((await searchesOf(caseId)).map(({ outcome }) => outcome).sort()).toEqual([
      'found',
      'nothing',
      'nothing',
      'nothing',
    ]);
  });

  it('from a case of somebody else is refused and logs nothing', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    const stranger = await aResearcher();
    const seq = await lastSeq();
    expect(await refusalOf(makeLookup(stranger, { text: 'Тараненко', forCase: caseId }))).toBe('access.not-yours');
    expect(await refusalOf(makeLookup(await anAdministrator(), { text: 'Тараненко' }))).toBe('access.denied');
    expect(await lastSeq()).toBe(seq);
    expect(await searchesOf(caseId)).toEqual([]);
  });
});

describe('a search elsewhere', () => {
  it('is logged with its outcome; one that could not be made or does not apply says why', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    const log = (over: object) =>
      logSearch(people.researcher, {
        caseId,
        sourceKey: 'podvig-naroda',
        asked: 'Сәрсенов',
        outcome: 'nothing',
        ...over,
      });
    expect(await recordedBy(() => log({}))).toEqual(['search.logged']);
    for (const outcome of ['impossible', 'not-applicable']) {
      expect(await refusedFields(log({ outcome }))).toEqual({ reason: 'search.reason-needed' });
      expect(await refusalOf(log({ outcome, reason: 'Сайт жұмыс істемейді.' }))).toBe('accepted');
    }
    expect(await refusedFields(log({ sourceKey: 'nothing' }))).toEqual({ sourceKey: 'source.not-found' });
    expect(await refusedFields(log({ outcome: 'maybe' }))).toEqual({ outcome: 'input.choose' });
  });
});

describe('a record attached', () => {
  it('stands in the case once, and only one that is there', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    const [record] = await read().select().from(archiveRecords).where(eq(archiveRecords.sourceRecordId, '51268142'));
    const attach = (recordId = record?.id ?? '') =>
      attachEvidence(people.researcher, { caseId, recordId, citation: record?.citation });
    expect(await recordedBy(() => attach())).toEqual(['evidence.attached']);
    expect(await refusalOf(attach())).toBe('evidence.attached-already');
    expect(await refusalOf(attach(caseId))).toBe('archive.record-not-found');
  });
});
