/** What the command line says, in the language of the terminal: `LC_ALL`, `LC_MESSAGES`, `LANG`. */
import { createTranslator } from 'use-intl/core';
import { DomainError } from '@/domain/result';
import { SettingsError } from '@/env';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';

const messages: Record<string, Record<string, unknown>> = { en, kk, ru };

export function languageOf(source: Record<string, string | undefined>): string {
  const [language = ''] = (source.LC_ALL || source.LC_MESSAGES || source.LANG || '').split(/[_.@]/);
  return Object.hasOwn(messages, language) ? language : 'en';
}

type Values = Readonly<Record<string, string | number>>;

/** The text under a key of the messages; the key itself where there is none. */
export function say(key: string, values: Values = {}): string {
  const locale = languageOf(process.env);
  const translate = createTranslator({
    locale,
    messages: messages[locale] as never,
    timeZone: 'Asia/Almaty',
    onError: () => undefined,
    getMessageFallback: ({ key: missing }) => missing,
  }) as (key: string, values?: Values) => string;
  return translate(key, values);
}

/** What is wrong and what to do, in one line; null for an error nobody expected. */
export function refusalText(error: unknown): string | null {
  if (error instanceof SettingsError) return error.message;
  if (isBusy(error)) return say('errors.database.busy');
  if (!(error instanceof DomainError)) return null;
  const fields = Object.entries(error.fields).map(
    ([field, code]) => `${field}: ${say(`errors.${code}`, error.details)}`,
  );
  const single = fields.length > 0 && (error.code === 'input.invalid' || fields.length === 1);
  return oneLine(
    error.code === 'input.invalid' && single ? fields.join(' ') : say(`errors.${error.code}`, error.details),
  );
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A command that did its work but for some refusals, each told already. */
export class PartlyRefused extends Error {}
