/** An objection to what is public: who may send one, what a manager does with it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicBurials } from '../burials/public';
import { newId } from '../identity';
import { type Actor, visitor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, type MadeCase } from '../testing/factories';
import { limits } from '../throttle';
import { freePublication } from './holds';
import { decideObjection, eraseObjection, objectionList, objectionPage, sendObjection } from './objections';
import { memoryOfCase } from './reading';

let database: TestDatabase;
let made: MadeCase;
let burialId: string;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('burial-established');
  burialId = (await publicBurials(visitor, {})).rows[0]?.burialId ?? '';
});
afterEach(() => database.close());

const said = (over: object = {}) => ({
  ...{ about: 'burial', aboutId: burialId, language: 'kk', relative: 'on', ...over },
  ...{ text: 'Бұл біздің атамыз емес.', name: 'Асқар Сейітов', contact: '+7 700 000 00 02' },
});
const first = async () => {
  const [row] = (await objectionList(made.manager, {})).rows;
  if (!row) throw new Error('No objection');
  return row;
};
const decide = async (decision: string) => {
  const { id, version } = await first();
  await decideObjection(made.manager, { objectionId: id, version, decision, note: 'Қаралды.' });
  return id;
};

describe('an objection', () => {
  it('is received with a number and waits for a manager; the entry stays meanwhile', async () => {
    expect(await sendObjection(visitor, said())).toEqual({ number: 1 });
    expect(await sendObjection(visitor, said())).toEqual({ number: 2 });
    expect(await first()).toMatchObject({ number: 1, state: 'received', caseId: made.caseId, relative: 'yes' });
    expect((await publicBurials(visitor, {})).total).toBe(1);
  });

  it('upheld takes the entry off every public page until a manager lets it back', async () => {
    await sendObjection(visitor, said());
    const objectionId = await decide('upheld');
    expect((await publicBurials(visitor, {})).total).toBe(0);
    expect(await objectionPage(made.researcher, { objectionId })).toMatchObject({ state: 'upheld', isPublic: false });
    const [held] = (await memoryOfCase(made.manager, { caseId: made.caseId })).holds;
    expect(held?.objectionId).toBe(objectionId);
    await freePublication(made.manager, { caseId: made.caseId, holdId: held?.id });
    expect((await publicBurials(visitor, {})).total).toBe(1);
  });

  it('declined leaves it, and is decided once', async () => {
    await sendObjection(visitor, said());
    const { id, version } = await first();
    await decide('declined');
    expect((await publicBurials(visitor, {})).total).toBe(1);
    await expect(
      decideObjection(made.manager, { objectionId: id, version, decision: 'upheld', note: 'Қайта.' }),
    ).rejects.toMatchObject({ code: 'objection.decided-already' });
  });

  it('to what is not public looks like one to nothing', async () => {
    for (const about of ['burial', 'memory', 'appeal'])
      await expect(sendObjection(visitor, said({ about, aboutId: newId() }))).rejects.toMatchObject({
        code: 'objection.nothing-there',
      });
    await sendObjection(visitor, said());
    await decide('upheld');
    await expect(sendObjection(visitor, said())).rejects.toMatchObject({ code: 'objection.nothing-there' });
  });

  it('is not taken without end from one address', async () => {
    const somebody: Actor = { role: 'visitor', address: '203.0.113.7' };
    for (let i = 0; i < limits['objection.address'].attempts; i++) await sendObjection(somebody, said());
    await expect(sendObjection(somebody, said())).rejects.toMatchObject({ code: 'access.too-many-attempts' });
    await sendObjection({ role: 'visitor', address: '203.0.113.8' }, said());
  });

  it('is decided by a manager only; who objected is wiped when it is over', async () => {
    await sendObjection(visitor, said());
    const { id, version } = await first();
    const denied = { code: expect.stringMatching(/^access\./) };
    await expect(
      decideObjection(made.researcher, { objectionId: id, version, decision: 'upheld', note: 'Мен.' }),
    ).rejects.toMatchObject(denied);
    await expect(eraseObjection(made.manager, { objectionId: id })).rejects.toMatchObject({ code: 'objection.open' });
    await decide('declined');
    await eraseObjection(made.manager, { objectionId: id });
    expect(await objectionPage(made.manager, { objectionId: id })).toMatchObject({ text: '', name: '', contact: '' });
  });
});
