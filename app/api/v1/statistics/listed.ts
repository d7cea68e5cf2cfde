/** The catalogue of statistics with its words, for programs. */
import { createTranslator } from 'use-intl/core';
import type * as z from 'zod/mini';
import type { names, statisticList } from '@/domain/open-data/shapes';
import { catalogue } from '@/domain/statistics/catalogue';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';

const translators = {
  kk: createTranslator({ locale: 'kk', messages: kk }),
  ru: createTranslator({ locale: 'ru', messages: ru }),
  en: createTranslator({ locale: 'en', messages: en }),
};

function words(key: string): z.infer<typeof names> {
  const say = (locale: keyof typeof translators) => {
    const t = translators[locale];
    return t.has(key as never) ? t(key as never) : '';
  };
  return { kk: say('kk'), ru: say('ru'), en: say('en') };
}

/** Every statistic: its key, what it can be asked, what its rows hold, and the definition in words. */
export const listedStatistics = (): z.infer<typeof statisticList> => ({
  items: catalogue.map(({ key, group, audience, params, columns, figures }) => ({
    ...{ key, group, audience, params: [...params] },
    columns: columns.map((column) => ({ key: column.key, kind: column.kind })),
    figures: figures.map((column) => ({ key: column.key, kind: column.kind })),
    title: words(`statistic.${key}.title`),
    definition: words(`statistic.${key}.definition`),
  })),
});
