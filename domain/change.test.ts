import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { events, settings } from '@/db/schema';
import { bookkeep, change, eventHash, once } from './change';
import { atMoment } from './clock';
import { read } from './database';
import type { NewEvent } from './events';
import { type Actor, systemActor } from './permissions';
import { openTestDatabase, type TestDatabase } from './testing/database';
import { aResearcher } from './testing/factories';
import { eventsAfter, lastSeq } from './testing/outcome';

let database: TestDatabase;
let seq: number;
beforeEach(async () => {
  database = await openTestDatabase();
  seq = await lastSeq();
});
afterEach(() => database.close());

const happened = (subjectId: string): NewEvent => ({ kind: 'holiday.changed', subjectId, data: { day: '2020-12-16' } });
const kept = async () => (await read().select().from(settings)).map(({ key }) => key);
const set = (actor: Actor, key: string) =>
  change(actor, async (tx, record) => {
    await tx.insert(settings).values({ key, value: 1 });
    record(happened(key));
  });

describe('a change', () => {
  it('keeps rows and event together, by whom and when', async () => {
    const actor = await aResearcher();
    await atMoment(Date.UTC(2020, 1, 1, 3), () => set(actor, 'a'));
    expect(await kept()).toEqual(['a']);
    expect(await eventsAfter(seq)).toMatchObject([
      {
        seq: seq + 1,
        at: Date.UTC(2020, 1, 1, 3),
        actorRole: 'researcher',
        actorId: actor.staffId,
        kind: 'holiday.changed',
        caseId: null,
        subjectId: 'a',
        data: { day: '2020-12-16' },
      },
    ]);
  });

  it('names the application that acted, and nobody for visitor and system', async () => {
    for (const actor of [
      { role: 'applicant', applicationId: 'x' },
      { role: 'visitor', address: '::1' },
      systemActor,
    ] as const)
      await set(actor, actor.role);
    expect((await eventsAfter(seq)).map(({ actorRole, actorId }) => [actorRole, actorId])).toEqual([
      ['applicant', 'x'],
      ['visitor', null],
      ['system', null],
    ]);
  });

  it('without an event is refused, and its rows with it', async () => {
    const silent = change(systemActor, async (tx) => {
      await tx.insert(settings).values({ key: 'a', value: 1 });
    });
    await expect(silent).rejects.toThrow('without an event');
    expect(await kept()).toEqual([]);
  });

  it('that fails leaves neither rows nor events, those of nested changes included', async () => {
    const failing = change(systemActor, async (_tx, record) => {
      await set(systemActor, 'inner');
      record(happened('outer'));
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await kept()).toEqual([]);
    expect(await lastSeq()).toBe(seq);
  });

  it('nested joins the outer one and must speak for itself', async () => {
    await change(systemActor, async (_tx, record) => {
      await set(systemActor, 'inner');
      record(happened('outer'));
    });
    expect((await eventsAfter(seq)).map(({ subjectId }) => subjectId)).toEqual(['inner', 'outer']);
    const silentOuter = change(systemActor, async () => set(systemActor, 'second'));
    await expect(silentOuter).rejects.toThrow('without an event');
    expect(await kept()).toEqual(['inner']);
  });

  it('of twenty at once each gets its own number in one chain', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => set(systemActor, `at-once-${n}`)));
    const chain = await eventsAfter(seq);
    expect(chain.map((event) => event.seq)).toEqual(Array.from({ length: 20 }, (_, n) => seq + 1 + n));
    for (const [n, event] of chain.entries()) if (n > 0) expect(event.prevHash).toBe(chain[n - 1]?.hash);
  });

  it('that fails leaves the key of its form to the next one; the form sent again is refused', async () => {
    const key = '00000000-0000-4000-8000-000000000001';
    const form = () =>
      once(key, async () => {
        const failing = change(systemActor, async (_tx, record) => {
          await set(systemActor, 'inner');
          record(happened('outer'));
          throw new Error('on purpose');
        });
        await expect(failing).rejects.toThrow('on purpose');
        await set(systemActor, 'second');
        await set(systemActor, 'third');
      });
    await form();
    expect(await kept()).toEqual(['second', 'third']);
    await expect(once(key, () => set(systemActor, 'again'))).rejects.toMatchObject({ code: 'form.sent-already' });
    expect(await kept()).toEqual(['second', 'third']);
  });

  it('bookkeeping is no change: it records nothing', async () => {
    await bookkeep((tx) =>
      tx
        .insert(settings)
        .values({ key: 'lease', value: 1 })
        .then(() => undefined),
    );
    expect(await kept()).toEqual(['lease']);
    expect(await lastSeq()).toBe(seq);
  });
});

describe('the event table', () => {
  beforeEach(() => set(systemActor, 'a'));

  it('hashes every column of the row and the row before', async () => {
    const [row] = await read()
      .select()
      .from(events)
      .where(eq(events.seq, seq + 1));
    const { hash, ...hashed } = row ?? expect.fail('no event');
    expect(eventHash(hashed)).toBe(hash);
    for (const column of Object.keys(hashed) as (keyof typeof hashed)[]) {
      const value = hashed[column];
      const other = typeof value === 'number' ? value + 1 : `${value ?? ''}x`;
      expect(eventHash({ ...hashed, [column]: other }), column).not.toBe(hash);
    }
  });

  it.each([
    ['UPDATE', 'UPDATE events SET actor_role = actor_role'],
    ['DELETE', 'DELETE FROM events'],
    ['INSERT OR REPLACE', 'INSERT OR REPLACE INTO events SELECT * FROM events'],
    ['REPLACE', 'REPLACE INTO events SELECT * FROM events LIMIT 1'],
  ])('refuses %s', (_, statement) => {
    expect(() => database.store.engine.writer.exec(statement)).toThrow('append-only');
  });

  it('refuses an upsert over a number that is taken', async () => {
    const [row] = await read()
      .select()
      .from(events)
      .where(eq(events.seq, seq + 1));
    const upsert = database.store.tx((tx) =>
      tx
        .insert(events)
        .values(row ?? expect.fail('no event'))
        .onConflictDoUpdate({ target: events.seq, set: { kind: 'x' } })
        .then(() => undefined),
    );
    await expect(upsert).rejects.toMatchObject({ cause: { message: 'events are append-only' } });
  });
});
