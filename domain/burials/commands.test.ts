import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { burialPlaces } from '@/db/schema';
import { read } from '../database';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aBurialPlace, aManager, anAdministrator, aResearcher, type People } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { changeBurialPlace, enterBurialPlace, setCountryToday } from './commands';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const placeRow = async (id: string) =>
  (await read().select().from(burialPlaces).where(eq(burialPlaces.id, id)))[0] ?? expect.fail('no place');
const neuLewin = {
  reportedName: 'Бранденбург, д. Ной-Левин',
  reportedRegion: 'Бранденбург',
  reportedCountry: 'DE',
  presentNameKk: 'Нойлевин',
  presentNameRu: 'Нойлевин',
  presentNameEn: 'Neulewin',
};

describe('a burial place', () => {
  it('is entered as reported and as called today; its country today waits for a manager', async () => {
    const seq = await lastSeq();
    const position = { latitude: '52,7086', longitude: '14.25', coordinatePrecision: 'settlement', marked: 'on' };
    const { burialPlaceId } = await enterBurialPlace(people.researcher, { ...neuLewin, ...position });
    expect(await placeRow(burialPlaceId)).toMatchObject({
      reportedName: 'Бранденбург, д. Ной-Левин',
      reportedCountry: 'DE',
      presentName: { kk: 'Нойлевин', ru: 'Нойлевин', en: 'Neulewin' },
      countryToday: null,
      latitude: 52.7086,
      longitude: 14.25,
      marked: true,
      version: 1,
    });
    expect(await eventsAfter(seq)).toMatchObject([{ kind: 'burial-place.entered', subjectId: burialPlaceId }]);

    const country = { burialPlaceId, version: 1, countryToday: 'DE', regionOnly: false };
    expect(await refusalOf(setCountryToday(people.researcher, country))).toBe('access.denied');
    expect(await recordedBy(() => setCountryToday(people.manager, country))).toEqual(['burial-place.changed']);
    expect(await placeRow(burialPlaceId)).toMatchObject({ countryToday: 'DE', version: 2 });
  });

  it('has a whole position or none, with its precision, on this earth', async () => {
    const enter = (over: object) => refusedFields(enterBurialPlace(people.researcher, { ...neuLewin, ...over }));
    expect(await enter({ latitude: '52.7' })).toEqual({ longitude: 'burial-place.half-a-position' });
    expect(await enter({ longitude: '14.2' })).toEqual({ latitude: 'burial-place.half-a-position' });
    expect(await enter({ latitude: '52.7', longitude: '14.2' })).toEqual({ coordinatePrecision: 'input.choose' });
    for (const latitude of ['90.1', '-91', '52°42′', 'N52', '1e1'])
      expect(await enter({ latitude, longitude: '14.2', coordinatePrecision: 'site' })).toEqual({
        latitude: 'input.coordinate',
      });
  });

  it('takes former states only as reported, and only countries there are', async () => {
    const enter = (reportedCountry: string) =>
      refusalOf(enterBurialPlace(people.researcher, { ...neuLewin, reportedCountry }));
    expect([await enter('SU'), await enter('DD'), await enter('XX')]).toEqual([
      'accepted',
      'accepted',
      'input.invalid',
    ]);
    const burialPlaceId = await aBurialPlace(people, { countryToday: null });
    for (const countryToday of ['SU', 'CS', 'ru', ''])
      expect(
        await refusedFields(setCountryToday(people.manager, { burialPlaceId, version: 1, countryToday })),
      ).toHaveProperty('countryToday');
  });

  it('names what was changed; a stale page is refused and changes nothing', async () => {
    const burialPlaceId = await aBurialPlace(people, { countryToday: null });
    const change = (version: number, over: object) =>
      changeBurialPlace(people.researcher, { burialPlaceId, version, ...neuLewin, ...over });
    const seq = await lastSeq();
    await change(1, {});
    const [event] = await eventsAfter(seq);
    expect(event?.data.fields).toEqual(['reportedName', 'reportedRegion', 'reportedCountry', 'presentName']);
    expect(await refusalOf(change(1, { reportedName: 'Басқа' }))).toBe('case.stale');
    const racing = [change(2, { reportedRegion: 'А' }), change(2, { reportedRegion: 'Б' })].map(refusalOf);
    expect((await Promise.all(racing)).sort()).toEqual(['accepted', 'case.stale']);
    const unknown = { ...neuLewin, burialPlaceId: people.manager.staffId, version: 1 };
    expect(await refusalOf(changeBurialPlace(people.researcher, unknown))).toBe('burial-place.not-found');
    expect(await refusalOf(enterBurialPlace(await anAdministrator(), neuLewin))).toBe('access.denied');
  });
});
