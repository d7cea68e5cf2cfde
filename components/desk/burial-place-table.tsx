import { getTranslations } from 'next-intl/server';
import { inLanguage } from '@/components/site/burial-place-words';
import type { Column } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { burialPlaceList } from '@/domain/burials/queries';
import { countryName } from '@/domain/countries';
import type { Locale } from '@/messages/routing';

type PlaceLine = Awaited<ReturnType<typeof burialPlaceList>>['rows'][number];

/** Columns of the list of burial places: then, now, and what still has to be entered. */
export async function burialPlaceColumns(locale: Locale): Promise<Column<PlaceLine>[]> {
  const t = await getTranslations('burialPlace');
  const joined = (...parts: string[]) => parts.filter(Boolean).join(', ') || <span aria-hidden="true">–</span>;
  return [
    {
      key: 'reported',
      label: t('column.reported'),
      heading: true,
      cell: (row) => (
        <a href={`/${locale}/desk/burials/${row.id}`}>
          {[row.reportedName, row.reportedRegion].filter(Boolean).join(', ')}
        </a>
      ),
    },
    {
      key: 'reportedCountry',
      label: t('column.reportedCountry'),
      cell: (row) => countryName(row.reportedCountry, locale),
    },
    {
      key: 'present',
      label: t('column.present'),
      cell: (row) => joined(inLanguage(row.presentName, locale), inLanguage(row.regionToday, locale)),
    },
    {
      key: 'countryToday',
      label: t('column.countryToday'),
      cell: (row) =>
        row.countryToday === null ? (
          <Tag tone="attention">{t('noCountry')}</Tag>
        ) : (
          <>
            {countryName(row.countryToday, locale)}
            {row.regionOnly && <span className="minor block text-muted">{t('regionOnlyShort')}</span>}
          </>
        ),
    },
    { key: 'soldiers', label: t('column.soldiers'), numeric: true, cell: (row) => row.soldiers },
  ];
}
