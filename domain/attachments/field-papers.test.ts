/** Papers of finds and ceremonies: whose they are, and who sees them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ceremonies, finds } from '@/db/schema';
import { bookkeep } from '../change';
import { newId } from '../identity';
import type { StaffActor } from '../permissions';
import { anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { aManager, aResearcher } from '../testing/staff';
import { deskPapers } from './desk-papers';
import { fieldPapers, removeFieldPaper } from './field-papers';
import type { FieldPlace } from './owners';
import { addWhole, beginFor, takePiece } from './pieces';
import { paperFile } from './queries';
import { sweepPapers } from './sweep';
import { bodyOf, pdf } from './testing';

let database: TestDatabase;
let researcher: StaffActor;
let findId: string;
let ceremonyId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  researcher = await aResearcher();
  findId = await aFind();
  ceremonyId = await aCeremony();
});
afterAll(() => database.close());

let made = 0;
const aFile = () => new Blob([new Uint8Array(pdf({ more: `/N ${made++}` }))]);
const add = async (where: FieldPlace, kind = 'document'): Promise<string> =>
  (await addWhole(researcher, where, { kind, name: 'акт.pdf', file: aFile() })).attachmentId;

describe('a paper of the field', () => {
  it('belongs to its find or its ceremony, and to no case', async () => {
    const before = await lastSeq();
    const attachmentId = await add({ findId });
    const [added] = await eventsAfter(before);
    expect(added).toMatchObject({
      kind: 'attachment.added',
      caseId: null,
      applicationId: null,
      subjectId: attachmentId,
    });
    const other = await add({ ceremonyId });
    expect((await fieldPapers(researcher, { findId })).map(({ id }) => id)).toEqual([attachmentId]);
    expect((await fieldPapers(researcher, { ceremonyId })).map(({ id }) => id)).toEqual([other]);
    await sweepPapers();
    const file = await paperFile(await aManager(), { attachmentId, form: 'original' });
    expect(file).toMatchObject({ mediaType: 'application/pdf', name: 'акт.pdf' });
  });

  it('comes in pieces, from whoever announced it, to the place it was announced for', async () => {
    const bytes = pdf({ more: '/Pieces true' });
    const announced = { findId, kind: 'photo', name: 'а.pdf', bytes: bytes.length };
    const { uploadId } = await beginFor(researcher, announced);
    const piece = (where: FieldPlace, actor = researcher) =>
      refusalOf(takePiece(actor, { ...where, uploadId, offset: 0 }, bodyOf(bytes)));
    expect(await piece({ findId }, await aResearcher())).toBe('upload.not-found');
    expect(await piece({ ceremonyId })).toBe('upload.not-found');
    expect(await piece({ findId })).toBe('accepted');
  });

  it('is refused where there is nothing it could belong to', async () => {
    expect(await refusalOf(add({ findId: newId() }))).toBe('find.not-found');
    expect(await refusalOf(add({ ceremonyId: newId() }))).toBe('ceremony.not-found');
    expect(await refusalOf(add({ findId }, 'signed'))).toBe('input.invalid');
    expect(await refusalOf(fieldPapers(researcher, { findId, ceremonyId }))).toBe('input.invalid');
    expect(await refusalOf(fieldPapers(researcher, {}))).toBe('input.invalid');
  });

  it('is never shown to an applicant, and stands with no case', async () => {
    const attachmentId = await add({ findId });
    const { applicant, applicationId, caseId } = await anApplication();
    expect(await refusalOf(fieldPapers(applicant, { findId }))).toBe('access.denied');
    const own = { applicationId, attachmentId, form: 'original' };
    expect(await refusalOf(paperFile(applicant, own))).toBe('paper.not-found');
    expect(await deskPapers(researcher, { caseId })).toEqual([]);
  });

  it('is taken away from its own place only', async () => {
    const attachmentId = await add({ findId });
    expect(await refusalOf(removeFieldPaper(researcher, { ceremonyId, attachmentId }))).toBe('paper.not-found');
    await removeFieldPaper(researcher, { findId, attachmentId });
    expect((await fieldPapers(researcher, { findId })).map(({ id }) => id)).not.toContain(attachmentId);
  });
});

async function aFind(): Promise<string> {
  const id = newId();
  const blank = { foundOn: '', place: '', region: '', country: '', description: '', keptAt: '', foundBy: 'Отряд' };
  const row = { id, number: 1, kind: 'remains' as const, ...blank, state: 'open' as const, version: 1 };
  await bookkeep(async (tx) => tx.insert(finds).values({ ...row, enteredBy: researcher.staffId, enteredAt: 1 }));
  return id;
}

async function aCeremony(): Promise<string> {
  const id = newId();
  const none = { kk: '', ru: '', en: '' };
  const named = { title: none, place: none, programme: none, report: none };
  const said = { day: '2020-05-09', time: '', timeZone: 'Asia/Almaty', country: 'KZ', protocol: '', contact: '' };
  const row = {
    id,
    kind: 'memorial' as const,
    state: 'planned' as const,
    ...named,
    ...said,
    public: false,
    version: 1,
  };
  await bookkeep(async (tx) => tx.insert(ceremonies).values({ ...row, plannedBy: researcher.staffId, plannedAt: 1 }));
  return id;
}
