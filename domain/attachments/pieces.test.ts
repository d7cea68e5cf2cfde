import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendApplication } from '../applications/commands';
import type { Actor } from '../permissions';
import { aDraft, anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { refusalOf } from '../testing/outcome';
import { aManager } from '../testing/staff';
import { partPath } from './files';
import { pieceSize } from './limits';
import { addWhole, takePiece } from './pieces';
import { draftPaperFile, draftPapers, paperFile, papersOf } from './queries';
import { bodyOf, pdf } from './testing';
import { beginDraftUpload, beginUpload } from './upload';

const visitor: Actor = { role: 'visitor', address: '192.0.2.9' };
let database: TestDatabase;
let token: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  token = await aDraft({}, 'kk', visitor);
});

/** A PDF of many bytes, no two stretches of which are alike. */
function sheet(length: number): Uint8Array {
  const bytes = Buffer.alloc(length, 'a');
  for (let n = 0; n < length; n += 8) bytes.write(n.toString(36).padStart(7, '0'), n, 'latin1');
  pdf().copy(bytes, 0);
  bytes.write('%%EOF', length - 6, 'latin1');
  return bytes;
}

const begin = async (bytes: number) => {
  const { uploadId } = await beginDraftUpload(visitor, { token, kind: 'notice', name: 'қағаз.pdf', bytes });
  return uploadId;
};
const piece = (uploadId: string, whole: Uint8Array, from: number, to: number) =>
  takePiece(visitor, { token, uploadId, offset: from }, bodyOf(whole.subarray(from, to), 1_000));
const kept = async (attachmentId: string) =>
  readFileSync((await draftPaperFile(visitor, { token, attachmentId, form: 'original' })).path);

/** A line that falls silent after some bytes. */
function silentAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(bytes) });
}

/** A line that breaks after some bytes. */
function brokenAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let isFirst = true;
  return new ReadableStream({
    pull(controller) {
      if (isFirst) controller.enqueue(bytes);
      else controller.error(new Error('aborted'));
      isFirst = false;
    },
  });
}

