/** Where they lie: one burial a case, counted by the place it is at; countries and regions are sums over places. */
import { type SQL, sql } from 'drizzle-orm';
import { read } from '../../database';
import { startOfDay } from '../../working-days';
import type { Applied, StatisticRow } from '../catalogue';
import { untilNextEvent } from '../kept-figures';
import { keptPlaces, type PlaceFacts } from '../value-names';
import { type Computed, type Entry, joinedAt, listed, shareOf, sumOf, totalsOf, until } from './entry';

type AtPlace = {
  burialPlaceId: string;
  /** Applications received by the day that count for the soldiers who lie there. */
  applications: number;
  soldiers: number;
  /** Soldiers nobody has applied for. */
  withoutApplication: number;
};

const firstRank = { primary: sql`0`, current: sql`kind <> 'reburial'`, any: sql`0` };

/**
 * `with` clauses of the burials that count at the end of `at`: in force, of a case that is not joined to another then, one a case.
 * `members`: with the cases whose applications count for each.
 */
function counted(params: Applied): SQL {
  const moment = until(params);
  const kind = params.kind ?? 'primary';
  return sql`${joinedAt(moment)},
  standing as (
    select case_id, burial_place_id, established_at,
      row_number() over (partition by case_id order by ${firstRank[kind]}, established_at desc, id desc) as nth
    from burials
    where established_at <= ${moment} and (ended_at is null or ended_at > ${moment})
      and ${kind === 'primary' ? sql`kind = 'primary'` : sql`1`} and case_id not in (select case_id from joined)),
  chosen as materialized (
    select case_id, burial_place_id from standing
    where nth = 1 and ${params.from ? sql`established_at >= ${startOfDay(params.from)}` : sql`1`}),
  members as (
    select case_id, burial_place_id, case_id as member from chosen
    union all
    select c.case_id, c.burial_place_id, j.case_id from joined j join chosen c on c.case_id = j.into_id)`;
}

const byPlace = (params: Applied): Promise<AtPlace[]> =>
  untilNextEvent(`burials ${params.at} ${params.from ?? ''} ${params.kind}`, () =>
    read()
      .select({
        burialPlaceId: sql<string>`burial_place_id`,
        applications: sql<number>`applications`,
        soldiers: sql<number>`soldiers`,
        withoutApplication: sql<number>`without`,
      })
      .from(sql`(with ${counted(params)},
        each_case as (
          select m.case_id, m.burial_place_id, count(a.case_id) as applications
          from members m left join applications a on a.case_id = m.member and a.received_at <= ${until(params)}
          group by m.case_id, m.burial_place_id)
        select burial_place_id, sum(applications) as applications, count(*) as soldiers,
          sum(applications = 0) as without
        from each_case group by burial_place_id)`),
  );

/** Countries and regions of a place, by the basis asked for. */
type Group = (place: PlaceFacts) => StatisticRow;
const countryOf =
  ({ basis }: Applied): Group =>
  (place) => ({ country: basis === 'reported' ? place.reportedCountry : (place.countryToday ?? 'ZZ') });
const regionOf =
  (params: Applied): Group =>
  (place) => ({
    ...countryOf(params)(place),
    region: params.basis === 'reported' ? place.reportedRegion : place.regionKey,
  });

