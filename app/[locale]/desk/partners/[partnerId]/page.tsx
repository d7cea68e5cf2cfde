import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { changePartnerAction } from '@/app/actions/partners';
import { deskActor } from '@/app/actions/session';
import { partnerFields } from '@/components/desk/partner-fields';
import { requestColumns } from '@/components/desk/request-table';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { type PartnerPage, partnerPage } from '@/domain/correspondence/partner-queries';
import { countryName } from '@/domain/countries';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string; partnerId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'partners' });
  return { title: t('one') };
}

/** One partner: how it is reached, what it holds, how it answers, what was asked of it. */
export default async function OnePartnerPage({ params }: PageProps) {
  const { locale, partnerId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = await found(partnerPage(actor, { partnerId }));
  const { partner, requests, requestsInAll } = page;
  const t = await getTranslations('partners');
  const kinds = await getTranslations('partnerKind');
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/partners` }, { label: t('one') }]} />
      <PageHeading
        above={`${kinds(partner.kind as 'archive')}, ${countryName(partner.country, locale)}`}
        aside={!partner.inUse && <Tag tone="closed">{t('outOfUse')}</Tag>}
      >
        {partner.name[locale]}
      </PageHeading>
      <Reached page={page} />
      <Section title={t('answers')}>
        <Answering page={page} />
      </Section>
      {can(actor, 'case.read') && (
        <Section
          title={t('requests')}
          aside={
            requestsInAll > requests.length && (
              <a href={`/${locale}/desk/requests?view=all&partner=${encodeURIComponent(partner.id)}`}>
                {t('allRequests', { n: requestsInAll })}
              </a>
            )
          }
        >
          <Table
            caption={t('requests')}
            captionHidden
            phone="cards"
            columns={await requestColumns(locale, false)}
            rows={requests}
            rowKey={({ requestId }) => requestId}
            empty={<p className="text-muted">{t('noRequests')}</p>}
          />
        </Section>
      )}
      {can(actor, 'partner.write') && (
        <Section title={t('change.title')}>
          <ActionForm
            key={partner.version}
            action={changePartnerAction}
            token={crypto.randomUUID()}
            compact
            keep
            fields={[
              { name: 'partnerId', kind: 'hidden', label: '', value: partner.id },
              { name: 'version', kind: 'hidden', label: '', value: String(partner.version) },
              ...(await partnerFields(locale, partner)),
              { name: 'inUse', kind: 'checkbox', label: t('field.inUse'), value: partner.inUse ? 'on' : '' },
            ]}
            submit={t('change.submit')}
            texts={await formTexts()}
          />
        </Section>
      )}
    </>
  );
}

async function Reached({ page: { partner } }: { page: PartnerPage }) {
  const t = await getTranslations('partners.field');
  const { contactName, telephone, email, website, address, holds, note } = partner;
  return (
    <DefinitionList
      items={[
        { term: t('holds'), value: holds },
        { term: t('contactName'), value: contactName },
        { term: t('telephone'), value: telephone },
        { term: t('email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
        {
          term: t('website'),
          value: website && (
            <a href={website} target="_blank" rel="noreferrer">
              {website}
            </a>
          ),
        },
        { term: t('address'), value: address },
        ...(note ? [{ term: t('note'), value: note }] : []),
      ]}
    />
  );
}

async function Answering({ page: { figures, partner } }: { page: PartnerPage }) {
  const t = await getTranslations('partners');
  const { sent, open, answered, medianDays } = figures;
  return (
    <DefinitionList
      items={[
        { term: t('column.sent'), value: String(sent) },
        { term: t('column.open'), value: String(open) },
        { term: t('column.answered'), value: sent ? t('share', { n: answered, all: sent }) : '' },
        { term: t('column.median'), value: medianDays === null ? '' : t('days', { n: medianDays }) },
        { term: t('field.answersIn'), value: t('days', { n: partner.answersIn }) },
      ]}
    />
  );
}
