import { getTranslations } from 'next-intl/server';
import type { FieldTexts } from '@/components/site/apply-fields';
import { regions } from '@/domain/regions';
import type { Locale } from '@/messages/routing';

/** The words of the application's questions in the reader's language. */
export async function fieldTexts(locale: Locale): Promise<FieldTexts> {
  const words = await getTranslations('field');
  const form = await getTranslations('form');
  return {
    words: Object.assign((key: string) => words(key), { has: (key: string) => words.has(key) }),
    unknown: form('unknown'),
    regions: regions.map(({ code, name }) => ({ value: code, label: name[locale] })),
  };
}
