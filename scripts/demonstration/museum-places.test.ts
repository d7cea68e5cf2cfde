import { describe, expect, it } from 'vitest';
import { isCountryReported, isCountryToday } from '@/domain/countries';
import { type MuseumPlace, museumPlaces } from './museum-places';

function applicationsBy(key: 'countryToday' | 'reportedCountry'): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const place of museumPlaces) sums[place[key]] = (sums[place[key]] ?? 0) + place.applications;
  return sums;
}

/** Roughly where each country lies: south, north, west, east. */
const bounds: Record<MuseumPlace['countryToday'], [number, number, number, number]> = {
  RU: [46, 64, 30, 50],
  HU: [45.7, 48.6, 16.1, 22.9],
  LV: [55.6, 58.1, 20.9, 28.3],
  DE: [47.2, 55.1, 5.8, 15.1],
  PL: [49, 54.9, 14.1, 24.2],
  BY: [51.2, 56.2, 23.1, 32.8],
};

describe('the museum’s 48 burials of January 2020', () => {
  it('by country today', () => {
    expect(applicationsBy('countryToday')).toEqual({ RU: 38, HU: 4, LV: 2, DE: 2, PL: 1, BY: 1 });
  });

  it('by country as reported', () => {
    expect(applicationsBy('reportedCountry')).toEqual({ SU: 41, HU: 4, DE: 2, PL: 1 });
  });

  it('hold every place the museum named', () => {
    const reported = museumPlaces.map(({ reportedName, reportedRegion }) => `${reportedRegion}: ${reportedName}`);
    for (const named of [
      'Ростовская обл.: Матвеево-Курганский р-н',
      'Орловская обл.',
      'Ульяновская обл.',
      'Карело-Финская ССР',
      ': Петровский р-н',
      'Мике-Перч, западная окраина',
      'Латвийская ССР: Карсаевский уезд',
      'Бранденбург: с. Ной-Левин, братская могила',
      'пос. Мазовецкий',
      'Полесская обл.',
    ]) {
      expect(
        reported.filter((text) => text.includes(named)),
        named,
      ).toHaveLength(1);
    }
  });

  it.each(museumPlaces.map((place) => [place.reportedName, place] as const))('%s is whole', (_, place) => {
    expect(isCountryToday(place.countryToday) && isCountryReported(place.reportedCountry)).toBe(true);
    expect(place.applications).toBeGreaterThan(0);
    for (const { kk, ru, en } of [place.presentName, place.regionToday]) {
      expect(`${kk}${ru}`).toMatch(/^[^a-z]{6,}$/i);
      expect(en).toMatch(/^[^а-я]{4,}$/i);
    }
    const { lat, lon, coordinatePrecision, precision } = place;
    if (lat === null || lon === null) {
      expect([lat, lon, coordinatePrecision, precision]).toEqual([null, null, null, 'region']);
      return;
    }
    const [south, north, west, east] = bounds[place.countryToday];
    expect(lat > south && lat < north && lon > west && lon < east).toBe(true);
    expect(coordinatePrecision).toBe(precision === 'region' ? 'region' : 'settlement');
  });
});
