/** How a document of ours goes out, and what is said instead when it may not. */
import 'server-only';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { regions } from '@/domain/regions';
import { DomainError } from '@/domain/result';
import { type Locale, routing } from '@/messages/routing';

/** Name of the file in Latin letters, as every system can keep it, and in the reader's language. */
export type FileName = { plain: string; written: string };

type Kind =
  | 'application/pdf'
  | 'application/json; charset=utf-8'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A file to keep. Browsers do not show a sandboxed PDF, and whoever asked for it stays on the page; `shared`: the same for everybody.
 */
export function fileAnswer(content: Uint8Array | string, type: Kind, name: FileName, shared = false): Response {
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name.plain}"; filename*=UTF-8''${encodeURIComponent(name.written)}`,
      'cache-control': shared ? 'public, max-age=3600' : 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
}

/** The language asked for by `?language=`, else `otherwise`. */
export function languageOf(request: Request, otherwise: Locale): Locale {
  const asked = new URL(request.url).searchParams.get('language');
  return hasLocale(routing.locales, asked) ? asked : otherwise;
}

/** Runs `work`; a refusal is a page to sign in at, or a sentence. */
export async function documentOr(signIn: string, locale: Locale, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'access.sign-in')
      return new Response(null, {
        status: 303,
        headers: { location: `/${locale}${signIn}`, 'cache-control': 'no-store' },
      });
    const t = await getTranslations({ locale, namespace: 'errors' });
    const text = t.has(error.code as never) ? t(error.code as never, error.details as never) : t('unknown' as never);
    return new Response(text, {
      status: error.code.startsWith('access.') ? 403 : 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
}

export const regionName = (code: string | undefined, locale: Locale): string =>
  regions.find((region) => region.code === code)?.name[locale] ?? '';
