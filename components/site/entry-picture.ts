import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { PublicBurial } from '@/domain/burials/public';
import { DomainError } from '@/domain/result';
import { routing } from '@/messages/routing';
import { placeNow, placeThen } from './burial-place-words';
import { yearsOf } from './memorial-head';
import { sharePicture } from './share-picture';

/** @param request may know the picture already; @param entry what is shown; its refusal reads "no such page" */
export async function pictureOf(
  request: Request,
  locale: string,
  entry: () => Promise<PublicBurial>,
): Promise<Response> {
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  try {
    const burial = await entry();
    const t = await getTranslations({ locale, namespace: 'memory' });
    const site = await getTranslations({ locale, namespace: 'site' });
    const shown = {
      kicker: t('kicker'),
      surname: burial.surname,
      names: [burial.givenName, burial.patronymic].filter(Boolean).join(' '),
      years: yearsOf(burial),
      place: placeNow(burial, locale) || placeThen(burial, locale),
      museum: site('museum'),
    };
    return await sharePicture(shown, request.headers.get('if-none-match'));
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: 404 });
    throw error;
  }
}