describe('pieces of a file', () => {
  it('become a paper once all are there, and a repeated last one is answered with it', async () => {
    const whole = sheet(25_000);
    const uploadId = await begin(whole.length);
    expect(await piece(uploadId, whole, 0, 10_000)).toEqual({ received: 10_000 });
    expect(await piece(uploadId, whole, 10_000, 20_000)).toEqual({ received: 20_000 });
    const last = await piece(uploadId, whole, 20_000, 25_000);
    expect(last).toEqual({ received: 25_000, attachmentId: expect.any(String) });
    expect(await piece(uploadId, whole, 20_000, 25_000)).toEqual(last);
    expect(Buffer.compare(await kept(last.attachmentId ?? ''), whole)).toBe(0);
    expect(await draftPapers(visitor, { token })).toMatchObject([
      { name: 'қағаз.pdf', kind: 'notice', bytes: 25_000, state: 'ready', byStaff: false, isRemovable: true },
    ]);
  });

  it('sent twice, too early or after a restart say from where to go on', async () => {
    const whole = sheet(30_000);
    const uploadId = await begin(whole.length);
    await piece(uploadId, whole, 0, 12_000);
    expect(await piece(uploadId, whole, 0, 12_000)).toEqual({ received: 12_000 });
    expect(await piece(uploadId, whole, 20_000, 30_000)).toEqual({ received: 12_000 });
    // What a crash left on the disk counts, be it less than what was answered.
    writeFileSync(partPath(uploadId), whole.subarray(0, 7_000));
    expect(await piece(uploadId, whole, 12_000, 24_000)).toEqual({ received: 7_000 });
    const { attachmentId = '' } = await piece(uploadId, whole, 7_000, 30_000);
    expect(Buffer.compare(await kept(attachmentId), whole)).toBe(0);
  });

  it('over a line that breaks keep what arrived; a silent line gives way to a new one', async () => {
    const whole = sheet(30_000);
    const uploadId = await begin(whole.length);
    const its = { token, uploadId };
    expect(await takePiece(visitor, { ...its, offset: 0 }, brokenAfter(whole.subarray(0, 5_000)))).toEqual({
      received: 5_000,
    });
    const silent = takePiece(visitor, { ...its, offset: 5_000 }, silentAfter(whole.subarray(5_000, 9_000)));
    await expect.poll(() => readFileSync(partPath(uploadId)).length).toBe(9_000);
    const again = await piece(uploadId, whole, 5_000, 15_000);
    expect([await silent, again]).toEqual([{ received: 9_000 }, { received: 9_000 }]);
    const { attachmentId = '' } = await piece(uploadId, whole, 9_000, 30_000);
    expect(Buffer.compare(await kept(attachmentId), whole)).toBe(0);
  });

  it('sent at the same time, in any order, twice or cut off, never make another file than was sent', async () => {
    const length = 4_000;
    const whole = sheet(length);
    const step = fc.record({
      from: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: length })),
      length: fc.integer({ min: 0, max: 2_000 }),
      isAlone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const uploadId = await begin(length);
        let running: Promise<unknown>[] = [];
        let known = 0;
        for (const { from, length: size, isAlone } of steps) {
          const at = from < 0 ? known : from;
          const sent = piece(uploadId, whole, at, at + size);
          running.push(sent);
          if (!isAlone) continue;
          known = (await sent).received;
          await Promise.all(running);
          running = [];
        }
        await Promise.all(running);
        let answer = await piece(uploadId, whole, 0, 0);
        while (!answer.attachmentId) answer = await piece(uploadId, whole, answer.received, length);
        expect(Buffer.compare(await kept(answer.attachmentId), whole)).toBe(0);
        expect(await draftPapers(visitor, { token }).then((papers) => papers.length)).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  it('beyond what was announced are left aside', async () => {
    const whole = sheet(5_000);
    const uploadId = await begin(4_000);
    const answer = refusalOf(takePiece(visitor, { token, uploadId, offset: 0 }, bodyOf(whole)));
    // Cut where it was announced to end, it is no whole PDF.
    expect(await answer).toBe('paper.broken');
    expect(await refusalOf(piece(uploadId, whole, 0, 10))).toBe('upload.not-found');
  });

  it('of somebody else are refused before a byte is read', async () => {
    const uploadId = await begin(2_000);
    const other = await aDraft({}, 'ru', visitor);
    const read = { token: other, uploadId, offset: 0 };
    expect(await refusalOf(takePiece(visitor, read, silentAfter(sheet(500))))).toBe('upload.not-found');
    const { applicant, applicationId } = await anApplication();
    const mine = { applicationId, uploadId, offset: 0 };
    expect(await refusalOf(takePiece(applicant, mine, silentAfter(sheet(500))))).toBe('upload.not-found');
  });

  it('of ten photos of 8 MB at once do not gather in memory', async () => {
    const size = 8_000_000;
    const chunk = new Uint8Array(65_536).fill(0x41);
    const flowing = (length: number) => {
      let left = length;
      return new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (left <= 0) return controller.close();
            controller.enqueue(chunk.subarray(0, left));
            left -= chunk.length;
          },
        },
        { highWaterMark: 0 },
      );
    };
    const ids = await Promise.all(Array.from({ length: 10 }, () => begin(size + 1)));
    const before = process.memoryUsage().rss;
    let most = 0;
    for (let at = 0; at < size; at += pieceSize) {
      await Promise.all(ids.map((uploadId) => takePiece(visitor, { token, uploadId, offset: at }, flowing(pieceSize))));
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(most).toBeLessThan(60_000_000);
  });
});

describe('a file begun while a draft is sent', () => {
  it('arrives at the application', async () => {
    const whole = sheet(2_000);
    const early = await addWhole(
      visitor,
      { token },
      { kind: 'photo', name: 'a.pdf', file: new Blob([new Uint8Array(pdf())]) },
    );
    const uploadId = await begin(whole.length);
    await piece(uploadId, whole, 0, 1_000);
    const { applicationId } = await sendApplication(visitor, { token });
    const { attachmentId } = await piece(uploadId, whole, 1_000, 2_000);
    const applicant: Actor = { role: 'applicant', applicationId };
    const papers = await papersOf(applicant, { applicationId });
    expect(papers.map(({ id }) => id)).toEqual([early.attachmentId, attachmentId]);
    expect(await refusalOf(begin(10))).toBe('draft.sent-already');
    const file = await paperFile(applicant, { applicationId, attachmentId, form: 'original' });
    expect(file).toMatchObject({ name: 'қағаз.pdf', mediaType: 'application/pdf', bytes: 2_000 });
  });

  it('by staff needs no application named again', async () => {
    const { applicationId, applicant } = await anApplication();
    const manager = await aManager();
    const announced = { applicationId, kind: 'form', name: 'скан.pdf', bytes: pdf().length };
    const { uploadId } = await beginUpload(manager, announced);
    const { attachmentId } = await takePiece(manager, { uploadId, offset: 0 }, bodyOf(pdf()));
    expect(await papersOf(applicant, { applicationId })).toMatchObject([
      { id: attachmentId, byStaff: true, isRemovable: false },
    ]);
  });
});
