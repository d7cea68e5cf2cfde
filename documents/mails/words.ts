/** Words of the letters: the messages of the site in the reader's own language, whatever the process speaks. */
import { createFormatter, createTranslator } from 'use-intl/core';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';

const messages = { kk, ru, en } as const;
const timeZone = 'Asia/Almaty';

export type MailLanguage = keyof typeof messages;
type Values = Readonly<Record<string, string>>;

export type MailWords = {
  say: (key: string, values?: Values) => string;
  /** A museum day `YYYY-MM-DD`, in words. */
  ofDay: (day: string) => string;
  /** A moment in milliseconds since 1970, with its time. */
  moment: (at: number) => string;
};

/** @throws when a key is missing: a letter with a hole in it must not go out */
export function wordsIn(locale: MailLanguage): MailWords {
  const fail = (error: Error) => {
    throw error;
  };
  const translate = createTranslator({
    locale,
    messages: messages[locale] as never,
    timeZone,
    onError: fail,
  }) as (key: string, values?: Values) => string;
  const format = createFormatter({ locale, timeZone, onError: fail });
  return {
    say: (key, values = {}) => translate(key, values),
    ofDay: (day) => format.dateTime(new Date(`${day}T12:00:00+05:00`), { dateStyle: 'long' }),
    moment: (at) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' }),
  };
}
