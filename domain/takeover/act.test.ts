import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications, burialPlaces, cases, consents, events, notices, takeoverRows, takeovers } from '@/db/schema';
import { renewCode } from '../applications/codes';
import { addNote, decideMove, takeCase } from '../cases/commands';
import { guardChecks } from '../cases/guards';
import { guards } from '../cases/pipeline';
import { caseList } from '../cases/queries';
import { read } from '../database';
import type { StaffActor } from '../permissions';
import { caseRow, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, aResearcher } from '../testing/factories';
import { rowsOf } from './planning';
import { correctRow, leaveRefusedOut, leaveRowOut, mapRegister, readRegister } from './preparing';
import { takenOver, takeoverList, takeoverPage, takeoverRowList } from './queries';
import { takeOverRegister } from './taking-over';
import { discardRegister, undoRegister } from './undoing';

let database: TestDatabase;
let manager: StaffActor;
beforeEach(async () => {
  database = await openTestDatabase();
  manager = await aManager();
});
afterEach(() => database.close());

const heading =
  '№;Дата поступления;ФИО бойца;Год рождения;Заявитель;Состояние;Судьба;Место захоронения;Страна;Источник';
const good = [
  '1;05.03.2015;Ахметов Қасым Болатұлы;1912;Айгүл;Не найден;;;;',
  '2;06.03.2015;Оспанов Сәкен;1913;Дана;Закрыто;погиб;Орловская область;Россия;ЦАМО, ф. 58',
  '3;07.03.2015;Иванов Иван;1914;Ольга;Семья извещена;убит;Орловская область;РФ;',
];
const file = (...rows: string[]) => ({ fileName: 'журнал.csv', bytes: Buffer.from([heading, ...rows].join('\n')) });

async function taken(...rows: string[]): Promise<{ takeoverId: string; caseIds: string[] }> {
  const { takeoverId } = await readRegister(manager, file(...rows));
  await takeOverRegister(manager, { takeoverId });
  const ids = await read().select({ id: cases.id }).from(cases).orderBy(cases.number);
  return { takeoverId, caseIds: ids.map((one) => one.id) };
}

/** The ids of the cases of the three good rows. */
async function three(): Promise<{ takeoverId: string; watched: string; closed: string; informed: string }> {
  const { takeoverId, caseIds } = await taken(...good);
  const [watched = '', closed = '', informed = ''] = caseIds;
  return { takeoverId, watched, closed, informed };
}

describe('a case taken over', () => {
  it('stands in its status, rests on the act for the guards it names and for no other', async () => {
    const { watched, closed, informed } = await three();
    const statuses = (await read().select().from(cases).orderBy(cases.number)).map((row) => row.status);
    expect(statuses).toEqual(['on-watch', 'closed', 'family-informed']);
    expect((await caseRow(watched)).takeoverRests).toEqual(['checklist-complete', 'search-letter-sent']);
    expect((await caseRow(closed)).takeoverRests).toEqual(['families-told', 'burial-confirmed']);
    const row = await caseRow(watched);
    for (const guard of guards) {
      const passes = (await guardChecks[guard](row)) === null;
      expect([guard, passes]).toEqual([guard, row.takeoverRests.includes(guard)]);
    }
    const reopened = { ...(await caseRow(informed)), takeoverStands: false };
    expect(await guardChecks['families-told'](reopened)).toBe('guard.families-told');
    expect(await guardChecks['burial-confirmed'](reopened)).toBe('guard.burial-citation');
  });

  it('is moved by a person once on what rests on the act; from then on the guards are checked and the clock runs', async () => {
    const { watched, informed } = await three();
    const list = async () => (await caseList(manager, {})).rows.map(({ due, takeoverStands }) => [due, takeoverStands]);
    expect(await list()).toEqual([
      [null, true],
      [null, true],
      [null, true],
    ]);
    await decideMove(manager, { ...(await pageOf(informed)), to: 'closed' });
    expect(await caseRow(informed)).toMatchObject({ status: 'closed', takeoverStands: false });
    const researcher = await aResearcher();
    await takeCase(researcher, await pageOf(watched));
    expect((await caseRow(watched)).takeoverStands).toBe(true);
    await decideMove(researcher, { ...(await pageOf(watched)), to: 'searching', reason: 'Жаңа дерек.' });
    expect((await caseRow(watched)).takeoverStands).toBe(false);
    expect((await caseList(manager, { text: 'Ахметов' })).rows[0]?.due?.kind).toBe('first-answer');
    await expect(decideMove(researcher, { ...(await pageOf(watched)), to: 'on-watch' })).rejects.toMatchObject({
      code: 'guard.checklist-complete',
    });
  });

  it('says of whose act, file and row it is, in its history too; grants no consent, tells nobody, has no code', async () => {
    const { takeoverId, closed } = await three();
    expect(await takenOver(manager, { caseId: closed })).toMatchObject({
      takeoverId,
      fileName: 'журнал.csv',
      place: '3',
      stands: true,
      by: manager.name,
      rows: [{ row: 3 }],
    });
    const told = await read().select().from(events).where(eq(events.caseId, closed));
    expect(told.map((event) => [event.kind, event.actorId])).toEqual([['case.taken-over', manager.staffId]]);
    const [act] = await read().select().from(events).where(eq(events.kind, 'register.taken-over'));
    expect(act).toMatchObject({ actorId: manager.staffId, subjectId: takeoverId });
    expect(await read().select().from(consents)).toEqual([]);
    expect(await read().select().from(notices)).toEqual([]);
    const [application] = await read().select().from(applications).where(eq(applications.caseId, closed));
    expect(application).toMatchObject({ codeHash: '', channel: 'post', applicantName: 'Дана' });
    await renewCode(manager, { applicationId: application?.id, how: 'papers', checked: 'Жеке куәлігі.' });
    const [after] = await read().select().from(applications).where(eq(applications.caseId, closed));
    expect(after?.codeHash).toHaveLength(64);
  });

  it('lies in one burial place with the others of that place, its country today entered by the act', async () => {
    await three();
    expect(await read().select().from(burialPlaces)).toMatchObject([
      { reportedName: 'Орловская область', countryToday: 'RU', reportedCountry: 'SU', marked: false },
    ]);
  });
});

