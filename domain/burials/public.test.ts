/** What the public reads: only what every family of the case agreed to, nothing sensitive, no place a looter could use. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { burialPlaces, burials } from '@/db/schema';
import { addConsent, revokeConsent, withdrawApplication } from '../applications/commands';
import { joinCases } from '../cases/commands';
import { read } from '../database';
import { visitor } from '../permissions';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, anApplication, type MadeCase, makeMove } from '../testing/factories';
import { changeBurialPlace, setCountryToday } from './commands';
import { publicBurial, publicBurials } from './public';

let database: TestDatabase;
let made: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('burial-established');
});
afterEach(() => database.close());

const shown = async () => (await publicBurials(visitor, {})).rows;

async function place() {
  const [row] = await read()
    .select({ place: burialPlaces })
    .from(burials)
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(eq(burials.caseId, made.caseId));
  if (!row) throw new Error('No burial');
  return row.place;
}

describe('an entry of the register', () => {
  it('stands there when the family agreed, and is found by a part of the name', async () => {
    const [entry] = await shown();
    expect(entry?.surname).toBe('Сәрсенов');
    expect((await publicBurials(visitor, { text: 'сарсен' })).total).toBe(1);
    expect((await publicBurials(visitor, { text: 'другой' })).total).toBe(0);
    expect((await publicBurial(visitor, { burialId: entry?.burialId })).surname).toBe('Сәрсенов');
  });

  it('is found in any spelling of the name and by any name of the place, and by nobody else’s', async () => {
    const total = async (asked: object) => (await publicBurials(visitor, asked)).total;
    for (const text of ['Sarsenov', 'Сарсенов Ергали', 'ерғали сәрсенұлы', 'Сэрсенов'])
      expect(await total({ text }), text).toBe(1);
    for (const place of ['Осинка', 'орловская', 'Osinka', 'Ресей']) expect(await total({ place }), place).toBe(1);
    for (const asked of [{ text: 'Тараненко' }, { place: 'Дебрецен' }, { country: 'HU' }, { region: 'Нигде' }])
      expect(await total(asked), JSON.stringify(asked)).toBe(0);
    expect(await total({ text: 'сарсенов', country: 'RU' })).toBe(1);
  });

  it('stands there only after the family heard it in the way it asked for', async () => {
    const other = await aCaseIn('burial-established', { answers: { surname: 'Қожахметов', tellFirst: 'letter' } });
    const names = async () => (await shown()).map(({ surname }) => surname);
    expect(await names()).toEqual(['Сәрсенов']);
    await makeMove(other, 'family-informed');
    expect(await names()).toContain('Қожахметов');
  });

  it('is gone at once when the consent is taken back, and looks like one that never was', async () => {
    const [entry] = await shown();
    await revokeConsent(made.applicant, { applicationId: made.applicationId, kind: 'publication' });
    expect(await shown()).toEqual([]);
    await expect(publicBurial(visitor, { burialId: entry?.burialId })).rejects.toMatchObject({
      code: 'burial.not-found',
    });
    await addConsent(made.applicant, { applicationId: made.applicationId, kind: 'publication', how: 'web' });
    expect(await shown()).toHaveLength(1);
  });

  it('is gone when the only application is withdrawn', async () => {
    await withdrawApplication(made.applicant, { applicationId: made.applicationId, reason: '' });
    expect(await shown()).toEqual([]);
  });

  it('is gone while one relative of a joined case does not agree', async () => {
    const other = await anApplication({ 'consent-publication': '' });
    await joinCases(made.manager, {
      ...(await pageOf(other.caseId)),
      intoId: made.caseId,
      reason: 'Бір адам.',
    });
    expect(await shown()).toEqual([]);
    await addConsent(other.applicant, { applicationId: other.applicationId, kind: 'publication', how: 'web' });
    expect(await shown()).toHaveLength(1);
  });

  it('carries nothing but its own columns', async () => {
    const [entry] = await shown();
    expect(Object.keys(entry ?? {}).sort()).toEqual(
      'birth burialId countryToday fate fateDate givenName kind memoryPageId patronymic point precision presentName regionToday reportedCountry reportedName reportedRegion surname visit'.split(
        ' ',
      ),
    );
  });

  it('shows the exact point only of a marked, tended place', async () => {
    const { id, version, presentName, regionToday, reportedName, reportedRegion, reportedCountry } = await place();
    const columns = {
      reportedName,
      reportedRegion,
      reportedCountry,
      presentNameKk: presentName.kk,
      presentNameRu: presentName.ru,
      presentNameEn: presentName.en,
      regionTodayKk: regionToday.kk,
      regionTodayRu: regionToday.ru,
      regionTodayEn: regionToday.en,
      latitude: '47,57',
      longitude: '38,87',
      coordinatePrecision: 'site',
    };
    await changeBurialPlace(made.manager, { burialPlaceId: id, version, ...columns });
    expect((await shown())[0]?.point).toMatchObject({ approximate: true });
    expect(JSON.stringify(await shown())).not.toMatch(/47\.57|38\.87/);
    await changeBurialPlace(made.manager, { burialPlaceId: id, version: version + 1, ...columns, marked: true });
    expect((await shown())[0]?.point).toEqual({ latitude: 47.57, longitude: 38.87, approximate: false });
  });

  it('shows a disputed place by its region alone', async () => {
    const { id, version } = await place();
    await setCountryToday(made.manager, { burialPlaceId: id, version, countryToday: 'UA', regionOnly: true });
    const [entry] = await shown();
    expect([entry?.countryToday, entry?.presentName, entry?.reportedName, entry?.visit.ru]).toEqual([
      null,
      null,
      '',
      '',
    ]);
    expect((await publicBurials(visitor, { country: 'UA' })).total).toBe(0);
  });
});
