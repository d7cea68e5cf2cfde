import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { journeyTones } from '@/components/desk/journey-tones';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { type CeremonyLine, ceremonyList } from '@/domain/community/journey-queries';
import { inLanguage } from '@/domain/community/rules/journeys';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, type Search } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'journey.ceremonies' });
  return { title: t('title') };
}

/** The next first; the past ones on a view of their own. */
export default async function CeremonyListPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const view = choiceOf(await searchParams, 'view', ['coming', 'past']);
  const rows = await found(ceremonyList(actor, { view }));
  const t = await getTranslations('journey');
  const path = `/${locale}/desk/ceremonies`;
  return (
    <>
      <PageHeading
        aside={
          can(actor, 'ceremony.write') && (
            <ButtonLink href={`${path}/new`} look="secondary">
              {t('ceremonies.plan')}
            </ButtonLink>
          )
        }
      >
        {t('ceremonies.title')}
      </PageHeading>
      <p className="mb-[1em] print:hidden">
        <a href={view === 'past' ? path : `${path}?view=past`} className="target">
          {t(view === 'past' ? 'toComing' : 'toPast')}
        </a>
      </p>
      <Table
        caption={t(view)}
        phone="cards"
        columns={await columns(locale)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('ceremonies.empty')}>{t('ceremonies.emptyNext')}</EmptyState>}
      />
    </>
  );
}

async function columns(locale: Locale): Promise<Column<CeremonyLine>[]> {
  const t = await getTranslations('journey');
  const states = await getTranslations('journeys.state');
  const kinds = await getTranslations('journeys.ceremonyKind');
  const { ofDay } = await days();
  return [
    {
      key: 'title',
      label: t('column.title'),
      heading: true,
      cell: ({ id, title }) => <a href={`/${locale}/desk/ceremonies/${id}`}>{inLanguage(title, locale)}</a>,
    },
    { key: 'kind', label: t('field.kind'), cell: ({ kind }) => kinds(kind) },
    { key: 'day', label: t('field.day'), cell: ({ day, time }) => [ofDay(day), time].filter(Boolean).join(', ') },
    { key: 'place', label: t('field.place'), cell: ({ place }) => inLanguage(place, locale) },
    {
      key: 'state',
      label: t('column.state'),
      cell: ({ state }) => <Tag tone={journeyTones[state]}>{states(state)}</Tag>,
    },
    { key: 'invited', label: t('column.invited'), numeric: true, cell: ({ invited }) => invited || '–' },
    { key: 'persons', label: t('column.persons'), numeric: true, cell: ({ persons }) => persons || '–' },
  ];
}
