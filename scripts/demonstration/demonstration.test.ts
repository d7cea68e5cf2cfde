import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRecords } from '@/domain/archive/find';
import { statuses } from '@/domain/cases/pipeline';
import { eventHash } from '@/domain/change';
import { closeStore, useStore as takeStore, theStore } from '@/domain/database';
import { demonstrationBegins, openDatabase } from '@/domain/opening';
import { systemActor } from '@/domain/permissions';
import { signInStaff } from '@/domain/staff/sessions';
import { burialsByCountry } from '@/domain/statistics/burials-by-country';
import { demonstrationFile } from './cached';
import { makeDemonstration } from './make';
import { isOfficeTime } from './working-hours';

const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-demonstration-test-'));
afterAll(() => {
  closeStore();
  rmSync(folder, { recursive: true });
});

const rows = <Row>(sql: string) => theStore().engine.reader.prepare(sql).all() as Row[];
const counts = (sql: string) => Object.fromEntries(rows<{ key: string; n: number }>(sql).map(({ key, n }) => [key, n]));

describe('the demonstration register', () => {
  const file = path.join(folder, 'demo.db');
  beforeAll(async () => {
    copyFileSync(await demonstrationFile(), file);
    await openDatabase(file, { demonstration: true });
  }, 240_000);

  it('has the museum’s figures of January 2020', async () => {
    const today = await burialsByCountry(systemActor, { at: '2020-01-31' });
    expect(today).toMatchObject({ applications: 556, established: 48, soldiers: 48 });
    expect(Object.fromEntries(today.countries.map(({ country, count }) => [country, count]))).toEqual({
      RU: 38,
      HU: 4,
      LV: 2,
      DE: 2,
      PL: 1,
      BY: 1,
    });
    const reported = await burialsByCountry(systemActor, { at: '2020-01-31', asReported: true });
    expect(reported.countries[0]).toEqual({ country: 'SU', count: 41 });
  });

  it('has cases in every status', () => {
    const byStatus = counts('SELECT status AS key, count(*) AS n FROM cases GROUP BY 1');
    expect(Object.keys(byStatus).sort()).toEqual([...statuses].sort());
    expect(byStatus.searching).toBeGreaterThan(60);
    expect(byStatus.received).toBe(16);
  });

  it('leads every established burial the whole way', () => {
    const ways = rows<{ way: string }>(
      `SELECT (SELECT group_concat(json_extract(e.data, '$.to'), ' ') FROM events e
                WHERE e.case_id = b.case_id AND e.kind = 'case.moved' ORDER BY e.seq) AS way
         FROM burials b WHERE b.kind = 'primary'`,
    );
    expect(ways).toHaveLength(48);
    for (const { way } of ways)
      expect(way).toMatch(/^checking .*searching .*under-review burial-established family-informed( closed)?$/);
  });

  it('ends before its clock begins, its events in the order of time', () => {
    const [range] = rows<{ last: number; disorder: number }>(
      `SELECT max(at) AS last, (SELECT count(*) FROM events e JOIN events f ON f.seq = e.seq + 1 WHERE f.at < e.at) AS disorder
         FROM events`,
    );
    expect(range?.disorder).toBe(0);
    expect(range?.last).toBeLessThan(demonstrationBegins);
    const later = rows<{ n: number }>(
      `SELECT count(*) AS n FROM letters WHERE max(written_at, settled_at) >= ${demonstrationBegins}`,
    );
    expect(later[0]?.n).toBe(0);
  });

  it('lets staff act in office hours only', () => {
    const acts = rows<{ at: number; kind: string }>(
      "SELECT at, kind FROM events WHERE actor_role IN ('researcher', 'manager')",
    );
    expect(acts.length).toBeGreaterThan(5_000);
    expect(acts.filter(({ at }) => !isOfficeTime(at)).map(({ at, kind }) => `${kind} ${new Date(at)}`)).toEqual([]);
  });

  it('keeps an unbroken chain of events', () => {
    const [first] = rows<Record<string, never>>('SELECT * FROM events WHERE seq = 1');
    expect(first).toBeDefined();
    const chain = rows<Record<string, string & number>>('SELECT * FROM events ORDER BY seq');
    let prevHash = '';
    for (const row of chain) {
      const { seq, at, actor_role, actor_id, kind, case_id, application_id, subject_id, data, hash } = row;
      const named = { actorRole: actor_role, actorId: actor_id, caseId: case_id, applicationId: application_id };
      const made = eventHash({ seq, at, kind, data, subjectId: subject_id, prevHash, ...named } as never);
      if (made !== hash) throw new Error(`The chain breaks at ${seq}`);
      prevHash = String(hash);
    }
  });

  it('has an index of 20,000 records and more, with answers of open cases spelled otherwise', async () => {
    const [index] = rows<{ n: number }>('SELECT count(*) AS n FROM archive_records');
    expect(index?.n).toBeGreaterThanOrEqual(20_000);
    const hidden = answersSpelledOtherwise();
    expect(hidden.length).toBeGreaterThan(5);
    const [one] = hidden;
    const asked = await findRecords(systemActor, { surname: one?.surname, givenName: one?.given_name });
    expect(asked.total).toBeGreaterThan(0);
  });

  it('lets its staff sign in with the passwords it prints', async () => {
    const [kept] = rows<{ value: string }>("SELECT value FROM settings WHERE key = 'demonstration-passwords'");
    const passwords = JSON.parse(kept?.value ?? '{}') as Record<string, string>;
    expect(Object.keys(passwords)).toEqual(
      expect.arrayContaining(['researcher@demo.invalid', 'manager@demo.invalid', 'administrator@demo.invalid']),
    );
    const email = 'manager@demo.invalid';
    await expect(signInStaff({ email, password: passwords[email] }, '127.0.0.1')).resolves.toBeTypeOf('string');
    expect(rows('SELECT 1 FROM staff WHERE password_change_due')).toEqual([]);
  });

  it('leaves nothing behind that lives in real time', () => {
    for (const table of ['drafts', 'jobs']) expect(rows(`SELECT 1 FROM ${table}`), table).toEqual([]);
  });
});

