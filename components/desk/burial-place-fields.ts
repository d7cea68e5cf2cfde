import { getTranslations } from 'next-intl/server';
import type { FieldOption, FieldSpec } from '@/components/form/types';
import { burialPrecisions } from '@/domain/cases/fates';
import { countriesReported, countriesToday, countryName } from '@/domain/countries';
import type { Locale } from '@/messages/routing';

type Names = Readonly<Record<Locale, string>>;

export type BurialPlaceFacts = {
  reportedName: string;
  reportedRegion: string;
  reportedCountry: string;
  presentName: Names;
  regionToday: Names;
  latitude: number | null;
  longitude: number | null;
  coordinatePrecision: string | null;
  marked: boolean;
  visit: Names;
};

const languages = ['kk', 'ru', 'en'] as const;
const suffix = { kk: 'Kk', ru: 'Ru', en: 'En' } as const;

/** Former states first: reports of the time name them. */
export const reportedCountryOptions = (locale: Locale): FieldOption[] =>
  countriesReported.map((value) => ({ value, label: countryName(value, locale) }));

export const countryTodayOptions = (locale: Locale): FieldOption[] =>
  countriesToday.map((value) => ({ value, label: countryName(value, locale) }));

/** What a burial place is asked: as the report names it, as it is called now, where it lies. */
export async function burialPlaceFields(locale: Locale, place?: BurialPlaceFacts): Promise<FieldSpec[]> {
  const t = await getTranslations('burialPlace');
  const precision = await getTranslations('precision');
  const degrees = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  const line = { kind: 'text', maxLength: 300, autocomplete: 'off' } as const;
  const inThree = (field: 'presentName' | 'regionToday'): FieldSpec[] =>
    languages.map((language) => ({
      ...line,
      name: `${field}${suffix[language]}`,
      label: t(`field.${field}.${language}`),
      value: place?.[field][language] ?? '',
      group: t(`group.${field}`),
    }));
  const position = { ...line, inputMode: 'decimal', maxLength: 20, group: t('group.position') } as const;
  return [
    {
      ...line,
      name: 'reportedName',
      label: t('field.reportedName'),
      hint: t('hint.reportedName'),
      required: true,
      value: place?.reportedName ?? '',
      group: t('group.reported'),
    },
    {
      ...line,
      name: 'reportedRegion',
      label: t('field.reportedRegion'),
      hint: t('hint.reportedRegion'),
      value: place?.reportedRegion ?? '',
      group: t('group.reported'),
    },
    {
      name: 'reportedCountry',
      kind: 'select',
      label: t('field.reportedCountry'),
      hint: t('hint.reportedCountry'),
      required: true,
      options: reportedCountryOptions(locale),
      value: place?.reportedCountry ?? '',
      group: t('group.reported'),
    },
    ...inThree('presentName'),
    ...inThree('regionToday'),
    {
      ...position,
      name: 'latitude',
      label: t('field.latitude'),
      hint: t('hint.latitude'),
      value: degrees(place?.latitude),
    },
    {
      ...position,
      name: 'longitude',
      label: t('field.longitude'),
      hint: t('hint.longitude'),
      value: degrees(place?.longitude),
    },
    {
      name: 'coordinatePrecision',
      kind: 'select',
      label: t('field.coordinatePrecision'),
      hint: t('hint.coordinatePrecision'),
      options: burialPrecisions.map((value) => ({ value, label: precision(value) })),
      value: place?.coordinatePrecision ?? '',
      group: t('group.position'),
    },
    {
      name: 'marked',
      kind: 'checkbox',
      label: t('field.marked'),
      hint: t('hint.marked'),
      value: place?.marked ? 'on' : '',
      group: t('group.position'),
    },
    ...languages.map(
      (language): FieldSpec => ({
        name: `visit${suffix[language]}`,
        kind: 'textarea',
        label: t(`field.visit.${language}`),
        hint: t('hint.visit'),
        maxLength: 2000,
        autocomplete: 'off',
        value: place?.visit[language] ?? '',
        group: t('group.visit'),
      }),
    ),
  ];
}

export const burialPlaceCheck = { reportedName: 'required', reportedCountry: 'required' } as const;
