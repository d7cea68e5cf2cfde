import { getTranslations } from 'next-intl/server';
import { type Say, type StatisticWords, statisticWords } from '@/domain/statistics/words';
import type { Locale } from '@/messages/routing';

/** The words of statistics in the language of this page. */
export async function wordsHere(locale: Locale): Promise<{ say: Say; words: StatisticWords }> {
  const t = await getTranslations({ locale });
  const say: Say = (key, values) => t(key as never, values as never);
  return { say, words: statisticWords(locale, say) };
}
