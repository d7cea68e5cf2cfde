import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobs, matchCandidates, matchWeights } from '@/db/schema';
import type { FieldVerdict } from '@/domain/matching/verdict';
import { bookkeep } from '../change';
import { read } from '../database';
import { newId } from '../identity';
import { systemActor } from '../permissions';
import { anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf, refusedFields } from '../testing/outcome';
import { aliasesInUse, aliasList, differingSpellings, enterAlias, spellingsOf, switchAlias } from './aliases';
import { enough, estimate, movedBy } from './estimating';
import { applyLearning, matchingReport } from './learning';
import { ourWeights } from './search/weights';
import { weightsInUse } from './weights-in-use';

const verdict = (
  field: string,
  left: string,
  right: string,
  kind: FieldVerdict['verdict'] = 'similar',
): FieldVerdict => ({
  ...{ field, verdict: kind, reason: 'name-near-sound', left, right, bits: 5 },
});
const pair = (n: number) => [
  verdict('surname', 'Кусаинов', 'Хусаинов'),
  verdict('birth', '1913', String(1913 + (n % 2))),
];
const pairs = (n: number) => Array.from({ length: n }, (_, at) => pair(at));

describe('estimating', () => {
  it('leaves a field as it is until enough pairs speak of it', () => {
    const few = estimate(pairs(enough - 1), [], ourWeights);
    expect(few.weights).toEqual(ourWeights);
    expect(few.fields.map(({ isChanged }) => isChanged)).toEqual([false, false, false, false]);
    const many = estimate(pairs(enough), [], ourWeights);
    expect(many.fields.filter(({ isChanged }) => isChanged).map(({ field }) => field)).toEqual(['surname', 'birth']);
  });

  it('moves shares toward what was confirmed, no further than the counts carry, and keeps their sum', () => {
    const { fields, weights } = estimate(pairs(100), [], ourWeights);
    const [surname] = fields;
    const at = surname?.confirmed.indexOf(100) ?? -1;
    expect(at).toBeGreaterThanOrEqual(0);
    expect(surname?.after[at]).toBeGreaterThan(surname?.before[at] ?? 1);
    expect(surname?.after[at]).toBeLessThan(1);
    for (const shares of [...weights.names, weights.years])
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
    expect(movedBy(pair(0), { fields, weights })).toBeGreaterThan(0);
  });

  it('every share stays above nothing, whatever was decided', () => {
    const written = fc.constantFrom('Кусаинов', 'Хусаинов', 'Т.', '', 'Иванов', 'Qusainov', '1913', '__.__.1903');
    const one = fc.record({ left: written, right: written, field: fc.constantFrom('surname', 'givenName', 'birth') });
    fc.assert(
      fc.property(fc.array(fc.array(one), { maxLength: 80 }), (all) => {
        const confirmed = all.map((fields) => fields.map(({ field, left, right }) => verdict(field, left, right)));
        const { weights } = estimate(confirmed, [], ourWeights);
        for (const share of [...weights.names.flat(), ...weights.years]) expect(share).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('spellings', () => {
  it('are a pair when their roots differ in sound, in either order', () => {
    expect(spellingsOf('Кусаинов', 'Хусаинов')).toEqual(spellingsOf('Хусаинов', 'Кусаинов'));
    expect(spellingsOf('Кусаинов', 'Кусаинова')).toBeNull();
    expect(spellingsOf('Құсайынов', 'Құсайынұлы', 'patronymic')).toBeNull();
    expect(spellingsOf('Т.', 'Тимофей', 'given')).toBeNull();
    expect(spellingsOf('...зулин', 'Бузулин')).toBeNull();
    expect(spellingsOf('Ким Ир', 'Хусаинов')).toBeNull();
  });

  it('are learned from names that are not called the same', () => {
    const names = [verdict('surname', 'Кусаинов', 'Хусаинов'), verdict('givenName', 'Ахмет', 'Ваньга', 'same')];
    expect(differingSpellings([...names, verdict('birth', '1913', '1914')])).toHaveLength(1);
  });
});

describe('learning', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  async function decided(count: number): Promise<void> {
    const { caseId } = await anApplication();
    await bookkeep(async (tx) => {
      for (let n = 0; n < count; n++)
        await tx.insert(matchCandidates).values({
          ...{ id: newId(), caseId, recordId: n + 1 + count * 100, state: n < count - 1 ? 'confirmed' : 'proposed' },
          ...{
            bits: 19.9,
            band: 'possible',
            verdicts: pair(n),
            runnerUp: null,
            compared: '',
            proposedAt: 1,
            reason: '',
          },
        });
    });
  }

  it('reports, and changes nothing', async () => {
    await decided(enough + 1);
    const seq = await lastSeq();
    const report = await matchingReport(systemActor, {});
    expect(report.decisions).toContainEqual({ band: 'possible', confirmed: enough, rejected: 0, unsure: 0 });
    expect(report.candidates).toMatchObject({ open: 1 });
    expect(await eventsAfter(seq)).toEqual([]);
    expect(await weightsInUse()).toBeNull();
  });

  it('applied, keeps the weights, says so, and has everything matched again', async () => {
    await decided(enough + 1);
    await bookkeep(async (tx) => {
      await tx.delete(jobs);
    });
    const seq = await lastSeq();
    await applyLearning(systemActor, {});
    expect(await weightsInUse()).toMatchObject({ orders: ourWeights.orders });
    expect(await weightsInUse()).not.toEqual(ourWeights);
    expect((await eventsAfter(seq)).map(({ kind, data }) => [kind, data])).toMatchObject([
      ['weights.changed', { decisions: enough }],
    ]);
    expect(await read().select().from(jobs)).toMatchObject([{ kind: 'match.records', input: {} }]);
    // The same decisions teach once; more of them, and the older weights end.
    expect(await refusalOf(applyLearning(systemActor, {}))).toBe('match.no-decisions');
    await decided(20);
    await applyLearning(systemActor, {});
    expect((await read().select().from(matchWeights)).filter(({ inUse }) => inUse)).toHaveLength(1);
  });

  it('has nothing to apply without decisions', async () => {
    expect(await refusalOf(applyLearning(systemActor, {}))).toBe('match.no-decisions');
  });

  it('spellings entered by hand are in use at once, switched off and on, and refused twice', async () => {
    const manager = await aManager();
    const given = { writtenA: 'Оконеев', writtenB: 'Апканеев' };
    await enterAlias(manager, given);
    expect(await aliasesInUse()).toHaveLength(1);
    expect(await refusedFields(enterAlias(manager, given))).toEqual({ writtenB: 'alias.known-already' });
    expect(await refusedFields(enterAlias(manager, { writtenA: 'Иванов', writtenB: 'Иванова' }))).toEqual({
      writtenB: 'alias.same-sound',
    });
    expect(await refusedFields(enterAlias(manager, { writtenA: 'Т.', writtenB: 'Тимофей' }))).toEqual({
      writtenB: 'alias.not-a-name',
    });
    const [line] = await aliasList(manager, {});
    expect(line).toMatchObject({ origin: 'hand', by: manager.name, inUse: true });
    await switchAlias(manager, { aliasId: line?.aliasId ?? '', inUse: 'off' });
    expect(await aliasesInUse()).toEqual([]);
    await enterAlias(manager, given);
    expect(await aliasesInUse()).toHaveLength(1);
  });
});
