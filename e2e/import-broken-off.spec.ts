/** Imports that do not run through: one stopped by a person in the middle, one whose worker is killed in the middle. */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

/** A killed worker's job is taken up again once its lease of a minute has run out. */
const takenUpAgain = { timeout: 240_000 };

type Import = { state: string; number: number; read: number; added: number; rejected: number };

test.beforeEach(async ({ page }) => {
  test.setTimeout(480_000);
  await signIn(page, 'researcher');
});

test('an import stopped in the middle leaves no record behind @desktop', async ({ page }) => {
  // So many rows that it is in the middle for as long as a click may take; what is not read costs nothing.
  const id = await begin(page, 'stopped.csv.gz', gzipSync(records('stop', 2_000_000), { level: 1 }));
  await expect(page.getByRole('progressbar')).toBeVisible();
  await inTheMiddle(id);
  await page.getByRole('button', { name: 'Остановить загрузку' }).click();
  await expect(page.getByText('остановлена', { exact: true })).toBeVisible(takenUpAgain);
  const { number, state } = importOf(id);
  expect(state).toBe('cancelled');
  expect(recordsOf(number)).toEqual({ records: 0, different: 0 });
});

test('an import whose worker is killed in the middle ends with every row once @desktop', async ({ page }) => {
  const rows = 60_000;
  const id = await begin(page, 'killed.csv', Buffer.from(records('kill', rows)));
  await inTheMiddle(id);
  process.kill(writer(), 'SIGKILL');
  const { read } = importOf(id);
  expect(read).toBeLessThan(rows);
  expect(read).toBeGreaterThan(0);

  // The page keeps up by itself.
  await expect(page.getByText('завершена')).toBeVisible(takenUpAgain);
  const bad = Math.floor(rows / 1000);
  const { number, ...ended } = importOf(id);
  expect(ended).toEqual({ state: 'done', read: rows, added: rows - bad, rejected: bad });
  expect(recordsOf(number)).toEqual({ records: rows - bad, different: rows - bad });
  const lines = readRegister<{ line: number }>('SELECT line FROM rejected_rows WHERE import_id = ? ORDER BY line', id);
  expect(lines).toEqual(Array.from({ length: bad }, (_, i) => ({ line: (i + 1) * 1000 + 1 })));
  await expect(page.locator('#rejected')).toContainText('Нет ни фамилии, ни имени, ни отчества.');

  // The last man of the file is found.
  await page.goto(`/ru/desk/archive?${new URLSearchParams({ text: `${surname(rows - 1)} Ергали 1915` })}`);
  await expect(page.getByRole('link', { name: surname(rows - 1) }).first()).toBeVisible();
});

/** Uploads a file and agrees to its mapping. @returns the import's id */
async function begin(page: Page, name: string, buffer: Buffer): Promise<string> {
  await page.goto('/ru/desk/imports');
  await page.getByLabel('Файл с записями').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByLabel('Источник').selectOption('own-register');
  await page.getByRole('button', { name: 'Посмотреть файл' }).click();
  await page.waitForURL(/\/ru\/desk\/imports\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Начать загрузку' }).click();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Until the worker has kept some of the rows. */
async function inTheMiddle(id: string): Promise<void> {
  await expect.poll(() => importOf(id).read, { timeout: 240_000, intervals: [10] }).toBeGreaterThan(0);
  expect(importOf(id).state).toBe('running');
}

/** Who writes the archive index now: the worker, as long as an import of the page runs. */
function writer(): number {
  const [lease] = readRegister<{ value: string }>("SELECT value FROM index_state WHERE key = 'writing'");
  return (JSON.parse(lease?.value ?? '{}') as { process: number }).process;
}

function importOf(id: string): Import {
  const [row] = readRegister<Import>('SELECT state, number, read, added, rejected FROM imports WHERE id = ?', id);
  if (!row) throw new Error(`No import ${id}`);
  return row;
}

const recordsOf = (number: number) =>
  readRegister(
    'SELECT count(*) AS records, count(DISTINCT row) AS different FROM archive_records WHERE import_number = ?',
    number,
  )[0];

/** Every thousandth row names nobody. */
function records(kind: string, rows: number): string {
  const row = (n: number) => (n % 1000 === 0 ? `${kind}-${n},,,` : `${kind}-${n},${surname(n)},Ергали,1915`);
  const lines = Array.from({ length: rows }, (_, i) => row(i + 1));
  return ['source_record_id,surname,given_name,birth_date', ...lines, ''].join('\n');
}

/** A name for a number, of five syllables. */
function surname(n: number): string {
  const syllables = ['ба', 'де', 'жу', 'ка', 'ле', 'ма', 'ну', 'ра', 'се', 'ту'];
  const digits = String(n).padStart(5, '0').slice(-5);
  const name = [...digits].map((digit) => syllables[Number(digit)]).join('');
  return `${name[0]?.toUpperCase()}${name.slice(1)}ев`;
}