async function grouped(params: Applied, group: Group): Promise<StatisticRow[]> {
  const places = await keptPlaces();
  const rows = new Map<string, StatisticRow>();
  for (const { burialPlaceId, ...counts } of await byPlace(params)) {
    const place = places.get(burialPlaceId);
    if (!place) throw new Error('A burial without its place');
    const dimensions = group(place);
    const key = JSON.stringify(dimensions);
    const row = rows.get(key) ?? { ...dimensions, applications: 0, soldiers: 0, withoutApplication: 0 };
    for (const [column, count] of Object.entries(counts)) row[column] = Number(row[column]) + count;
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** Most first, then by the values of the dimensions. */
function sorted(rows: StatisticRow[], column: string): StatisticRow[] {
  const name = (row: StatisticRow) => Object.values(row).filter((value) => typeof value === 'string');
  return rows.sort(
    (a, b) => Number(b[column]) - Number(a[column]) || (name(a).join('\u0001') < name(b).join('\u0001') ? -1 : 1),
  );
}

/** The rows in which somebody has applied, with the share each has of them all. */
function ofApplications(rows: StatisticRow[]): StatisticRow[] {
  const all = sumOf(rows, (row) => Number(row.applications));
  return sorted(
    rows.filter((row) => Number(row.applications) > 0),
    'applications',
  ).map(({ soldiers: _, withoutApplication: __, ...row }) => ({
    ...row,
    share: shareOf(Number(row.applications), all),
  }));
}

async function receivedBy(moment: number): Promise<number> {
  const [row] = await read()
    .select({ total: sql<number>`total` })
    .from(sql`(select count(*) as total from applications where received_at <= ${moment})`);
  return row?.total ?? 0;
}

async function byCountry(params: Applied): Promise<Computed> {
  const rows = await grouped(params, countryOf(params));
  const applications = sumOf(rows, (row) => Number(row.applications));
  const received = await receivedBy(until(params));
  const soldiers = sumOf(rows, (row) => Number(row.soldiers));
  const establishedShare = shareOf(applications, received);
  return { rows: ofApplications(rows), totals: { applications, received, establishedShare, soldiers } };
}

async function byRegion(params: Applied): Promise<Computed> {
  const rows = await grouped(params, regionOf(params));
  return { rows: ofApplications(rows), totals: totalsOf(rows, ['applications', 'soldiers']) };
}

async function bySinglePlace(params: Applied): Promise<Computed> {
  const rows = await grouped(params, (place) => ({ burialPlace: place.id, ...countryOf(params)(place) }));
  const totals = totalsOf(rows, ['applications', 'soldiers']);
  return { rows: sorted(rows, 'applications').map(({ withoutApplication: _, ...row }) => row), totals };
}

async function soldiersByCountry(params: Applied): Promise<Computed> {
  const rows = await grouped(params, countryOf(params));
  const totals = totalsOf(rows, ['soldiers', 'withoutApplication']);
  return {
    rows: sorted(rows, 'soldiers').map(({ applications: _, ...row }) => ({
      ...row,
      share: shareOf(Number(row.soldiers), totals.soldiers ?? 0),
    })),
    totals,
  };
}

/** @param applied only those somebody has applied for */
const casesIn =
  (group: (params: Applied) => Group, applied: boolean): Entry['cases'] =>
  async (params, row, column) => {
    const of = group(params);
    const fits = [...(await keptPlaces()).values()].filter((place) =>
      Object.entries(of(place)).every(([key, value]) => row[key] === undefined || row[key] === value),
    );
    const hasApplication = sql`exists (select 1 from applications a
      where a.case_id = m.member and a.received_at <= ${until(params)})`;
    const having =
      column === 'withoutApplication'
        ? sql`max(${hasApplication}) = 0`
        : applied && column !== 'soldiers'
          ? sql`max(${hasApplication}) = 1`
          : sql`1`;
    return sql`with ${counted(params)}
      select m.case_id from members m where m.burial_place_id in ${listed(fits.map((place) => place.id))}
      group by m.case_id having ${having}`;
  };

export const burialEntries = {
  'burials-by-country': { compute: byCountry, cases: casesIn(countryOf, true) },
  'burials-by-region': { compute: byRegion, cases: casesIn(regionOf, true) },
  'burials-by-place': {
    compute: bySinglePlace,
    cases: casesIn(() => (place) => ({ burialPlace: place.id }), false),
  },
  'soldiers-by-country': { compute: soldiersByCountry, cases: casesIn(countryOf, false) },
} satisfies Record<string, Entry>;

/** `with` clauses as above, for what else rests on the burials that count. */
export const countedBurials = counted;
