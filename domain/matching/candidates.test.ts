import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveRecords, evidence, imports, jobs, nameAliases } from '@/db/schema';
import { trackedApplication } from '../applications/tracking';
import { correctCase, joinCases } from '../cases/commands';
import { attachEvidence, removeEvidence } from '../cases/evidence';
import { bookkeep } from '../change';
import { atMoment, now } from '../clock';
import { read } from '../database';
import { newId } from '../identity';
import { anApplication } from '../testing/applications';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf, refusedFields } from '../testing/outcome';
import { candidatePage } from './candidate-page';
import { caseCandidates } from './candidate-queries';
import { keepCasePairs, keepRecordPairs, mostProposed, type RecordPair } from './candidates';
import { personOfCase, unresolvedCases } from './cases';
import { comparedDigest } from './compared';
import { decideCandidate } from './deciding';
import { newCandidates } from './new-candidates';
import { nobody, type Person } from './person';

let database: TestDatabase;
let hand: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  hand = await aCaseIn('searching');
});
afterEach(() => database.close());

const columns = ['document_id', 'last_name', 'first_name', 'middle_name', 'date_birth', 'place_birth'];
const mapping = {
  sourceRecordId: 'document_id',
  surname: 'last_name',
  givenName: 'first_name',
  patronymic: 'middle_name',
  birth: 'date_birth',
  birthPlace: 'place_birth',
};

/** Records as an import would have left them; the search has its own tests. */
async function records(...rows: { identity: number; values: string[]; id?: number }[]): Promise<number[]> {
  return bookkeep(async (tx) => {
    const [{ number } = { number: 0 }] = await tx
      .insert(imports)
      .values({
        ...{ id: newId(), number: Math.floor(Math.random() * 1e9), sourceKey: 'obd-memorial', fileName: 'a.csv' },
        ...{ sha256: '', format: 'native', state: 'done', read: 1, added: 1, updated: 0, unchanged: 0, duplicates: 0 },
        ...{ rejected: 0, lastLine: 1, columns, mapping, startedAt: 0 },
      })
      .returning({ number: imports.number });
    const made: number[] = [];
    for (const { identity, values } of rows) {
      const row = { importNumber: number, identity, version: 1, content: 1, row: values };
      const [kept] = await tx.insert(archiveRecords).values(row).returning({ id: archiveRecords.id });
      made.push(kept?.id ?? 0);
    }
    return made;
  });
}

const sarsenov = ['77', 'Сарсенов', 'Ергали', 'Джумабаевич', '1915', 'Акмолинская обл.'];
const asPerson = ([
  ,
  surname = '',
  givenName = '',
  patronymic = '',
  birth = '',
  birthPlace = '',
]: string[]): Person => ({
  ...nobody,
  ...{ surname, givenName, patronymic, birth, birthPlace },
});

/** What a run of matching would say of the record, the case as it stands now. */
async function found(recordId: number, values = sarsenov, bits = 24): Promise<RecordPair> {
  const person = await personOfCase(hand.caseId);
  return {
    ...{ recordId, bits, band: bits >= 20 ? 'likely' : 'possible', runnerUp: null },
    verdicts: [
      {
        ...{ field: 'surname', verdict: 'similar', reason: 'sounds-alike', bits: 9 },
        ...{ left: 'Сәрсенов', right: values[1] ?? '' },
      },
    ],
    compared: comparedDigest(person, asPerson(values)),
  };
}

const people = () => ({ researcher: hand.researcher, manager: hand.manager });

const open = async () => (await caseCandidates(hand.researcher, { caseId: hand.caseId })).open;
const decided = async () => (await caseCandidates(hand.researcher, { caseId: hand.caseId })).decided;
const first = async () => (await open())[0] ?? expect.fail('no candidate');

async function decide(decision: string, more: object = {}, actor = hand.researcher) {
  const { candidateId } = (await open())[0] ?? (await decided())[0] ?? expect.fail('no candidate');
  const { stamp: seen } = await candidatePage(hand.researcher, { candidateId });
  return decideCandidate(actor, { caseId: hand.caseId, candidateId, seen, decision, ...more });
}

async function correctBirth(birth: string): Promise<void> {
  const person = await personOfCase(hand.caseId);
  const { surname, givenName, patronymic, otherSpellings, birthPlace, draftPlace } = person;
  const soldier = { surname, givenName, patronymic, otherSpellings, birthPlace, draftPlace, birth };
  await correctCase(hand.researcher, { ...(await pageOf(hand.caseId)), ...soldier });
}

