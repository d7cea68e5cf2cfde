import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/ui/skip-link';
import { env } from '@/env';
import type { Locale } from '@/messages/routing';
import { requestPath } from './request-path';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

/** Everything around the content of a public page. */
export async function SiteFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const t = await getTranslations('site');
  return (
    <div className="site flex min-h-svh flex-col">
      <SkipLink label={t('skip')} />
      <SiteHeader locale={locale} path={await requestPath()} isDemonstration={env.isDemonstration} />
      <main id="content" tabIndex={-1} className="page w-full flex-1 pt-9 outline-none sm:pt-14 print:pt-4">
        {children}
      </main>
      <SiteFooter locale={locale} />
    </div>
  );
}
