import { asc, desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveRecords, evidence, imports, indexState, jobs, matchCandidates, searches } from '@/db/schema';
import { bookkeep } from '../change';
import { read } from '../database';
import { matchCase } from '../matching/running';
import type { StaffActor } from '../permissions';
import { typicalAnswers } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, anApplication, anImportedRecord, aResearcher } from '../testing/factories';
import { recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { findRecords } from './find';
import { withdrawImport } from './imports';
import { pasteRecord, readPaste } from './pasting';
import { recordsByIds } from './records';
import { indexPasted } from './taking-in/index-pasted';
import { takeOutImport } from './taking-in/take-out';

let database: TestDatabase;
let researcher: StaffActor;
beforeEach(async () => {
  database = await openTestDatabase();
  researcher = await aResearcher();
});
afterEach(() => database.close());

/** Published facts of one card of the loss database, as its page gives them to be copied. */
const card = `ID 51268142
Фамилия Тараненко
Имя Яков
Отчество Иванович
Дата рождения/Возраст __.__.1914
Место рождения Казахская ССР
Последнее место службы скф 157 сд 44 А
Воинское звание лейтенант
Причина выбытия умер от ран
Дата выбытия 18.03.1942
Первичное место захоронения Крымская АССР, Ленинский р-н, Арма-Элинский с/с, с. Арма-Эли
Название источника донесения ЦАМО
Номер фонда источника информации 58
Номер описи источника информации 818883
Номер дела источника информации 1631`;
const citation = 'ЦАМО, ф. 58, оп. 818883, д. 1631';
const his = { surname: 'Тараненко', givenName: 'Яков', patronymic: 'Иванович', birth: '1914' };

const paste = (over: object = {}, actor = researcher) =>
  pasteRecord(actor, { text: card, sourceKey: 'obd-memorial', ...over });
const recordIn = async (recordId: number) =>
  (await recordsByIds([recordId])).get(recordId) ?? expect.fail(`${recordId}`);
const records = () => read().$count(archiveRecords);

describe('a copied card', () => {
  it('is kept whole: what it says, and the text as it was copied', async () => {
    const { recordId, known } = await paste();
    expect(known).toBe(false);
    const { record, row, sourceKey, version } = await recordIn(recordId);
    expect({ sourceKey, version }).toEqual({ sourceKey: 'obd-memorial', version: 1 });
    expect(record).toMatchObject({ ...his, birth: '__.__.1914', fate: 'умер от ран', citation });
    expect(row['Карточка целиком']).toBe(card);
    expect(row['Воинское звание']).toBe('лейтенант');
  });

  it('becomes one import of its source, and is found by a search once the worker has indexed it', async () => {
    const first = await paste();
    const second = await paste({ text: card.replace('51268142', '51268143').replace('Яков', 'Алексей') });
    const rows = await read().select().from(imports);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...{ format: 'pasted', state: 'done', read: 2, added: 2, sourceKey: 'obd-memorial' },
      ...{ firstRecord: first.recordId, lastRecord: second.recordId, importedBy: researcher.staffId },
    });
    await indexPasted();
    const answer = await findRecords(researcher, { text: 'Тараненко Яков Иванович' });
    expect(answer.records[0]?.recordId).toBe(first.recordId);
  });

  it('is recognised when pasted again, under its raised number, with its address, and from an imported file', async () => {
    const { recordId } = await paste();
    for (const text of [
      card,
      card.replace('51268142', '551268142'),
      'https://obd-memorial.ru/html/info.htm?id=551268142',
      `${card.replace('ID 51268142\n', '')}\nhttps://pamyat-naroda.ru/heroes/memorial-chelovek_donesenie51268142/`,
    ])
      expect(await paste({ text, sourceKey: text.includes('http') ? '' : 'obd-memorial' })).toEqual({
        ...{ recordId, known: true, caseId: '' },
      });
    expect(await records()).toBe(1);
    const imported = await anImportedRecord({ source_record_id: '10342066', surname: 'Рубан' });
    const again = await paste({ text: 'ID: 510342066\nФамилия: Рубан' });
    expect(again).toMatchObject({ recordId: imported.recordId, known: true });
  });

  it('without a number is recognised by everything it says, and another one is not', async () => {
    const text = card.replace('ID 51268142\n', '');
    const { recordId } = await paste({ text });
    expect(await paste({ text: text.replaceAll('\n', '\r\n') })).toMatchObject({ recordId, known: true });
    expect(await paste({ text: text.replace('1914', '1915') })).toMatchObject({ known: false });
    expect(await paste({ text, sourceKey: 'books-of-memory' })).toMatchObject({ known: false });
  });

  it('a number of two databases is not taken for one man under two surnames', async () => {
    const { recordId } = await paste();
    const text = 'Фамилия: Распопов\nhttps://pamyat-naroda.ru/heroes/memorial-chelovek_donesenie51268142/';
    const other = await paste({ text, sourceKey: '' });
    expect(other.known).toBe(false);
    expect(other.recordId).not.toBe(recordId);
  });

  it('that says more is kept as a newer version when a person wants it, and can be taken out again', async () => {
    const old = await anImportedRecord({ source_record_id: '51268142', surname: 'Тараненко', given_name: 'Яков' });
    const preview = await readPaste(researcher, { text: card, sourceKey: 'obd-memorial' });
    expect(preview.known).toMatchObject({ recordId: old.recordId });
    expect(preview.known?.more).toContain('lossDate');
    expect((await paste()).recordId).toBe(old.recordId);
    const { recordId } = await paste({ newer: true });
    expect(await recordIn(recordId)).toMatchObject({ version: 2, superseded: false });
    expect(await recordIn(old.recordId)).toMatchObject({ version: 1, superseded: true });
    expect(await paste({ newer: true })).toMatchObject({ recordId, known: true });

    const [last] = await read().select().from(imports).orderBy(desc(imports.number)).limit(1);
    await withdrawImport(await aManager(), { importId: last?.id, queued: false });
    await takeOutImport(last?.id ?? '');
    expect(await recordIn(old.recordId)).toMatchObject({ superseded: false });
    // The next one begins a new import, and no id is given twice.
    expect((await paste({ newer: true })).recordId).toBeGreaterThan(recordId);
    expect(await read().$count(imports, eq(imports.format, 'pasted'))).toBe(2);
  });

  it('without a name gets the one that is typed, and keeps its own where it has one', async () => {
    const text = 'https://obd-memorial.ru/html/info.htm?id=51268155';
    expect(await refusedFields(paste({ text, sourceKey: '' }))).toEqual({ surname: 'paste.no-name' });
    const { recordId } = await paste({ text, sourceKey: '', surname: '...зулин', givenName: 'Василий' });
    expect((await recordIn(recordId)).record).toMatchObject({ surname: '...зулин', url: text });
    const own = await paste({ surname: 'Другой' });
    expect((await recordIn(own.recordId)).record.surname).toBe('Тараненко');
  });

  it.each([
    [{ text: 'Здравствуйте' }, { text: 'paste.unreadable' }],
    [{ sourceKey: '' }, { sourceKey: 'paste.source-needed' }],
    [{ sourceKey: 'nowhere' }, { sourceKey: 'source.not-found' }],
    [{ text: `${card}\nhttps://podvignaroda.ru/?#id=1&tab=navDetailManCard` }, { sourceKey: 'paste.other-source' }],
  ])('%j is refused', async (over, fields) => {
    expect(await refusedFields(paste(over))).toEqual(fields);
    expect(await records()).toBe(0);
  });

  it('waits while an import is writing, and not for one that died', async () => {
    const lease = (until: number) =>
      bookkeep(async (tx) => {
        const value = { holder: 'other', until, machine: 'elsewhere', process: 1 };
        await tx
          .insert(indexState)
          .values({ key: 'writing', value })
          .onConflictDoUpdate({ target: indexState.key, set: { value } });
      });
    await lease(Date.now() + 20_000);
    expect(await refusalOf(paste())).toBe('paste.busy');
    await lease(Date.now() - 1);
    expect(await refusalOf(paste())).toBe('accepted');
  });
});

