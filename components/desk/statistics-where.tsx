import { getTranslations } from 'next-intl/server';
import { BarList } from '@/components/ui/bar-list';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/headings';
import { countryName } from '@/domain/countries';
import type { BurialsByCountry } from '@/domain/statistics/burials-by-country';
import type { Locale } from '@/messages/routing';

type WhereProps = { locale: Locale; today: BurialsByCountry; reported: BurialsByCountry };

/** Burials by country, today's and the reported one beside each other; from a country to its burial places. */
export async function StatisticsWhere({ locale, today, reported }: WhereProps) {
  const t = await getTranslations('statistics');
  const csvOf = (asReported: boolean) =>
    `/api/v1/statistics/burials-by-country.csv?at=${today.at}${asReported ? '&as-reported=true' : ''}`;
  return (
    <Section title={t('where')} id="where">
      <p className="measure mb-[1em] text-muted">{t('definition')}</p>
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
        {[today, reported].map((figures) => (
          <div key={String(figures.asReported)}>
            <BarList
              caption={`${figures.asReported ? t('reported') : t('today')}. ${t('total')}: ${figures.established}`}
              labelHeading={t('country')}
              valueHeading={t('count')}
              items={figures.countries.map(({ country, count }) => ({
                key: country,
                label: countryName(country, locale),
                value: count,
                href: `/${locale}/desk/burials?country=${country}`,
              }))}
            />
            <p className="mt-[0.75em]">
              <ButtonLink href={csvOf(figures.asReported)} look="quiet">
                {t('csv')}
              </ButtonLink>
            </p>
          </div>
        ))}
      </div>
    </Section>
  );
}
