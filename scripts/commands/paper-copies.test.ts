/** Copies of a register with papers: the files go along, come back, and are checked. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-copies-'));
const file = path.join(folder, 'register.db');
const copy = path.join(folder, 'copies', 'copy.db');
vi.stubEnv('DATABASE_FILE', file);
// Vite has a setting of its own under this name.
vi.stubEnv('BASE_URL', '');
vi.stubEnv('LC_ALL', 'C');

const { runCommand } = await import('./program');
const { openRegister } = await import('./register');
const { closeStore } = await import('@/domain/database');
const { addWhole } = await import('@/domain/attachments/pieces');
const { papersOf } = await import('@/domain/attachments/queries');
const { removeAttachment } = await import('@/domain/attachments/removing');
const { sweepPapers } = await import('@/domain/attachments/sweep');
const { filesFolderOf, placeOf } = await import('@/domain/attachments/files');
const { pdf } = await import('@/domain/attachments/testing');
const { anApplication } = await import('@/domain/testing/applications');
const { aCaseIn } = await import('@/domain/testing/factories');
const { registeredLetter } = await import('@/domain/testing/arranging');
const { keepSheet, letterSheet } = await import('@/domain/correspondence/letter-sheets');

type Sent = Awaited<ReturnType<typeof anApplication>>;
let sent: Sent;
let attachmentIds: string[];

async function izdeu(...words: string[]) {
  const said = { out: '', err: '' };
  const into = (stream: keyof typeof said) => (text: unknown) => {
    said[stream] += `${text}\n`;
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
    vi.spyOn(console, 'log').mockImplementation(into('out')),
    vi.spyOn(console, 'error').mockImplementation(into('err')),
  ];
  try {
    const status = await runCommand(words);
    const last = said.out.trim().split('\n').at(-1) ?? '';
    return { status, err: said.err, said: last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : {} };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const add = async (more: string) => {
  const of = { kind: 'notice', name: 'a.pdf', file: new Blob([new Uint8Array(pdf({ more }))]) };
  return (await addWhole(sent.applicant, { applicationId: sent.applicationId }, of)).attachmentId;
};

/** The files that lie in a folder, by their names. */
const filesIn = (where: string): string[] =>
  existsSync(where)
    ? readdirSync(where, { recursive: true, encoding: 'utf8' })
        .map((name) => path.basename(name))
        .filter((name) => name.length === 64)
        .sort()
    : [];

beforeAll(async () => {
  expect(await izdeu('prepare')).toMatchObject({ status: 0, err: '' });
  mkdirSync(path.dirname(copy));
  await openRegister();
  sent = await anApplication();
  attachmentIds = [await add('/A 1'), await add('/A 2')];
});
afterAll(() => {
  closeStore();
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

describe('the files of papers', () => {
  it('are in a backup, for their owner alone, and counted by verify', async () => {
    expect(await izdeu('verify')).toMatchObject({ status: 0, said: { files: 2 } });
    expect(await izdeu('backup', copy)).toMatchObject({ status: 0, said: { files: 2 } });
    expect(await izdeu('verify', copy)).toMatchObject({ status: 0, said: { files: 2 } });
    const [name = ''] = filesIn(filesFolderOf(copy));
    expect(filesIn(filesFolderOf(copy))).toEqual(filesIn(filesFolderOf(file)));
    expect(statSync(path.join(filesFolderOf(copy), placeOf(name))).mode & 0o777).toBe(0o600);
    expect(statSync(filesFolderOf(file)).mode & 0o777).toBe(0o700);
  });

  it('stay in the backup when the register lets them go', async () => {
    await openRegister();
    const [attachmentId] = attachmentIds;
    await removeAttachment(sent.applicant, { applicationId: sent.applicationId, attachmentId });
    await add('/A 3');
    await sweepPapers();
    expect(await izdeu('verify')).toMatchObject({ said: { files: 2 } });
    expect(await izdeu('verify', copy)).toMatchObject({ status: 0, said: { files: 2 } });
  });

  it('come back with it, and those of the register before are kept with that one', async () => {
    closeStore();
    const restored = await izdeu('restore', copy, '--force');
    expect(restored).toMatchObject({ status: 0, said: { files: 2 } });
    expect(await izdeu('verify', String(restored.said.replaced))).toMatchObject({ status: 0, said: { files: 2 } });
    await openRegister();
    const papers = await papersOf(sent.applicant, { applicationId: sent.applicationId });
    expect(papers.map(({ id }) => id)).toEqual(attachmentIds);
    await sweepPapers();
    expect(filesIn(filesFolderOf(file))).toEqual(filesIn(filesFolderOf(copy)));
    expect(await izdeu('verify', String(restored.said.replaced))).toMatchObject({ said: { files: 2 } });
  });

  it('go with the sheets of letters that went out', async () => {
    await openRegister();
    const hand = await aCaseIn('searching');
    const letterId = await registeredLetter(hand, 'interim', hand.applicationId);
    await keepSheet(await letterSheet(hand.researcher, { letterId }), Buffer.from('%PDF-1.7 a sheet'));
    const { sha256 } = await letterSheet(hand.researcher, { letterId });
    const withSheet = path.join(folder, 'copies', 'with-sheet.db');
    expect(await izdeu('backup', withSheet)).toMatchObject({ status: 0, said: { files: 3 } });
    expect(await izdeu('verify', withSheet)).toMatchObject({ status: 0, said: { files: 3 } });
    rmSync(path.join(filesFolderOf(withSheet), placeOf(sha256 ?? '')));
    expect(await izdeu('verify', withSheet)).toMatchObject({ status: 1, err: expect.stringContaining(sha256 ?? '–') });
  });

  it('missing or damaged are named, and then there is no backup', async () => {
    const [name = ''] = filesIn(filesFolderOf(file));
    const place = path.join(filesFolderOf(file), placeOf(name));
    rmSync(place);
    writeFileSync(place, 'something else');
    expect(await izdeu('verify')).toMatchObject({ status: 1, err: expect.stringContaining(name) });
    const other = path.join(folder, 'copies', 'other.db');
    expect(await izdeu('backup', other)).toMatchObject({ status: 1, err: expect.stringContaining('damaged') });
    rmSync(place);
    expect(await izdeu('verify')).toMatchObject({ status: 1, err: expect.stringContaining('missing') });
    expect(await izdeu('backup', other)).toMatchObject({ status: 1, err: expect.stringContaining(name) });
    expect([existsSync(other), existsSync(filesFolderOf(other))]).toEqual([false, false]);
    // The damaged one was replaced, not written into: the copy's is whole.
    expect(await izdeu('verify', copy)).toMatchObject({ status: 0 });
  });
});
