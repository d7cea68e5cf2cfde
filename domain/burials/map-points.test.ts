/** The staff's map: every place with who lies there on a day, for staff alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visitor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aBurialPlace, aCaseIn, aManager, anAdministrator, aResearcher } from '../testing/factories';
import { refusalOf } from '../testing/outcome';
import { burialMap } from './map-points';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('holds every place, and on a day before only those in which somebody lay', async () => {
  const people = { researcher: await aResearcher(), manager: await aManager() };
  const empty = await aBurialPlace(people);
  const made = await aCaseIn('burial-established');
  const { places, at } = await burialMap(made.manager, {});
  expect(places.find(({ burialPlaceId }) => burialPlaceId === empty)).toMatchObject({ soldiers: 0 });
  expect(places.reduce((sum, { soldiers }) => sum + soldiers, 0)).toBe(1);
  expect(places[0]?.soldiers).toBe(1);
  expect((await burialMap(made.manager, { at: '1950-01-01' })).places).toEqual([]);
  expect((await burialMap(made.manager, { at: '2190-01-01' })).at).toBe(at);
  // The same list until something happens: what is made of it (the clusters) is kept as long.
  expect((await burialMap(made.researcher, {})).places).toBe((await burialMap(made.manager, {})).places);
});

it('is for those who read burial places', async () => {
  expect(await refusalOf(burialMap(visitor, {}))).toBe('access.sign-in');
  expect(await refusalOf(burialMap(await anAdministrator(), {}))).toBe('access.denied');
});
