import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holidays as firstHolidays } from '@/db/reference-data/holidays';
import { partners as firstPartners } from '@/db/reference-data/partners';
import { sources as firstSources } from '@/db/reference-data/sources';
import { events, holidays, partners, sources } from '@/db/schema';
import { read } from './database';
import { systemActor } from './permissions';
import { completeReference, loadReference } from './reference';
import { openTestDatabase, type TestDatabase } from './testing/database';

let database: TestDatabase;
beforeAll(async () => {
  // The test database holds the reference data already.
  database = await openTestDatabase();
});
afterAll(() => database.close());

const count = async (table: typeof sources | typeof partners | typeof holidays) => read().$count(table);
const loads = () => read().$count(events, eq(events.kind, 'reference.loaded'));
const remove = (sql: string) => database.store.engine.writer.exec(sql);

describe('reference data', () => {
  it('is all there, sources in the order they are searched', async () => {
    expect(await count(sources)).toBe(firstSources.length);
    expect(await count(partners)).toBe(firstPartners.length);
    expect(await count(holidays)).toBe(firstHolidays.length);
    const inOrder = await read().select({ key: sources.key }).from(sources).orderBy(sources.position);
    expect(inOrder.map(({ key }) => key)).toEqual(firstSources.map(({ key }) => key));
  });

  it('is completed without touching what staff changed', async () => {
    const before = await loads();
    remove("UPDATE sources SET checklist = 0 WHERE key = 'own-register'");
    remove("UPDATE holidays SET name_ru = 'Иное' WHERE day = '2020-01-01'");
    remove("DELETE FROM sources WHERE key = 'obd-memorial'");
    remove("DELETE FROM partners WHERE id = 'rgva'");
    expect(await completeReference(systemActor)).toEqual(['sources', 'partners']);
    expect(await loads()).toBe(before + 1);
    expect(await count(sources)).toBe(firstSources.length);
    const [own] = await read().select().from(sources).where(eq(sources.key, 'own-register'));
    expect(own?.checklist).toBe(false);
    const [newYear] = await read().select().from(holidays).where(eq(holidays.day, '2020-01-01'));
    expect(newYear?.nameRu).toBe('Иное');
  });

  it('gets no event when nothing was missing', async () => {
    const before = await loads();
    expect(await completeReference(systemActor)).toEqual([]);
    expect(await loads()).toBe(before);
  });

  it('is loaded by administrators and the system only', async () => {
    await expect(loadReference({ role: 'visitor' }, {})).rejects.toMatchObject({ code: 'access.sign-in' });
  });
});
