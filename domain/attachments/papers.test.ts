/** Who may add, see and take away papers, and what is left of them when they are gone. */
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachments, drafts, jobs, uploads } from '@/db/schema';
import { sendApplication, withdrawApplication } from '../applications/commands';
import { bookkeep, change } from '../change';
import { atMoment, now } from '../clock';
import { askQuestion } from '../correspondence/questions';
import { read } from '../database';
import { type Actor, systemActor } from '../permissions';
import { aDraft, anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf } from '../testing/outcome';
import { aManager, aResearcher } from '../testing/staff';
import { filePath, measured, partPath, refuseWithoutRoom } from './files';
import { mostFiles } from './limits';
import { addWhole, takePiece } from './pieces';
import { keepPrepared, refusePicture } from './preparing';
import { draftPaperFile, draftPapers, paperFile, papersOf } from './queries';
import { eraseAttachments, removeAttachment, removeDraftAttachment } from './removing';
import { sweepPapers } from './sweep';
import { bodyOf, pdf, png } from './testing';
import { beginDraftUpload, beginUpload } from './upload';

const visitor: Actor = { role: 'visitor', address: '192.0.2.11' };
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Where = Parameters<typeof addWhole>[1];
let made = 0;

/** Adds one paper, no two of which are alike. */
async function add(actor: Actor, where: Where, bytes: Buffer = pdf({ more: `/N ${made++}` })): Promise<string> {
  const file = new Blob([new Uint8Array(bytes)]);
  return (await addWhole(actor, where, { kind: 'notice', name: 'извещение.pdf', file })).attachmentId;
}

const rowOf = async (attachmentId: string) => {
  const [row] = await read().select().from(attachments).where(eq(attachments.id, attachmentId));
  return row ?? expect.fail('no such paper');
};
const isThere = async (attachmentId: string) => existsSync(filePath((await rowOf(attachmentId)).sha256));

/** What the worker does, with any bytes for the picture. */
async function prepared(attachmentId: string): Promise<void> {
  const part = async (name: string, content: string) => {
    writeFileSync(partPath(name), content);
    return { part: name, sha256: (await measured(partPath(name))).sha256 };
  };
  const view = await part('1.view.jpg', `view ${attachmentId}`);
  const thumb = await part('1.thumb.jpg', `thumb ${attachmentId}`);
  await keepPrepared(systemActor, { attachmentId, view, thumb, width: 800, height: 600 });
}

