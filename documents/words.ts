/** Words of documents: the same messages as the pages, in whichever language the reader has. */
import { createFormatter, createTranslator, type Messages } from 'use-intl/core';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';

export type DocumentLanguage = 'kk' | 'ru' | 'en';

const messages: Record<DocumentLanguage, unknown> = { kk, ru, en };
const timeZone = 'Asia/Almaty';

export type Words = ((key: string, values?: Record<string, string | number>) => string) & {
  has(key: string): boolean;
};

/** The texts of one namespace. */
export function wordsOf(language: DocumentLanguage, namespace: string): Words {
  const t = createTranslator({
    locale: language,
    messages: messages[language] as Messages,
    timeZone,
    namespace: namespace as never,
  });
  return Object.assign((key: string, values?: Record<string, string | number>) => t(key as never, values as never), {
    has: (key: string) => t.has(key as never),
  });
}

/** Days and moments in the museum's time zone, in the reader's language. */
export function datesOf(language: DocumentLanguage) {
  const format = createFormatter({ locale: language, timeZone });
  return {
    day: (at: number) => format.dateTime(at, { dateStyle: 'long' }),
    moment: (at: number) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' }),
  };
}
