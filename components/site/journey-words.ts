import { getFormatter, getTranslations } from 'next-intl/server';
import type { Journey, JourneyPlace } from '@/domain/community/journeys';
import { inLanguage } from '@/domain/community/rules/journeys';
import { countryName } from '@/domain/countries';
import type { Locale } from '@/messages/routing';

type Days = Pick<Journey, 'startsOn' | 'endsOn' | 'time'>;

/** What names a trip or ceremony on every page: its place, its days, its kind. */
export async function journeyWords(locale: Locale) {
  const t = await getTranslations('journeys');
  const format = await getFormatter();
  const at = (value: string) => new Date(`${value}T07:00:00Z`);
  const day = (value: string) => format.dateTime(at(value), { dateStyle: 'long' });
  const place = ({ name, region, country }: JourneyPlace): string =>
    unique([
      name ? inLanguage(name, locale) : '',
      inLanguage(region, locale),
      country ? countryName(country, locale) : '',
    ]);
  return {
    day,
    place,
    days: ({ startsOn, endsOn, time }: Days): string =>
      startsOn === endsOn
        ? [day(startsOn), time && t('localTime', { time })].filter(Boolean).join(', ')
        : format.dateTimeRange(at(startsOn), at(endsOn), { dateStyle: 'long' }),
    where: (journey: Pick<Journey, 'place' | 'country' | 'stages'>): string =>
      journey.place
        ? unique([inLanguage(journey.place, locale), journey.country ? countryName(journey.country, locale) : ''])
        : [...new Set(journey.stages.flatMap((stage) => (stage.place ? [place(stage.place)] : [])))].join('; '),
    kind: ({ kind, ceremonyKind }: Pick<Journey, 'kind' | 'ceremonyKind'>): string =>
      ceremonyKind && ceremonyKind !== 'other' ? t(`ceremonyKind.${ceremonyKind}`) : t(`kind.${kind}`),
  };
}

const unique = (parts: readonly string[]): string =>
  parts.filter((part, i) => part !== '' && !parts.slice(0, i).includes(part)).join(', ');

/** The stages that may stand on a map, as it takes them. */
export const mapStages = (stages: Journey['stages'], locale: Locale) =>
  stages.flatMap(({ place }) =>
    place?.point ? [{ name: inLanguage(place.name ?? place.region, locale), ...place.point }] : [],
  );
