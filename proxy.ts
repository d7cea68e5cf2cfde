/** Gives an address without a language the reader's. Pages that have one do not pass through here, and nothing is guarded here. */
import { type NextRequest, NextResponse } from 'next/server';
import { preferredLocale } from '@/messages/preferred-locale';

export function proxy(request: NextRequest) {
  const url = request.nextUrl.clone();
  url.pathname = `/${preferredLocale(request.headers.get('accept-language'))}${url.pathname === '/' ? '' : url.pathname}`;
  return NextResponse.redirect(url, { headers: { vary: 'accept-language' } });
}

export const config = {
  // Everything but the three languages, the interfaces, the framework's own files and names with an ending (icons, robots.txt).
  matcher: ['/((?!(?:kk|ru|en|api|empty|_next)(?:/|$)|.*\\.[^/]*$).*)'],
};
