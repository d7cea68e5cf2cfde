/** How the interface for papers answers: JSON, refusals in the reader's language, nothing kept by any cache. */
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { DomainError } from '@/domain/result';
import { log } from '@/log';
import { preferredLocale } from '@/messages/preferred-locale';
import { routing } from '@/messages/routing';

/** @param work what the request does; a refusal becomes `{code, message}` with its status */
export async function answered(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refusal(request, error);
  }
}

export const json = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

async function refusal(request: Request, error: DomainError): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('language');
  const locale = hasLocale(routing.locales, asked) ? asked : preferredLocale(request.headers.get('accept-language'));
  const t = await getTranslations({ locale, namespace: 'errors' });
  const code = error.fields.file ?? error.code;
  const message = t.has(code as never) ? t(code as never, error.details as never) : t('unknown' as never);
  log.info({ code }, 'paper refused');
  return json({ code, message }, statusOf(error.code));
}

function statusOf(code: string): number {
  if (code === 'access.sign-in') return 401;
  if (code === 'access.too-many-attempts') return 429;
  if (code.startsWith('access.')) return 403;
  if (code.endsWith('.not-found')) return 404;
  if (code === 'disk.full') return 507;
  return 422;
}
