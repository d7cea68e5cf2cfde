import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';
import type { FindPage } from '@/domain/community/find-queries';
import type { FoundMan } from '@/domain/community/found-person';
import { findKinds } from '@/domain/community/rules/finds';
import { countriesToday, countryName } from '@/domain/countries';
import type { Locale } from '@/messages/routing';

type Find = FindPage['find'];
type Partner = { id: string; name: Readonly<Record<Locale, string>> };

const line = { kind: 'text', maxLength: 300, autocomplete: 'off' } as const;

/** What a find is asked: what, by whom, when, where, in what state. */
export async function findFields(locale: Locale, partners: readonly Partner[], find?: Find): Promise<FieldSpec[]> {
  const t = await getTranslations('find');
  const degrees = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  const position = { ...line, inputMode: 'decimal', maxLength: 20, group: t('field.position') } as const;
  return [
    {
      name: 'kind',
      kind: 'select',
      label: t('field.kind'),
      required: true,
      options: findKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      value: find?.kind ?? '',
    },
    { name: 'foundOn', kind: 'date', label: t('field.foundOn'), value: find?.foundOn ?? '' },
    {
      name: 'partnerId',
      kind: 'select',
      label: t('field.partnerId'),
      options: partners.map((partner) => ({ value: partner.id, label: partner.name[locale] })),
      value: find?.partnerId ?? '',
    },
    { ...line, name: 'foundBy', label: t('field.foundBy'), hint: t('hint.foundBy'), value: find?.foundBy ?? '' },
    {
      ...line,
      name: 'place',
      label: t('field.place'),
      hint: t('hint.place'),
      required: true,
      value: find?.place ?? '',
      width: 'full',
    },
    { ...line, name: 'region', label: t('field.region'), value: find?.region ?? '' },
    {
      name: 'country',
      kind: 'select',
      label: t('field.country'),
      options: countriesToday.map((value) => ({ value, label: countryName(value, locale) })),
      value: find?.country ?? '',
    },
    {
      ...position,
      name: 'latitude',
      label: t('field.latitude'),
      hint: t('hint.position'),
      value: degrees(find?.latitude),
    },
    { ...position, name: 'longitude', label: t('field.longitude'), value: degrees(find?.longitude) },
    {
      name: 'description',
      kind: 'textarea',
      label: t('field.description'),
      hint: t('hint.description'),
      maxLength: 4000,
      rows: 4,
      value: find?.description ?? '',
      width: 'full',
    },
    {
      name: 'remains',
      kind: 'text',
      inputMode: 'numeric',
      maxLength: 5,
      width: 'short',
      label: t('field.remains'),
      value: degrees(find?.remains),
    },
    { ...line, name: 'keptAt', label: t('field.keptAt'), value: find?.keptAt ?? '' },
  ];
}

/** What a find says of one man, marks of uncertainty and all. */
export async function foundManFields(man?: FoundMan): Promise<FieldSpec[]> {
  const t = await getTranslations('find.man');
  const fields = ['surname', 'givenName', 'patronymic', 'birth', 'birthPlace', 'draftPlace', 'kin'] as const;
  return [
    {
      name: 'reading',
      kind: 'textarea',
      label: t('reading'),
      hint: t('marks'),
      maxLength: 4000,
      rows: 4,
      value: man?.reading ?? '',
      width: 'full',
    },
    ...fields.map(
      (name): FieldSpec => ({
        ...line,
        maxLength: maxima[name] ?? 200,
        name,
        label: t(name),
        value: man?.[name] ?? '',
      }),
    ),
  ];
}

const maxima: Readonly<Record<string, number>> = { birth: 100, birthPlace: 300, draftPlace: 300, kin: 500 };

/** The soldier of a case that begins with a found man, filled in with what was read of him. */
export async function foundCaseFields(man: FoundMan): Promise<FieldSpec[]> {
  const t = await getTranslations('find.man');
  const fields = ['surname', 'givenName', 'patronymic', 'birth', 'birthPlace', 'draftPlace'] as const;
  return [
    ...fields.map(
      (name): FieldSpec => ({
        ...line,
        maxLength: name === 'birth' ? 100 : 200,
        name,
        label: t(name),
        value: man[name],
      }),
    ),
    { ...line, maxLength: 1000, name: 'otherSpellings', label: t('otherSpellings') },
  ];
}
