import { getTranslations } from 'next-intl/server';
import type { Column } from '@/components/ui/table';
import { countryName } from '@/domain/countries';
import type { placeList } from '@/domain/places/queries';
import type { Locale } from '@/messages/routing';
import { otherNames, placeName } from './place-words';

type PlaceLine = Awaited<ReturnType<typeof placeList>>['rows'][number];

const mostNames = 4;

/** Columns of the table of places: today's name, what it was called, what it lies in. */
export async function placeColumns(locale: Locale): Promise<Column<PlaceLine>[]> {
  const t = await getTranslations('place');
  const none = <span aria-hidden="true">–</span>;
  return [
    {
      key: 'name',
      label: t('column.name'),
      heading: true,
      cell: ({ place }) => <a href={`/${locale}/desk/places/${place.id}`}>{placeName(place, locale)}</a>,
    },
    { key: 'kind', label: t('column.kind'), cell: ({ place }) => t(`kind.${place.kind}`) },
    {
      key: 'otherNames',
      label: t('column.otherNames'),
      cell: ({ place }) => {
        const names = otherNames(place.names, locale);
        const rest = names.length - mostNames;
        return names.length === 0
          ? none
          : [names.slice(0, mostNames).join(', '), rest > 0 && t('andMore', { n: rest })].filter(Boolean).join(' ');
      },
    },
    {
      key: 'within',
      label: t('column.within'),
      cell: ({ place, parents }) => {
        const now = parents.filter(({ to }) => to === null);
        const shown = now.length > 0 ? now : parents.slice(-1);
        return (
          [...new Set(shown.map((one) => placeName(one.place, locale)))].join(', ') ||
          countryName(place.country, locale)
        );
      },
    },
  ];
}
