/** How a page looks when its address is sent to somebody: title, a sentence, a picture; and its other languages. */
import type { Metadata } from 'next';
import { type Locale, routing } from '@/messages/routing';

type SharedPage = { baseUrl: string; title: string; description: string; path: string; locale: Locale };

/** @param path without the language, beginning with `/`; the picture stands under it */
export function shared({ baseUrl, title, description, path, locale }: SharedPage): Metadata {
  const url = `${baseUrl}/${locale}${path}`;
  const image = { url: `${url}/picture`, width: 1200, height: 630, alt: description, type: 'image/png' };
  return {
    title,
    description,
    alternates: {
      canonical: url,
      languages: Object.fromEntries(routing.locales.map((one) => [one, `${baseUrl}/${one}${path}`])),
    },
    openGraph: { title, description, url, locale, type: 'article', images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  };
}