describe('undoing', () => {
  it('takes everything back as a whole, and the file can be taken over again', async () => {
    const { takeoverId } = await three();
    expect(await undoRegister(manager, { takeoverId })).toEqual({ cases: 3 });
    for (const table of [cases, applications, burialPlaces]) expect(await read().select().from(table)).toEqual([]);
    expect(await takeoverList(manager, {})).toMatchObject([{ state: 'undone', counts: { takes: 3, refused: 0 } }]);
    expect(await takeOverRegister(manager, { takeoverId })).toMatchObject({ cases: 3 });
  });

  it('is refused with the numbers of the cases people have worked on since', async () => {
    const { takeoverId, closed } = await three();
    await addNote(await aResearcher(), { caseId: closed, text: 'Отбасы хабарласты.' });
    await expect(undoRegister(manager, { takeoverId })).rejects.toMatchObject({
      code: 'takeover.worked-on',
      details: { count: 1, cases: '2' },
    });
    expect(await read().select().from(cases)).toHaveLength(3);
  });

  it('is refused for a file that was not taken over', async () => {
    const { takeoverId } = await readRegister(manager, file(...good));
    await expect(undoRegister(manager, { takeoverId })).rejects.toMatchObject({ code: 'takeover.not-done' });
    await discardRegister(manager, { takeoverId });
    for (const table of [takeovers, takeoverRows]) expect(await read().select().from(table)).toEqual([]);
  });
});

describe('the same twice', () => {
  it('is refused as a file, and named row by row when the file is another', async () => {
    await taken(...good);
    await expect(readRegister(manager, file(...good))).rejects.toMatchObject({
      fields: { file: 'takeover.same-file' },
    });
    const { takeoverId, counts } = await readRegister(
      manager,
      file(...good, '4;08.03.2015;Ким Вилен;1920;Нина;В работе;;;;'),
    );
    expect(counts).toMatchObject({ refused: 3, takes: 1 });
    const { rows } = await takeoverRowList(manager, { takeoverId, code: 'known-already' });
    expect(rows.map(({ problems }) => problems.find((one) => one.code === 'known-already')?.detail)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});

describe('the preview', () => {
  it('follows another mapping, a correction, an acceptance, a row left out and taken in again', async () => {
    const { takeoverId, counts } = await readRegister(
      manager,
      file(
        ...good,
        '5;31.04.2015;Ким Вилен;1920;Нина;В работе;;;;',
        '6;01.05.2015;Ахметов Қасым Болатұлы;1912;Айгүл;Не найден;;;;',
      ),
    );
    expect(counts).toMatchObject({ takes: 3, refused: 2 });
    const [, , , fifth, sixth] = await rowsOf(takeoverId);
    const correct = (rowId: string | undefined, values: object, accepted: string[] = []) =>
      correctRow(manager, { takeoverId, rowId, values, accepted });
    expect((await correct(fifth?.id, { receivedOn: '30.04.2015' })).counts).toMatchObject({ takes: 4, refused: 1 });
    expect((await correct(sixth?.id, {}, ['duplicate-row', 'no-name'])).counts).toMatchObject({ takes: 5, refused: 0 });
    expect((await leaveRowOut(manager, { takeoverId, rowId: fifth?.id, leaveOut: 'on' })).counts).toMatchObject({
      takes: 4,
      'left-out': 1,
    });
    expect((await leaveRowOut(manager, { takeoverId, rowId: fifth?.id })).counts).toMatchObject({ takes: 5 });
    const { columns, settings } = await takeoverPage(manager, { takeoverId });
    const fields = Object.fromEntries(
      columns.map((one) => [one.column, one.field === 'applicantName' ? '' : one.field]),
    );
    expect((await mapRegister(manager, { takeoverId, ...settings, fields })).counts).toMatchObject({
      takes: 0,
      refused: 5,
    });
    await expect(takeOverRegister(manager, { takeoverId })).rejects.toMatchObject({ code: 'takeover.rows-refused' });
    await leaveRefusedOut(manager, { takeoverId });
    await expect(takeOverRegister(manager, { takeoverId })).rejects.toMatchObject({ code: 'takeover.nothing-to-take' });
  });

  it('is closed once the file is taken over', async () => {
    const { takeoverId } = await three();
    const [row] = await rowsOf(takeoverId);
    const refused = { code: 'takeover.not-open' };
    await expect(correctRow(manager, { takeoverId, rowId: row?.id, values: {} })).rejects.toMatchObject(refused);
    await expect(discardRegister(manager, { takeoverId })).rejects.toMatchObject(refused);
    await expect(takeOverRegister(manager, { takeoverId })).rejects.toMatchObject(refused);
  });

  it('is a manager’s alone', async () => {
    await expect(readRegister(await aResearcher(), file(...good))).rejects.toMatchObject({ code: 'access.denied' });
  });
});
