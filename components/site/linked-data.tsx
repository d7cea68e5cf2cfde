import type { PublicBurial } from '@/domain/burials/public';
import { fullName } from '@/domain/names';
import { readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';
import { inLanguage, placeNow, placeThen } from './burial-place-words';

type Page = {
  baseUrl: string;
  path: string;
  locale: Locale;
  picture: string;
  publishedAt?: number | null;
  photos?: readonly string[];
};

/** What search engines read of an entry: schema.org, of nothing but what the page shows. Data, never run. */
export function LinkedData({ burial, page }: { burial: PublicBurial; page: Page }) {
  return <script type="application/ld+json">{safely(linkedData(burial, page))}</script>;
}

/** JSON that cannot end the element it stands in. */
const safely = (data: object): string => JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped);

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Schema.org has no word for a grave: the page is about the person and mentions the place. */
function linkedData(burial: PublicBurial, { baseUrl, path, locale, picture, publishedAt, photos = [] }: Page): object {
  const url = `${baseUrl}${path}`;
  const { point } = burial;
  const now = placeNow(burial, locale);
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    url,
    inLanguage: locale,
    ...(publishedAt ? { datePublished: new Date(publishedAt).toISOString().slice(0, 10) } : {}),
    primaryImageOfPage: `${baseUrl}${picture}`,
    mainEntity: {
      '@type': 'Person',
      name: fullName(burial),
      familyName: burial.surname || undefined,
      givenName: burial.givenName || undefined,
      additionalName: burial.patronymic || undefined,
      birthDate: dayOrYear(burial.birth),
      deathDate: dayOrYear(burial.fateDate),
      image: photos.length > 0 ? photos.map((photo) => `${baseUrl}${photo}`) : undefined,
    },
    mentions: {
      '@type': point && !point.approximate ? 'Cemetery' : 'Place',
      name: inLanguage(burial.presentName, locale) || inLanguage(burial.regionToday, locale) || now,
      alternateName: placeThen(burial, locale) || undefined,
      address: now || undefined,
      geo: point ? { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude } : undefined,
    },
  };
}

/** ISO 8601 as schema.org asks for it; undefined where not even the year is certain. */
function dayOrYear(written: string): string | undefined {
  const { edtf } = readDate(written);
  return edtf && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(edtf) ? edtf : undefined;
}
