import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holidays as firstHolidays } from '@/db/reference-data/holidays';
import { partners as firstPartners } from '@/db/reference-data/partners';
import { places as firstPlaces } from '@/db/reference-data/places';
import { sources as firstSources } from '@/db/reference-data/sources';
import { events, holidays, partners, placeNames, places, sources } from '@/db/schema';
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
    remove("UPDATE sources SET checklist = 0, version = 2 WHERE key = 'own-register'");
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

  it('brings a source that staff never changed up to the list, in its place', async () => {
    remove("UPDATE sources SET version = 1 WHERE key = 'own-register'");
    remove("DELETE FROM sources WHERE key = 'unit-losses'");
    remove('UPDATE sources SET position = position - 1 WHERE position > 8');
    remove("UPDATE sources SET parts = '[]', citation_pattern = '[]', search_address = NULL");
    expect(await completeReference(systemActor)).toEqual(['sources']);
    const rows = await read().select().from(sources).orderBy(sources.position);
    expect(rows.map(({ key, position }) => [key, position])).toEqual(firstSources.map(({ key }, at) => [key, at]));
    expect(rows.map(({ parts }) => parts)).toEqual(firstSources.map(({ parts }) => [...parts]));
    expect(rows.map(({ searchAddress }) => searchAddress)).toEqual(firstSources.map((one) => one.searchAddress));
    expect(await completeReference(systemActor)).toEqual([]);
  });

  it('gives back a place with its names, and leaves the places that staff changed', async () => {
    expect(await read().$count(places)).toBe(firstPlaces.length);
    expect(await read().$count(placeNames)).toBe(firstPlaces.reduce((sum, place) => sum + place.names.length, 0));
    const placeId = (number: number) => `(SELECT id FROM places WHERE number = ${number})`;
    remove(`UPDATE places SET latitude = 1, version = 2 WHERE number = 2001`);
    remove(`DELETE FROM place_names WHERE place_id = ${placeId(2001)} AND name <> 'Астана'`);
    remove(`DELETE FROM place_names WHERE place_id = ${placeId(2211)}`);
    remove(`DELETE FROM place_parents WHERE place_id = ${placeId(2211)}`);
    remove('DELETE FROM places WHERE number = 2211');
    expect(await completeReference(systemActor)).toEqual(['places']);
    const named = (number: number) =>
      read().$count(
        placeNames,
        eq(placeNames.placeId, read().select({ id: places.id }).from(places).where(eq(places.number, number))),
      );
    expect(await named(2211)).toBe(3);
    const [astana] = await read().select().from(places).where(eq(places.number, 2001));
    expect(astana).toMatchObject({ latitude: 1, version: 2 });
    const left = await read()
      .selectDistinct({ name: placeNames.name })
      .from(placeNames)
      .where(eq(placeNames.placeId, astana?.id ?? ''));
    expect(left).toEqual([{ name: 'Астана' }]);
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
