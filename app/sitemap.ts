import type { MetadataRoute } from 'next';
import { publicAddresses } from '@/domain/memory/reading';
import { env } from '@/env';
import { routing } from '@/messages/routing';

export const dynamic = 'force-dynamic';

const pages = ['', '/apply', '/burials', '/ceremonies', '/sought', '/tell-us'];

/** Every page that everybody may read, in its languages: those of a soldier only while the families agree. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { burialIds, pageIds } = await publicAddresses();
  const paths = [
    ...pages,
    ...burialIds.map((burialId) => `/burials/${burialId}`),
    ...pageIds.map((pageId) => `/memory/${pageId}`),
  ];
  return paths.map((path) => {
    const languages = Object.fromEntries(
      routing.locales.map((locale) => [locale, `${env.baseUrl}/${locale}${path}`] as const),
    );
    return { url: `${env.baseUrl}/${routing.defaultLocale}${path}`, alternates: { languages } };
  });
}
