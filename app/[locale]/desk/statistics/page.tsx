import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { StatisticsFlow } from '@/components/desk/statistics-flow';
import { StatisticsWhere } from '@/components/desk/statistics-where';
import { Figures } from '@/components/ui/figures';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/headings';
import { now } from '@/domain/clock';
import { can } from '@/domain/permissions';
import { sourceList } from '@/domain/reference-queries';
import { burialsByCountry } from '@/domain/statistics/burials-by-country';
import { overview } from '@/domain/statistics/overview';
import { takenOverFigures } from '@/domain/takeover/queries';
import { dayOf, isDay } from '@/domain/working-days';
import { routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ at?: string | string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'statistics' });
  return { title: t('title') };
}

/** A manager opens it to say where our men lie and how the search goes, on any day; leaves with a table or a CSV. */
export default async function StatisticsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'statistics.read')) notFound();
  const t = await getTranslations('statistics');
  const format = await getFormatter();
  const { at } = await searchParams;
  const asked = typeof at === 'string' && isDay(at) && at >= '1941-06-22' && at <= '2199-12-31' ? at : dayOf(now());
  const today = await burialsByCountry(actor, { at: asked });
  const reported = await burialsByCountry(actor, { at: asked, asReported: true });
  const sources = await sourceList(actor, {});
  const taken = await takenOverFigures(actor, {});
  const takeover = await getTranslations('takeover');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <FilterForm
        address={{ path: `/${locale}/desk/statistics`, params: { at: asked } }}
        fields={[{ name: 'at', label: t('at'), kind: 'text', width: 'short', hint: t('atHint') }]}
      />
      <p className="my-[1em] text-muted">
        {t('asOf', { day: format.dateTime(new Date(`${asked}T12:00:00Z`), { dateStyle: 'long' }) })}
      </p>
      <Figures
        items={[
          { value: format.number(today.applications), label: t('applications') },
          { value: format.number(today.established), label: t('established') },
          { value: format.number(today.soldiers), label: t('soldiers') },
        ]}
      />
      {taken.applications > 0 && <p className="measure my-[1em] text-muted">{takeover('figures', taken)}</p>}
      <StatisticsWhere locale={locale} today={today} reported={reported} />
      <StatisticsFlow locale={locale} overview={await overview(actor, {})} sources={sources} />
    </>
  );
}
