import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factChoices } from '@/db/schema';
import { atMoment, now } from '../clock';
import { read } from '../database';
import { personOfCase } from '../matching/cases';
import { caseRow, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, anImportedRecord, aResearcher, type MadeCase, type People } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf } from '../testing/outcome';
import { correctCase, joinCases, partCase } from './commands';
import { attachEvidence, removeEvidence } from './evidence';
import { describeEvidence } from './evidence-facts';
import { chooseFact, endFactChoice } from './fact-choices';
import type { FactField } from './fact-fields';
import type { FactValue } from './fact-groups';
import { factsOf, settledFacts } from './facts';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const searching = () => aCaseIn('searching', { people });
const reason = 'Карточка призыва заполнена при нём.';

async function fact({ caseId }: { caseId: string }, field: FactField) {
  const { facts } = await factsOf(people.researcher, { caseId });
  const found = facts.find((one) => one.field === field);
  if (!found) throw new Error(field);
  return found;
}

const written = (groups: readonly { values: readonly FactValue[] }[]) =>
  groups.map(({ values }) => values.map(({ value }) => value));

async function attachRecord({ caseId }: MadeCase, over: Parameters<typeof anImportedRecord>[0], citation = 'ЦАМО') {
  const { recordId } = await anImportedRecord(over);
  return (await attachEvidence(people.researcher, { caseId, recordId, citation })).evidenceId;
}

async function choose(hand: MadeCase, field: FactField, value: string, originId: string, actor = people.researcher) {
  const origin = originId === hand.applicationId ? 'application' : 'evidence';
  return chooseFact(actor, { ...(await pageOf(hand.caseId)), field, value, origin, originId, reason });
}

describe('the facts of a case', () => {
  it('stand together where sources agree, with every source named', async () => {
    const hand = await searching();
    await attachRecord(hand, { source_record_id: '1001' }, 'ЦАМО, ф. 58, д. 1');
    const surname = await fact(hand, 'surname');
    expect(written(surname.groups)).toEqual([['Сарсенов', 'Сәрсенов']]);
    expect(surname.groups[0]?.values.map(({ origin, source }) => [origin, source])).toEqual([
      ['evidence', 'ЦАМО, ф. 58, д. 1'],
      ['application', hand.reference],
    ]);
    expect(surname).toMatchObject({ disagrees: false, open: false, goesBy: 'Сәрсенов', choice: null });
    expect(written((await fact(hand, 'birth')).groups)).toEqual([['__.__.1915', '1915']]);
    // Next of kin are compared as who they are, and shown as they were written.
    expect(written((await fact(hand, 'kin')).groups)).toEqual([['Жұмабай, Бәтима']]);
    expect((await fact(hand, 'captivity')).groups).toEqual([]);
  });

  it('what was corrected by hand is a value of its own', async () => {
    const hand = await searching();
    const row = await caseRow(hand.caseId);
    const { surname, givenName, patronymic, otherSpellings, birthPlace, draftPlace } = row;
    await correctCase(people.researcher, {
      ...(await pageOf(hand.caseId)),
      ...{ surname, givenName, patronymic, otherSpellings, birthPlace, draftPlace, birth: '1917' },
    });
    const birth = await fact(hand, 'birth');
    expect(birth).toMatchObject({ disagrees: true, open: true, goesBy: '1917' });
    expect(birth.groups.flatMap(({ values }) => values).map(({ origin, value }) => [origin, value])).toEqual([
      ['application', '1915'],
      ['staff', '1917'],
    ]);
  });

  it('goes by the narrowest of dates that fit, and by none that contradict each other', async () => {
    const hand = await searching();
    await attachRecord(hand, { source_record_id: '1002', loss_date: '__.05.1942' });
    expect((await fact(hand, 'lossDate')).goesBy).toBe('__.05.1942');
    await attachRecord(hand, { source_record_id: '1003', loss_date: '12.05.1942' });
    expect(await fact(hand, 'lossDate')).toMatchObject({ goesBy: '12.05.1942', disagrees: false });
    await attachRecord(hand, { source_record_id: '1004', loss_date: '01.09.1943' });
    expect(await fact(hand, 'lossDate')).toMatchObject({ goesBy: '', disagrees: true, open: true });
    expect(await settledFacts(hand.caseId)).not.toHaveProperty('lossDate');
    expect(await settledFacts(hand.caseId)).toMatchObject({ birth: '1915', rank: 'красноармеец' });
  });
});

