/** The whole application on one page, for who registers it from a letter or at the telephone. */
import { getTranslations } from 'next-intl/server';
import type { FieldSpec, FormCheck } from '@/components/form/types';
import { type FieldTexts, fieldSpec, stepCheck } from '@/components/site/apply-fields';
import { type Field, fieldsOf, steps } from '@/domain/applications/fields';

const paperChannels = ['post', 'telephone', 'visit', 'email'] as const;

/** What is looked at while a field is left. */
export const registerCheck: FormCheck = Object.assign(
  { channel: 'required', receivedOn: 'required', language: 'required' },
  ...steps.map(stepCheck),
);

/** Every question in the order of the steps, after how and when the application came. @param today `YYYY-MM-DD` */
export async function registerFields(texts: FieldTexts, today: string): Promise<FieldSpec[]> {
  const t = await getTranslations('register');
  const channels = await getTranslations('channel');
  const languages = await getTranslations('site.languages');
  const group = t('group.paper');
  const paper: FieldSpec[] = [
    {
      name: 'channel',
      kind: 'select',
      label: t('channel'),
      required: true,
      options: paperChannels.map((value) => ({ value, label: channels(value) })),
      group,
    },
    {
      name: 'receivedOn',
      kind: 'text',
      label: t('receivedOn'),
      hint: t('receivedOnHint'),
      required: true,
      value: today,
      maxLength: 20,
      inputMode: 'text',
      autocomplete: 'off',
      group,
    },
    {
      name: 'language',
      kind: 'select',
      label: t('language'),
      hint: t('languageHint'),
      required: true,
      options: (['kk', 'ru', 'en'] as const).map((value) => ({ value, label: languages(value) })),
      group,
    },
  ];
  const asked = steps.flatMap((step) => {
    const inStep = t(`group.${step}`);
    return fieldsOf(step).map((field) => ({ ...deskSpec(field, texts, t), group: inStep }));
  });
  return [
    ...paper,
    ...asked,
    {
      name: 'consentHow',
      kind: 'select',
      label: t('consentHow'),
      hint: t('consentHowHint'),
      width: 'medium',
      options: (['signature', 'word-of-mouth'] as const).map((value) => ({ value, label: t(`how.${value}`) })),
      group: t('group.consents'),
    },
  ];
}

type Words = Awaited<ReturnType<typeof getTranslations<'register'>>>;

/** The question of the public form, told about a third person: without explanations, lists instead of dots, nothing to tick. */
function deskSpec(field: Field, texts: FieldTexts, t: Words): FieldSpec {
  const { hint, unknown, unknownTicked, ...spec } = fieldSpec(field, {}, texts);
  const own = `field.${field.name}` as Parameters<Words>[0];
  return {
    ...spec,
    autocomplete: 'off',
    ...(t.has(own) && { label: t(own) }),
    ...(field.name === 'birth' && { hint: t('dateHint') }),
    ...(field.kind === 'radio' && { kind: 'select' }),
    ...(field.kind === 'textarea' && { rows: 2 }),
  };
}
