import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import type { MappedPlace } from '@/domain/burials/map-points';
import { countryName } from '@/domain/countries';
import type { MapPoint } from '@/domain/map/clusters';
import { pointsShown } from '@/domain/map/draw';
import type { MapView } from '@/domain/map/mercator';
import type { Locale } from '@/messages/routing';
import { nameOf } from './burial-map-points';

type PlacesProps = {
  locale: Locale;
  places: readonly MappedPlace[];
  points: readonly MapPoint[];
  view: MapView | null;
};

/** More than this nobody reads below a map: one goes closer, or to the list. */
const most = 50;

/** What the map shows at the moment, as a list. */
export async function BurialMapPlaces({ locale, places, points, view }: PlacesProps) {
  const t = await getTranslations('map');
  const precision = await getTranslations('precision');
  const shown = new Set(pointsShown(points, view).map(({ id }) => id));
  const rows = places.filter(({ burialPlaceId }) => shown.has(burialPlaceId));
  return (
    <Table
      caption={t(rows.length > most ? 'page.firstOfView' : 'page.allOfView', { n: rows.length, most })}
      phone="cards"
      rows={rows.slice(0, most)}
      rowKey={({ burialPlaceId }) => burialPlaceId}
      empty={
        <EmptyState title={t('page.nothing')} action={{ href: `/${locale}/desk/burials/map`, label: t('step.whole') }}>
          {t('page.nothingNext')}
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          label: t('table.place'),
          heading: true,
          cell: (place) => <a href={`/${locale}/desk/burials/${place.burialPlaceId}`}>{nameOf(place, locale)}</a>,
        },
        {
          key: 'reported',
          label: t('table.reported'),
          cell: ({ reportedName, reportedRegion }) => [reportedName, reportedRegion].filter(Boolean).join(', '),
        },
        {
          key: 'country',
          label: t('table.country'),
          cell: ({ countryToday }) => (countryToday ? countryName(countryToday, locale) : t('table.unknown')),
        },
        {
          key: 'precision',
          label: t('table.position'),
          cell: ({ coordinatePrecision }) => (coordinatePrecision ? precision(coordinatePrecision) : ''),
        },
        { key: 'soldiers', label: t('table.soldiers'), numeric: true, cell: ({ soldiers }) => soldiers },
      ]}
    />
  );
}