describe('a run', () => {
  it('proposes records worth a look, once, and says so in the history', async () => {
    const [recordId = 0, faint = 0] = await records(
      { identity: 1, values: sarsenov },
      { identity: 2, values: ['78', 'Сарин'] },
    );
    const seq = await lastSeq();
    expect(await keepRecordPairs(hand.caseId, [await found(recordId), await found(faint, ['78', 'Сарин'], 3)])).toBe(1);
    expect(await open()).toMatchObject([{ bits: 24, band: 'likely', record: { recordId, surname: 'Сарсенов' } }]);
    expect((await eventsAfter(seq)).map(({ kind, data }) => [kind, data])).toEqual([['match.proposed', { count: 1 }]]);

    expect(await keepRecordPairs(hand.caseId, [await found(recordId, sarsenov, 15)])).toBe(0);
    expect(await open()).toMatchObject([{ bits: 15, band: 'possible' }]);
    expect(await eventsAfter(seq)).toHaveLength(1);
  });

  it('tells nobody: the relative reads the same as before', async () => {
    const { applicationId, applicant } = hand;
    const before = await trackedApplication(applicant, { applicationId });
    const [recordId = 0] = await records({ identity: 1, values: sarsenov });
    await keepRecordPairs(hand.caseId, [await found(recordId)]);
    expect(await trackedApplication(applicant, { applicationId })).toEqual(before);
  });

  it('sets aside what no longer comes out, and proposes it again when it does', async () => {
    const [recordId = 0] = await records({ identity: 1, values: sarsenov });
    await keepRecordPairs(hand.caseId, [await found(recordId)]);
    await keepRecordPairs(hand.caseId, []);
    expect(await open()).toEqual([]);
    expect(await keepRecordPairs(hand.caseId, [await found(recordId)])).toBe(1);
    expect(await open()).toHaveLength(1);
  });

  it('keeps at most ten before a person, the best of them', async () => {
    const ids = await records(...Array.from({ length: 14 }, (_, n) => ({ identity: n + 1, values: sarsenov })));
    const all = await Promise.all(ids.map((one, n) => found(one, sarsenov, 40 - n)));
    await keepRecordPairs(hand.caseId, all);
    expect((await open()).map(({ bits }) => bits)).toEqual(Array.from({ length: mostProposed }, (_, n) => 40 - n));
    await decide('rejected', { reason: 'Басқа адам.' });
    expect(await keepRecordPairs(hand.caseId, all)).toBe(1);
    expect((await open()).map(({ bits }) => bits)).toContain(30);
  });

  it('does not propose what is evidence of the case, in whatever version', async () => {
    const [old = 0, newer = 0] = await records({ identity: 5, values: sarsenov }, { identity: 5, values: sarsenov });
    await attachEvidence(hand.researcher, { caseId: hand.caseId, recordId: old, citation: 'ЦАМО' });
    expect(await keepRecordPairs(hand.caseId, [await found(newer)])).toBe(0);
    expect(await open()).toEqual([]);
  });

  it('is not shown any more once the record was attached by hand', async () => {
    const [recordId = 0] = await records({ identity: 1, values: sarsenov });
    await keepRecordPairs(hand.caseId, [await found(recordId)]);
    await attachEvidence(hand.researcher, { caseId: hand.caseId, recordId, citation: 'ЦАМО' });
    expect(await open()).toEqual([]);
    expect((await newCandidates(hand.researcher, {})).total).toBe(0);
  });

  it('lets a new version of a record take the place of the one before, the decision with it', async () => {
    const [old = 0] = await records({ identity: 5, values: sarsenov });
    await keepRecordPairs(hand.caseId, [await found(old)]);
    await decide('rejected', { reason: 'Басқа адам.' });
    const [newer = 0] = await records({ identity: 5, values: sarsenov });
    expect(await keepRecordPairs(hand.caseId, [await found(newer)])).toBe(0);
    expect(await decided()).toMatchObject([{ record: { recordId: newer }, state: 'rejected' }]);
  });
});

