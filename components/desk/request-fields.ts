import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';
import { requestChannels } from '@/domain/correspondence/partner-kinds';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';

type Names = Readonly<Record<Locale, string>>;
type Man = { caseId: string; number: number; surname: string; givenName: string; patronymic: string };

export type RequestDraft = {
  partnerId: string;
  sourceKey: string;
  language: string;
  number: string;
  channel: string;
  text: string;
};

/** What a request is made of; every man named can be left out again. */
export async function requestFields(
  locale: Locale,
  draft: RequestDraft,
  men: readonly Man[],
  choices: {
    partners: readonly { id: string; name: Names; inUse: boolean }[];
    sources: readonly { key: string; name: Names }[];
  },
): Promise<FieldSpec[]> {
  const t = await getTranslations('requests.field');
  const channel = await getTranslations('channel');
  const language = await getTranslations('site.languages');
  const queue = await getTranslations('queue');
  return [
    {
      name: 'partnerId',
      kind: 'select',
      label: t('partner'),
      required: true,
      value: draft.partnerId,
      options: choices.partners
        .filter(({ id, inUse }) => inUse || id === draft.partnerId)
        .map(({ id, name }) => ({ value: id, label: name[locale] })),
    },
    {
      name: 'sourceKey',
      kind: 'select',
      label: t('source'),
      hint: t('sourceHint'),
      required: true,
      value: draft.sourceKey,
      options: choices.sources.map(({ key, name }) => ({ value: key, label: name[locale] })),
    },
    {
      name: 'language',
      kind: 'select',
      label: t('language'),
      required: true,
      value: draft.language,
      options: (['kk', 'ru', 'en'] as const).map((value) => ({ value, label: language(value) })),
    },
    {
      name: 'channel',
      kind: 'select',
      label: t('channel'),
      required: true,
      value: draft.channel,
      options: requestChannels.map((value) => ({ value, label: channel(value) })),
    },
    { name: 'number', kind: 'text', label: t('number'), hint: t('numberHint'), maxLength: 40, value: draft.number },
    {
      name: 'caseIds',
      kind: 'checkboxes',
      label: t('men'),
      value: men.map(({ caseId }) => caseId).join(','),
      options: men.map((man) => ({
        value: man.caseId,
        label: `№ ${man.number}, ${fullName(man) || queue('nameless')}`,
      })),
    },
    {
      name: 'text',
      kind: 'textarea',
      label: t('text'),
      hint: t('textHint'),
      required: true,
      rows: 16,
      maxLength: 20_000,
      value: draft.text,
      width: 'full',
    },
  ];
}
