import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { settingKeys } from '@/domain/opening';

const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-commands-'));
const file = path.join(folder, 'register.db');
const inFolder = (name: string) => path.join(folder, name);
vi.stubEnv('DATABASE_FILE', file);
// Vite has a setting of its own under this name.
vi.stubEnv('BASE_URL', '');
vi.stubEnv('LC_ALL', 'C');

const { runCommand } = await import('./program');
const { aCaseIn } = await import('@/domain/testing/factories');
const { closeStore } = await import('@/domain/database');
const { openRegister } = await import('./register');

type Ran = { status: number; out: string; err: string };

/** Runs a command line as the terminal would, and keeps what it said. */
async function izdeu(...words: string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const into = (stream: keyof typeof said, end: string) => (text: unknown) => {
    said[stream] += `${text}${end}`;
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out', '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err', '')),
    vi.spyOn(console, 'log').mockImplementation(into('out', '\n')),
    vi.spyOn(console, 'error').mockImplementation(into('err', '\n')),
  ];
  try {
    return { status: await runCommand(words), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const lastLine = ({ out }: Ran) => JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;

beforeAll(async () => {
  expect(await izdeu('prepare')).toEqual({ status: 0, out: '', err: '' });
});
afterAll(() => {
  closeStore();
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

describe('a register of its own', () => {
  it('is made by prepare, readable by its owner alone, and prepared again without a new event', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = lastLine(await izdeu('verify')).events;
    expect((await izdeu('prepare')).status).toBe(0);
    expect(lastLine(await izdeu('verify'))).toMatchObject({ events: before, integrity: 'ok', chain: 'ok' });
  });

  it('counts nothing yet', async () => {
    expect(lastLine(await izdeu('stats', 'burials-by-country', '--at', '2020-01-31'))).toEqual({
      at: '2020-01-31',
      applications: 0,
      established: 0,
      soldiers: 0,
      countries: [],
    });
    expect(await izdeu('stats', 'burials-by-country', '--at', '2020-02-31')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^at: .*\n$/),
    });
  });

  it.each([[[]], [['nothing']], [['archive', 'search', '--limit', '0']], [['user', 'add', '--email', 'a@b.kz']]])(
    'answers wrong usage with status 2: %j',
    async (words) => {
      expect((await izdeu(...words)).status).toBe(2);
    },
  );

  it('speaks the language of the terminal', async () => {
    vi.stubEnv('LC_ALL', 'kk_KZ.UTF-8');
    expect((await izdeu('archive', 'search')).err).toMatch(/[әғқңөұүһі]/);
    vi.stubEnv('LC_ALL', 'C');
  });
});

describe('archive', () => {
  const csv = [
    'source_record_id,surname,given_name,patronymic,birth_date',
    '1,Касымов,Ермек,Жакупович,1915',
    '2,Омаров,Асан,,1908',
    '2,Омаров,Асан,,1908',
    '3,,,,1901',
    '4,=Сапаров,Муса,"x',
  ].join('\n');
  const records = inFolder('records.csv');
  beforeEach(() => writeFileSync(records, csv));

  it('says beforehand what an import will do, does it, and nothing the second time', async () => {
    const counts = { read: 5, added: 2, updated: 0, unchanged: 0, duplicates: 1, rejected: 2 };
    const dry = await izdeu('archive', 'import', records, '--source', 'obd-memorial', '--dry-run');
    expect(lastLine(dry)).toMatchObject({ ...counts, rejectedFile: null });
    expect(lastLine(await izdeu('archive', 'import', records, '--source', 'obd-memorial'))).toMatchObject({
      ...counts,
      rejectedFile: `${records}.rejected.csv`,
      seconds: expect.any(Number),
    });
    const again = { read: 5, added: 0, updated: 0, unchanged: 3, duplicates: 0, rejected: 2 };
    expect(lastLine(await izdeu('archive', 'import', records, '--source', 'obd-memorial', '--dry-run'))).toMatchObject(
      again,
    );
    expect(lastLine(await izdeu('archive', 'import', records, '--source', 'obd-memorial'))).toMatchObject(again);
  });

  it('writes rejected rows beside the input, with line and reason', () => {
    const [heading = '', first = ''] = readFileSync(`${records}.rejected.csv`, 'utf8').split('\r\n');
    expect(heading.split(',').slice(0, 4)).toEqual(['\uFEFFLine', 'Reason', 'Detail', 'source_record_id']);
    expect(first).toMatch(/^5,"?[^"]+"?,,3,,,,1901$/);
  });

  it('takes changed rows as updates, and an import out whole', async () => {
    writeFileSync(records, csv.replace('Ермек', 'Ермеки'));
    const ran = await izdeu('archive', 'import', records, '--source', 'obd-memorial');
    expect(lastLine(ran)).toMatchObject({ added: 0, updated: 1, unchanged: 2 });
    const [importId = ''] = /[0-9a-f-]{36}/.exec(ran.out) ?? [];
    expect((await izdeu('archive', 'withdraw', importId)).status).toBe(0);
    const found = await izdeu('archive', 'search', '--surname', 'касымов');
    expect(lastLine(found)).toMatchObject({ surname: 'Касымов', given: 'Ермек', source: 'obd-memorial' });
    expect(Object.keys(lastLine(found))).toEqual(
      'recordId sourceRecordId source score band surname given patronymic birth birthPlace citation verdicts'.split(
        ' ',
      ),
    );
  });

  it('goes on with an import of the same file that broke off', async () => {
    const half = inFolder('half.csv');
    writeFileSync(half, 'surname,given_name\nАбаев,Олжас\nАбаев,Санжар\n');
    await izdeu('archive', 'import', half, '--source', 'books-of-memory');
    const raw = new Database(file);
    raw.exec("UPDATE imports SET state = 'running' WHERE source_key = 'books-of-memory'");
    raw.close();
    const ran = await izdeu('archive', 'import', half, '--source', 'books-of-memory');
    expect(ran.out).toContain('broke off');
    expect(lastLine(ran)).toMatchObject({ read: 2, added: 2 });
  });

  it('refuses files that are none, and sources nobody knows', async () => {
    expect(await izdeu('archive', 'import', inFolder('no.csv'), '--source', 'obd-memorial')).toMatchObject({
      status: 1,
      err: expect.stringContaining('no.csv'),
    });
    const unknown = { status: 1, err: expect.stringMatching(/source/i) };
    expect(await izdeu('archive', 'import', records, '--source', 'x')).toMatchObject(unknown);
    expect(await izdeu('archive', 'import', records, '--source', 'x', '--dry-run')).toMatchObject(unknown);
  });

  it('makes the search index anew, and finds the same as before', async () => {
    const asked = ['archive', 'search', '--text', 'Асан Омаров 1908'];
    const found = async () => (await izdeu(...asked)).out.match(/"recordId":\d+/g);
    const before = await found();
    expect(before).toHaveLength(1);
    expect(lastLine(await izdeu('archive', 'reindex'))).toEqual({
      indexed: expect.any(Number),
      seconds: expect.any(Number),
    });
    expect(await found()).toEqual(before);
  });

  it('answers a batch line by line and names the line that is no question', async () => {
    const batch = inFolder('batch.jsonl');
    writeFileSync(
      batch,
      '\uFEFF{"id":"a","surname":"Омаров","birthYear":1908}\n\n{"id":2,"surname":"Никто"}\n{"id":3}\n' +
        '{"id":4,"surname":"Омаров","given":"Әсан","birthYear":"1908"}\n{"id":5,"text":"Асан Омаров 1908"}\n',
    );
    const answers = (await izdeu('archive', 'search', '--batch', batch)).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, results }) => [id, results.length])).toEqual([
      ['a', 1],
      [2, 0],
      [3, 0],
      [4, 1],
      [5, 1],
    ]);
    for (const { ms } of answers) expect(ms).toBeGreaterThan(0);
    expect(answers[4].results).toEqual([expect.objectContaining({ surname: 'Омаров', band: expect.any(String) })]);
    expect(answers[4].results[0].verdicts).toContainEqual(expect.objectContaining({ reason: 'year-same' }));
    writeFileSync(batch, '{"id":1}\n[1]\n');
    expect(await izdeu('archive', 'search', '--batch', batch)).toMatchObject({
      status: 1,
      err: expect.stringContaining('line 2'),
    });
    writeFileSync(batch, '{"id":1,"surname":"Омаров","birthYear":"19"}\n');
    expect(await izdeu('archive', 'search', '--batch', batch)).toMatchObject({
      status: 1,
      err: expect.stringContaining('line 1'),
    });
  });
});

