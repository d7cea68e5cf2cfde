import { getTranslations } from 'next-intl/server';
import { countryTodayOptions } from '@/components/desk/burial-place-fields';
import type { FieldSpec } from '@/components/form/types';
import { placeKinds } from '@/domain/places/lines';
import { linesText, type Name, type NameLanguage, nameLanguages } from '@/domain/places/naming';
import type { PlaceBeside } from '@/domain/places/queries';
import type { Locale } from '@/messages/routing';
import { placeName } from './place-words';

export type PlaceFacts = {
  kind: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  source: string;
  names: readonly Name[];
};

const fieldOf = { kk: 'namesKk', ru: 'namesRu', en: 'namesEn', de: 'namesDe', other: 'namesOther' } as const;

/** What a place is asked: its names with years, a line each, what it lay in, and where it is. */
export async function placeFields(
  locale: Locale,
  place?: PlaceFacts,
  parents: readonly PlaceBeside[] = [],
): Promise<FieldSpec[]> {
  const t = await getTranslations('place');
  const degrees = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  const inLanguage = (language: NameLanguage) =>
    (place?.names ?? [])
      .filter((one) => one.language === language)
      .map(({ name, ...years }) => ({ text: name, ...years }));
  const above = parents.map(({ place: parent, from, to }) => ({
    text: `${parent.number} ${placeName(parent, locale)}`,
    from,
    to,
  }));
  const position = { kind: 'text', inputMode: 'decimal', maxLength: 20, group: t('group.position') } as const;
  return [
    {
      name: 'kind',
      kind: 'select',
      label: t('field.kind'),
      required: true,
      options: placeKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      value: place?.kind ?? 'settlement',
      group: t('group.what'),
    },
    {
      name: 'country',
      kind: 'select',
      label: t('field.country'),
      required: true,
      options: countryTodayOptions(locale),
      value: place?.country ?? 'KZ',
      group: t('group.what'),
    },
    ...nameLanguages.map(
      (language, i): FieldSpec => ({
        name: fieldOf[language],
        kind: 'textarea',
        label: t(`field.${fieldOf[language]}`),
        ...(i === 0 ? { hint: t('hint.names') } : {}),
        rows: Math.max(2, inLanguage(language).length + 1),
        maxLength: 4000,
        value: linesText(inLanguage(language)),
        group: t('group.names'),
      }),
    ),
    {
      name: 'parents',
      kind: 'textarea',
      label: t('field.parents'),
      hint: t('hint.parents'),
      rows: Math.max(2, above.length + 1),
      maxLength: 4000,
      value: linesText(above),
      group: t('group.parents'),
    },
    {
      ...position,
      name: 'latitude',
      label: t('field.latitude'),
      hint: t('hint.latitude'),
      value: degrees(place?.latitude),
    },
    { ...position, name: 'longitude', label: t('field.longitude'), value: degrees(place?.longitude) },
    {
      name: 'source',
      kind: 'text',
      label: t('field.source'),
      hint: t('hint.source'),
      maxLength: 300,
      autocomplete: 'off',
      value: place?.source ?? '',
      group: t('group.source'),
    },
  ];
}
