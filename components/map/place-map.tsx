import { getFormatter, getTranslations } from 'next-intl/server';
import { type CountryLocale, countryName } from '@/domain/countries';
import { drawMap } from '@/domain/map/draw';
import type { MarkWords } from './map-mark';
import { MapPicture } from './map-picture';

type PlaceMapProps = {
  locale: CountryLocale;
  position: { latitude: number; longitude: number; approximate: boolean };
  name: string;
  /** Named on the map beside the place: country today, where it may be said. */
  country?: string | null;
};

const size = { width: 720, height: 460 };

/** Where one place lies, as a small picture that stays still. */
export async function PlaceMap({ locale, position, name, country }: PlaceMapProps) {
  const t = await getTranslations('map');
  const format = await getFormatter();
  const { latitude, longitude, approximate } = position;
  const drawing = drawMap({
    points: [{ id: 'place', latitude, longitude, approximate, name, soldiers: 1 }],
    figures: country ? [{ country, count: 1 }] : [],
    view: { z: 4.8, x: longitude, y: latitude },
    size,
    namePlaces: true,
    nameCountry: (code) => countryName(code, locale),
  });
  return (
    <figure>
      <div role="img" aria-label={t('place.label', { name })} className="map-frame map-still">
        <MapPicture drawing={drawing} words={stillWords(format.number)} />
      </div>
      <figcaption className="minor mt-[0.5em] text-muted">
        {approximate && `${t('place.approximate')} `}
        {t('legend.source')}
      </figcaption>
    </figure>
  );
}

/** The picture as a whole has a name; its marks are drawn only. */
export function stillWords(number: (value: number) => string): MarkWords {
  return { single: ({ point }) => point.name, cluster: () => '', number, clusterHref: () => '' };
}
