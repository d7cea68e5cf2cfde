import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { partnerKinds } from '@/domain/correspondence/partner-kinds';
import { type PartnerLine, partnerRegister } from '@/domain/correspondence/partner-queries';
import { countryName } from '@/domain/countries';
import { fold } from '@/domain/names';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { type Search, textOf } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'partners' });
  return { title: t('title') };
}

/** Who works along with us: what they hold, and how they answer. */
export default async function PartnersPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const search = await searchParams;
  const kind = partnerKinds.find((one) => one === textOf(search, 'kind')) ?? '';
  const text = textOf(search, 'text').slice(0, 100);
  const wanted = (partner: PartnerLine) =>
    (!kind || partner.kind === kind) &&
    fold([...Object.values(partner.name), partner.holds].join(' ')).includes(fold(text));
  const rows = (await found(partnerRegister(actor, {}))).filter(wanted);
  const t = await getTranslations('partners');
  const kinds = await getTranslations('partnerKind');
  const path = `/${locale}/desk/partners`;
  return (
    <>
      <PageHeading
        aside={
          can(actor, 'partner.write') && (
            <ButtonLink href={`${path}/new`} look="secondary">
              {t('enter.link')}
            </ButtonLink>
          )
        }
      >
        {t('title')}
      </PageHeading>
      <FilterForm
        address={{ path, params: { text, kind } }}
        fields={[
          { name: 'text', kind: 'text', label: t('filter.text'), maxLength: 100 },
          {
            name: 'kind',
            kind: 'select',
            label: t('field.kind'),
            options: partnerKinds.map((value) => ({ value, label: kinds(value) })),
          },
        ]}
      />
      <Table
        caption={t('found', { n: rows.length })}
        phone="cards"
        columns={await columns(locale)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('empty')} action={{ href: path, label: t('showAll') }} />}
      />
    </>
  );
}

async function columns(locale: Locale): Promise<Column<PartnerLine>[]> {
  const t = await getTranslations('partners');
  const kinds = await getTranslations('partnerKind');
  return [
    {
      key: 'name',
      label: t('column.name'),
      heading: true,
      cell: ({ id, name, inUse }) => (
        <a href={`/${locale}/desk/partners/${id}`}>
          {name[locale]}
          {!inUse && <span className="text-muted"> ({t('outOfUse')})</span>}
        </a>
      ),
    },
    {
      key: 'kind',
      label: t('field.kind'),
      cell: ({ kind, country }) => `${kinds(kind as 'archive')}, ${countryName(country, locale)}`,
    },
    { key: 'sent', label: t('column.sent'), numeric: true, cell: ({ figures }) => figures.sent || '–' },
    { key: 'open', label: t('column.open'), numeric: true, cell: ({ figures }) => figures.open || '–' },
    {
      key: 'answered',
      label: t('column.answered'),
      numeric: true,
      cell: ({ figures }) => (figures.sent ? t('share', { n: figures.answered, all: figures.sent }) : '–'),
    },
    {
      key: 'median',
      label: t('column.median'),
      numeric: true,
      cell: ({ figures }) => (figures.medianDays === null ? '–' : t('days', { n: figures.medianDays })),
    },
  ];
}
