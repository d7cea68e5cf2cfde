import type { MetadataRoute } from 'next';
import { env } from '@/env';

/** Search engines read the public pages; the desk and the interfaces are nothing for them. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: ['/', '/api/memory/'], disallow: ['/*/desk', '/*/track', '/*/shared', '/api/'] },
    sitemap: `${env.baseUrl}/sitemap.xml`,
  };
}
