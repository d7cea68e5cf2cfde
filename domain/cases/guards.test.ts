/** For every guard a case that lacks just what it asks for, refused from page, bulk, command line and the pipeline itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../change';
import { systemActor } from '../permissions';
import { anApplication } from '../testing/applications';
import { aBurialPlace, arrange, type CaseInHand, caseRow, edit, pageOf, propose } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, moveBy, type People } from '../testing/factories';
import { aCaseLacking, guardedStatuses } from '../testing/lacking';
import { lastSeq, refusalOf } from '../testing/outcome';
import { decideMove, joinCases, moveUnseen } from './commands';
import { confirmConclusion } from './conclusions';
import { moveCase } from './moving';
import { choicesFrom, guards, movesFrom, statuses } from './pipeline';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

describe('every guard of the table', () => {
  it('stands somewhere', () => {
    expect(new Set(guardedStatuses.map(({ guard }) => guard))).toEqual(new Set(guards));
  });

  it.each(guardedStatuses)('$to asks for $guard on every path', async ({ to, guard }) => {
    const { from, ...hand } = await aCaseLacking(to, guard, people);
    const { caseId } = hand;
    const [before, seq] = [await caseRow(caseId), await lastSeq()];
    const way = movesFrom(from)[to]?.way ?? 'move';
    // A status that has its own command (confirming, withdrawing, joining) has no button and no bulk at all.
    const code = way === 'move' ? `guard.${guard}` : 'case.no-such-move';
    const holder = before.assigneeId ? hand.researcher : hand.manager;
    const reason = 'Көпшілік таңдау.';

    const page = { caseId, version: before.version, to, reason };
    expect(await refusalOf(decideMove(hand.manager, page))).toBe(code);
    expect(await refusalOf(decideMove(holder, page))).toBe(code);
    const unseen = { caseId, to, reason };
    expect(await refusalOf(moveUnseen(hand.manager, unseen))).toBe(code);
    expect(await refusalOf(moveUnseen(holder, unseen))).toBe(code);
    const directly = change(systemActor, (tx, record) =>
      moveCase({ actor: systemActor, tx, record }, before, to, way, reason),
    );
    expect(await refusalOf(directly)).toBe(`guard.${guard}`);

    expect(await caseRow(caseId)).toEqual(before);
    expect(await lastSeq()).toBe(seq);

    await arrange[guard](hand);
    await moveBy[way](hand, to, '');
    expect((await caseRow(caseId)).status).toBe(to);
  });

  it('nobody chooses a status that follows from another command', () => {
    for (const from of statuses)
      for (const to of ['fate-established', 'burial-established', 'withdrawn', 'joined'] as const)
        expect(choicesFrom(from)).not.toContain(to);
  });
});

describe('what confirming establishes', () => {
  const confirm = async (hand: CaseInHand) => confirmConclusion(hand.manager, await pageOf(hand.caseId));
  const underReview = () => aCaseIn('under-review', { people });

  it.each(['unknown', 'missing', 'captured'] as const)('a fate of %s alone establishes nothing', async (fate) => {
    const hand = await underReview();
    await edit(hand, { fate });
    expect(await refusalOf(confirm(hand))).toBe('conclusion.establishes-nothing');
    expect((await caseRow(hand.caseId)).status).toBe('under-review');
  });

  it('a burial place without its country is refused until a manager names it', async () => {
    const hand = await underReview();
    const burialPlaceId = await aBurialPlace(people, { countryToday: null });
    await edit(hand, { burialPlaceId, burialKind: 'primary', burialPrecision: 'region' });
    expect(await refusalOf(confirm(hand))).toBe('guard.burial-country');
  });

  it('a burial known to its country alone leaves the fate established', async () => {
    const hand = await underReview();
    await edit(hand, {
      burialPlaceId: await aBurialPlace(people),
      burialKind: 'unknown',
      burialPrecision: 'country',
    });
    expect(await confirm(hand)).toEqual({ status: 'fate-established' });
  });

  it('a burial of a man still called missing is established', async () => {
    const hand = await underReview();
    const burial = { burialPlaceId: await aBurialPlace(people), burialKind: 'reburial', burialPrecision: 'grave' };
    await edit(hand, { fate: 'missing', ...burial });
    expect(await confirm(hand)).toEqual({ status: 'burial-established' });
  });

  it('a proposal outside a review cannot be confirmed', async () => {
    const hand = await aCaseIn('searching', { people });
    await propose(hand);
    expect(await refusalOf(confirm(hand))).toBe('case.no-such-move');
  });
});

describe('joining', () => {
  const join = async (caseId: string, intoId: string) =>
    joinCases(people.manager, { ...(await pageOf(caseId)), intoId, reason: 'Бір адам.' });

  it('refuses the case itself, one that is joined, and one that others are joined to', async () => {
    const [first, second, third] = [await anApplication(), await anApplication(), await anApplication()];
    expect(await refusalOf(join(first.caseId, first.caseId))).toBe('guard.other-case-free');
    await join(first.caseId, second.caseId);
    expect(await refusalOf(join(third.caseId, first.caseId))).toBe('guard.other-case-free');
    expect(await refusalOf(join(second.caseId, third.caseId))).toBe('guard.others-joined-here');
    expect(await refusalOf(join(first.caseId, third.caseId))).toBe('case.no-such-move');
  });
});
