import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { burials, conclusions } from '@/db/schema';
import { trackedApplication } from '../applications/tracking';
import { read } from '../database';
import type { StaffActor } from '../permissions';
import { burialsByCountry } from '../statistics/burials-by-country';
import { attach, caseRow, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, makeMove, type People } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { conclusionAftermath } from './aftermath';
import { decideMove, joinCases, partCase } from './commands';
import type { Status } from './pipeline';
import { revokeConclusion } from './revoking';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const reason = 'Бұл басқа адам: туған жері өзге.';
const revoke = async (caseId: string, actor: StaffActor = people.manager) =>
  revokeConclusion(actor, { ...(await pageOf(caseId)), reason });
const conclusionOf = async (caseId: string) =>
  (await read().select().from(conclusions).where(eq(conclusions.caseId, caseId)))[0];
const aftermath = (caseId: string) => conclusionAftermath(people.manager, { caseId });
const established = async () => (await burialsByCountry(people.manager, {})).established;

describe('revoking a confirmed conclusion', () => {
  it('ends it with its burial, brings the case back to the search, and the figure falls', async () => {
    const hand = await aCaseIn('burial-established', { people });
    const before = await established();
    expect(await recordedBy(() => revoke(hand.caseId))).toEqual(['burial.ended', 'conclusion.revoked', 'case.moved']);
    expect(await caseRow(hand.caseId)).toMatchObject({ status: 'searching', assigneeId: people.researcher.staffId });
    expect(await conclusionOf(hand.caseId)).toMatchObject({
      state: 'superseded',
      revokedBy: people.manager.staffId,
      revokedAt: expect.any(Number),
    });
    const [burial] = await read().select().from(burials).where(eq(burials.caseId, hand.caseId));
    expect(burial?.endedAt).not.toBeNull();
    expect(await established()).toBe(before - 1);
    expect((await trackedApplication(hand.applicant, { applicationId: hand.applicationId })).phase).toBe('searching');
  });

  it('names the letters that told a family of it', async () => {
    const hand = await aCaseIn('family-informed', { people });
    const seq = await lastSeq();
    expect(await revoke(hand.caseId)).toEqual({ letters: 1 });
    const [event] = await eventsAfter(seq, { kind: 'conclusion.revoked' });
    const told = event?.data.letters as string[] | undefined;
    expect(told).toHaveLength(1);
    expect(JSON.stringify(event)).not.toContain('басқа адам');
    const { revoked, later } = await aftermath(hand.caseId);
    expect(later).toEqual([]);
    expect(revoked).toMatchObject([
      {
        by: people.manager.name,
        reason,
        told: [{ letterId: told?.[0], correctedAt: null, correcting: false }],
      },
    ]);
    expect((await caseRow(hand.caseId)).status).toBe('searching');
  });

  it.each<Status>(['fate-established', 'family-informed', 'closed'])('leads from %s to the search', async (status) => {
    const hand = await aCaseIn(status, { people });
    await revoke(hand.caseId);
    expect((await caseRow(hand.caseId)).status).toBe('searching');
  });

  it('leaves a case where it is that was taken up again before', async () => {
    const hand = await aCaseIn('family-informed', { people });
    await decideMove(people.researcher, { ...(await pageOf(hand.caseId)), to: 'under-review', reason }).catch(() => 0);
    await decideMove(people.researcher, { ...(await pageOf(hand.caseId)), to: 'searching', reason });
    const { version } = await caseRow(hand.caseId);
    expect(await recordedBy(() => revoke(hand.caseId))).toEqual(['burial.ended', 'conclusion.revoked']);
    expect(await caseRow(hand.caseId)).toMatchObject({ status: 'searching', version: version + 1 });
  });

  it('is a manager’s, with a reason, from the page as it is, and of something in force', async () => {
    const hand = await aCaseIn('burial-established', { people });
    expect(await refusalOf(revoke(hand.caseId, people.researcher))).toBe('access.denied');
    const page = await pageOf(hand.caseId);
    expect(await refusedFields(revokeConclusion(people.manager, { ...page, reason: ' ' }))).toHaveProperty('reason');
    const stale = { ...page, version: page.version - 1, reason };
    expect(await refusalOf(revokeConclusion(people.manager, stale))).toBe('case.stale');
    await revoke(hand.caseId);
    expect(await refusalOf(revoke(hand.caseId))).toBe('conclusion.not-in-force');
  });

  it('a button leads from an established burial to the search no more than before', async () => {
    const hand = await aCaseIn('burial-established', { people });
    const call = decideMove(people.manager, { ...(await pageOf(hand.caseId)), to: 'searching', reason });
    expect(await refusalOf(call)).toBe('case.no-such-move');
  });

  it('the next conclusion is proposed and confirmed as ever', async () => {
    const hand = await aCaseIn('burial-established', { people });
    await revoke(hand.caseId);
    await makeMove(hand, 'under-review');
    await makeMove(hand, 'burial-established');
    expect((await caseRow(hand.caseId)).status).toBe('burial-established');
  });
});

describe('what came to light since a conclusion was confirmed', () => {
  it('is shown with its citation, the newest first; what was known before is not', async () => {
    const hand = await aCaseIn('fate-established', { people });
    expect((await aftermath(hand.caseId)).later).toEqual([]);
    await attach(hand);
    expect((await aftermath(hand.caseId)).later).toMatchObject([
      { kind: 'evidence.attached', by: people.researcher.name, citation: expect.stringContaining('818883') },
    ]);
  });
});

describe('a joined case whose conclusion was revoked meanwhile', () => {
  it('is parted into the search, not into a result that fell', async () => {
    const leading = await aCaseIn('searching', { people });
    const hand = await aCaseIn('fate-established', { people });
    await joinCases(people.researcher, { ...(await pageOf(hand.caseId)), intoId: leading.caseId, reason });
    await revoke(hand.caseId);
    expect((await caseRow(hand.caseId)).status).toBe('joined');
    await partCase(people.researcher, { ...(await pageOf(hand.caseId)), reason });
    expect((await caseRow(hand.caseId)).status).toBe('searching');
  });
});
