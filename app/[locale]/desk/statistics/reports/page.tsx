import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { askReportAction } from '@/app/actions/reports';
import { deskActor } from '@/app/actions/session';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { reportWords } from '@/documents/report/words';
import { now } from '@/domain/clock';
import { can } from '@/domain/permissions';
import { reportForms, reportLanguages, reportList } from '@/domain/statistics/reports';
import { addMonths, dayOf } from '@/domain/working-days';
import { type Locale, routing } from '@/messages/routing';
import { pageOf, type Search } from '../../search';
import { ReportTable } from './report-table';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 25;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'reports' });
  return { title: t('title') };
}

/** A manager asks for the report of a month or a year, and takes it away as a file. */
export default async function ReportsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'report.read')) notFound();
  const page = pageOf(await searchParams);
  const list = await reportList(actor, { limit: pageSize, offset: (page - 1) * pageSize });
  const t = await getTranslations('reports');
  const address = { path: `/${locale}/desk/statistics/reports`, params: {} };
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>{t('lead')}</Lead>
      {can(actor, 'report.make') && (
        <Section title={t('ask.title')} id="ask">
          <ActionForm
            id="ask-report"
            action={askReportAction}
            texts={await formTexts()}
            token={crypto.randomUUID()}
            submit={t('ask.submit')}
            fields={await fieldsOf(locale)}
            compact
            keep
          />
        </Section>
      )}
      <Section title={t('list.title')} id="list">
        <ReportTable locale={locale} rows={list.rows} />
        <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
      </Section>
    </>
  );
}

/** How far back a report can be asked for here. */
const [months, years] = [36, 10];

async function fieldsOf(locale: Locale): Promise<FieldSpec[]> {
  const t = await getTranslations('reports');
  const language = await getTranslations('site.languages');
  const { named } = reportWords(locale);
  const thisMonth = `${dayOf(now()).slice(0, 7)}-01`;
  const periods = [
    ...Array.from({ length: months }, (_, n) => addMonths(thisMonth, -n).slice(0, 7)),
    ...Array.from({ length: years }, (_, n) => addMonths(thisMonth, -12 * n).slice(0, 4)),
  ];
  return [
    {
      name: 'period',
      kind: 'select',
      label: t('ask.period'),
      hint: t('ask.hint'),
      options: periods.map((value) => ({ value, label: named(value) })),
      // The last month that has ended.
      value: periods[1] ?? '',
      required: true,
    },
    {
      name: 'language',
      kind: 'radio',
      label: t('ask.language'),
      options: reportLanguages.map((value) => ({ value, label: language(value) })),
      value: locale,
      required: true,
    },
    {
      name: 'form',
      kind: 'radio',
      label: t('ask.form'),
      options: reportForms.map((value) => ({ value, label: t(`form.${value}`) })),
      value: 'pdf',
      required: true,
    },
  ];
}
