import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  applications,
  attachments,
  ceremonies,
  ceremonyCases,
  events,
  memoryPages,
  memoryPhotos,
  notes,
  notices,
  objections,
  signIns,
} from '@/db/schema';
import { deskPapers } from '../attachments/desk-papers';
import { filePath } from '../attachments/files';
import { addWhole } from '../attachments/pieces';
import { sweepPapers } from '../attachments/sweep';
import { pdf } from '../attachments/testing';
import { publicBurials } from '../burials/public';
import { addNote, joinCases } from '../cases/commands';
import { caseHistory } from '../cases/history';
import { casePage } from '../cases/page';
import { caseList } from '../cases/queries';
import { bookkeep, eventHash } from '../change';
import { now } from '../clock';
import { read, theStore } from '../database';
import { tasksOfCase } from '../desk/task-queries';
import { setTask } from '../desk/tasks';
import { staleCases } from '../desk/text-index';
import { takeInAllTexts } from '../desk/text-round';
import { newId } from '../identity';
import { visitor } from '../permissions';
import { actorOf, signInApplicant } from '../staff/sessions';
import { burialsByCountry } from '../statistics/burials-by-country';
import { catalogue } from '../statistics/catalogue';
import { statistic } from '../statistics/statistic';
import { anApplication } from '../testing/applications';
import { caseRow, pageOf, requestAbout } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, type MadeCase } from '../testing/factories';
import { lastSeq, recordedBy, refusalOf } from '../testing/outcome';
import { fillPersonal, marker, personal, personalTables, unmarked } from '../testing/personal';
import { dayOf } from '../working-days';
import { emptyLog, sweepErasures } from './after-erasure';
import { askErasure, carryOutErasure, declineErasure, ownErasure } from './erasure';
import { erasureRequestList, openErasures } from './erasure-requests';
import { trackedApplication } from './tracking';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const asked = async ({ applicant, applicationId }: MadeCase, reason = 'Деректерім қалмасын.') =>
  (await askErasure(applicant, { applicationId, reason })).requestId;

const erased = async (hand: MadeCase, noteIds: string[] = []) =>
  carryOutErasure(hand.manager, { requestId: await asked(hand), noteIds });

/** The last word is told, and swept. */
async function finish(): Promise<void> {
  await bookkeep((tx) => tx.update(notices).set({ state: 'told' }).where(eq(notices.kind, 'erased')));
  await sweepErasures();
}

/** Everything on the disk that belongs to the register, as bytes. */
function onDisk(): Buffer {
  const parts = [database.file, `${database.file}-wal`]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file));
  const folder = join(database.folder, 'test.files');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  for (const entry of files) if (entry.isFile()) parts.push(readFileSync(join(entry.parentPath, entry.name)));
  return Buffer.concat(parts);
}

const found = (texts: readonly string[]): string[] => {
  const bytes = onDisk();
  return texts.filter((text) => bytes.includes(Buffer.from(text)));
};

const markers = (owner: string): string[] =>
  personalTables().flatMap(({ name, columns }) =>
    columns
      .filter((column) => ['own', 'secret'].includes(personal[name]?.[column] ?? '') && !unmarked.includes(column))
      .map((column) => marker(owner, name, column)),
  );

describe('asking', () => {
  it('is recorded once, seen by managers, and read by the applicant', async () => {
    const hand = await aCaseIn('searching');
    expect(await openErasures(hand.manager, {})).toBe(0);
    expect(await recordedBy(() => asked(hand))).toEqual(['erasure.asked']);
    expect(await refusalOf(asked(hand))).toBe('erasure.asked-already');
    expect(await openErasures(hand.manager, {})).toBe(1);
    expect(await refusalOf(openErasures(hand.researcher, {}))).toBe('access.denied');
    const { open } = await erasureRequestList(hand.manager, {});
    expect(open).toMatchObject([
      { reference: hand.reference, caseId: hand.caseId, others: 0, published: true, withdrawn: false },
    ]);
    expect(await ownErasure(hand.applicant, { applicationId: hand.applicationId })).toMatchObject({
      state: 'asked',
      decidedAt: null,
    });
  });

  it('can be declined with a reason, and asked again', async () => {
    const hand = await aCaseIn('searching');
    const requestId = await asked(hand);
    expect(await refusalOf(declineErasure(hand.manager, { requestId, note: '' }))).toBe('input.invalid');
    const decline = { requestId, note: 'Сот ісіне қажет.' };
    expect(await recordedBy(() => declineErasure(hand.manager, decline))).toEqual(['erasure.declined']);
    expect(await refusalOf(declineErasure(hand.manager, decline))).toBe('erasure.not-open');
    expect(await ownErasure(hand.applicant, { applicationId: hand.applicationId })).toMatchObject({
      state: 'declined',
      note: 'Сот ісіне қажет.',
    });
    expect(await refusalOf(erased(hand))).toBe('accepted');
  });
});

