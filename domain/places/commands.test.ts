import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstOwnNumber, places as referencePlaces } from '@/db/reference-data/places';
import { places } from '@/db/schema';
import { read } from '../database';
import type { StaffActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, anAdministrator, aResearcher } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf, refusedFields } from '../testing/outcome';
import { changePlace, enterPlace } from './commands';
import { Gazetteer } from './gazetteer';
import { gazetteerLines, placeList, placePage } from './queries';
import { referencePlaceId } from './reference';

let database: TestDatabase;
let researcher: StaffActor;
beforeAll(async () => {
  database = await openTestDatabase();
  researcher = await aResearcher();
});
afterAll(() => database.close());

const village = {
  kind: 'settlement',
  country: 'KZ',
  namesKk: 'Қазаншұңқыр',
  namesRu: 'Казаншункур –1961\nДружба 1961–1993',
  parents: '1301 1940–\nСемипалатинская область 1939–1997',
  latitude: '49,1',
  longitude: '79.5',
  source: 'Атлас 1936 г.',
};

describe('a place', () => {
  it('is entered with names by language and years, and read by every one of them', async () => {
    const seq = await lastSeq();
    const { placeId } = await enterPlace(researcher, village);
    expect(await eventsAfter(seq)).toMatchObject([{ kind: 'place.entered', subjectId: placeId, data: { placeId } }]);
    const { place, parents } = await placePage(researcher, { placeId });
    expect(place).toMatchObject({
      country: 'KZ',
      latitude: 49.1,
      longitude: 79.5,
      source: 'Атлас 1936 г.',
      version: 1,
    });
    expect(place.number).toBeGreaterThanOrEqual(firstOwnNumber);
    expect(place.names).toEqual([
      { name: 'Қазаншұңқыр', language: 'kk', from: null, to: null },
      { name: 'Казаншункур', language: 'ru', from: null, to: 1961 },
      { name: 'Дружба', language: 'ru', from: 1961, to: 1993 },
    ]);
    expect(parents.map((one) => [one.place.number, one.from, one.to])).toEqual([
      [1301, 1940, null],
      [113, 1939, 1997],
    ]);
    const gazetteer = new Gazetteer(await gazetteerLines());
    for (const written of ['Абайский р-н, с. Казаншункур', 'Абай ауданы, Қазаншұңқыр', 'Абайский р-н, с. Дружба'])
      expect(gazetteer.read(written).settlement, written).toBe(`#${place.number}`);
  });

  it('is changed by whoever has seen its last version; its number stays', async () => {
    const { placeId } = await enterPlace(researcher, village);
    const before = await placePage(researcher, { placeId });
    const seq = await lastSeq();
    const next = { ...village, placeId, version: 1 };
    await changePlace(researcher, { ...next, namesKk: 'Қазаншұңқыр 1930–', latitude: '', longitude: '' });
    expect(await eventsAfter(seq)).toMatchObject([
      { kind: 'place.changed', data: { placeId, fields: ['latitude', 'longitude', 'names'] } },
    ]);
    const after = await placePage(researcher, { placeId });
    expect(after.place).toMatchObject({ number: before.place.number, latitude: null, version: 2 });
    expect(after.place.names[0]).toEqual({ name: 'Қазаншұңқыр', language: 'kk', from: 1930, to: null });
    expect(after.parents.map((one) => one.place.number)).toEqual([1301, 113]);
    expect(await refusalOf(changePlace(researcher, next))).toBe('case.stale');
    const same = { ...next, version: 2, namesKk: 'Қазаншұңқыр 1930–', latitude: '', longitude: '' };
    expect(await refusalOf(changePlace(researcher, same))).toBe('case.nothing-changed');
  });

  it('needs a name, years in order, and a place to lie in that is there and larger', async () => {
    const enter = (over: object) => refusedFields(enterPlace(researcher, { ...village, ...over }));
    expect(await enter({ namesKk: ' ', namesRu: '' })).toEqual({ namesKk: 'place.name-needed' });
    expect(await enter({ namesEn: 'Kazan 1961–1930' })).toEqual({ namesEn: 'place.bad-years' });
    expect(await enter({ namesOther: 'А\n'.repeat(61) })).toEqual({ namesOther: 'place.too-many' });
    expect(await enter({ parents: 'Нигдейская область' })).toEqual({ parents: 'place.unknown-parent' });
    expect(await enter({ parents: '99999' })).toEqual({ parents: 'place.unknown-parent' });
    expect(await enter({ kind: 'region', parents: 'Каркаралинский район' })).toEqual({
      parents: 'place.unknown-parent',
    });
    expect(await enter({ parents: 'Ленинский район' })).toEqual({ parents: 'place.several-parents' });
    expect(await enter({ longitude: '' })).toEqual({ longitude: 'burial-place.half-a-position' });
    expect(await enter({ country: 'SU' })).toEqual({ country: 'input.choose' });
  });

  it('does not lie in itself, nor in what lies in it', async () => {
    const { placeId } = await enterPlace(researcher, { ...village, parents: '' });
    const [own] = await read().select().from(places).where(eq(places.id, placeId));
    const { placeId: inner } = await enterPlace(researcher, { ...village, parents: String(own?.number) });
    const [below] = await read().select().from(places).where(eq(places.id, inner));
    const change = (parents: string) =>
      refusedFields(changePlace(researcher, { ...village, placeId, version: 1, parents }));
    expect(await change(String(own?.number))).toEqual({ parents: 'place.own-parent' });
    expect(await change(String(below?.number))).toEqual({ parents: 'place.own-parent' });
  });

  it('is written by researchers and managers, read by administrators too', async () => {
    const administrator = await anAdministrator();
    expect(await refusalOf(enterPlace(administrator, village))).toBe('access.denied');
    await enterPlace(await aManager(), village);
    expect((await placeList(administrator, {})).total).toBeGreaterThan(referencePlaces.length);
    expect(await refusalOf(placeList({ role: 'visitor' }, {}))).toBe('access.sign-in');
  });
});

describe('the list of places', () => {
  const first = async (text: string, kind = '') => (await placeList(researcher, { text, kind })).rows[0]?.place.number;

  it('finds a place by any of its names, in any script, also by ear', async () => {
    for (const text of ['Целиноград', 'Нұр-Сұлтан', 'Akmolinsk', 'целенаград', 'Нур-Султан қаласы'])
      expect(await first(text), text).toBe(2001);
    expect(await first('Каркаралинский район', 'district')).toBe(1364);
    expect((await placeList(researcher, { text: 'ъъъ' })).total).toBe(0);
  });

  it('shows a kind, page by page, in the order of numbers', async () => {
    const regions = await placeList(researcher, { kind: 'region', limit: 10, offset: 5 });
    expect(regions.total).toBe(referencePlaces.filter((place) => place.kind === 'region').length);
    expect(regions.rows.map(({ place }) => place.number)).toEqual([106, 107, 108, 109, 110, 111, 112, 113, 114, 115]);
    expect(regions.rows[0]?.parents.map(({ place }) => place.number)).toEqual([1]);
  });

  it('tells what lies in a place', async () => {
    const { within } = await placePage(researcher, { placeId: referencePlaceId(1364) });
    expect(within.map(({ place }) => place.number)).toEqual(expect.arrayContaining([2192, 2211]));
    expect(await refusalOf(placePage(researcher, { placeId: referencePlaceId(99_999) }))).toBe('place.not-found');
  });
});
