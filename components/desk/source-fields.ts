/** The form of a source, for a new one and for one that is changed. */
import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';
import { countriesToday, countryName } from '@/domain/countries';
import { partLines } from '@/domain/sources/parts';
import type { sourcePage } from '@/domain/sources/queries';
import { citationParts, sourceAccesses, sourceKinds } from '@/domain/sources/words';
import type { Locale } from '@/messages/routing';
import { sourceWords } from './source-words';

type Source = Awaited<ReturnType<typeof sourcePage>>['source'];

export async function sourceFields(locale: Locale, source?: Source): Promise<FieldSpec[]> {
  const t = await getTranslations('sources');
  const words = await sourceWords();
  const names = [source?.name.kk, source?.name.ru, source?.name.en];
  const notes = [source?.note.kk, source?.note.ru, source?.note.en];
  return [
    ...(['nameKk', 'nameRu', 'nameEn'] as const).map(
      (name, at): FieldSpec => ({
        ...{ name, kind: 'text', label: t(`field.${name}`), required: true, maxLength: 200 },
        value: names[at] ?? '',
      }),
    ),
    ...(['noteKk', 'noteRu', 'noteEn'] as const).map(
      (name, at): FieldSpec => ({
        ...{ name, kind: 'textarea', rows: 2, label: t(`field.${name}`), maxLength: 500 },
        ...(at === 0 ? { hint: t('hint.note') } : {}),
        value: notes[at] ?? '',
      }),
    ),
    {
      ...{ name: 'kind', kind: 'select', label: t('kindLabel'), required: true, value: source?.kind ?? '' },
      options: sourceKinds.map((value) => ({ value, label: words.kind(value) })),
    },
    {
      ...{ name: 'access', kind: 'select', label: t('accessLabel'), required: true, value: source?.access ?? '' },
      options: sourceAccesses.map((value) => ({ value, label: words.access(value) })),
    },
    {
      ...{ name: 'country', kind: 'select', label: t('country'), required: true, value: source?.country ?? 'KZ' },
      options: countriesToday.map((value) => ({ value, label: countryName(value, locale) })),
    },
    { name: 'url', kind: 'text', label: t('site'), inputMode: 'url', maxLength: 500, value: source?.url ?? '' },
    {
      ...{ name: 'searchAddress', kind: 'textarea', rows: 2, label: t('searchAddress'), maxLength: 1000 },
      ...{ hint: t('hint.searchAddress'), value: source?.searchAddress ?? '' },
    },
    {
      ...{ name: 'citationPattern', kind: 'checkboxes', label: t('citation') },
      value: source?.citationPattern.join(',') ?? '',
      options: citationParts.map((value) => ({ value, label: words.citation([value]) })),
    },
    {
      ...{ name: 'parts', kind: 'textarea', rows: 5, label: t('parts'), hint: t('hint.parts'), maxLength: 6000 },
      value: source ? partLines(source.parts) : '',
    },
    {
      ...{ name: 'checklist', kind: 'checkbox', label: t('field.checklist') },
      value: (source?.checklist ?? true) ? 'on' : '',
    },
    ...(source
      ? [
          {
            ...{ name: 'inUse', kind: 'checkbox' as const, label: t('field.inUse'), hint: t('hint.inUse') },
            value: source.inUse ? 'on' : '',
          },
        ]
      : []),
  ];
}