describe('carrying out', () => {
  it('leaves no trace of anything personal in the database, its log and the files', async () => {
    const hand = await aCaseIn('searching', { answers: { email: 'aigul@example.test', wife: 'Бибігүл Қайсарқызы' } });
    await fillPersonal({ ...hand, owner: 'mine', staffId: hand.researcher.staffId });
    const picture = filePath('a'.repeat(64));
    mkdirSync(dirname(picture), { recursive: true });
    writeFileSync(picture, 'mine-picture');
    await emptyLog();
    const texts = [...markers('mine'), 'Бибігүл Қайсарқызы', 'mine-picture'];
    expect(texts.length).toBeGreaterThan(20);
    expect(found(texts)).toEqual(texts.filter((text) => text !== 'Бибігүл Қайсарқызы'));
    expect(await erased(hand)).toEqual({ files: 1 });
    await finish();
    await sweepPapers();
    expect(found([...texts, 'Айгүл Серікқызы', '+7 700 000 00 00', 'aigul@example.test', 'Деректерім'])).toEqual([]);
    expect(existsSync(`${database.file}-wal`) ? readFileSync(`${database.file}-wal`).length : 0).toBe(0);
  });

  it('empties what is the applicant’s own and keeps the rest of each row', async () => {
    const hand = await aCaseIn('searching');
    const [before] = await read().select().from(applications).where(eq(applications.id, hand.applicationId));
    await erased(hand);
    const [after] = await read().select().from(applications).where(eq(applications.id, hand.applicationId));
    const { reference, receivedAt, channel, region, language, caseId } = before ?? {};
    expect(after).toMatchObject({ reference, receivedAt, channel, region, language, caseId });
    expect(after).toMatchObject({ answers: {}, applicantName: '', kinship: '', telephone: '', birthYear: null });
    expect(after?.erasedAt).toBe(after?.withdrawnAt);
    expect(after?.codeHash).not.toBe(before?.codeHash);
  });

  it('ends the way in: code, running sign-in, and the draft', async () => {
    const hand = await aCaseIn('searching');
    const token = await signInApplicant({ reference: hand.reference, code: hand.code }, '192.0.2.9');
    expect((await actorOf(token)).role).toBe('applicant');
    await erased(hand);
    expect((await actorOf(token)).role).toBe('visitor');
    expect(await refusalOf(signInApplicant({ reference: hand.reference, code: hand.code }, '192.0.2.9'))).toBe(
      'track.wrong',
    );
    expect(await read().select().from(signIns).where(eq(signIns.applicationId, hand.applicationId))).toHaveLength(1);
    expect(await refusalOf(asked(hand))).toBe('application.erased');
  });

  it('changes no figure, no status and no burial; a published entry is taken down', async () => {
    const hand = await aCaseIn('burial-established');
    // An erased application is a withdrawn one: where these are counted by themselves it is one more.
    const staying = catalogue.filter(
      ({ columns, figures }) => ![...columns, ...figures].some(({ key }) => key === 'withdrawn'),
    );
    expect(staying.length).toBeGreaterThan(10);
    const figures = async () => ({
      statistics: await Promise.all(staying.map(({ key }) => statistic(hand.manager, { key }))),
      countries: await burialsByCountry(visitor, {}),
      reported: await burialsByCountry(visitor, { asReported: 'on' }),
    });
    const published = async () => (await publicBurials(visitor, {})).total;
    const before = await figures();
    expect(before.countries).toMatchObject({ established: 1 });
    expect(await published()).toBe(1);
    await erased(hand);
    expect(await figures()).toEqual(before);
    expect((await caseRow(hand.caseId)).status).toBe('burial-established');
    expect(await published()).toBe(0);
  });

  it('is recorded without a value, and the chain of events holds', async () => {
    const hand = await aCaseIn('searching');
    const requestId = await asked(hand);
    const since = await lastSeq();
    await carryOutErasure(hand.manager, { requestId, noteIds: [] });
    const rows = await read().select().from(events).orderBy(events.seq);
    expect(rows.filter(({ seq }) => seq > since).map(({ kind }) => kind)).toContain('erasure.carried-out');
    let prevHash = '';
    for (const { hash, ...row } of rows) {
      expect(row.prevHash).toBe(prevHash);
      expect(eventHash(row)).toBe(hash);
      prevHash = hash;
    }
    expect(await refusalOf(carryOutErasure(hand.manager, { requestId, noteIds: [] }))).toBe('erasure.not-open');
  });

  it('says so once more to the address as it was, and then forgets the address', async () => {
    const hand = await aCaseIn('searching', { answers: { email: 'aigul@example.test' } });
    await erased(hand);
    const last = async () => (await read().select().from(notices).where(eq(notices.kind, 'erased')))[0];
    expect(await last()).toMatchObject({ name: 'Айгүл Серікқызы', address: 'aigul@example.test' });
    await sweepErasures();
    expect(await last()).toMatchObject({ address: 'aigul@example.test' });
    await finish();
    expect(await last()).toMatchObject({ name: '', address: '', state: 'told' });
  });

  it('takes the applicant’s name out of our texts, and blanks the notes a manager names', async () => {
    const hand = await aCaseIn('searching');
    await addNote(hand.researcher, { caseId: hand.caseId, text: 'Немересі Айгүл қайта қоңырау шалды.' });
    await addNote(hand.researcher, { caseId: hand.caseId, text: 'Айгүл Серікқызы: туған жылы 1915.' });
    await addNote(hand.researcher, { caseId: hand.caseId, text: 'ЦАМО қоры тексерілді.' });
    await setTask(hand.researcher, {
      caseId: hand.caseId,
      text: 'Айгүл Серікқызы: қоңырау шалу',
      dueOn: dayOf(now()),
      assigneeId: hand.researcher.staffId,
    });
    const text = 'Просим сообщить. Заявитель: Айгүл Серікқызы, +7 700 000 00 00.';
    await requestAbout(hand.researcher, [hand.caseId], { text });
    const requestId = await asked(hand);
    const [open] = (await erasureRequestList(hand.manager, {})).open;
    expect(open?.notes.map(({ mentions }) => mentions)).toEqual([true, true, false]);
    const noteId = open?.notes[0]?.id ?? '';
    await carryOutErasure(hand.manager, { requestId, noteIds: [noteId] });
    const texts = await read().select({ text: notes.text }).from(notes).where(eq(notes.caseId, hand.caseId));
    expect(texts.map(({ text }) => text)).toEqual(['', '[…]: туған жылы 1915.', 'ЦАМО қоры тексерілді.']);
    expect((await tasksOfCase(hand.manager, { caseId: hand.caseId })).map((task) => task.text)).toEqual([
      '[…]: қоңырау шалу',
    ]);
    const page = await casePage(hand.manager, { caseId: hand.caseId });
    expect(page.requests[0]?.text).toBe('Просим сообщить. Заявитель: […], […].');
    const elsewhere = await aCaseIn('searching', { people: { researcher: hand.researcher, manager: hand.manager } });
    const strange = { requestId: await asked(elsewhere), noteIds: [noteId] };
    expect(await refusalOf(carryOutErasure(hand.manager, strange))).toBe('input.invalid');
  });

  it('takes the name out of what a request shares with other cases, out of names of desk papers, and both out of the full text', async () => {
    const hand = await aCaseIn('searching', { answers: { applicantName: 'Күләш Әжібекқызы' } });
    const { researcher, manager } = hand;
    const other = await aCaseIn('searching', { people: { researcher, manager } });
    const text = 'Просим сообщить. Заявитель: Күләш Әжібекқызы.';
    const requestId = await requestAbout(researcher, [hand.caseId, other.caseId], { text });
    const add = (where: { caseId: string; requestId?: string }, name: string, more: string) =>
      addWhole(researcher, where, { kind: 'reply', name, file: new Blob([new Uint8Array(pdf({ more }))]) });
    await add({ caseId: hand.caseId }, 'Күләш Әжібекқызы, хат.pdf', '/N 1');
    await add({ caseId: other.caseId, requestId }, 'Күләш Әжібекқызы, жауап.pdf', '/N 2');
    await takeInAllTexts();
    const indexed = async () => (await caseList(manager, { text: 'әжібек' })).rows.map(({ caseId }) => caseId).sort();
    const words = () =>
      (theStore().engine.reader.prepare('SELECT words FROM case_text').pluck().all() as string[]).join();
    expect(await indexed()).toEqual([hand.caseId, other.caseId].sort());
    expect(words()).toContain('ажибек');
    await erased(hand);
    expect(await staleCases(9)).toEqual([]);
    expect(await indexed()).toEqual([]);
    expect(words()).not.toContain('ажибек');
    const papers = async (caseId: string) => (await deskPapers(manager, { caseId })).map(({ name }) => name);
    expect(await papers(hand.caseId)).toEqual(['[…], хат.pdf']);
    expect(await papers(other.caseId)).toEqual(['[…], жауап.pdf']);
  });

  it('takes name and address out of captions, objections and ceremonies, escaped or not, and their photographs off the page', async () => {
    const applicantName = 'Әлия «Ляля» "Лёля" Сейітқызы';
    const postalAddress = 'Ақмола облысы,\nЖаңаарқа ауылы';
    const hand = await aCaseIn('burial-established');
    const other = await anApplication({ applicantName: 'Басқа Туысы', telephone: '+7 701 111 11 11' });
    await joinCases(hand.manager, { ...(await pageOf(other.caseId)), intoId: hand.caseId, reason: 'Бір адам.' });
    const [theirs, others, pageId, ceremonyId] = [newId(), newId(), newId(), newId()];
    const text = `${applicantName}; ${postalAddress}; 1939`;
    const names = { kk: text, ru: text, en: '' };
    const paper = {
      kind: 'photo' as const,
      name: '',
      mediaType: 'image/jpeg',
      bytes: 1,
      state: 'ready' as const,
      refusal: '',
    };
    const file = { ...paper, sha256: 'a'.repeat(64), addedAt: 1 };
    const { staffId } = hand.researcher;
    await bookkeep(async (tx) => {
      const their = eq(applications.id, hand.applicationId);
      await tx.update(applications).set({ applicantName, postalAddress }).where(their);
      await tx.insert(attachments).values([
        { ...file, id: theirs, applicationId: hand.applicationId },
        { ...file, id: others, applicationId: other.applicationId },
      ]);
      const written = { writtenBy: staffId, writtenAt: 1 };
      const page = { id: pageId, caseId: hand.caseId, state: 'draft' as const, story: names, version: 1 };
      await tx.insert(memoryPages).values({ ...page, ...written });
      await tx
        .insert(memoryPhotos)
        .values([theirs, others].map((attachmentId) => ({ pageId, attachmentId, position: 1, caption: names })));
      const about = { about: 'burial' as const, aboutId: newId(), state: 'declined' as const, language: 'kk' as const };
      const objection = { number: 1, caseId: hand.caseId, ...about, relative: 'yes' as const, receivedAt: 1 };
      const words = { text, name: applicantName, contact: postalAddress, note: text };
      await tx.insert(objections).values({ id: newId(), ...objection, ...words, version: 1 });
      const held = { kind: 'last-rite' as const, state: 'held' as const, day: '2019-05-09', time: '', country: 'RU' };
      const where = { timeZone: 'Europe/Moscow', place: { kk: '', ru: '', en: '' }, contact: '', public: true };
      const said = { title: { kk: 'Соңғы құрмет', ru: '', en: '' }, programme: names, protocol: text, report: names };
      const planned = { version: 1, plannedBy: staffId, plannedAt: 1 };
      await tx.insert(ceremonies).values({ id: ceremonyId, ...held, ...where, ...said, ...planned });
      await tx.insert(ceremonyCases).values({ ceremonyId, caseId: hand.caseId });
    });
    await erased(hand);
    const left = '[…]; […]; 1939';
    const namesLeft = { kk: left, ru: left, en: '' };
    expect(await read().select().from(memoryPages)).toMatchObject([{ story: namesLeft }]);
    expect(await read().select().from(memoryPhotos)).toMatchObject([{ attachmentId: others, caption: namesLeft }]);
    expect(await read().select().from(objections)).toMatchObject([
      { text: left, name: '[…]', contact: '[…]', note: left },
    ]);
    expect(await read().select().from(ceremonies)).toMatchObject([
      { programme: namesLeft, protocol: left, report: namesLeft },
    ]);
  });

  it('leaves another relative of the same case as they were', async () => {
    const hand = await aCaseIn('searching');
    const other = await anApplication({ applicantName: 'Басқа Туысы', telephone: '+7 701 111 11 11' });
    await joinCases(hand.manager, { ...(await pageOf(other.caseId)), intoId: hand.caseId, reason: 'Бір адам.' });
    await fillPersonal({ ...other, owner: 'theirs', staffId: hand.researcher.staffId });
    const before = await trackedApplication(other.applicant, { applicationId: other.applicationId });
    await erased(hand);
    expect(await trackedApplication(other.applicant, { applicationId: other.applicationId })).toEqual(before);
    await emptyLog();
    expect(found(markers('theirs').filter((text) => !text.includes('drafts'))).length).toBeGreaterThan(15);
  });

  it('can be read on the case: the page and its history still open', async () => {
    const hand = await aCaseIn('burial-established');
    await erased(hand);
    const page = await casePage(hand.manager, { caseId: hand.caseId });
    expect(page.applications).toMatchObject([{ reference: hand.reference, applicantName: '' }]);
    expect(page.applications[0]?.erasedAt).not.toBeNull();
    expect((await caseHistory(hand.manager, { caseId: hand.caseId }))[0]?.kind).toBe('erasure.carried-out');
    expect(theStore().engine.reader.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
