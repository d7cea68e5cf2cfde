import { getFormatter, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { type CountryLocale, countryName } from '@/domain/countries';
import type { MapCountry } from './map-countries';

/** What the map says, as a table: for who does not see it, and for who wants the number. */
export async function MapTable({
  locale,
  countries,
  href,
}: {
  locale: CountryLocale;
  countries: readonly MapCountry[];
  href?: (country: string) => string | undefined;
}) {
  const t = await getTranslations('map.table');
  const format = await getFormatter();
  const sum = (key: 'places' | 'soldiers' | 'applications') => countries.reduce((all, row) => all + row[key], 0);
  const total = { country: null, places: sum('places'), soldiers: sum('soldiers'), applications: sum('applications') };
  const nameOf = (country: string | null) =>
    country === null ? t('total') : country === 'ZZ' ? t('unknown') : countryName(country, locale);
  const rows: (Omit<MapCountry, 'country'> & { country: string | null })[] = [...countries, total];
  return (
    <Table
      caption={t('caption')}
      rows={rows}
      rowKey={({ country }) => country ?? 'total'}
      columns={[
        {
          key: 'country',
          label: t('country'),
          heading: true,
          cell: ({ country }) => {
            const to = country && href?.(country);
            return to ? <a href={to}>{nameOf(country)}</a> : nameOf(country);
          },
        },
        {
          key: 'applications',
          label: t('count'),
          numeric: true,
          cell: ({ applications }) => format.number(applications),
        },
        { key: 'places', label: t('places'), numeric: true, cell: ({ places }) => format.number(places) },
        { key: 'soldiers', label: t('soldiers'), numeric: true, cell: ({ soldiers }) => format.number(soldiers) },
      ]}
    />
  );
}
