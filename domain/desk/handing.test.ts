import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addNote, assignCase, decideMove, takeCase } from '../cases/commands';
import { caseHistory } from '../cases/history';
import { atMoment, now } from '../clock';
import { anApplication } from '../testing/applications';
import { caseRow, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, anAdministrator, aResearcher } from '../testing/factories';
import { recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { assignUnseen, releaseCase, standingHandOver, takeBackCase } from './handing';
import { markMentionSeen, mentionsOfCase, myMentions } from './mentions';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const assigneeOf = async (caseId: string) => (await caseRow(caseId)).assigneeId;

describe('handing over', () => {
  it('with a note is one act, and the note calls on whoever gets the case', async () => {
    const { caseId, researcher } = await aCaseIn('searching');
    const next = await aResearcher();
    const handOver = { assigneeId: next.staffId, note: 'Подольскіге сұрау салынды, жауап күтілуде.' };
    const act = async () => assignCase(researcher, { ...(await pageOf(caseId)), ...handOver });
    expect(await recordedBy(act)).toEqual(['note.written', 'case.assigned']);
    expect(await assigneeOf(caseId)).toBe(next.staffId);
    const [mention] = await myMentions(next, {});
    expect(mention).toMatchObject({ caseId, text: handOver.note, by: researcher.name });
    expect(await myMentions(researcher, {})).toEqual([]);
    await markMentionSeen(next, { noteId: mention?.noteId });
    expect(await myMentions(next, {})).toEqual([]);
  });

  it('can be taken back by whoever did it, until the other begins', async () => {
    const { caseId, researcher } = await aCaseIn('searching');
    const next = await aResearcher();
    await assignCase(researcher, { ...(await pageOf(caseId)), assigneeId: next.staffId });
    expect(await standingHandOver(researcher, { caseId })).toEqual({ to: next.name });
    expect(await standingHandOver(next, { caseId })).toBeNull();
    expect(await refusalOf(takeBackCase(next, await pageOf(caseId)))).toBe('case.hand-over-stands');
    const back = async () => takeBackCase(researcher, await pageOf(caseId));
    expect(await recordedBy(back)).toEqual(['case.assigned']);
    expect(await assigneeOf(caseId)).toBe(researcher.staffId);
    expect(await refusalOf(back())).toBe('case.hand-over-stands');

    await assignCase(researcher, { ...(await pageOf(caseId)), assigneeId: next.staffId });
    await addNote(next, { caseId, text: 'Жұмысты бастадым.' });
    expect(await standingHandOver(researcher, { caseId })).toBeNull();
    expect(await refusalOf(back())).toBe('case.hand-over-stands');
    expect(await assigneeOf(caseId)).toBe(next.staffId);
  });

  it('of a free case is taken back to nobody, and not at all a day later', async () => {
    const [manager, next] = [await aManager(), await aResearcher()];
    const [first, second] = [await anApplication(), await anApplication()];
    for (const { caseId } of [first, second])
      await assignCase(manager, { ...(await pageOf(caseId)), assigneeId: next.staffId });
    expect(await recordedBy(async () => takeBackCase(manager, await pageOf(first.caseId)))).toEqual(['case.released']);
    expect(await assigneeOf(first.caseId)).toBeNull();
    const late = atMoment(now() + 25 * 3600_000, async () => takeBackCase(manager, await pageOf(second.caseId)));
    expect(await refusalOf(late)).toBe('case.hand-over-stands');
  });

  it('does not reach back to somebody who has left', async () => {
    const { caseId, researcher, manager } = await aCaseIn('searching');
    const [next] = [await aResearcher()];
    await assignCase(manager, { ...(await pageOf(caseId)), assigneeId: next.staffId });
    database.store.engine.writer.prepare('UPDATE staff SET active = 0 WHERE id = ?').run(researcher.staffId);
    await takeBackCase(manager, await pageOf(caseId));
    expect(await assigneeOf(caseId)).toBeNull();
  });
});

describe('giving back', () => {
  it('makes the case free, says why, and leaves the status', async () => {
    const { caseId, researcher } = await aCaseIn('searching');
    const other = await aResearcher();
    expect(await refusalOf(releaseCase(other, await pageOf(caseId)))).toBe('access.not-yours');
    const give = async () => releaseCase(researcher, { ...(await pageOf(caseId)), note: 'Ұзақ демалысқа кетемін.' });
    expect(await recordedBy(give)).toEqual(['case.released']);
    expect(await caseRow(caseId)).toMatchObject({ assigneeId: null, status: 'searching' });
    expect((await caseHistory(other, { caseId }))[0]).toMatchObject({
      kind: 'case.released',
      reason: 'Ұзақ демалысқа кетемін.',
      assignee: researcher.name,
    });
    await takeCase(other, await pageOf(caseId));
    expect(await assigneeOf(caseId)).toBe(other.staffId);
  });

  it('is refused for a case nobody has, one that has ended, and a page that is not fresh', async () => {
    const manager = await aManager();
    const free = await anApplication();
    expect(await refusalOf(releaseCase(manager, await pageOf(free.caseId)))).toBe('case.not-assigned');
    const closed = await aCaseIn('withdrawn');
    expect(await refusalOf(releaseCase(closed.manager, await pageOf(closed.caseId)))).toBe('case.not-open');
    const open = await aCaseIn('checking');
    const stale = await pageOf(open.caseId);
    await decideMove(open.researcher, { ...stale, to: 'searching' });
    expect(await refusalOf(releaseCase(open.researcher, stale))).toBe('case.stale');
  });
});

describe('assigning in bulk', () => {
  it('keeps the rules of one by one', async () => {
    const { caseId, researcher, manager } = await aCaseIn('checking');
    const other = await aResearcher();
    const to = { caseId, assigneeId: other.staffId };
    expect(await refusalOf(assignUnseen(other, to))).toBe('access.not-yours');
    expect(
      await refusedFields(assignUnseen(manager, { ...to, assigneeId: (await anAdministrator()).staffId })),
    ).toEqual({ assigneeId: 'case.assignee-unfit' });
    await assignUnseen(researcher, to);
    expect(await assigneeOf(caseId)).toBe(other.staffId);
    expect(await refusalOf(assignUnseen(manager, to))).toBe('case.nothing-changed');
  });
});

describe('a note', () => {
  it('calls on the colleagues chosen, once each, and never on its writer', async () => {
    const { caseId } = await anApplication();
    const [writer, one, two] = [await aResearcher(), await aResearcher(), await aManager()];
    const mentions = [one.staffId, two.staffId, one.staffId, writer.staffId];
    await addNote(writer, { caseId, text: 'Қараңыздаршы: бұл сол кісі ме?', mentions });
    expect((await mentionsOfCase(writer, { caseId })).map(({ staffId }) => staffId).sort()).toEqual(
      [one.staffId, two.staffId].sort(),
    );
    const [mine] = await myMentions(one, {});
    expect(mine).toMatchObject({ caseId, by: writer.name });
    await markMentionSeen(one, { noteId: mine?.noteId });
    expect(await refusalOf(markMentionSeen(one, { noteId: mine?.noteId }))).toBe('mention.not-open');
    expect(await refusalOf(markMentionSeen(writer, { noteId: mine?.noteId }))).toBe('mention.not-open');
    expect(await myMentions(two, {})).toHaveLength(1);
  });

  it('cannot call on an administrator or on nobody', async () => {
    const { caseId } = await anApplication();
    const writer = await aResearcher();
    for (const staffId of [(await anAdministrator()).staffId, '00000000-0000-7000-8000-000000000000'])
      expect(await refusedFields(addNote(writer, { caseId, text: 'Жазба.', mentions: [staffId] }))).toEqual({
        mentions: 'mention.unfit',
      });
  });
});