describe('a decision', () => {
  let recordId: number;
  beforeEach(async () => {
    [recordId = 0] = await records({ identity: 1, values: sarsenov });
    await keepRecordPairs(hand.caseId, [await found(recordId)]);
  });

  it('confirmed makes the record evidence in the same change, and teaches the spelling', async () => {
    const seq = await lastSeq();
    await decide('confirmed', { citation: 'ЦАМО, ф. 58', states: 'Погиб.' });
    expect((await eventsAfter(seq)).map(({ kind }) => kind)).toEqual([
      'evidence.attached',
      'alias.entered',
      'match.decided',
    ]);
    expect(await read().select().from(nameAliases)).toMatchObject([{ origin: 'confirmed', times: 1, inUse: true }]);
    const rows = await read().select().from(evidence).where(eq(evidence.caseId, hand.caseId));
    expect(rows).toMatchObject([{ recordId, citation: 'ЦАМО, ф. 58', states: 'Погиб.' }]);
    expect(await decided()).toMatchObject([{ state: 'confirmed', by: hand.researcher.name }]);
  });

  it('needs a citation to confirm and a reason for anything else, and is refused from an old page', async () => {
    expect(await refusedFields(decide('confirmed'))).toEqual({ citation: 'input.required' });
    expect(await refusedFields(decide('rejected'))).toEqual({ reason: 'match.reason-needed' });
    expect(await refusedFields(decide('unsure'))).toEqual({ reason: 'match.reason-needed' });
    const { candidateId } = await first();
    const { stamp: seen } = await candidatePage(hand.researcher, { candidateId });
    await decide('unsure', { reason: 'Жыл басқа.' });
    const again = { caseId: hand.caseId, candidateId, seen, decision: 'rejected', reason: 'Басқа адам.' };
    expect(await refusalOf(decideCandidate(hand.researcher, again))).toBe('match.stale');
  });

  it('is for the one who holds the case, or a manager, and about a pair of that case', async () => {
    const other = await aResearcher();
    expect(await refusalOf(decide('unsure', { reason: 'Жыл басқа.' }, other))).toBe('access.not-yours');
    const stranger = await anApplication();
    const { candidateId } = await first();
    const elsewhere = { caseId: stranger.caseId, candidateId, seen: 'x', decision: 'rejected', reason: 'Басқа.' };
    expect(await refusalOf(decideCandidate(await aManager(), elsewhere))).toBe('match.not-found');
    await decide('unsure', { reason: 'Жыл басқа.' }, hand.manager);
    expect(await decided()).toMatchObject([{ state: 'unsure', reason: 'Жыл басқа.' }]);
  });

  it('"not the same" stays hidden until a compared field changes, then comes back with the decision', async () => {
    await decide('rejected', { reason: 'Туған жылы басқа.' });
    expect(await keepRecordPairs(hand.caseId, [await found(recordId)])).toBe(0);
    expect(await open()).toEqual([]);

    const seq = await lastSeq();
    await correctBirth('1914');
    expect(await keepRecordPairs(hand.caseId, [await found(recordId)])).toBe(1);
    const { candidateId, reason } = await first();
    expect(reason).toBe('Туған жылы басқа.');
    const page = await candidatePage(hand.researcher, { candidateId });
    expect(page.changedSince).toEqual(['birth']);
    expect(page.decisions).toMatchObject([
      { state: 'rejected', reason: 'Туған жылы басқа.', by: hand.researcher.name },
    ]);
    expect((await eventsAfter(seq, { kind: 'match.returned' })).map(({ data }) => data)).toMatchObject([
      { earlier: 'rejected', fields: ['birth'] },
    ]);
  });

  it('can be made anew: evidence of a confirmation is taken out, and what it taught', async () => {
    await decide('confirmed', { citation: 'ЦАМО, ф. 58' });
    await decide('rejected', { reason: 'Қателестім.' });
    const rows = await read().select().from(evidence).where(eq(evidence.caseId, hand.caseId));
    expect(rows).toMatchObject([{ recordId }]);
    expect(rows[0]?.removedAt).not.toBeNull();
    expect(await read().select().from(nameAliases)).toEqual([]);
  });

  it('confirmed goes through where the record was attached by hand before', async () => {
    const { candidateId } = await first();
    const attached = { caseId: hand.caseId, recordId, citation: 'ЦАМО' };
    const { evidenceId } = await attachEvidence(hand.researcher, attached);
    const { stamp: seen } = await candidatePage(hand.researcher, { candidateId });
    await decideCandidate(hand.researcher, { caseId: hand.caseId, candidateId, seen, decision: 'confirmed' });
    expect(await decided()).toMatchObject([{ state: 'confirmed' }]);
    await removeEvidence(hand.researcher, { caseId: hand.caseId, evidenceId, reason: 'Қате.' });
  });
});

