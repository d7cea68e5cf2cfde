/** Burials for a register of measuring: each case whose burial is established lies in a place of its own. */
import { burialPlaces, burials, type conclusions } from '@/db/schema';
import { theStore } from '@/domain/database';
import { idOf } from '../desk/one-case';
import { rowWriter, together } from '../desk/rows';
import { Chance, Draw } from '../names/chance';

type Conclusion = typeof conclusions.$inferSelect;

/** Country today and as reported, weight, and the land the places are scattered over: west, south, east, north in degrees. */
const lands = [
  ['RU', 'SU', 38, [30, 47, 44, 60]],
  ['UA', 'SU', 12, [25, 47, 39, 51]],
  ['BY', 'SU', 8, [24, 52, 31, 55]],
  ['LV', 'SU', 4, [22, 56, 28, 57]],
  ['EE', 'SU', 2, [24, 58, 27, 59]],
  ['LT', 'SU', 2, [22, 54, 26, 56]],
  ['PL', 'PL', 8, [15, 50, 23, 54]],
  ['DE', 'DE', 7, [11, 51, 14, 54]],
  ['HU', 'HU', 5, [17, 46, 22, 48]],
  ['RO', 'RO', 3, [22, 44, 28, 47]],
  ['CZ', 'CS', 2, [13, 49, 18, 50]],
  ['SK', 'CS', 2, [18, 48, 22, 49]],
  ['AT', 'DE', 2, [14, 47, 17, 48]],
  ['BG', 'BG', 1, [23, 42, 27, 43]],
  ['RS', 'YU', 1, [19, 43, 22, 45]],
  ['NO', 'NO', 1, [10, 60, 28, 70]],
] as const;
const land = new Draw(lands.map((one) => [one, one[2]] as const));

/** Regions a country is divided into. */
const regionsEach = 12;

/**
 * Gives the first cases that reached an established burial one each, dated by the event, in as many places.
 * @returns how many there are
 */
export function fillBurials(count: number): number {
  const { writer } = theStore().engine;
  const found = writer
    .prepare(
      `SELECT s.case_id AS caseId, min(s.from_at) AS at, c.id AS conclusionId, c.decided_by AS by
       FROM case_spells s JOIN conclusions c ON c.case_id = s.case_id AND c.state = 'confirmed'
       WHERE s.status = 'burial-established' GROUP BY s.case_id ORDER BY s.case_id LIMIT ?`,
    )
    .all(count) as { caseId: string; at: number; conclusionId: string; by: string }[];
  const write = { places: rowWriter(burialPlaces), burials: rowWriter(burials) };
  const state = writer.prepare(
    'UPDATE conclusions SET burial_place_id = ?, burial_kind = ?, burial_precision = ?, decided_at = ? WHERE id = ?',
  );
  together(() => {
    for (const [n, { caseId, at, conclusionId, by }] of found.entries()) {
      const chance = new Chance().begin(1942, n);
      const place = placeOf(n, chance, by);
      const kind = chance.is(0.85) ? 'primary' : chance.is(0.7) ? 'reburial' : 'unknown';
      const precision: Conclusion['burialPrecision'] = chance.pick([
        'region',
        'settlement',
        'settlement',
        'site',
        'grave',
      ]);
      write.places(place);
      state.run(place.id, kind, precision, at, conclusionId);
      write.burials({
        id: idOf('burial', n),
        ...{ caseId, conclusionId, burialPlaceId: place.id, kind, precision },
        establishedAt: at,
      });
    }
  });
  return found.length;
}

function placeOf(n: number, chance: Chance, enteredBy: string): typeof burialPlaces.$inferInsert {
  const [countryToday, reportedCountry, , [west, south, east, north]] = land.by(chance);
  const region = chance.int(1, regionsEach);
  const named = (kk: string, ru: string, en: string, number: number) => ({
    kk: `${kk} ${countryToday}-${number}`,
    ru: `${ru} ${countryToday}-${number}`,
    en: `${en} ${countryToday}-${number}`,
  });
  return {
    id: idOf('burial-place', n),
    reportedName: `д. Осинка ${n}`,
    reportedRegion: `${reportedCountry}-${region}`,
    reportedCountry,
    presentName: named('ауыл', 'деревня', 'village', n),
    regionToday: named('облыс', 'область', 'region', region),
    countryToday,
    latitude: south + chance.next() * (north - south),
    longitude: west + chance.next() * (east - west),
    coordinatePrecision: chance.is(0.5) ? 'settlement' : 'site',
    marked: chance.is(0.4),
    regionOnly: false,
    visit: { kk: '', ru: '', en: '' },
    version: 1,
    enteredBy,
  };
}
