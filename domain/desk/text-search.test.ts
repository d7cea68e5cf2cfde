import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askErasure, carryOutErasure } from '../applications/erasure';
import { addNote } from '../cases/commands';
import { caseList } from '../cases/queries';
import { remakeQueue } from '../cases/queue-filling';
import { theStore } from '../database';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, type MadeCase } from '../testing/factories';
import { staleCases } from './text-index';
import { takeInAllTexts, takeInTexts } from './text-round';

let database: TestDatabase;
let made: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('searching', {
    answers: {
      surname: 'Сейітов',
      givenName: 'Бақыт',
      lastLetter: 'Полевой госпиталь под Ржевом.',
      applicantName: 'Күләш Әжібекқызы',
    },
  });
});
afterEach(() => database.close());

const found = async (text: string) => (await caseList(made.manager, { text })).rows;
const ids = async (text: string) => (await found(text)).map((row) => row.caseId);

describe('what is written about a case', () => {
  it.each(['before', 'after'])('is found %s the worker has come, and shown where it stands', async (when) => {
    await addNote(made.researcher, { caseId: made.caseId, text: 'Тізім Тверь мұрағатында сақтаулы.' });
    if (when === 'after') await takeInAllTexts();
    expect(await staleCases(9)).toHaveLength(when === 'after' ? 0 : 1);
    const [row] = await found('твер мұраға');
    expect(row).toMatchObject({ caseId: made.caseId, found: { place: 'note' } });
    expect(row?.found?.pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['Тверь', 'мұрағатында']);
    expect((await found('госпиталь'))[0]?.found).toMatchObject({ place: 'soldier' });
    expect((await found('әжібек'))[0]?.found).toMatchObject({ place: 'applicant' });
    expect((await found('сейітов ржев'))[0]?.found).toMatchObject({ place: 'soldier' });
    expect((await found('бақыт сейітов'))[0]?.found).toBeNull();
    expect(await ids('сейітов вязьма')).toEqual([]);
  });

  it('is found beside every other filter, and is not where the filter excludes it', async () => {
    await takeInAllTexts();
    const list = async (filter: object) => (await caseList(made.researcher, { text: 'ржев', ...filter })).total;
    expect(await list({ view: 'mine', status: 'searching' })).toBe(1);
    expect(await list({ assignee: made.researcher.staffId, sort: 'due', direction: 'descending' })).toBe(1);
    expect(await list({ status: 'closed' })).toBe(0);
    expect(await list({ view: 'free' })).toBe(0);
    expect(await list({ offset: 1 })).toBe(1);
  });

  it('is taken in again after the whole was made anew', async () => {
    await takeInAllTexts();
    theStore().engine.writer.exec('DELETE FROM case_text');
    await remakeQueue();
    expect(await takeInTexts()).toBe(true);
    expect(await ids('ржев')).toEqual([made.caseId]);
    expect(await takeInTexts()).toBe(false);
  });
});

describe('erased words', () => {
  const onDisk = (word: string): boolean => {
    theStore().engine.writer.pragma('wal_checkpoint(TRUNCATE)');
    return [database.file, `${database.file}-wal`]
      .filter((file) => existsSync(file))
      .some((file) => readFileSync(file).includes(Buffer.from(word)));
  };

  it('leave the full text with the act, and its pages with them', async () => {
    await takeInAllTexts();
    // As the index holds it: folded, and nowhere else in the file.
    expect(onDisk('ажибеккызы')).toBe(true);
    expect(await ids('әжібек')).toEqual([made.caseId]);
    const { requestId } = await askErasure(made.applicant, { applicationId: made.applicationId, reason: '' });
    await carryOutErasure(made.manager, { requestId, noteIds: [] });
    expect(await staleCases(9)).toEqual([]);
    expect(await ids('әжібек')).toEqual([]);
    expect(onDisk('ажибеккызы')).toBe(false);
    expect(await ids('сейітов')).toEqual([made.caseId]);
  });
});