describe('choosing', () => {
  it('two records disagree about the birth year: one is chosen with a reason, the other stays, the case goes by it', async () => {
    const hand = await searching();
    const right = await attachRecord(hand, { source_record_id: '1010', birth_date: '__.__.1917' }, 'первый');
    const other = await attachRecord(hand, { source_record_id: '1011', birth_date: '__.__.1912' }, 'второй');
    expect(await fact(hand, 'birth')).toMatchObject({ disagrees: true, open: true });
    const seq = await lastSeq();
    await choose(hand, 'birth', '__.__.1917', right);
    expect((await eventsAfter(seq)).map(({ kind, data }) => [kind, data.field ?? data.fields])).toEqual([
      ['fact.chosen', 'birth'],
      ['case.corrected', ['birth']],
    ]);
    expect(JSON.stringify(await eventsAfter(seq))).not.toContain('1917');
    expect(await caseRow(hand.caseId)).toMatchObject({ birth: '__.__.1917', birthEarliest: '1917-01-01' });
    const birth = await fact(hand, 'birth');
    expect(birth).toMatchObject({ disagrees: true, open: false, goesBy: '__.__.1917' });
    expect(birth.choice).toMatchObject({ reason, by: people.researcher.name, source: 'первый', gone: false });
    expect(birth.groups[0]).toMatchObject({ chosen: true });
    expect(birth.groups.flatMap(({ values }) => values).map(({ originId }) => originId)).toContain(other);
    expect(birth.groups).toHaveLength(3);
    expect(await refusalOf(choose(hand, 'birth', '__.__.1917', right))).toBe('fact.chosen-already');
  });

  it('a spelling of the name that gives way is found by as before', async () => {
    const hand = await searching();
    const record = await attachRecord(hand, { source_record_id: '1012', surname: 'Абильдин' });
    await choose(hand, 'surname', 'Абильдин', record);
    expect(await caseRow(hand.caseId)).toMatchObject({
      surname: 'Абильдин',
      otherSpellings: 'Сарсенов Ергали Джумабаевич, Сәрсенов',
      searchText: expect.stringContaining(' абильдин ергали жумабаиулы сарсенов'),
    });
  });

  it('only what a source of the case says, by who may, from the page as it is', async () => {
    const hand = await searching();
    const elsewhere = await searching();
    const foreign = await attachRecord(elsewhere, { source_record_id: '1013', birth_date: '__.__.1911' });
    expect(await refusalOf(choose(hand, 'birth', '__.__.1911', foreign))).toBe('fact.not-found');
    expect(await refusalOf(choose(hand, 'birth', '1914', hand.applicationId))).toBe('fact.not-found');
    expect(await refusalOf(choose(hand, 'birth', '1915', hand.applicationId, await aResearcher()))).toBe(
      'access.not-yours',
    );
    const stale = { caseId: hand.caseId, version: 1, field: 'birth', value: '1915', origin: 'application', reason };
    expect(await refusalOf(chooseFact(people.researcher, { ...stale, originId: hand.applicationId }))).toBe(
      'case.stale',
    );
  });

  it('of a fact without a column of the case matching goes by it, too', async () => {
    const hand = await searching();
    const record = await attachRecord(hand, { source_record_id: '1014', rank: 'лейтенант' });
    await choose(hand, 'rank', 'лейтенант', record);
    expect((await personOfCase(hand.caseId)).rank).toBe('лейтенант');
    expect(await settledFacts(hand.caseId)).toMatchObject({ rank: 'лейтенант' });
    const choiceId = (await fact(hand, 'rank')).choice?.choiceId;
    const end = async () => endFactChoice(people.researcher, { ...(await pageOf(hand.caseId)), choiceId });
    expect(await recordedBy(end)).toEqual(['fact.choice-ended']);
    expect(await refusalOf(end())).toBe('fact.not-found');
    expect((await personOfCase(hand.caseId)).rank).toBe('красноармеец');
    expect(await fact(hand, 'rank')).toMatchObject({ open: true, goesBy: '' });
  });

  it('a choice whose evidence was taken out says so, and the question is open again', async () => {
    const hand = await searching();
    const record = await attachRecord(hand, { source_record_id: '1015', birth_date: '__.__.1918' }, 'третий');
    await choose(hand, 'birth', '__.__.1918', record);
    await removeEvidence(people.researcher, { caseId: hand.caseId, evidenceId: record, reason: 'Другой человек.' });
    const birth = await fact(hand, 'birth');
    expect(birth.choice).toMatchObject({ gone: true, source: 'третий', value: '__.__.1918' });
    // What the case took over stays until it is corrected, and now stands by itself.
    expect(birth).toMatchObject({ goesBy: '__.__.1918', open: true });
    expect(birth.groups.flatMap(({ values }) => values).map(({ origin }) => origin)).toEqual(['application', 'staff']);
  });

  it('what comes later and contradicts the choice asks for another look', async () => {
    const hand = await searching();
    const first = await attachRecord(hand, { source_record_id: '1016', birth_date: '__.__.1917' });
    await choose(hand, 'birth', '__.__.1917', first);
    await atMoment(now() + 1000, () => attachRecord(hand, { source_record_id: '1017', birth_date: '03.04.1917' }));
    expect((await fact(hand, 'birth')).open).toBe(false);
    await atMoment(now() + 2000, () => attachRecord(hand, { source_record_id: '1018', birth_date: '__.__.1909' }));
    const birth = await fact(hand, 'birth');
    expect(birth.open).toBe(true);
    expect(birth.groups.filter(({ sinceChoice }) => sinceChoice)).toHaveLength(1);
  });

  it('correcting the case by hand ends the choice', async () => {
    const hand = await searching();
    const record = await attachRecord(hand, { source_record_id: '1019', birth_date: '__.__.1916' });
    await choose(hand, 'birth', '__.__.1916', record);
    const { surname, givenName, patronymic, otherSpellings, birthPlace, draftPlace } = await caseRow(hand.caseId);
    const corrected = { surname, givenName, patronymic, otherSpellings, birthPlace, draftPlace, birth: '1914' };
    expect(
      await recordedBy(async () => correctCase(people.researcher, { ...(await pageOf(hand.caseId)), ...corrected })),
    ).toEqual(['case.corrected', 'fact.choice-ended']);
    expect((await fact(hand, 'birth')).choice).toBeNull();
    const kept = await read().select().from(factChoices).where(eq(factChoices.caseId, hand.caseId));
    expect(kept).toMatchObject([{ field: 'birth', value: '__.__.1916' }]);
  });
});

