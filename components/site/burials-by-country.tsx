import { getTranslations } from 'next-intl/server';
import { BarList } from '@/components/ui/bar-list';
import { Section } from '@/components/ui/headings';
import { countryName } from '@/domain/countries';
import type { BurialsByCountry as Figures } from '@/domain/statistics/burials-by-country';
import type { Locale } from '@/messages/routing';

/** Where they lie, by country: today's and, behind a link, the reported one. */
export async function BurialsByCountry({ locale, figures }: { locale: Locale; figures: Figures }) {
  const t = await getTranslations('burials');
  const other = figures.asReported ? `/${locale}/burials` : `/${locale}/burials?as=reported`;
  return (
    <Section
      title={figures.asReported ? t('byCountryReported') : t('byCountryToday')}
      aside={
        <a href={other} className="target">
          {figures.asReported ? t('showToday') : t('showReported')}
        </a>
      }
    >
      <BarList
        caption={t('definition')}
        labelHeading={t('country')}
        valueHeading={t('count')}
        items={figures.countries.map(({ country, count }) => ({
          key: country,
          label: country === 'ZZ' ? t('countryUnknown') : countryName(country, locale),
          value: count,
          ...(country === 'ZZ' ? {} : { href: `/${locale}/burials?country=${country}#register` }),
        }))}
      />
    </Section>
  );
}