describe('a card pasted for a case', () => {
  it('is proposed side by side by the worker', async () => {
    const { caseId } = await anApplication({ ...typicalAnswers, ...his });
    const { recordId } = await paste({ caseId });
    const queued = await read().select().from(jobs).where(eq(jobs.kind, 'match.case'));
    expect(queued.map(({ input }) => input)).toContainEqual({ caseId });
    await indexPasted();
    await matchCase(caseId);
    expect(await read().select().from(matchCandidates)).toMatchObject([{ caseId, recordId, state: 'proposed' }]);
  });

  it('is attached and logged at once where that is asked for, a known one too', async () => {
    const hand = await aCaseIn('searching', { answers: { ...typicalAnswers, ...his } });
    const { caseId } = hand;
    const whole = { caseId, attach: true, logged: true, citation, states: 'Умер от ран 18.03.1942.' };
    expect(await recordedBy(() => paste(whole, hand.researcher))).toEqual([
      'evidence.attached',
      'record.pasted',
      'search.logged',
    ]);
    const [attached] = await read().select().from(evidence).where(eq(evidence.caseId, caseId));
    expect(attached).toMatchObject({ citation, states: 'Умер от ран 18.03.1942.' });
    const logged = await read().select().from(searches).where(eq(searches.caseId, caseId)).orderBy(asc(searches.id));
    expect(logged).toMatchObject([{ sourceKey: 'obd-memorial', outcome: 'found', asked: 'Тараненко Яков Иванович' }]);
    expect(await refusalOf(paste(whole, hand.researcher))).toBe('evidence.attached-already');
    const other = await aCaseIn('searching', { answers: { ...typicalAnswers, ...his } });
    expect(await paste({ ...whole, caseId: other.caseId }, other.researcher)).toMatchObject({ known: true });
  });

  it('is all or nothing', async () => {
    const hand = await aCaseIn('searching');
    const { caseId } = hand;
    expect(await refusedFields(paste({ caseId, attach: true }, hand.researcher))).toEqual({
      citation: 'input.required',
    });
    // Somebody else's case: pasted it may be, attached and logged not.
    const other = await aResearcher();
    expect(await refusalOf(paste({ caseId, attach: true, citation }, other))).toMatch(/^access\./);
    expect(await refusalOf(paste({ caseId, logged: true }, other))).toMatch(/^access\./);
    expect(await records()).toBe(0);
    expect(await refusalOf(paste({ caseId }, other))).toBe('accepted');
  });
});
