/** Joining and parting lose nothing, whatever the families do meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawApplication } from '../applications/commands';
import { trackedApplication } from '../applications/tracking';
import { recordAnswer } from '../correspondence/questions';
import { ask, attach, caseRow, openRequests, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase, moveBy, type People } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { joinCases, partCase } from './commands';
import { casePage } from './page';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const reason = 'Әкесінің аты мен ауылы бір.';
const join = async (hand: MadeCase, into: MadeCase) =>
  joinCases(people.researcher, { ...(await pageOf(hand.caseId)), intoId: into.caseId, reason });
const part = async (hand: MadeCase) => partCase(people.researcher, { ...(await pageOf(hand.caseId)), reason });
const statusOf = async (hand: MadeCase) => (await caseRow(hand.caseId)).status;
const withdraw = ({ applicant, applicationId }: MadeCase) => withdrawApplication(applicant, { applicationId });
const phaseOf = async ({ applicant, applicationId }: MadeCase) =>
  (await trackedApplication(applicant, { applicationId })).phase;

describe('parting', () => {
  it('gives back everything that came along', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('awaiting-reply', { people });
    await attach(hand);
    const shown = async () => {
      const { applications, evidence, requests, searches, notes, line } = await casePage(people.researcher, {
        caseId: hand.caseId,
      });
      return { applications, evidence, requests, searches, notes, status: line.status, name: line.surname };
    };
    const before = await shown();
    await join(hand, leading);
    await part(hand);
    expect(await shown()).toEqual(before);
    expect(await openRequests(hand.caseId)).toHaveLength(1);
    expect((await casePage(people.researcher, { caseId: leading.caseId })).applications).toHaveLength(1);
  });

  it('a family that withdrew meanwhile is not searched for again', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('awaiting-reply', { people });
    await join(hand, leading);
    await withdraw(hand);
    expect(await statusOf(leading)).toBe('searching');
    const seq = await lastSeq();
    await part(hand);
    expect(await statusOf(hand)).toBe('withdrawn');
    expect((await eventsAfter(seq, { kind: 'case.moved' })).map(({ data }) => [data.from, data.to])).toEqual([
      ['joined', 'withdrawn'],
    ]);
    expect(await statusOf(leading)).toBe('searching');
    expect(await phaseOf(leading)).toBe('searching');
  });

  it('a case that stood open for the other family alone ends when that one is parted', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('searching', { people });
    await join(hand, leading);
    await withdraw(leading);
    expect(await statusOf(leading)).toBe('searching');
    expect([await phaseOf(leading), await phaseOf(hand)]).toEqual(['withdrawn', 'searching']);
    await part(hand);
    expect([await statusOf(leading), await statusOf(hand)]).toEqual(['withdrawn', 'searching']);
  });

  it('both withdrew: both end', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('searching', { people });
    await join(hand, leading);
    await withdraw(hand);
    await withdraw(leading);
    expect(await statusOf(leading)).toBe('withdrawn');
    await part(hand);
    expect([await statusOf(leading), await statusOf(hand)]).toEqual(['withdrawn', 'withdrawn']);
  });

  it('a question asked meanwhile stays with its family, and its answer finds the way', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('searching', { people });
    await join(hand, leading);
    const questionId = await ask(leading);
    await part(hand);
    await recordAnswer(people.researcher, { caseId: leading.caseId, questionId, answer: '1941 жылы.' });
    expect((await casePage(people.researcher, { caseId: leading.caseId })).questions).toMatchObject([
      { answer: '1941 жылы.' },
    ]);
    expect((await casePage(people.researcher, { caseId: hand.caseId })).questions).toEqual([]);
  });
});

describe('joining', () => {
  it('a family that asks is not put under a search that ended at another’s wish', async () => {
    const ended = await aCaseIn('withdrawn', { people });
    const hand = await aCaseIn('searching', { people });
    expect(await refusalOf(join(hand, ended))).toBe('guard.other-case-withdrawn');
    expect(await statusOf(hand)).toBe('searching');
    // The other way round it loses nothing.
    await join(ended, hand);
    expect(await statusOf(ended)).toBe('joined');
    await part(ended);
    expect(await statusOf(ended)).toBe('withdrawn');
  });

  it('withdrawn in the joined case and taken up in none, nobody comes back by itself', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('searching', { people });
    await moveBy.withdraw(hand, 'withdrawn', '');
    await join(hand, leading);
    await part(hand);
    expect(await statusOf(hand)).toBe('withdrawn');
  });
});
