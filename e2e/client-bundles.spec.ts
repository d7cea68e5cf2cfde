/** What the browser is sent holds nothing of the store and the server's rules. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures/test';

const folder = '.next/static';

test('the browser’s scripts hold nothing of the server @desktop', async () => {
  const scripts = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts) {
    const script = await readFile(path.join(folder, name), 'utf8');
    // Tables, the driver, the hash of passwords, names of settings: none has a place in a browser.
    for (const secret of [
      'better-sqlite3',
      'archive_records',
      'password_hash',
      'sign_ins',
      'argon2',
      'NEXTAUTH_SECRET',
    ])
      expect(script.includes(secret), `${name} holds ${secret}`).toBe(false);
  }
});
