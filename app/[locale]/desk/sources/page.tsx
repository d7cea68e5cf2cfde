import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { sourceWords } from '@/components/desk/source-words';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { countryName } from '@/domain/countries';
import { can } from '@/domain/permissions';
import { sourceList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };
type Source = Awaited<ReturnType<typeof sourceList>>[number];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'sources' });
  return { title: t('title') };
}

/** All sources in the order in which they are searched. */
export default async function SourcesPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'source.read')) notFound();
  const t = await getTranslations('sources');
  const rows = await sourceList(actor, {});
  return (
    <>
      <PageHeading
        aside={
          can(actor, 'source.write') && (
            <ButtonLink href={`/${locale}/desk/sources/new`} look="secondary">
              {t('enterLink')}
            </ButtonLink>
          )
        }
      >
        {t('title')}
      </PageHeading>
      <p className="measure mb-5 text-muted">{t('lead')}</p>
      <Table
        caption={t('caption', { n: rows.length })}
        phone="cards"
        columns={await columnsOf(locale, rows)}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </>
  );
}

async function columnsOf(locale: Locale, rows: readonly Source[]): Promise<Column<Source>[]> {
  const t = await getTranslations('sources');
  const words = await sourceWords();
  const places = new Map(rows.map(({ key }, at) => [key, at + 1]));
  return [
    { key: 'place', label: t('place'), numeric: true, cell: ({ key }) => places.get(key) },
    {
      key: 'source',
      label: t('source'),
      heading: true,
      cell: ({ key, name, note }) => (
        <>
          <a href={`/${locale}/desk/sources/${key}`} className="target -my-2">
            {name[locale]}
          </a>
          <span className="minor block max-w-[48ch] font-normal text-muted">{note[locale]}</span>
        </>
      ),
    },
    { key: 'kind', label: t('kindLabel'), cell: ({ kind }) => words.kind(kind) },
    { key: 'country', label: t('country'), cell: ({ country }) => countryName(country, locale) },
    { key: 'access', label: t('accessLabel'), cell: ({ access }) => words.access(access) },
    {
      key: 'list',
      label: t('onList'),
      cell: ({ checklist, inUse }) => (inUse ? t(checklist ? 'yes' : 'no') : <Tag tone="closed">{t('outOfUse')}</Tag>),
    },
  ];
}
