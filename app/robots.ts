import type { MetadataRoute } from 'next';

/** Search engines read the public pages; the desk and the interfaces are nothing for them. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/', disallow: ['/*/desk', '/api/'] } };
}