describe('user and case', () => {
  it('adds and resets an account with a one-time password alone on standard output', async () => {
    const added = await izdeu('user', 'add', '--email', 'aigul@museum.kz', '--role', 'manager');
    expect(added).toMatchObject({ status: 0, out: expect.stringMatching(/^[a-z]{8}-[a-z]{8}-\d{4}\n$/) });
    expect((await izdeu('user', 'add', '--email', 'aigul@museum.kz', '--role', 'manager')).status).toBe(1);
    expect((await izdeu('user', 'reset', '--email', 'aigul@museum.kz')).out).not.toBe(added.out);
    expect((await izdeu('user', 'reset', '--email', 'nobody@museum.kz')).status).toBe(1);
  });

  it('moves cases under the guards of the page and lists each refusal', async () => {
    await openRegister();
    const { caseId, researcher } = await aCaseIn('checking');
    const raw = new Database(file);
    const number = Number(raw.prepare('SELECT number FROM cases WHERE id = ?').pluck().get(caseId));
    const email = String(raw.prepare('SELECT email FROM staff WHERE id = ?').pluck().get(researcher.staffId));
    raw.close();
    const move = (to: string, ...numbers: number[]) =>
      izdeu('case', 'move', ...numbers.map(String), '--to', to, '--reason', 'Жаңа дерек', '--as', email);
    expect(await move('searching', number, 999)).toMatchObject({
      status: 1,
      out: `{"case":${number},"status":"searching"}\n`,
      err: expect.stringMatching(/^999: .+\n$/),
    });
    expect(await move('on-watch', number)).toMatchObject({ status: 1, err: expect.stringMatching(/checklist/) });
    expect(await move('joined', number)).toMatchObject({ status: 1 });
    expect((await izdeu('case', 'move', '1', '--to', 'searching', '--reason', 'r', '--as', 'x@y.kz')).status).toBe(1);
  });
});