describe('two cases', () => {
  it('are one pair, shown on both, and nothing is joined by confirming it', async () => {
    const other = await aCaseIn('searching', { people: people() });
    const verdicts = [
      {
        ...{ field: 'surname', verdict: 'similar' as const, reason: 'sounds-alike', bits: 9 },
        ...{ left: 'Жаңа', right: 'Ескі' },
      },
    ];
    // Found from the newer case: the older stands first.
    const pair = { bits: 22, band: 'likely' as const, verdicts, compared: 'birth=x' };
    expect(await keepCasePairs(other.caseId, [{ otherCaseId: hand.caseId, ...pair }])).toBe(1);
    expect(await keepCasePairs(hand.caseId, [{ otherCaseId: other.caseId, ...pair }])).toBe(0);
    expect(await open()).toMatchObject([{ other: { caseId: other.caseId }, record: null }]);
    const there = await caseCandidates(hand.researcher, { caseId: other.caseId });
    expect(there.open).toMatchObject([{ other: { caseId: hand.caseId } }]);
    expect((await newCandidates(hand.researcher, {})).total).toBe(1);

    const before = [await pageOf(hand.caseId), await pageOf(other.caseId)];
    const answer = await decide('confirmed');
    expect(answer.otherCaseId).toBe(other.caseId);
    expect([await pageOf(hand.caseId), await pageOf(other.caseId)]).toEqual(before);
    expect((await caseCandidates(hand.researcher, { caseId: other.caseId })).decided).toMatchObject([
      { state: 'confirmed' },
    ]);
  });

  it('are not shown once one of them is joined', async () => {
    const other = await aCaseIn('searching', { people: people() });
    const pair = { bits: 22, band: 'likely' as const, verdicts: [], compared: 'birth=x' };
    await keepCasePairs(hand.caseId, [{ otherCaseId: other.caseId, ...pair }]);
    await joinCases(hand.researcher, { ...(await pageOf(other.caseId)), intoId: hand.caseId, reason: 'Бір адам.' });
    expect(await open()).toEqual([]);
    expect((await newCandidates(hand.researcher, {})).total).toBe(0);
  });
});

describe('my work', () => {
  it('shows the open candidates of my cases, likely ones first, of these the longest waiting', async () => {
    const [weak = 0, one = 0, two = 0] = await records(
      ...[1, 2, 3].map((identity) => ({ identity, values: sarsenov })),
    );
    const possible = await found(weak, sarsenov, 12);
    await atMoment(now() - 86_400_000, () => keepRecordPairs(hand.caseId, [possible]));
    await keepRecordPairs(hand.caseId, [await found(one), await found(two), possible]);
    const mine = await newCandidates(hand.researcher, { limit: 1 });
    expect(mine).toMatchObject({ total: 3, rows: [{ mine: { caseId: hand.caseId }, record: { recordId: one } }] });
    expect(await newCandidates(await aResearcher(), {})).toEqual({ total: 0, rows: [] });
  });
});

describe('the man of a case', () => {
  it('is what the case says and what his relatives wrote of him, joined cases included', async () => {
    const other = await aCaseIn('searching', { people: people(), answers: { surname: 'Сарсенбаев', wife: 'Қамар' } });
    await joinCases(hand.researcher, { ...(await pageOf(other.caseId)), intoId: hand.caseId, reason: 'Бір адам.' });
    const person = await personOfCase(hand.caseId);
    expect(person).toMatchObject({ surname: 'Сәрсенов', rank: 'красноармеец', unit: '', birth: '1915' });
    expect(person.otherSpellings).toContain('Сарсенбаев');
    expect(person.kin).toContain('Қамар');
    expect(await refusalOf(personOfCase(newId()))).toBe('case.not-found');
  });

  it('is looked for while the case is unresolved, on watch and closed without a burial included', async () => {
    const [watched, withdrawn, buried] = [
      await aCaseIn('on-watch', { people: people() }),
      await aCaseIn('withdrawn', { people: people() }),
      await aCaseIn('burial-established', { people: people() }),
    ];
    const unresolved = await unresolvedCases();
    expect(unresolved).toContain(watched.caseId);
    expect(unresolved).not.toContain(withdrawn.caseId);
    expect(unresolved).not.toContain(buried.caseId);
  });
});

describe('the queue', () => {
  const waiting = async () =>
    (await read().select().from(jobs).where(eq(jobs.kind, 'match.case'))).filter(
      ({ input }) => input.caseId === hand.caseId,
    );

  it('holds a case once however often it changes', async () => {
    expect(await waiting()).toHaveLength(1);
    await correctBirth('1914');
    await correctBirth('1913');
    expect(await waiting()).toHaveLength(1);
  });
});