describe('a document outside the index', () => {
  const says = (hand: MadeCase, evidenceId: string, fields: object) =>
    describeEvidence(people.researcher, { caseId: hand.caseId, evidenceId, ...fields });

  it('says what was written down of it, field by field', async () => {
    const hand = await searching();
    const citation = 'Боздақтар, Ақмола, т. 2, 114 б.';
    const { evidenceId } = await attachEvidence(people.researcher, { caseId: hand.caseId, citation });
    const seq = await lastSeq();
    await says(hand, evidenceId, { birth: '1913', lossPlace: 'Ржев' });
    expect(await eventsAfter(seq)).toMatchObject([
      { kind: 'evidence.described', data: { evidenceId, fields: ['birth', 'lossPlace'] } },
    ]);
    expect((await factsOf(people.researcher, { caseId: hand.caseId })).described[evidenceId]).toEqual({
      birth: '1913',
      lossPlace: 'Ржев',
    });
    expect(await fact(hand, 'birth')).toMatchObject({ disagrees: true });
    await says(hand, evidenceId, { birth: '1915' });
    expect(await fact(hand, 'birth')).toMatchObject({ disagrees: false });
    expect((await fact(hand, 'lossPlace')).groups).toEqual([]);
    expect(await refusalOf(says(hand, evidenceId, { birth: '1915' }))).toBe('case.nothing-changed');
  });

  it('a record of the index speaks for itself, a foreign document says nothing here', async () => {
    const hand = await searching();
    const record = await attachRecord(hand, { source_record_id: '1020' });
    expect(await refusalOf(says(hand, record, { birth: '1913' }))).toBe('evidence.is-record');
    expect(await refusalOf(says(await searching(), record, { birth: '1913' }))).toBe('evidence.not-found');
  });

  it('described after a choice it contradicts, it asks for another look', async () => {
    const hand = await searching();
    const { evidenceId } = await attachEvidence(people.researcher, { caseId: hand.caseId, citation: 'Книга памяти' });
    await choose(hand, 'birth', '1915', hand.applicationId);
    await atMoment(now() + 1000, () => says(hand, evidenceId, { birth: '1920' }));
    expect((await fact(hand, 'birth')).open).toBe(true);
  });
});

describe('joined cases', () => {
  it('bring their sources along and take them away again', async () => {
    const leading = await searching();
    const joined = await aCaseIn('searching', { people, answers: { birth: '1920' } });
    await attachRecord(joined, { source_record_id: '1021', birth_date: '__.__.1920' });
    expect((await fact(leading, 'birth')).disagrees).toBe(false);
    const because = { reason: 'Әкесінің аты бір.' };
    await joinCases(people.researcher, { ...(await pageOf(joined.caseId)), intoId: leading.caseId, ...because });
    const birth = await fact(leading, 'birth');
    expect(birth.disagrees).toBe(true);
    const number = (await caseRow(joined.caseId)).number;
    expect(birth.groups.flatMap(({ values }) => values).map(({ ofCase }) => ofCase)).toEqual([number, number, null]);
    await partCase(people.researcher, { ...(await pageOf(joined.caseId)), ...because });
    expect((await fact(leading, 'birth')).disagrees).toBe(false);
    expect(written((await fact(joined, 'birth')).groups)).toEqual([['__.__.1920', '1920']]);
  });
});