describe('copies', () => {
  const copy = inFolder('copy.db');

  it('are written whole, checked, and never over a file', async () => {
    const made = await izdeu('backup', copy);
    expect(made.status).toBe(0);
    expect(lastLine(made)).toMatchObject({ file: copy, integrity: 'ok', chain: 'ok' });
    const before = readFileSync(copy);
    expect(lastLine(await izdeu('verify', copy)).events).toBe(lastLine(made).events);
    expect(readFileSync(copy).equals(before)).toBe(true);
    expect(await izdeu('backup', copy)).toMatchObject({ status: 1, err: expect.stringContaining('copy.db') });
    expect(existsSync(`${copy}-wal`)).toBe(false);
  });

  it('are put back only by force, and the register before is kept', async () => {
    expect(await izdeu('restore', copy)).toMatchObject({ status: 1, err: expect.stringContaining('--force') });
    const users = new Database(file);
    users.exec("UPDATE staff SET name = 'later'");
    users.close();
    const restored = lastLine(await izdeu('restore', copy, '--force'));
    const now = new Database(file, { readonly: true });
    expect(now.prepare("SELECT count(*) FROM staff WHERE name = 'later'").pluck().get()).toBe(0);
    now.close();
    const kept = new Database(String(restored.replaced), { readonly: true });
    expect(kept.prepare("SELECT count(*) FROM staff WHERE name = 'later'").pluck().get()).not.toBe(0);
    kept.close();
  });

  it('are not put under a running server', async () => {
    const server = new Database(file);
    server.prepare('SELECT count(*) FROM staff').get();
    expect(await izdeu('restore', copy, '--force')).toMatchObject({
      status: 1,
      err: expect.stringContaining('in use'),
    });
    server.close();
    expect((await izdeu('verify')).status).toBe(0);
  });

  it.each([
    ['no file', () => {}],
    ['no database', (to: string) => writeFileSync(to, 'nothing of the kind, and long enough to look at twice')],
    ['another database', (to: string) => void new Database(to).exec('CREATE TABLE t (a)').close()],
    ['cut short', (to: string) => writeFileSync(to, readFileSync(copy).subarray(0, 20_000))],
    ['a changed event', (to: string) => changed(to, "UPDATE events SET data = '{}' WHERE seq = 3")],
    ['a missing event', (to: string) => changed(to, 'DELETE FROM events WHERE seq = 2')],
    ['a broken reference', (to: string) => changed(to, "UPDATE cases SET assignee_id = 'nobody'")],
  ])('that are broken are refused: %s', async (_, make) => {
    const broken = inFolder(`broken-${Math.random()}.db`);
    make(broken);
    for (const words of [
      ['verify', broken],
      ['restore', broken, '--force'],
    ])
      expect(await izdeu(...words)).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/^[^\n]+\n$/) });
    expect((await izdeu('verify')).status).toBe(0);
  });

  it('of a demonstration are never put in the place of a real register', async () => {
    const demonstration = inFolder('demonstration.db');
    copyFileSync(copy, demonstration);
    const raw = new Database(demonstration);
    raw.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run(settingKeys.demonstration, 'true');
    raw.close();
    expect(await izdeu('restore', demonstration, '--force')).toMatchObject({
      status: 1,
      err: expect.stringContaining('demonstration'),
    });
  });

  function changed(to: string, sql: string): void {
    copyFileSync(copy, to);
    const raw = new Database(to);
    raw.pragma('foreign_keys = OFF');
    const triggers = raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
    raw.exec(sql);
    for (const trigger of triggers) raw.exec(trigger.sql);
    raw.close();
  }
});
