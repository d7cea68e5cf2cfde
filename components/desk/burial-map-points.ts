/** Burial places as the staff's map shows them: in the reader's language, each leading to its page. */
import { inLanguage } from '@/components/site/burial-place-words';
import type { MappedPlace } from '@/domain/burials/map-points';
import type { MapPoint } from '@/domain/map/clusters';
import type { Locale } from '@/messages/routing';

const kept = new WeakMap<readonly MappedPlace[], Map<Locale, MapPoint[]>>();
const exact: readonly (string | null)[] = ['site', 'grave'];

/** Those with a position; the same array while the places are the same, so that they are clustered once. */
export function staffMapPoints(locale: Locale, places: readonly MappedPlace[]): readonly MapPoint[] {
  const ofPlaces = kept.get(places) ?? new Map<Locale, MapPoint[]>();
  kept.set(places, ofPlaces);
  const known = ofPlaces.get(locale);
  if (known) return known;
  const made = places.flatMap(({ latitude, longitude, ...place }): MapPoint[] =>
    latitude === null || longitude === null
      ? []
      : [
          {
            id: place.burialPlaceId,
            latitude,
            longitude,
            approximate: !exact.includes(place.coordinatePrecision),
            name: nameOf(place, locale),
            soldiers: place.soldiers,
            href: `/${locale}/desk/burials/${place.burialPlaceId}`,
          },
        ],
  );
  ofPlaces.set(locale, made);
  return made;
}

export const nameOf = (
  place: Pick<MappedPlace, 'presentName' | 'regionToday' | 'reportedName'>,
  locale: Locale,
): string => inLanguage(place.presentName, locale) || place.reportedName || inLanguage(place.regionToday, locale);
