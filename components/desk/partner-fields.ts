import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';
import { partnerKinds } from '@/domain/correspondence/partner-kinds';
import type { Locale } from '@/messages/routing';
import { countryTodayOptions } from './burial-place-fields';

type Names = Readonly<Record<Locale, string>>;

export type PartnerFacts = {
  kind: string;
  country: string;
  name: Names;
  contactName: string;
  email: string;
  telephone: string;
  address: string;
  website: string;
  holds: string;
  note: string;
  language: string;
  answersIn: number;
};

/** What is kept of a partner: who it is, how it is reached, what it holds, how it answers. */
export async function partnerFields(locale: Locale, partner?: PartnerFacts): Promise<FieldSpec[]> {
  const t = await getTranslations('partners');
  const kind = await getTranslations('partnerKind');
  const language = await getTranslations('site.languages');
  const line = (name: 'contactName' | 'telephone', maxLength: number): FieldSpec => ({
    name,
    kind: 'text',
    label: t(`field.${name}`),
    maxLength,
    autocomplete: 'off',
    value: partner?.[name] ?? '',
    group: t('group.contact'),
  });
  return [
    ...(['Kk', 'Ru', 'En'] as const).map(
      (suffix): FieldSpec => ({
        name: `name${suffix}`,
        kind: 'text',
        label: t(`field.name${suffix}`),
        maxLength: 300,
        autocomplete: 'off',
        value: partner?.name[suffix.toLowerCase() as Locale] ?? '',
        group: t('group.name'),
      }),
    ),
    {
      name: 'kind',
      kind: 'select',
      label: t('field.kind'),
      required: true,
      value: partner?.kind ?? '',
      options: partnerKinds.map((value) => ({ value, label: kind(value) })),
    },
    {
      name: 'country',
      kind: 'select',
      label: t('field.country'),
      required: true,
      value: partner?.country ?? 'KZ',
      options: countryTodayOptions(locale),
    },
    {
      name: 'language',
      kind: 'select',
      label: t('field.language'),
      required: true,
      value: partner?.language ?? 'ru',
      options: (['kk', 'ru', 'en'] as const).map((value) => ({ value, label: language(value) })),
    },
    {
      name: 'answersIn',
      kind: 'text',
      label: t('field.answersIn'),
      hint: t('hint.answersIn'),
      inputMode: 'numeric',
      width: 'short',
      required: true,
      value: String(partner?.answersIn ?? 30),
    },
    line('contactName', 200),
    line('telephone', 100),
    {
      name: 'email',
      kind: 'email',
      label: t('field.email'),
      maxLength: 254,
      autocomplete: 'off',
      value: partner?.email ?? '',
      group: t('group.contact'),
    },
    {
      name: 'website',
      kind: 'text',
      label: t('field.website'),
      inputMode: 'url',
      maxLength: 300,
      value: partner?.website ?? '',
      group: t('group.contact'),
    },
    {
      name: 'address',
      kind: 'textarea',
      label: t('field.address'),
      rows: 2,
      maxLength: 500,
      value: partner?.address ?? '',
      group: t('group.contact'),
    },
    {
      name: 'holds',
      kind: 'textarea',
      label: t('field.holds'),
      hint: t('hint.holds'),
      rows: 3,
      maxLength: 4000,
      value: partner?.holds ?? '',
    },
    { name: 'note', kind: 'textarea', label: t('field.note'), rows: 2, maxLength: 4000, value: partner?.note ?? '' },
  ];
}
