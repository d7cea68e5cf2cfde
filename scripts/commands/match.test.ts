import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-match-'));
vi.stubEnv('DATABASE_FILE', path.join(folder, 'register.db'));
// Vite has a setting of its own under this name.
vi.stubEnv('BASE_URL', '');
vi.stubEnv('LC_ALL', 'C');

const { runCommand } = await import('./program');
const { aCaseIn, importText } = await import('@/domain/testing/factories');
const { caseRow } = await import('@/domain/testing/arranging');
const { openRegister } = await import('./register');

/** Runs a command line, and keeps what it said: lines of JSON, and what went to stderr. */
async function izdeu(...words: string[]) {
  const said = { out: '', err: '' };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said.out += text;
      return true;
    }),
    vi.spyOn(console, 'error').mockImplementation((text) => {
      said.err += text;
    }),
  ];
  try {
    const status = await runCommand(words);
    const lines = said.out.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
    return { status, lines, err: said.err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

let number: number;
beforeAll(async () => {
  await izdeu('prepare');
  await openRegister();
  // A name is rare only among others.
  const others = Array.from(
    { length: 300 },
    (_, n) => `${'БВГДЖЗКЛМН'[n % 10]}${'аоуеи'[n % 5]}р${n % 7}ов,Иван,${1900 + (n % 25)}`,
  );
  await importText(['surname,given_name,birth_date', ...others].join('\n'));
  const { caseId } = await aCaseIn('on-watch');
  ({ number } = await caseRow(caseId));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

describe('match list', () => {
  it('names for each man the cases that may be about him, one line of JSON a row', async () => {
    const rows =
      'surname,given_name,patronymic,birth_date\nСарсенов,Ергали,Джумабаевич,1915\nТараненко,Яков,,1899\n,,,\n';
    const { status, lines } = await izdeu('match', 'list', written('graves.csv', rows));
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { line: 2, surname: 'Сарсенов', given: 'Ергали', patronymic: 'Джумабаевич', birth: '1915' },
      { line: 3, surname: 'Тараненко', matches: [] },
      { line: 4, rejected: 'row.empty' },
    ]);
    expect(lines[0].matches).toMatchObject([{ caseNumber: number, band: 'likely' }]);
    expect(lines[0].matches[0].verdicts).toContainEqual(expect.objectContaining({ field: 'birth', verdict: 'same' }));
  });

  it('takes the columns of a foreign table by hand', async () => {
    const file = written('finds.csv', 'кто;имя;год\nСарсенов;Ергали;1915\n');
    const map = ['--map', 'surname=кто', '--map', 'givenName=имя', '--map', 'birth=год'];
    const { lines } = await izdeu('match', 'list', file, ...map);
    expect(lines).toMatchObject([{ surname: 'Сарсенов', birth: '1915', matches: [{ caseNumber: number }] }]);
  });

  it('refuses a bad file as an import does, in one clear line', async () => {
    const nowhere = await izdeu('match', 'list', path.join(folder, 'nowhere.csv'));
    expect(nowhere).toMatchObject({ status: 1, lines: [] });
    expect(nowhere.err).toContain('nowhere.csv');
    expect((await izdeu('match', 'list', written('empty.csv', ''))).status).toBe(1);
    expect((await izdeu('match', 'list')).status).toBe(2);
  });
});

describe('match learn', () => {
  it('reports without a decision, and applies nothing', async () => {
    const { status, lines } = await izdeu('match', 'learn');
    expect(status).toBe(0);
    expect(lines).toMatchObject([{ applied: false, aliases: [], candidates: { moved: 0 } }]);
    expect(await izdeu('match', 'learn', '--apply')).toMatchObject({ status: 1, lines: [] });
  });
});

describe('match run', () => {
  it('matches every case and says how many pairs are new', async () => {
    expect((await izdeu('match', 'run')).lines).toMatchObject([{ proposed: 0 }]);
  });
});
