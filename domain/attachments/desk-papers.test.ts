/** Papers of the desk: where they belong, who sees them, what is left of them. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachments } from '@/db/schema';
import { change } from '../change';
import { read } from '../database';
import { systemActor } from '../permissions';
import { draftLetter, request } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { deskPapers, removeDeskPaper } from './desk-papers';
import type { DeskPlace } from './owners';
import { addWhole, beginFor, takePiece } from './pieces';
import { paperFile } from './queries';
import { eraseAttachments } from './removing';
import { bodyOf, pdf } from './testing';

let database: TestDatabase;
let hand: MadeCase;
beforeAll(async () => {
  database = await openTestDatabase();
  hand = await aCaseIn('searching');
});
afterAll(() => database.close());

let made = 0;
async function add(where: DeskPlace, kind = 'reply', actor = hand.researcher): Promise<string> {
  const file = new Blob([new Uint8Array(pdf({ more: `/N ${made++}` }))]);
  return (await addWhole(actor, where, { kind, name: 'ответ.pdf', file })).attachmentId;
}

describe('a paper of the desk', () => {
  it('belongs to the answer of a request, recorded for its case', async () => {
    const requestId = await request(hand);
    const before = await lastSeq();
    const attachmentId = await add({ caseId: hand.caseId, requestId });
    expect(await eventsAfter(before)).toMatchObject([
      { kind: 'attachment.added', caseId: hand.caseId, applicationId: null, data: { attachmentId, kind: 'reply' } },
    ]);
    const [paper] = await deskPapers(hand.manager, { caseId: hand.caseId, requestId });
    expect(paper).toMatchObject({ id: attachmentId, name: 'ответ.pdf', byStaff: true, isRemovable: true });
    expect(await deskPapers(hand.researcher, { caseId: hand.caseId })).toMatchObject([{ id: attachmentId }]);
  });

  it('comes in pieces, and only from whoever announced it', async () => {
    const { caseId, researcher } = hand;
    const bytes = pdf({ more: '/Pieces true' });
    const { uploadId } = await beginFor(researcher, { caseId, kind: 'document', name: 'д.pdf', bytes: bytes.length });
    const half = Math.floor(bytes.length / 2);
    const piece = (offset: number, from: Buffer, actor = researcher) =>
      takePiece(actor, { caseId, uploadId, offset }, bodyOf(from));
    expect(await refusalOf(piece(0, bytes, await aResearcher()))).toBe('access.not-yours');
    expect(await refusalOf(piece(0, bytes, await aManager()))).toBe('upload.not-found');
    expect(await piece(0, bytes.subarray(0, half))).toEqual({ received: half });
    const { attachmentId } = await piece(half, bytes.subarray(half));
    const file = await paperFile(await aManager(), { attachmentId, form: 'original' });
    expect(file).toMatchObject({ mediaType: 'application/pdf', bytes: bytes.length });
  });

  it('is of no other case, and no kind of an applicant’s', async () => {
    const other = await aCaseIn('searching');
    const requestId = await request(other);
    const letterId = await draftLetter(other, 'interim', other.applicationId);
    const { caseId } = hand;
    expect(await refusalOf(add({ caseId, requestId }))).toBe('request.not-found');
    expect(await refusalOf(add({ caseId, letterId }))).toBe('letter.not-found');
    expect(await refusalOf(add({ caseId, evidenceId: requestId }))).toBe('evidence.not-found');
    expect(await refusalOf(add({ caseId }, 'form'))).toBe('input.invalid');
    expect(await refusalOf(add({ caseId }, 'notice'))).toBe('input.invalid');
  });

  it('is never shown to the applicant', async () => {
    const attachmentId = await add({ caseId: hand.caseId });
    const { applicant, applicationId, caseId } = hand;
    expect(await refusalOf(deskPapers(applicant, { caseId }))).toBe('access.denied');
    const own = { applicationId, attachmentId, form: 'original' };
    expect(await refusalOf(paperFile(applicant, own))).toBe('paper.not-found');
  });

  it('is taken away once, and leaves the lists', async () => {
    const { caseId, researcher } = hand;
    const attachmentId = await add({ caseId });
    const before = await lastSeq();
    await removeDeskPaper(researcher, { caseId, attachmentId });
    expect(await eventsAfter(before)).toMatchObject([{ kind: 'attachment.removed', caseId }]);
    expect((await deskPapers(researcher, { caseId })).map(({ id }) => id)).not.toContain(attachmentId);
    expect(await refusalOf(removeDeskPaper(researcher, { caseId, attachmentId }))).toBe('paper.not-found');
    expect(await refusalOf(paperFile(researcher, { attachmentId, form: 'original' }))).toBe('paper.not-found');
  });

  it('goes with the applicant’s erasure when it is our signed letter to them', async () => {
    const letterId = await draftLetter(hand, 'interim', hand.applicationId);
    const signed = await add({ caseId: hand.caseId, letterId }, 'signed');
    const kept = await add({ caseId: hand.caseId });
    await change(systemActor, async (tx, record) => {
      expect(await eraseAttachments(tx, hand.applicationId)).toBe(1);
      record({ kind: 'job.queued', data: { kind: 'test' } });
    });
    const rowOf = async (id: string) => (await read().select().from(attachments).where(eq(attachments.id, id)))[0];
    expect(await rowOf(signed)).toMatchObject({ name: '', removedAt: expect.any(Number) });
    expect(await rowOf(kept)).toMatchObject({ removedAt: null });
  });
});
