/** What reaches the public map: nothing that is not published, and no grave that a looter could find. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { burialPlaces, burials } from '@/db/schema';
import { revokeConsent } from '@/domain/applications/commands';
import { changeBurialPlace } from '@/domain/burials/commands';
import { publishedPlaces } from '@/domain/burials/public-places';
import { read } from '@/domain/database';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { aCaseIn, type MadeCase } from '@/domain/testing/factories';
import { publicCountries, publicMapPoints } from './public-points';

let database: TestDatabase;
let made: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('burial-established');
});
afterEach(() => database.close());

async function putAt(position: object) {
  const [row] = await read()
    .select({ place: burialPlaces })
    .from(burials)
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(eq(burials.caseId, made.caseId));
  const place = row?.place ?? expect.fail('no place');
  await changeBurialPlace(made.manager, {
    ...{ burialPlaceId: place.id, version: place.version, reportedName: place.reportedName },
    ...{ reportedRegion: place.reportedRegion, reportedCountry: place.reportedCountry },
    ...{
      presentNameKk: place.presentName.kk,
      presentNameRu: place.presentName.ru,
      presentNameEn: place.presentName.en,
    },
    ...position,
  });
}
const points = async () => publicMapPoints('kk', await publishedPlaces());

it('has the exact point of a marked place, and of an unmarked one never', async () => {
  const exact = { latitude: '47.571234', longitude: '38.876543', coordinatePrecision: 'grave' };
  await putAt({ ...exact, marked: true });
  expect(await points()).toMatchObject([
    { latitude: 47.571234, longitude: 38.876543, approximate: false, soldiers: 1 },
  ]);
  await putAt(exact);
  expect(JSON.stringify(await points())).not.toMatch(/571234|876543/);
});

it('is empty when the family takes its consent back; the figures by country stay', async () => {
  await putAt({ latitude: '47.57', longitude: '38.87', coordinatePrecision: 'settlement' });
  const before = await publishedPlaces();
  expect(publicMapPoints('kk', before)).toHaveLength(1);
  expect(publicMapPoints('kk', before)).toBe(publicMapPoints('kk', before));
  const figures = [{ country: 'RU', count: 1 }];
  await revokeConsent(made.applicant, { applicationId: made.applicationId, kind: 'publication' });
  expect(await points()).toEqual([]);
  expect(publicCountries(await publishedPlaces(), figures)).toEqual([
    { country: 'RU', places: 0, soldiers: 0, applications: 1 },
  ]);
});
