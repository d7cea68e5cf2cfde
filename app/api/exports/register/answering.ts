import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { DomainError } from '@/domain/result';
import { routing } from '@/messages/routing';

/** The language a download is asked for in, and its words by any key of the messages. */
export async function wordsOf(request: Request) {
  const asked = new URL(request.url).searchParams.get('language');
  const language = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const t = await getTranslations({ locale: language });
  return { language, text: (key: string): string => (t.has(key as never) ? t(key as never) : key) };
}

/** A refusal as a sentence; everything else is a bug and goes on. */
export function refusal(error: unknown, text: (key: string) => string): Response {
  if (!(error instanceof DomainError)) throw error;
  const status = error.code === 'access.sign-in' ? 401 : error.code.startsWith('access.') ? 403 : 404;
  return new Response(`${text(`errors.${error.code}`)}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
