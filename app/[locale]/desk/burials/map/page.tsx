import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { BurialMapPlaces } from '@/components/desk/burial-map-places';
import { staffMapPoints } from '@/components/desk/burial-map-points';
import { BurialMap } from '@/components/map/burial-map';
import { countryRows } from '@/components/map/map-countries';
import { MapTable } from '@/components/map/map-table';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading, Section } from '@/components/ui/headings';
import { burialMap } from '@/domain/burials/map-points';
import { viewFrom } from '@/domain/map/mercator';
import { can } from '@/domain/permissions';
import { statistic } from '@/domain/statistics/statistic';
import { env } from '@/env';
import { routing } from '@/messages/routing';
import { found } from '../../found';
import { type Search, textOf } from '../../search';
import { dayAsked } from '../../statistics/asked';
import { casesAddress } from '../../statistics/cases-address';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'map' });
  return { title: t('label') };
}

/** Where our men lie: every burial place, the countries shaded by the applications answered there, on any day. */
export default async function BurialMapPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const t = await getTranslations('map');
  const search = await searchParams;
  const asked = dayAsked(textOf(search, 'at').slice(0, 40));
  const at = asked ? { at: asked } : {};
  const { places } = await found(burialMap(actor, at));
  const byCountry = await found(statistic(actor, { key: 'burials-by-country', ...at }));
  const figures = byCountry.rows.map((row) => ({
    country: String(row.country ?? 'ZZ'),
    count: Number(row.applications ?? 0),
  }));
  const points = staffMapPoints(locale, places);
  const lying = places.map(({ countryToday, soldiers }) => ({ country: countryToday, soldiers }));
  const view = viewFrom(search);
  const address = { path: `/${locale}/desk/burials/map`, params: at };
  const casesOf = (country: string) => {
    const row = byCountry.rows.find((one) => String(one.country ?? 'ZZ') === country);
    return row && can(actor, 'statistics.read') ? casesAddress(locale, byCountry, row) : undefined;
  };
  return (
    <>
      <Breadcrumb items={[{ label: t('page.places'), href: `/${locale}/desk/burials` }, { label: t('label') }]} />
      <PageHeading>{t('label')}</PageHeading>
      <FilterForm address={address} fields={[{ name: 'at', kind: 'text', label: t('page.at'), maxLength: 10 }]} />
      <div className="gap-x-10 xl:grid xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <BurialMap
          locale={locale}
          points={points}
          figures={figures}
          view={view}
          address={address}
          tiles={env.mapTiles}
        />
        <div className="mt-(--gap-section) xl:mt-0">
          <MapTable locale={locale} countries={countryRows(lying, figures)} href={casesOf} />
          <p className="minor mt-[0.6em] text-muted">
            {t('page.definition')}{' '}
            {places.length > points.length && t('page.unmapped', { n: places.length - points.length })}
          </p>
        </div>
      </div>
      <Section title={t('page.inView')} id="places">
        <BurialMapPlaces locale={locale} places={places} points={points} view={view} />
      </Section>
    </>
  );
}
