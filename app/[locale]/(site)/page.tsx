import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Emblem } from '@/components/site/emblem';
import { HomeDoors } from '@/components/site/home-doors';
import { HomeFigures } from '@/components/site/home-figures';
import { HomePrepare, HomePromises } from '@/components/site/home-notes';
import { HomeSteps } from '@/components/site/home-steps';
import { visitor } from '@/domain/permissions';
import { burialsByCountry } from '@/domain/statistics/burials-by-country';
import { routing } from '@/messages/routing';

export default async function HomePage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const t = await getTranslations('home');
  const figures = await burialsByCountry(visitor, {});
  return (
    <>
      <div className="mb-10 flex items-center justify-between gap-12 lg:mb-14">
        <div>
          <h1 className="title-1 max-w-[20ch]">{t('title')}</h1>
          <p className="mt-6 max-w-[44rem] font-serif text-[1.125em] leading-[1.6]">{t('lead')}</p>
        </div>
        <Emblem fine className="hidden size-[19rem] text-rule lg:block" />
      </div>
      <HomeDoors locale={locale} />
      <HomeFigures
        locale={locale}
        figures={
          figures.applications > 0
            ? {
                applications: figures.applications,
                established: figures.established,
                countries: figures.countries.length,
              }
            : null
        }
      />
      <HomeSteps />
      <HomePrepare />
      <HomePromises />
    </>
  );
}
