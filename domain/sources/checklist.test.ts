import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logSearch, withdrawSearch } from '../archive/searches';
import { decideMove } from '../cases/commands';
import { missingSources } from '../cases/guards';
import { typicalAnswers } from '../testing/applications';
import { arrange, caseRow, pageOf, request, searchEverything } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, anImportedRecord, aResearcher, type MadeCase } from '../testing/factories';
import { lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { checklistOf } from './checklist';
import { changeSource, enterSource } from './commands';
import { partLines } from './parts';
import { sourcePage } from './queries';

let database: TestDatabase;
let hand: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  hand = await aCaseIn('searching', { answers: { ...typicalAnswers, surname: 'Құсайынов', givenName: 'Ахмет' } });
});
afterEach(() => database.close());

const look = async (sourceKey: string, over: object = {}) =>
  (await logSearch(hand.researcher, { caseId: hand.caseId, sourceKey, outcome: 'nothing', ...over })).searchId;
const list = () => checklistOf(hand.researcher, { caseId: hand.caseId });
const sourceIn = async (key: string) => {
  const { sources } = await list();
  return sources.find((source) => source.key === key) ?? expect.fail(key);
};

describe('the checklist of a case', () => {
  it('stands in the order of search, with addresses for every spelling', async () => {
    const { sources, total, done, isComplete, spellings } = await list();
    expect(sources.map(({ key }) => key)).toEqual(await missingSources(hand.caseId));
    expect({ total, done, isComplete }).toEqual({ total: 12, done: 0, isComplete: false });
    const naroda = sources.find(({ key }) => key === 'pamyat-naroda');
    expect(naroda?.addresses.map(({ written }) => written)).toEqual(
      expect.arrayContaining(spellings.filter((written) => /^Кусаинов Ахмет/.test(written))),
    );
  });

  it('a kind of documents at a time; a source is done with the last of them', async () => {
    await look('obd-memorial', { parts: ['loss-reports', 'burials'] });
    const half = await sourceIn('obd-memorial');
    expect(half.isCovered).toBe(false);
    expect(half.partsLeft).toHaveLength(half.parts.length - 2);
    expect(await missingSources(hand.caseId)).toContain('obd-memorial');
    await look('obd-memorial', { parts: half.partsLeft });
    expect(await sourceIn('obd-memorial')).toMatchObject({ isCovered: true, partsLeft: [] });
    expect(await missingSources(hand.caseId)).not.toContain('obd-memorial');
    expect(await refusedFields(look('obd-memorial', { parts: ['nothing-like-it'] }))).toEqual({
      parts: 'search.unknown-part',
    });
  });

  it('a search taken back counts for nothing and stays to be read', async () => {
    const searchId = await look('podvig-naroda');
    expect((await sourceIn('podvig-naroda')).isCovered).toBe(true);
    const back = () => withdrawSearch(hand.researcher, { caseId: hand.caseId, searchId });
    expect(await recordedBy(back)).toEqual(['search.withdrawn']);
    const source = await sourceIn('podvig-naroda');
    expect(source).toMatchObject({ isCovered: false, last: null });
    expect(source.searches).toMatchObject([{ id: searchId, outcome: 'nothing' }]);
    expect(await missingSources(hand.caseId)).toContain('podvig-naroda');
    expect(await refusalOf(back())).toBe('search.withdrawn-already');
    expect((await sourcePage(hand.manager, { sourceKey: 'podvig-naroda' })).outcomes).toEqual([]);
  });

  it('a search is taken back by whoever works on the case, and only one of this case', async () => {
    const searchId = await look('podvig-naroda');
    const { caseId } = await aCaseIn('searching', { people: { researcher: hand.researcher, manager: hand.manager } });
    const other = await aResearcher();
    expect(await refusalOf(withdrawSearch(other, { caseId: hand.caseId, searchId }))).toMatch(/^access\./);
    const seq = await lastSeq();
    expect(await refusalOf(withdrawSearch(hand.researcher, { caseId, searchId }))).toBe('search.not-found');
    expect(await lastSeq()).toBe(seq);
  });

  it('says whom a request waits for, and which records of a source lie in our own index', async () => {
    await request(hand);
    await anImportedRecord();
    const asked = (await list()).sources.filter((source) => source.request);
    expect(asked).toMatchObject([{ isCovered: true, last: null }]);
    expect((await sourceIn('obd-memorial')).records).toBe(1);
    expect((await sourceIn('podvig-naroda')).records).toBe(0);
  });

  it('on-watch waits for the last source, the one put on the list since among them', async () => {
    await arrange['search-letter-sent'](hand);
    const onWatch = async () =>
      refusalOf(
        decideMove(hand.researcher, { ...(await pageOf(hand.caseId)), to: 'on-watch', reason: 'Деректер жоқ.' }),
      );
    await searchEverything(hand, 'prisoner-of-war');
    await look('prisoner-of-war', { parts: ['camps'] });
    expect(await onWatch()).toBe('guard.checklist-complete');
    await look('prisoner-of-war', { outcome: 'impossible', reason: 'Сайт ашылмайды.' });
    const names = { nameKk: 'Аудандық музей', nameRu: 'Районный музей', nameEn: 'District museum' };
    const source = { ...names, kind: 'archive', country: 'KZ', access: 'on-site', checklist: true };
    const { sourceKey } = await enterSource(hand.manager, source);
    expect(await onWatch()).toBe('guard.checklist-complete');
    const { source: row } = await sourcePage(hand.manager, { sourceKey });
    const form = { ...source, sourceKey, version: row.version, parts: partLines(row.parts) };
    await changeSource(hand.manager, { ...form, inUse: false });
    expect((await list()).isComplete).toBe(true);
    expect(await onWatch()).toBe('accepted');
    expect((await caseRow(hand.caseId)).status).toBe('on-watch');
  });

  it.each(['impossible', 'not-applicable'])('%s says why', async (outcome) => {
    expect(await refusedFields(look('books-of-memory', { outcome }))).toEqual({ reason: 'search.reason-needed' });
    await look('books-of-memory', { outcome, reason: 'Том табылмады.' });
    expect(await sourceIn('books-of-memory')).toMatchObject({ isCovered: true, last: { reason: 'Том табылмады.' } });
  });
});