describe('a paper', () => {
  it('is recorded for the application, with a job for a picture', async () => {
    const { applicant, applicationId, caseId } = await anApplication();
    const before = await lastSeq();
    const attachmentId = await add(applicant, { applicationId }, png(10, 10));
    const [added, queued] = await eventsAfter(before);
    expect(added).toMatchObject({ kind: 'attachment.added', caseId, applicationId, subjectId: attachmentId });
    expect(added?.data).toEqual({ attachmentId, kind: 'notice' });
    expect(queued).toMatchObject({ kind: 'job.queued', data: { kind: 'attachment.prepare' } });
    expect(await papersOf(applicant, { applicationId })).toMatchObject([{ state: 'waiting', mediaType: 'image/png' }]);
  });

  it('of a draft is added to the case when it is sent', async () => {
    const token = await aDraft({}, 'kk', visitor);
    expect(await recordedBy(() => add(visitor, { token }))).toEqual(['draft.saved']);
    expect(await recordedBy(() => sendApplication(visitor, { token }))).toContain('attachment.added');
  });

  it('answers a question of this applicant only', async () => {
    const { caseId, applicationId, applicant, researcher } = await aCaseIn('checking');
    const asked = { caseId, addresseeId: applicationId, text: 'Қандай құжат бар?' };
    const { questionId } = await askQuestion(researcher, asked);
    await add(applicant, { applicationId, questionId });
    expect(await papersOf(researcher, { applicationId })).toMatchObject([{ questionId, byStaff: false }]);
    const other = await anApplication();
    const where = { applicationId: other.applicationId, questionId };
    expect(await refusalOf(add(other.applicant, where))).toBe('question.not-open');
  });

  it('is shown to nobody but the applicant and staff', async () => {
    const { applicant, applicationId } = await anApplication();
    const stranger = await anApplication();
    const attachmentId = await add(applicant, { applicationId }, png(11, 11));
    await prepared(attachmentId);
    const ask = (actor: Actor, form: string, id = applicationId) =>
      refusalOf(paperFile(actor, { applicationId: id, attachmentId, form }));
    for (const form of ['view', 'thumb']) expect(await ask(applicant, form)).toBe('accepted');
    expect(await ask(applicant, 'original')).toBe('paper.not-found');
    expect(await ask(stranger.applicant, 'view')).toBe('access.not-yours');
    expect(await ask(stranger.applicant, 'view', stranger.applicationId)).toBe('paper.not-found');
    expect(await refusalOf(paperFile(stranger.applicant, { attachmentId, form: 'view' }))).toBe('access.not-yours');
    expect(await ask(visitor, 'view')).toBe('access.sign-in');
    const file = await paperFile(await aResearcher(), { attachmentId, form: 'original' });
    expect(file).toMatchObject({ mediaType: 'image/png', name: 'извещение.pdf' });
    const shown = await paperFile(applicant, { applicationId, attachmentId, form: 'view' });
    expect(shown).toMatchObject({ mediaType: 'image/jpeg', name: 'извещение.jpg' });
  });

  it('of a draft is for who holds its token, not for staff', async () => {
    const token = await aDraft({}, 'kk', visitor);
    const other = await aDraft({}, 'kk', visitor);
    const attachmentId = await add(visitor, { token });
    const of = (its: string) => refusalOf(draftPaperFile(visitor, { token: its, attachmentId, form: 'original' }));
    expect([await of(token), await of(other), await of('nobody')]).toEqual([
      'accepted',
      'paper.not-found',
      'draft.not-found',
    ]);
    expect(await refusalOf(paperFile(await aManager(), { attachmentId, form: 'original' }))).toBe('paper.not-found');
    expect(await refusalOf(removeDraftAttachment(visitor, { token: other, attachmentId }))).toBe('paper.not-found');
  });

  it('comes no more once the application is withdrawn, or there are too many', async () => {
    const { applicant, applicationId } = await anApplication();
    for (let n = 0; n < mostFiles; n++) await add(applicant, { applicationId });
    expect(await refusalOf(add(applicant, { applicationId }))).toBe('paper.too-many');
    const [first] = await papersOf(applicant, { applicationId });
    await removeAttachment(applicant, { applicationId, attachmentId: first?.id });
    await add(applicant, { applicationId });
    await add(await aManager(), { applicationId });
    await withdrawApplication(applicant, { applicationId });
    expect(await refusalOf(add(applicant, { applicationId }))).toBe('application.withdrawn-already');
  });

  it('on its way is bounded in number', async () => {
    const token = await aDraft({}, 'kk', visitor);
    for (let n = 0; n < mostFiles + 5; n++)
      await beginDraftUpload(visitor, { token, kind: 'photo', name: '', bytes: 100 });
    const waiting = await read().select().from(uploads);
    expect(waiting.filter(({ attachmentId, bytes }) => !attachmentId && bytes === 100)).toHaveLength(mostFiles);
  });
});

describe('a paper taken away', () => {
  it('by the applicant within a day, by staff later; its name goes at once, its file with the sweep', async () => {
    const { applicant, applicationId } = await anApplication();
    const [soon, late] = [await add(applicant, { applicationId }), await add(applicant, { applicationId })];
    expect(await recordedBy(() => removeAttachment(applicant, { applicationId, attachmentId: soon }))).toEqual([
      'attachment.removed',
    ]);
    expect(await rowOf(soon)).toMatchObject({ name: '', removedAt: expect.any(Number) });
    await atMoment(now() + 25 * 3600_000, async () => {
      expect(await papersOf(applicant, { applicationId })).toMatchObject([{ id: late, isRemovable: false }]);
      expect(await refusalOf(removeAttachment(applicant, { applicationId, attachmentId: late }))).toBe('paper.kept');
      expect(await refusalOf(removeAttachment(applicant, { applicationId, attachmentId: soon }))).not.toBe('accepted');
    });
    expect([await isThere(soon), await isThere(late)]).toEqual([true, true]);
    await sweepPapers();
    expect([await isThere(soon), await isThere(late)]).toEqual([false, true]);
    await removeAttachment(await aManager(), { applicationId, attachmentId: late });
    await sweepPapers();
    expect(await isThere(late)).toBe(false);
  });

  it('stays on the disk while another paper is the same file', async () => {
    const { applicant, applicationId } = await anApplication();
    const same = pdf({ more: '/Same true' });
    const [one, two] = [await add(applicant, { applicationId }, same), await add(applicant, { applicationId }, same)];
    expect((await rowOf(one)).sha256).toBe((await rowOf(two)).sha256);
    await removeAttachment(applicant, { applicationId, attachmentId: one });
    await sweepPapers();
    expect(await isThere(two)).toBe(true);
  });

  it('by erasure leaves neither name nor file nor what was on its way', async () => {
    const { applicant, applicationId } = await anApplication();
    const kept = await anApplication();
    const other = await add(kept.applicant, { applicationId: kept.applicationId });
    const ids = [await add(applicant, { applicationId }, png(12, 12)), await add(applicant, { applicationId })];
    await prepared(ids[0] ?? '');
    const { viewSha256 } = await rowOf(ids[0] ?? '');
    const { uploadId } = await beginUpload(applicant, { applicationId, kind: 'photo', name: 'жеке.jpg', bytes: 9 });
    writeFileSync(partPath(uploadId), 'half');
    const count = await change(systemActor, async (tx, record) => {
      record({ kind: 'draft.saved', data: { step: 'erasure' } });
      return eraseAttachments(tx, applicationId);
    });
    expect(count).toBe(2);
    await sweepPapers();
    for (const id of ids) {
      expect((await rowOf(id)).name).toBe('');
      expect(await isThere(id)).toBe(false);
    }
    expect(existsSync(filePath(viewSha256 ?? ''))).toBe(false);
    expect(existsSync(partPath(uploadId))).toBe(false);
    expect(await isThere(other)).toBe(true);
  });
});