describe('the making', () => {
  it('gives the same register for the same seed, and another for another', async () => {
    const made = async (name: string, seed?: number) => {
      const file = path.join(folder, name);
      await makeDemonstration(file, { scale: 0.05, ...(seed ? { seed } : {}) });
      return dumpOf(file);
    };
    const first = await made('first.db');
    expect(await made('second.db')).toEqual(first);
    expect((await made('third.db', 7)).cases).not.toBe(first.cases);
  }, 120_000);
});

type Man = { surname: string; given_name: string; patronymic: string; year: number; draft_place: string };

/** Records that may answer an open case: the same man but for a few letters. Cases told in Russian, so without folding. */
function answersSpelledOtherwise(): Man[] {
  const columns = 'surname, given_name, patronymic, substr(birth_earliest, 1, 4) + 0 AS year, draft_place';
  const keyOf = (man: Man) => [man.surname[0], man.given_name.slice(0, 2), man.patronymic.slice(0, 3)].join();
  const open = new Map(
    rows<Man>(
      `SELECT ${columns} FROM cases WHERE status IN ('searching', 'awaiting-reply', 'needs-information', 'checking')`,
    ).map((man) => [keyOf(man), man]),
  );
  return archived().filter((record) => {
    const sought = open.get(keyOf(record));
    if (!sought?.draft_place || !record.draft_place.startsWith(sought.draft_place)) return false;
    return sought.surname !== record.surname && Math.abs(sought.year - record.year) <= 3;
  });
}

/** The imported rows, as the native layout of the demonstration has them. */
function archived(): Man[] {
  const columns = new Map(
    rows<{ number: number; columns: string }>('SELECT number, columns FROM imports').map((one) => [
      one.number,
      JSON.parse(one.columns) as string[],
    ]),
  );
  return rows<{ number: number; row: string }>('SELECT import_number AS number, row FROM archive_records').map(
    (one) => {
      const values = JSON.parse(one.row) as string[];
      const cell = (name: string) => values[columns.get(one.number)?.indexOf(name) ?? -1] ?? '';
      return {
        surname: cell('surname'),
        given_name: cell('given_name'),
        patronymic: cell('patronymic'),
        year: Number(/\d{4}/.exec(cell('birth_date'))?.[0] ?? 0),
        draft_place: cell('draft_place'),
      };
    },
  );
}

/** A hash for each table; left out is what is made for each database: passwords and tokens, and when migrations were applied. */
function dumpOf(file: string): Record<string, string> {
  const { engine } = takeStore(file);
  const tables = engine.reader
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'",
    )
    .pluck()
    .all() as string[];
  const dump = Object.fromEntries(
    tables.map((table) => {
      const hash = createHash('sha256');
      for (const row of engine.reader.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all() as Record<
        string,
        unknown
      >[]) {
        if (row.key === 'demonstration-passwords') continue;
        const { password_hash, token_hash, ...same } = row;
        hash.update(JSON.stringify(same));
      }
      return [table, hash.digest('hex')];
    }),
  );
  closeStore();
  return dump;
}
