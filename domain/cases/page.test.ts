import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApplication } from '../testing/applications';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type People } from '../testing/factories';
import { refusalOf } from '../testing/outcome';
import { assignCase, decideMove, joinCases, partCase } from './commands';
import { caseHistory } from './history';
import { casePage } from './page';
import { choicesFrom, statuses } from './pipeline';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

describe('the page of a case', () => {
  it.each(statuses)(
    'offers in %s the moves of the table, and says beforehand what the server would refuse',
    async (status) => {
      const { caseId } = await aCaseIn(status, { people });
      const { moves, line, version } = await casePage(people.manager, { caseId });
      expect(line.status).toBe(status);
      expect(moves.map(({ to }) => to)).toEqual(choicesFrom(status));
      for (const { to, refusal } of moves.filter((move) => move.refusal !== null))
        expect(await refusalOf(decideMove(people.manager, { caseId, version, to, reason: 'Себебі.' }))).toBe(refusal);
      for (const { to } of moves.filter((move) => move.refusal === null).slice(0, 1))
        expect(await refusalOf(decideMove(people.manager, { caseId, version, to, reason: 'Себебі.' }))).toBe(
          'accepted',
        );
    },
  );

  it('carries the families of joined cases, and neither codes nor their hashes', async () => {
    const leading = await aCaseIn('searching', { people });
    const joined = await aCaseIn('searching', { people });
    await joinCases(people.researcher, {
      ...(await pageOf(joined.caseId)),
      intoId: leading.caseId,
      reason: 'Әкесінің аты мен туған жері бірдей.',
    });
    const page = await casePage(people.researcher, { caseId: leading.caseId });
    expect(page.applications.map(({ id }) => id).sort()).toEqual([leading.applicationId, joined.applicationId].sort());
    expect(page.joinedHere.map(({ caseId }) => caseId)).toEqual([joined.caseId]);
    expect((await casePage(people.researcher, { caseId: joined.caseId })).joinedInto?.caseId).toBe(leading.caseId);
    const text = JSON.stringify(page);
    expect(text).not.toContain('codeHash');
    expect(text).not.toContain('codeSalt');
    expect(text).not.toContain(leading.code);
  });

  it('shows consents with how they were given, and what a conclusion rests on', async () => {
    const { caseId } = await aCaseIn('under-review', { people });
    const page = await casePage(people.manager, { caseId });
    expect(page.applications[0]?.consents).toMatchObject([
      { kind: 'processing', how: 'web', revokedAt: null },
      { kind: 'publication', how: 'web', revokedAt: null },
    ]);
    expect(page.conclusions).toMatchObject([{ state: 'proposed', proposer: people.researcher.name, withheld: false }]);
    expect(page.conclusions[0]?.restsOn.map(({ evidenceId }) => evidenceId)).toEqual(page.evidence.map(({ id }) => id));
    expect(page.resultTellable).toBe(false);
    const confirmed = await aCaseIn('fate-established', { people });
    expect((await casePage(people.manager, { caseId: confirmed.caseId })).resultTellable).toBe(true);
  });

  it('is not found where there is no such case', async () => {
    const caseId = '00000000-0000-7000-8000-000000000000';
    expect(await refusalOf(casePage(people.manager, { caseId }))).toBe('case.not-found');
  });
});

describe('the history', () => {
  it('says who did what, why, to whom, and with which other case', async () => {
    const { caseId } = await aCaseIn('checking', { people });
    const other = await anApplication();
    const otherNumber = (await casePage(people.manager, { caseId: other.caseId })).line.number;
    const next = await aResearcher();
    await assignCase(people.manager, {
      ...(await pageOf(caseId)),
      assigneeId: next.staffId,
      note: 'ОБД әлі қаралмады.',
    });
    await joinCases(people.manager, { ...(await pageOf(caseId)), intoId: other.caseId, reason: 'Бір адам.' });
    await partCase(people.manager, { ...(await pageOf(caseId)), reason: 'Екі бөлек адам.' });

    const lines = await caseHistory(people.manager, { caseId });
    const about = (kind: string) => lines.filter((line) => line.kind === kind);
    expect(about('case.assigned')[0]).toMatchObject({ assignee: next.name, by: people.manager.name });
    expect(about('note.written')[0]).toMatchObject({ reason: 'ОБД әлі қаралмады.' });
    expect(about('case.parted')[0]).toMatchObject({ otherCase: otherNumber, reason: 'Екі бөлек адам.' });
    expect(about('case.moved').map(({ reason }) => reason)).toContain('Бір адам.');
    expect(about('application.received')[0]).toMatchObject({ by: null, role: 'visitor' });
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq).sort((a, b) => b - a));

    const there = await caseHistory(people.manager, { caseId: other.caseId });
    const ownNumber = (await casePage(people.manager, { caseId })).line.number;
    expect(there.find(({ kind }) => kind === 'case.joined')?.otherCase).toBe(ownNumber);
  });
});
