import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTrail, verifyChain } from './audit';
import { takeCase } from './cases/commands';
import { change } from './change';
import { atMoment } from './clock';
import { setHoliday } from './desk/holidays';
import { systemActor } from './permissions';
import { anApplication } from './testing/applications';
import { openTestDatabase, type TestDatabase } from './testing/database';
import { aManager, anAdministrator, aResearcher } from './testing/factories';
import { eventsAfter, lastSeq, refusalOf } from './testing/outcome';
import { startOfDay } from './working-days';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

/** What no program of ours can do: the trigger taken away, a row changed by hand. */
function tamper(statement: string): void {
  const { writer } = database.store.engine;
  const triggers = writer.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'");
  const kept = triggers.all() as { name: string; sql: string }[];
  for (const { name } of kept) writer.exec(`DROP TRIGGER ${name}`);
  writer.exec(statement);
  for (const { sql } of kept) writer.exec(sql);
}

describe('the chain', () => {
  it('verifies from the first event to the last, over more than a page', async () => {
    await change(systemActor, async (_tx, record) => {
      for (let n = 0; n < 2100; n++) record({ kind: 'holiday.changed', data: { day: String(n) } });
    });
    expect(await verifyChain()).toEqual({ events: await lastSeq(), brokenAt: null });
    tamper("UPDATE events SET kind = 'x' WHERE seq = 1500");
    expect(await verifyChain()).toEqual({ events: 1499, brokenAt: 1500 });
  });

  it('finds a changed value in any column at its event', async () => {
    database.store.engine.writer.exec('CREATE TABLE untouched AS SELECT * FROM events');
    const texts = [
      'actor_role',
      'actor_id',
      'kind',
      'case_id',
      'application_id',
      'subject_id',
      'data',
      'prev_hash',
      'hash',
    ];
    for (const column of ['at', ...texts]) {
      const changed = column === 'at' ? 'at + 1' : `coalesce(${column}, '') || ' '`;
      tamper(`UPDATE events SET ${column} = ${changed} WHERE seq = 7`);
      expect(await verifyChain(), column).toEqual({ events: 6, brokenAt: 7 });
      tamper(`UPDATE events SET ${column} = (SELECT ${column} FROM untouched WHERE seq = 7) WHERE seq = 7`);
      expect((await verifyChain()).brokenAt).toBeNull();
    }
  });

  it('finds a single flipped bit', async () => {
    const { caseId } = await anApplication();
    const [opened] = await eventsAfter(0, { caseId, kind: 'case.opened' });
    const bytes = Buffer.from(JSON.stringify(opened?.data));
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    const seq = opened?.seq ?? 0;
    tamper(`UPDATE events SET data = '${bytes.toString()}' WHERE seq = ${seq}`);
    expect(await verifyChain()).toEqual({ events: seq - 1, brokenAt: seq });
  });

  it('finds an event taken out, put in or put elsewhere', async () => {
    await anApplication();
    tamper('DELETE FROM events WHERE seq = 9');
    expect(await verifyChain()).toEqual({ events: 8, brokenAt: 9 });
    tamper('UPDATE events SET seq = seq - 1 WHERE seq > 9');
    expect(await verifyChain()).toEqual({ events: 8, brokenAt: 9 });
    tamper('DELETE FROM events WHERE seq = 1');
    expect(await verifyChain()).toEqual({ events: 0, brokenAt: 1 });
  });
});

describe('the trail', () => {
  const names = async (filters: object) =>
    (await auditTrail(systemActor, filters)).rows.map(({ kind, actorRole }) => `${actorRole} ${kind}`);

  it('shows the newest first, a page at a time, with the total', async () => {
    await anApplication();
    const all = await auditTrail(systemActor, { limit: 200 });
    expect(all.total).toBe(await lastSeq());
    expect(all.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: all.total }, (_, n) => all.total - n));
    const page = await auditTrail(systemActor, { limit: '3', offset: '2' });
    expect(page.rows).toEqual(all.rows.slice(2, 5));
    expect(page.total).toBe(all.total);
  });

  it('filters by kind, actor, role and case; an empty filter is none', async () => {
    const researcher = await aResearcher();
    const { caseId, applicationId } = await anApplication();
    await takeCase(researcher, { caseId, version: 1 });
    expect(await names({ kind: 'case.assigned' })).toEqual(['researcher case.assigned']);
    expect(await names({ actor: researcher.staffId })).toContain('researcher case.assigned');
    const byVisitors = await names({ actor: 'visitor', from: '', to: '', kind: '' });
    expect(new Set(byVisitors.map((name) => name.split(' ')[0]))).toEqual(new Set(['visitor']));
    const { rows } = await auditTrail(systemActor, { caseId });
    expect(rows[0]).toMatchObject({
      kind: 'case.assigned',
      actorName: researcher.name,
      data: { assigneeId: researcher.staffId },
    });
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['case.opened', 'application.received']));
    expect(rows.every((row) => row.caseId === caseId)).toBe(true);
    expect(rows.some((row) => row.applicationId === applicationId)).toBe(true);
  });

  it('counts days as the museum does, both ends included', async () => {
    const holiday = { day: '2020-03-09', kind: 'off', nameKk: 'а', nameRu: 'б', nameEn: 'c' };
    const clerk = await anAdministrator();
    const enter = (moment: number) => atMoment(moment, () => setHoliday(clerk, holiday));
    const [start, end] = [startOfDay('2020-01-10'), startOfDay('2020-01-11')];
    for (const moment of [start - 1, start, end - 1, end]) await enter(moment);
    const { rows } = await auditTrail(systemActor, { from: '2020-01-10', to: '2020-01-10' });
    expect(rows.map(({ at }) => at)).toEqual([end - 1, start]);
  });

  it('holds nothing an applicant wrote', async () => {
    const { reference, code } = await anApplication({ applicantName: 'Құпия Есімбекқызы', surname: 'Жасырынов' });
    const { rows } = await auditTrail(systemActor, { limit: 200 });
    const shown = JSON.stringify(rows);
    for (const secret of ['Құпия', 'Жасырынов', '700 000', reference, code]) expect(shown).not.toContain(secret);
  });

  it('is for managers, administrators and the system', async () => {
    const asked = async (actor: Parameters<typeof auditTrail>[0]) => refusalOf(auditTrail(actor, {}));
    expect(await asked(await aManager())).toBe('accepted');
    expect(await asked(await anAdministrator())).toBe('accepted');
    expect(await asked(await aResearcher())).toBe('access.denied');
    expect(await asked({ role: 'visitor' })).toBe('access.sign-in');
  });
});
