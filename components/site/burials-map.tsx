import { getTranslations } from 'next-intl/server';
import { BurialMap } from '@/components/map/burial-map';
import { MapTable } from '@/components/map/map-table';
import { publicCountries, publicMapPoints } from '@/components/map/public-points';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { PublishedPlace } from '@/domain/burials/public-places';
import type { MapView } from '@/domain/map/mercator';
import type { CountryFigure } from '@/domain/map/shading';
import type { Locale } from '@/messages/routing';

type BurialsMapProps = {
  locale: Locale;
  /** What the families agreed to publish, and nothing else. */
  places: readonly PublishedPlace[];
  /** Applications by country today: figures everybody may read. */
  figures: readonly CountryFigure[];
  view: MapView | null;
  tiles: { pattern: string; credit: string } | null;
  /** The other parameters of the page, kept while the map moves. */
  params: Readonly<Record<string, string | undefined>>;
};

/** Where the returned names lie, for everybody: points of what is published, tones of the figures. */
export async function BurialsMap({ locale, places, figures, view, tiles, params }: BurialsMapProps) {
  const t = await getTranslations('map');
  const path = `/${locale}/burials`;
  return (
    <Section title={t('label')} plain>
      <div className="max-w-[56rem]">
        <BurialMap
          locale={locale}
          points={publicMapPoints(locale, places)}
          figures={figures}
          view={view}
          tiles={tiles}
          address={{ path, params }}
          placesHref={`${path}#register`}
        />
        <div className="mt-[0.9em]">
          <Disclosure summary={t('table.caption')}>
            <MapTable
              locale={locale}
              countries={publicCountries(places, figures)}
              href={(country) => (country === 'ZZ' ? undefined : `${path}?country=${country}#register`)}
            />
            <p className="minor mt-[0.6em] text-muted">{t('page.publicDefinition')}</p>
          </Disclosure>
        </div>
      </div>
    </Section>
  );
}
