import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { BurialsByCountry } from '@/components/site/burials-by-country';
import { BurialsMap } from '@/components/site/burials-map';
import { BurialsRegister } from '@/components/site/burials-register';
import { isId } from '@/components/site/burials-search';
import { Figures } from '@/components/ui/figures';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { publicBurials, publishedRegions } from '@/domain/burials/public';
import { publishedPlaces } from '@/domain/burials/public-places';
import { viewFrom } from '@/domain/map/mercator';
import { visitor } from '@/domain/permissions';
import { burialsByCountry } from '@/domain/statistics/burials-by-country';
import { isDay } from '@/domain/working-days';
import { env } from '@/env';
import { routing } from '@/messages/routing';

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 25;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'burials' });
  return { title: t('title'), description: t('lead') };
}

export default async function BurialsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('burials');
  const format = await getFormatter();
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name].slice(0, 200) : '');
  const asReported = one('as') === 'reported';
  const country = /^[A-Z]{2}$/.test(one('country')) ? one('country') : '';
  const page = Math.min(10_000, Math.max(1, Number.parseInt(one('page'), 10) || 1));
  const actor = visitor;
  const day = one('at');
  const at = isDay(day) && day >= '1941-06-22' && day <= '2199-12-31' ? day : undefined;
  const figures = await burialsByCountry(actor, { asReported, ...(at ? { at } : {}) });
  const register = await publicBurials(actor, {
    text: one('text'),
    ...(isId(one('place')) ? { burialPlaceId: one('place') } : { place: one('place') }),
    country,
    region: one('region'),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>{t('lead')}</Lead>
      <Figures
        items={[
          { value: format.number(figures.applications), label: t('applications', { n: figures.applications }) },
          { value: format.number(figures.established), label: t('established', { n: figures.established }) },
          { value: format.number(figures.soldiers), label: t('soldiers', { n: figures.soldiers }) },
        ]}
      />
      <BurialsByCountry locale={locale} figures={figures} />
      <BurialsMap
        locale={locale}
        places={await publishedPlaces()}
        figures={
          (asReported ? await burialsByCountry(actor, { asReported: false, ...(at ? { at } : {}) }) : figures).countries
        }
        view={viewFrom(asked)}
        tiles={env.mapTiles}
        params={{ ...(asReported ? { as: 'reported' } : {}), ...(at ? { at } : {}), country }}
      />
      <Section title={t('register')} id="register" plain>
        <BurialsRegister
          locale={locale}
          register={register}
          ways={await publishedRegions(actor, {})}
          asked={{
            text: one('text'),
            place: one('place'),
            country,
            region: one('region'),
            as: asReported ? 'reported' : '',
          }}
          page={page}
          pageSize={pageSize}
        />
      </Section>
    </>
  );
}
