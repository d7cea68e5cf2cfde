/** The second computation of where they lie. */
import type { Applied, StatisticKey, StatisticRow } from '../../statistics/catalogue';
import { leadsAt, type Rows, stands, tally } from './rows';
import { type Compute, endOf, ratio, startOf, sums } from './second-parts';

/** The burial that counts of each case that leads, with the applications received that count for it. */
export function soldiersOf(rows: Rows, params: Applied) {
  const end = endOf(params);
  const lead = leadsAt(rows, end);
  const families = tally(
    rows.applications.filter((one) => one.receivedAt <= end),
    (one) => lead(one.caseId),
  );
  const found = [];
  for (const [caseId, all] of tally(rows.burials, (one) => one.caseId)) {
    if (lead(caseId) !== caseId) continue;
    const inForce = all.filter((one) => stands(one.establishedAt, one.endedAt, end));
    const ofKind = params.kind === 'primary' ? inForce.filter((one) => one.kind === 'primary') : inForce;
    const reburials = ofKind.filter((one) => one.kind === 'reburial');
    const among = params.kind === 'current' && reburials.length > 0 ? reburials : ofKind;
    const [burial] = among.sort((a, b) => b.establishedAt - a.establishedAt || (a.id < b.id ? 1 : -1));
    const place = rows.places.find((one) => one.id === burial?.burialPlaceId);
    if (!burial || !place || burial.establishedAt < startOf(params)) continue;
    const country = params.basis === 'reported' ? place.reportedCountry : (place.countryToday ?? 'ZZ');
    const { ru, kk, en } = place.regionToday;
    const region = params.basis === 'reported' ? place.reportedRegion : [ru, kk, en].find((name) => name.trim()) || '';
    found.push({ caseId, place: place.id, country, region: region.trim(), applications: families.get(caseId) ?? [] });
  }
  return found;
}

type Soldier = ReturnType<typeof soldiersOf>[number];

function byDimensions(soldiers: readonly Soldier[], dimensions: (one: Soldier) => StatisticRow) {
  return [...tally(soldiers, (one) => JSON.stringify(dimensions(one)))].map(([key, group]) => ({
    ...(JSON.parse(key) as StatisticRow),
    applications: group.reduce((sum, one) => sum + one.applications.length, 0),
    soldiers: group.length,
    withoutApplication: group.filter((one) => one.applications.length === 0).length,
  }));
}

/** Of applications, with shares; rows nobody applied for left out. */
const shared = (groups: ReturnType<typeof byDimensions>) => {
  const all = groups.reduce((sum, row) => sum + row.applications, 0);
  return groups
    .filter((row) => row.applications > 0)
    .map(({ soldiers: _, withoutApplication: __, ...row }) => ({ ...row, share: row.applications / all }));
};

export const where: Pick<
  Record<StatisticKey, Compute>,
  'burials-by-country' | 'burials-by-region' | 'burials-by-place' | 'burials-by-certainty' | 'soldiers-by-country'
> = {
  'burials-by-country': (rows, params) => {
    const groups = byDimensions(soldiersOf(rows, params), ({ country }) => ({ country }));
    const received = rows.applications.filter((one) => one.receivedAt <= endOf(params)).length;
    const { applications = 0, soldiers = 0 } = sums(groups, 'applications', 'soldiers');
    return {
      rows: shared(groups),
      totals: { applications, soldiers, received, establishedShare: ratio(applications, received) },
    };
  },
  'burials-by-region': (rows, params) => {
    const groups = byDimensions(soldiersOf(rows, params), ({ country, region }) => ({ country, region }));
    return { rows: shared(groups), totals: sums(groups, 'applications', 'soldiers') };
  },
  'burials-by-place': (rows, params) => {
    const groups = byDimensions(soldiersOf(rows, params), ({ place, country }) => ({ burialPlace: place, country }));
    return {
      rows: groups.map(({ withoutApplication: _, ...row }) => row),
      totals: sums(groups, 'applications', 'soldiers'),
    };
  },
  'soldiers-by-country': (rows, params) => {
    const groups = byDimensions(soldiersOf(rows, params), ({ country }) => ({ country }));
    const totals = sums(groups, 'soldiers', 'withoutApplication');
    return {
      rows: groups.map(({ applications: _, ...row }) => ({ ...row, share: ratio(row.soldiers, totals.soldiers ?? 0) })),
      totals,
    };
  },
  'burials-by-certainty': (rows, params) => {
    const end = endOf(params);
    const lead = leadsAt(rows, end);
    const standing = rows.burials.filter(
      (one) =>
        stands(one.establishedAt, one.endedAt, end) &&
        one.establishedAt >= startOf(params) &&
        lead(one.caseId) === one.caseId,
    );
    const table = ['grave', 'site', 'settlement', 'region', 'country'].map((certainty) => {
      const own = standing.filter((one) => one.precision === certainty);
      const of = (kind: string) => own.filter((one) => one.kind === kind).length;
      return {
        certainty,
        primary: of('primary'),
        reburial: of('reburial'),
        unknown: of('unknown'),
        burials: own.length,
      };
    });
    return { rows: table, totals: sums(table, 'primary', 'reburial', 'unknown', 'burials') };
  },
};
