/** The published places as points of the public map. Nothing that is not published comes this way. */
import type { PublishedPlace } from '@/domain/burials/public-places';
import type { CountryLocale } from '@/domain/countries';
import type { MapPoint } from '@/domain/map/clusters';
import type { CountryFigure } from '@/domain/map/shading';
import { countryRows, type MapCountry } from './map-countries';

const kept = new WeakMap<readonly PublishedPlace[], Map<CountryLocale, MapPoint[]>>();

/** Places with a point, named in the reader's language; the same array while the places are the same. */
export function publicMapPoints(locale: CountryLocale, places: readonly PublishedPlace[]): readonly MapPoint[] {
  const ofPlaces = kept.get(places) ?? new Map<CountryLocale, MapPoint[]>();
  kept.set(places, ofPlaces);
  const known = ofPlaces.get(locale);
  if (known) return known;
  const made = places.flatMap(({ burialPlaceId, point, soldiers, burialIds, ...place }): MapPoint[] => {
    if (!point) return [];
    const { latitude, longitude, approximate } = point;
    const name = place.presentName?.[locale] || place.regionToday[locale] || place.reportedName || place.reportedRegion;
    const [only] = burialIds;
    const href =
      burialIds.length === 1 ? `/${locale}/burials/${only}` : `/${locale}/burials?place=${burialPlaceId}#register`;
    return [{ id: burialPlaceId, latitude, longitude, approximate, name, soldiers, href }];
  });
  ofPlaces.set(locale, made);
  return made;
}

/** The same places by country today, with the applications that the public figures count there; most applications first. */
export function publicCountries(places: readonly PublishedPlace[], figures: readonly CountryFigure[]): MapCountry[] {
  return countryRows(
    places.map(({ countryToday, soldiers }) => ({ country: countryToday, soldiers })),
    figures,
  );
}
