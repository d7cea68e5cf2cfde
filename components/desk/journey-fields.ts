import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';
import type { Journey } from '@/domain/community/journeys';
import { ceremonyKinds, inLanguage, timeZones } from '@/domain/community/rules/journeys';
import type { Locale } from '@/messages/routing';
import { countryTodayOptions } from './burial-place-fields';

type Names = Readonly<Record<Locale, string>>;
export type PlaceChoice = {
  id: string;
  presentName: Names;
  regionToday: Names;
  reportedName: string;
  reportedRegion: string;
  soldiers: number;
};

const languages = ['kk', 'ru', 'en'] as const;
const suffix = { kk: 'Kk', ru: 'Ru', en: 'En' } as const;

type Text = 'title' | 'meeting' | 'documents' | 'note' | 'place' | 'programme' | 'report';

/** One text in three languages, in a group of its own. @param rows left out: a line */
export async function inThreeFields(
  field: Text,
  value: Names | undefined,
  { maxLength, rows, hint }: { maxLength: number; rows?: number; hint?: string },
): Promise<FieldSpec[]> {
  const t = await getTranslations('journey');
  const words = await getTranslations('site.languages');
  return languages.map((language) => ({
    name: `${field}${suffix[language]}`,
    kind: rows ? ('textarea' as const) : ('text' as const),
    label: words(language),
    ...(hint && language === 'kk' ? { hint } : {}),
    ...(rows ? { rows } : {}),
    maxLength,
    autocomplete: 'off',
    value: value?.[language] ?? '',
    group: t(`field.${field}`),
  }));
}

const line = (name: string, label: string, value: string, rest: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  kind: 'text',
  label,
  value,
  autocomplete: 'off',
  ...rest,
});

const dayField = (name: string, label: string, value: string | undefined, hint: string): FieldSpec =>
  line(name, label, value ?? '', { hint, required: true, width: 'medium', inputMode: 'numeric', maxLength: 10 });

/** What a trip is asked. */
export async function tripFields(trip?: Journey, places?: number | null): Promise<FieldSpec[]> {
  const t = await getTranslations('journey');
  return [
    ...(await inThreeFields('title', trip?.title, { maxLength: 200, hint: t('hint.title') })),
    dayField('startsOn', t('field.startsOn'), trip?.startsOn, t('hint.day')),
    dayField('endsOn', t('field.endsOn'), trip?.endsOn, t('hint.day')),
    dayField('answerBy', t('field.answerBy'), trip?.answerBy, t('hint.day')),
    line('places', t('field.places'), places ? String(places) : '', {
      hint: t('hint.places'),
      width: 'short',
      inputMode: 'numeric',
      maxLength: 3,
    }),
    line('contact', t('field.contact'), trip?.contact ?? '', { hint: t('hint.contact'), maxLength: 200 }),
    ...(await inThreeFields('meeting', trip?.meeting, { maxLength: 1000, rows: 2 })),
    ...(await inThreeFields('documents', trip?.documents, { maxLength: 2000, rows: 4, hint: t('hint.documents') })),
    ...(await inThreeFields('note', trip?.note, { maxLength: 4000, rows: 3 })),
  ];
}

const placeOptions = (places: readonly PlaceChoice[], locale: Locale) =>
  places.map(({ id, presentName, regionToday, reportedName, reportedRegion, soldiers }) => ({
    value: id,
    label: `${[inLanguage(presentName, locale) || reportedName, inLanguage(regionToday, locale) || reportedRegion].filter(Boolean).join(', ')} (${soldiers})`,
  }));

/** One stage of a trip. */
export async function stageFields(
  places: readonly PlaceChoice[],
  locale: Locale,
  stage: { day: string; burialPlaceId: string; programme?: Names },
): Promise<FieldSpec[]> {
  const t = await getTranslations('journey');
  return [
    dayField('day', t('field.day'), stage.day, t('hint.day')),
    {
      name: 'burialPlaceId',
      kind: 'select',
      label: t('field.burialPlace'),
      hint: t('hint.burialPlace'),
      value: stage.burialPlaceId,
      options: [{ value: '', label: t('noPlace') }, ...placeOptions(places, locale)],
    },
    ...(await inThreeFields('programme', stage.programme, { maxLength: 1000, rows: 2, hint: t('hint.programme') })),
  ];
}

type CeremonyFacts = { burialPlaceId: string | null };

/** What a ceremony is asked. */
export async function ceremonyFields(
  locale: Locale,
  places: readonly PlaceChoice[],
  ceremony?: Journey,
  row?: CeremonyFacts,
): Promise<FieldSpec[]> {
  const t = await getTranslations('journey');
  const kinds = await getTranslations('journeys.ceremonyKind');
  return [
    {
      name: 'kind',
      kind: 'select',
      label: t('field.kind'),
      required: true,
      value: ceremony?.ceremonyKind ?? '',
      options: ceremonyKinds.map((value) => ({ value, label: kinds(value) })),
    },
    ...(await inThreeFields('title', ceremony?.title, { maxLength: 200, hint: t('hint.title') })),
    dayField('day', t('field.day'), ceremony?.startsOn, t('hint.day')),
    line('time', t('field.time'), ceremony?.time ?? '', {
      hint: t('hint.time'),
      width: 'short',
      inputMode: 'numeric',
      maxLength: 5,
    }),
    {
      name: 'timeZone',
      kind: 'select',
      label: t('field.timeZone'),
      required: true,
      value: ceremony?.timeZone ?? 'Asia/Almaty',
      options: timeZones.map((value) => ({ value, label: t(`zone.${value.replace('/', '_')}` as 'zone.Asia_Almaty') })),
    },
    ...(await inThreeFields('place', ceremony?.place ?? undefined, { maxLength: 300, hint: t('hint.place') })),
    {
      name: 'country',
      kind: 'select',
      label: t('field.country'),
      required: true,
      value: ceremony?.country ?? 'KZ',
      options: countryTodayOptions(locale),
    },
    {
      name: 'burialPlaceId',
      kind: 'select',
      label: t('field.burialPlace'),
      hint: t('hint.ceremonyPlace'),
      value: row?.burialPlaceId ?? '',
      options: [{ value: '', label: t('noPlace') }, ...placeOptions(places, locale)],
    },
    line('contact', t('field.contact'), ceremony?.contact ?? '', { hint: t('hint.contact'), maxLength: 200 }),
    ...(await inThreeFields('programme', ceremony?.programme, {
      maxLength: 4000,
      rows: 4,
      hint: t('hint.programme'),
    })),
  ];
}