describe('the sweep', () => {
  it('deletes the file of a refused picture, and says nothing of its content', async () => {
    const { applicant, applicationId, caseId } = await anApplication();
    const attachmentId = await add(applicant, { applicationId }, png(13, 13));
    const before = await lastSeq();
    await refusePicture(systemActor, { attachmentId, code: 'paper.broken' });
    expect(await eventsAfter(before)).toMatchObject([
      { kind: 'attachment.refused', caseId, applicationId, data: { attachmentId, code: 'paper.broken' } },
    ]);
    expect(await papersOf(applicant, { applicationId })).toMatchObject([{ state: 'refused', refusal: 'paper.broken' }]);
    await sweepPapers();
    expect(await isThere(attachmentId)).toBe(false);
  });

  it('removes the papers of a draft nobody came back to, not of one that was sent', async () => {
    const token = await aDraft({}, 'kk', visitor);
    const attachmentId = await add(visitor, { token });
    const sent = await aDraft({}, 'kk', visitor);
    const taken = await add(visitor, { token: sent });
    await sendApplication(visitor, { token: sent });
    await bookkeep(async (tx) => tx.update(drafts).set({ usable: false }));
    await sweepPapers();
    expect([await isThere(attachmentId), await isThere(taken)]).toEqual([false, true]);
    expect(await refusalOf(draftPapers(visitor, { token }))).toBe('draft.not-found');
  });

  it('forgets after a day what never arrived, and keeps what is on its way', async () => {
    const token = await aDraft({}, 'kk', visitor);
    const begin = () => beginDraftUpload(visitor, { token, kind: 'photo', name: 'a', bytes: 9 });
    const [old, young] = [(await begin()).uploadId, (await begin()).uploadId];
    for (const id of [old, young]) writeFileSync(partPath(id), 'half');
    await bookkeep(async (tx) =>
      tx
        .update(uploads)
        .set({ createdAt: Date.now() - 25 * 3600_000 })
        .where(eq(uploads.id, old)),
    );
    await sweepPapers();
    expect([existsSync(partPath(old)), existsSync(partPath(young))]).toEqual([false, true]);
  });

  it('has a picture tried anew whose job was given up, and refuses it in the end', async () => {
    const { applicant, applicationId } = await anApplication();
    const attachmentId = await add(applicant, { applicationId }, png(14, 14));
    const giveUp = () => bookkeep(async (tx) => tx.update(jobs).set({ state: 'failed' }));
    for (const expected of ['waiting', 'waiting', 'refused']) {
      await giveUp();
      await sweepPapers();
      expect((await rowOf(attachmentId)).state).toBe(expected);
    }
  });
});

describe('a full disk', () => {
  it('is said before anything is begun', () => {
    expect(() => refuseWithoutRoom(Number.MAX_SAFE_INTEGER)).toThrow('disk.full');
    expect(() => refuseWithoutRoom(1)).not.toThrow();
  });

  it('in the middle of a file keeps nothing half, and the file can be sent again', async () => {
    const token = await aDraft({}, 'kk', visitor);
    const whole = pdf({ more: '/Full true' });
    const announced = { token, kind: 'photo', name: 'a.pdf', bytes: whole.length };
    const { uploadId } = await beginDraftUpload(visitor, announced);
    // Every write to this device finds the disk full.
    symlinkSync('/dev/full', partPath(uploadId));
    const send = () => takePiece(visitor, { token, uploadId, offset: 0 }, bodyOf(whole));
    expect(await refusalOf(send())).toBe('disk.full');
    expect(existsSync(partPath(uploadId))).toBe(false);
    expect(await draftPapers(visitor, { token })).toEqual([]);
    expect(await send()).toMatchObject({ received: whole.length, attachmentId: expect.any(String) });
  });
});
