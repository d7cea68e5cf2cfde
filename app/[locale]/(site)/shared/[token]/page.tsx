import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { visitor } from '@/app/actions/public-draft';
import { DefinitionList } from '@/components/ui/definition-list';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { Table } from '@/components/ui/table';
import { factsOf } from '@/documents/requests/text';
import { openPartnerLink } from '@/domain/correspondence/partner-links';
import { fullName } from '@/domain/names';
import { DomainError } from '@/domain/result';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string; token: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'shared' });
  return {
    title: t('title'),
    robots: { index: false, follow: false, nocache: true },
    // The address is the key: nobody it leads on to is told it.
    referrer: 'no-referrer',
  };
}

/** What a partner was given to see of one case, for a time. */
export default async function SharedCasePage({ params }: PageProps) {
  const { locale, token } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const shown = await opened(token);
  const t = await getTranslations('shared');
  if (typeof shown === 'string')
    return (
      <>
        <PageHeading>{t(`${shown}.title`)}</PageHeading>
        <Lead>
          <p>{t(`${shown}.text`)}</p>
        </Lead>
      </>
    );
  const outcome = await getTranslations('outcome');
  const format = await getFormatter();
  const { man, searched, partner, endsAt } = shown;
  return (
    <>
      <PageHeading above={t('for', { partner: partner[locale] })}>
        <span className="name-of-the-dead">{fullName(man) || t('nameless')}</span>
      </PageHeading>
      <Lead>
        <p>{t('lead', { day: format.dateTime(endsAt, { dateStyle: 'long', timeStyle: 'short' }) })}</p>
      </Lead>
      <Section title={t('man')}>
        <DefinitionList items={factsOf(locale, man).map(([term, value]) => ({ term, value }))} />
      </Section>
      <Section title={t('searched')}>
        <Table
          caption={t('searched')}
          captionHidden
          phone="cards"
          columns={[
            { key: 'source', label: t('source'), heading: true, cell: ({ source }) => source[locale] },
            { key: 'outcome', label: t('outcome'), cell: (row) => outcome(row.outcome) },
            { key: 'day', label: t('day'), cell: ({ at }) => format.dateTime(at, { dateStyle: 'medium' }) },
          ]}
          rows={searched}
          rowKey={({ source, at }) => `${source.en} ${at}`}
          empty={<p>{t('nothingSearched')}</p>}
        />
      </Section>
      <Section title={t('tell')}>
        <p className="measure">{t('tellText')}</p>
      </Section>
    </>
  );
}

/** The case; `gone` for a link that nobody gave or that has ended, for whatever reason; `later` for whoever tried too often. */
async function opened(token: string) {
  try {
    return await openPartnerLink(await visitor(), { token });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'access.too-many-attempts' ? 'later' : 'gone';
  }
}
