/** Refusals of the interface for programs: RFC 9457, `code` for the program, `title` and `detail` for whoever reads along. */
import { createTranslator } from 'use-intl/core';
import { DomainError } from '@/domain/result';
import { log } from '@/log';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import { preferredLocale } from '@/messages/preferred-locale';
import ru from '@/messages/ru.json';

const messages = { kk, ru, en };

/** Phrases of the statuses as HTTP itself names them: with `about:blank` the title is to be no other. */
const phrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
};

/** A refusal as `application/problem+json`, its text in the language of `accept-language`. */
export function problem(request: Request, error: DomainError): Response {
  const status = statusOf(error.code);
  const locale = preferredLocale(request.headers.get('accept-language'));
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'errors' });
  const say = (code: string) =>
    t.has(code as never) ? t(code as never, error.details as never) : t('unknown' as never);
  const fields = Object.entries(error.fields).map(([name, code]) => ({ name, code, detail: say(code) }));
  log.info({ code: error.code, status }, 'interface refused');
  const body = {
    ...{ type: 'about:blank', title: phrases[status], status, code: error.code, detail: say(error.code) },
    ...(fields.length > 0 ? { fields } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': locale,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="izdeu"' } : {}),
      ...(status === 429 ? { 'retry-after': String(Number(error.details.minutes ?? 1) * 60) } : {}),
    },
  });
}

/** Runs `work`; a refusal of the domain becomes a problem, anything else is a bug and goes on. */
export async function answered(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return problem(request, error);
  }
}

function statusOf(code: string): number {
  if (code === 'access.sign-in' || code === 'token.wrong') return 401;
  if (code === 'access.too-many-attempts') return 429;
  if (code.startsWith('access.') || code === 'token.out-of-scope') return 403;
  if (code.endsWith('.not-found')) return 404;
  return 400;
}
