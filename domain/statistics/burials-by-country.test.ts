import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withdrawApplication } from '../applications/commands';
import { joinCases, openFoundCase, partCase } from '../cases/commands';
import { atMoment } from '../clock';
import type { Actor } from '../permissions';
import { aBurialPlace, arrange, edit, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import {
  aCaseIn,
  aManager,
  anApplication,
  aResearcher,
  type MadeCase,
  makeMove,
  moveBy,
  type People,
} from '../testing/factories';
import { startOfDay } from '../working-days';
import { burialsByCountry } from './burials-by-country';

let database: TestDatabase;
let people: People;
beforeEach(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterEach(() => database.close());

const visitor: Actor = { role: 'visitor' };
/** Nine in the morning of a day of January 2020. */
const on = <T>(day: number, work: () => T): T =>
  atMoment(startOfDay(`2020-01-${String(day).padStart(2, '0')}`) + 9 * 3600_000, work);
const figures = (day: number, asReported = false) =>
  burialsByCountry(visitor, { at: `2020-01-${String(day).padStart(2, '0')}`, asReported });

/** A case whose burial is confirmed on a day, there and of that kind. */
async function buried(
  day: number,
  where: { countryToday: string; reportedCountry: string },
  burialKind = 'primary',
): Promise<MadeCase> {
  const hand = await on(day - 1, () => aCaseIn('under-review', { people }));
  const burialPlaceId = await aBurialPlace(people, where);
  await edit(hand, { burialPlaceId, burialKind, burialPrecision: 'settlement' });
  await on(day, () => moveBy.confirm(hand, 'burial-established', ''));
  return hand;
}
const inRussia = { countryToday: 'RU', reportedCountry: 'SU' };
const inLatvia = { countryToday: 'LV', reportedCountry: 'SU' };
const inHungary = { countryToday: 'HU', reportedCountry: 'HU' };

describe('burials by country', () => {
  it('counts applications with a primary burial, by country today and as reported, most first', async () => {
    for (const where of [inLatvia, inRussia, inHungary, inRussia]) await buried(10, where);
    await buried(10, inHungary, 'reburial');
    await buried(10, inHungary, 'unknown');
    await on(10, () => aCaseIn('fate-established', { people }));
    expect(await figures(10)).toEqual({
      at: '2020-01-10',
      asReported: false,
      applications: 7,
      established: 4,
      soldiers: 4,
      countries: [
        { country: 'RU', count: 2 },
        { country: 'HU', count: 1 },
        { country: 'LV', count: 1 },
      ],
    });
    expect((await figures(10, true)).countries).toEqual([
      { country: 'SU', count: 3 },
      { country: 'HU', count: 1 },
    ]);
  });

  it('describes the end of a day as it was', async () => {
    await buried(10, inRussia);
    expect(await figures(8)).toMatchObject({ applications: 0, established: 0, soldiers: 0, countries: [] });
    expect(await figures(9)).toMatchObject({ applications: 1, established: 0, soldiers: 0 });
    expect(await figures(10)).toMatchObject({ applications: 1, established: 1, soldiers: 1 });
  });

  it('counts an ended burial until the day it ended, and its successor from then on', async () => {
    const hand = await buried(10, inRussia);
    await on(15, async () => {
      await makeMove(hand, 'under-review');
      await edit(hand, {
        burialPlaceId: await aBurialPlace(people, inLatvia),
        burialKind: 'primary',
        burialPrecision: 'site',
      });
      await moveBy.confirm(hand, 'burial-established', '');
    });
    expect((await figures(14)).countries).toEqual([{ country: 'RU', count: 1 }]);
    expect((await figures(15)).countries).toEqual([{ country: 'LV', count: 1 }]);
    await on(20, async () => {
      await makeMove(hand, 'under-review');
      await arrange['fate-confirmed'](hand);
      await moveBy.confirm(hand, 'fate-established', '');
    });
    expect(await figures(20)).toMatchObject({ applications: 1, established: 0, soldiers: 0, countries: [] });
  });

  it('counts the application of a joined case where it was joined to, while it is joined', async () => {
    const leading = await buried(10, inRussia);
    const joined = await on(11, () => aCaseIn('searching', { people }));
    const reason = 'Бір адам.';
    await on(12, async () =>
      joinCases(people.researcher, { ...(await pageOf(joined.caseId)), intoId: leading.caseId, reason }),
    );
    await on(14, async () => partCase(people.researcher, { ...(await pageOf(joined.caseId)), reason }));
    expect(await figures(11)).toMatchObject({ applications: 2, established: 1, soldiers: 1 });
    expect(await figures(13)).toMatchObject({
      applications: 2,
      established: 2,
      soldiers: 1,
      countries: [{ country: 'RU', count: 2 }],
    });
    expect(await figures(14)).toMatchObject({ applications: 2, established: 1, soldiers: 1 });
  });

  it('counts what was received, also when it was withdrawn since', async () => {
    const hand = await buried(10, inRussia);
    const other = await on(10, () => anApplication());
    await on(12, () => withdrawApplication(hand.applicant, { applicationId: hand.applicationId }));
    await on(12, () => withdrawApplication(other.applicant, { applicationId: other.applicationId }));
    expect(await figures(13)).toMatchObject({ applications: 2, established: 1, soldiers: 1 });
  });

  it('counts a found soldier without an application as a soldier alone', async () => {
    const { caseId } = await on(8, () => openFoundCase(people.researcher, { origin: 'find', surname: 'Ахметов' }));
    const hand = { caseId, ...people };
    await on(9, async () => {
      for (const status of ['checking', 'searching', 'under-review', 'burial-established'] as const)
        await makeMove(hand, status);
    });
    expect(await figures(9)).toMatchObject({ applications: 0, established: 0, soldiers: 1, countries: [] });
  });

  it('sums its countries to the established ones, a place without a country today among them', async () => {
    await buried(10, inRussia);
    const hand = await on(9, () => aCaseIn('under-review', { people }));
    const burialPlaceId = await aBurialPlace(people, { countryToday: null, reportedCountry: 'SU' });
    // Known to its country alone it is no burial to tell, but a primary burial all the same.
    await edit(hand, { burialPlaceId, burialKind: 'primary', burialPrecision: 'country' });
    await on(10, () => moveBy.confirm(hand, 'fate-established', ''));
    const { countries, established } = await figures(10);
    expect(countries).toEqual([
      { country: 'RU', count: 1 },
      { country: 'ZZ', count: 1 },
    ]);
    expect(established).toBe(2);
  });
});
