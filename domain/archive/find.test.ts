import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searches } from '@/db/schema';
import { attachEvidence } from '../cases/evidence';
import { read } from '../database';
import { systemActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import {
  aCaseIn,
  aManager,
  anAdministrator,
  anImportedRecord,
  aResearcher,
  importText,
  type People,
} from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { findRecords, makeLookup } from './find';
import { startImport } from './imports';
import { recordOfDocument } from './records';
import { logSearch } from './searches';
import { runImport } from './taking-in/run';

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
    expect(await found({ surname: 'Тараненко', text: 'Яков 1914' })).toEqual(yakov);
    expect((await found({ text: 'ТАРАНЕНКО' })).sort()).toEqual(both);
    expect(await found({ text: '...зулин Василий' })).toContain('...зулин Василий');
    expect(await found({ text: 'Кузулин Василий' })).toContain('...зулин Василий');
  });

  it('Kazakh and Latin letters as the clerk wrote them in Russian', async () => {
    expect(await found({ text: 'Ирғашов' })).toEqual(['Иргашов Тюмобай']);
    expect(await found({ text: 'мұрадов сергеи' })).toEqual(['Мурадов Сергей']);
    expect(await found({ text: 'Muradow Sergej' })).toEqual(['Мурадов Сергей']);
    expect((await found({ text: 'КОЧӘН' }))[0]).toBe('Кочан Алексей');
  });

  it('the same man from a line and from fields, best first, with a verdict for each field', async () => {
    const line = await findRecords(people.researcher, { text: 'Тараненко Яков Иванович 1914' });
    const fields = { surname: 'Тараненко', givenName: 'Яков', patronymic: 'Иванович', birthYear: '1914' };
    expect(line.records).toEqual((await findRecords(people.researcher, fields)).records);
    const [best] = line.records;
    expect(best?.score).toBe(Math.round((best?.score ?? 0) * 10) / 10);
    expect(best?.verdicts.map(({ field, reason }) => [field, reason])).toEqual(
      expect.arrayContaining([
        ['surname', 'name-same'],
        ['birth', 'year-same'],
        ['kin', 'missing'],
      ]),
    );
    expect(line.asked).toMatchObject({ surname: 'Тараненко', birth: '1914' });
    expect(line.spellings).toContain('Taranenko Yakov Ivanovich');
    const scores = (await findRecords(people.researcher, { text: 'Тараненко Яков', weak: true })).records.map(
      ({ score }) => score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('by unit, commissariat, camp number, file and document, alone and beside a name', async () => {
    await importText(
      'surname,given_name,draft_place,captivity,archive,fond,opis,delo,unit\n' +
        'Кусаинов,Ахмет,Каркаралинский РВК,"Шталаг 318, лагерный номер 12345",ЦАМО,58,18001,1082,1073 сп 8 гв. сд\n' +
        'Жуматов,Серик,Акмолинский РВК,,ЦАМО,58,18001,1083,\n',
      'own-register',
    );
    const kusainov = ['Кусаинов Ахмет'];
    for (const text of [
      'Каркаралинский РВК',
      'Қарқаралы аудандық әскери комиссариаты',
      'лагерный номер 12345',
      'Stalag 318',
      'фонд 58 опись 18001 дело 1082',
      '8 гв. сд',
    ])
      expect(await found({ text }), text).toEqual(kusainov);
    expect(await found({ camp: '12345' })).toEqual(kusainov);
    expect(await found({ draftPlace: 'Каркаралинский РВК', unit: '1073 сп' })).toEqual(kusainov);
    expect(await found({ draftPlace: 'Акмолинский РВК', unit: '1073 сп' })).toEqual([]);
    expect(await found({ fond: '58', opis: '18001', delo: '1083' })).toEqual(['Жуматов Серик']);
    expect(await found({ text: 'Хусаинов Ахмет, фонд 58 опись 18001 дело 1082' })).toEqual(kusainov);
    const { records } = await findRecords(people.researcher, { text: '1155934094' });
    expect(records).toMatchObject([{ sourceRecordId: '1155934094', facts: ['document'], band: 'unlikely' }]);
    // The document again, under its number raised by 500,000,000.
    expect((await findRecords(people.researcher, { text: '1655934094' })).records[0]?.recordId).toBe(
      records[0]?.recordId,
    );
    expect(await found({ text: '1155934095' })).toEqual([]);
  });

  it('only what the filters admit', async () => {
    expect(await found({ text: 'тараненко яков', source: 'obd-memorial' })).toEqual(['Тараненко Яков']);
    expect(await found({ text: 'тараненко яков', source: 'own-register' })).toEqual([]);
    expect(await found({ text: 'тараненко яков', source: 'no-such-source' })).toEqual([]);
    expect(await found({ text: 'тараненко яков', fate: 'died-of-wounds' })).toEqual(['Тараненко Яков']);
    expect(await found({ text: 'тараненко яков', fate: 'missing' })).toEqual([]);
    expect(await found({ text: 'тараненко яков', lossFrom: '1942', lossTo: '1942' })).toEqual(['Тараненко Яков']);
    expect(await found({ text: 'тараненко яков', lossFrom: '1943' })).toEqual([]);
    expect(await found({ text: '404 сд', lossFrom: '1943' })).toEqual([]);
    expect((await found({ text: '404 сд', lossTo: '1942' })).length).toBeGreaterThan(1);
  });

  it('a page at a time, each once', async () => {
    const pages = [];
    for (let offset = 0; offset < 30; offset += 2)
      pages.push(...(await findRecords(people.researcher, { text: '404 сд', limit: 2, offset })).records);
    const { total } = await findRecords(people.researcher, { text: '404 сд' });
    expect(pages).toHaveLength(total);
    expect(new Set(pages.map(({ recordId }) => recordId)).size).toBe(total);
  });

  it('nothing by signs that mean something to the database, and no text breaks it', async () => {
    for (const text of ['%', '_', "' OR 1=1 --", '*', '"', 'NEAR(а б)', 'surname:*', '🕯️', 'а́́́́́', '{}^', '1'.repeat(300)])
      expect(['input.invalid', 'accepted'], text).toContain(await refusalOf(findRecords(people.researcher, { text })));
    expect(await found({ text: `Тараненко${'\u0301'.repeat(200)} Яков` })).toEqual(['Тараненко Яков']);
    const refused = (question: object) => refusedFields(findRecords(people.researcher, question));
    expect(await refused({ text: ' ' })).toEqual({ text: 'lookup.nothing-asked' });
    expect(await refused({ text: '1914' })).toEqual({ text: 'lookup.nothing-asked' });
    expect(await refused({ text: 'ы'.repeat(100_000) })).toEqual({ text: 'input.too-long' });
    expect(await refused({ text: 'Тараненко \ud800' })).toEqual({ text: 'input.broken-characters' });
    expect(await refused({ text: 'а', birthYear: '14' })).toEqual({ birthYear: 'input.year' });
    expect(await refused({ text: 'а', fate: 'x', lossFrom: '42' })).toEqual({
      fate: 'input.choose',
      lossFrom: 'input.year',
    });
    expect(await refused({ fond: '58' })).toEqual({ delo: 'lookup.citation-incomplete' });
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
    const look = { text: 'Тараненко Яков Иванович', birthYear: '1914', forCase: caseId };
    expect(await recordedBy(() => makeLookup(people.researcher, look))).toEqual([
      'lookup.made',
      'search.logged',
      'search.logged',
    ]);
    const asked = 'Тараненко Яков Иванович 1914';
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
    // Looked for in one source only: nothing is said of the others.
    await makeLookup(people.researcher, { ...look, source: 'own-register', lossFrom: '1941', lossTo: '1942' });
    expect((await searchesOf(caseId)).slice(2).map(({ sourceKey, asked: words }) => [sourceKey, words])).toContainEqual(
      ['own-register', `${asked} (1941–1942)`],
    );
    expect(await searchesOf(caseId)).toHaveLength(5);
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
    const known = await recordOfDocument('obd-memorial', '51268142');
    const attach = (recordId = known?.recordId ?? 0) =>
      attachEvidence(people.researcher, { caseId, recordId, citation: known?.record.citation });
    expect(await recordedBy(() => attach())).toEqual(['evidence.attached']);
    expect(await refusalOf(attach())).toBe('evidence.attached-already');
    expect(await refusalOf(attach(9_999_999))).toBe('archive.record-not-found');
  });
});
