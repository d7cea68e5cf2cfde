import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SkipLink } from '@/components/ui/skip-link';
import type { Locale } from '@/messages/routing';
import { requestPath } from './request-path';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import type { TypeAction } from './type-switch';

type FrameProps = { locale: Locale; isDemonstration: boolean; switchType: TypeAction; children: ReactNode };

/** Everything around the content of a public page. */
export async function SiteFrame({ locale, isDemonstration, switchType, children }: FrameProps) {
  const t = await getTranslations('site');
  return (
    <div className="site flex min-h-svh flex-col">
      <SkipLink label={t('skip')} />
      <SiteHeader
        locale={locale}
        path={await requestPath()}
        isDemonstration={isDemonstration}
        switchType={switchType}
      />
      <main id="content" tabIndex={-1} className="page w-full flex-1 pt-9 outline-none sm:pt-14 print:pt-4">
        {children}
      </main>
      <SiteFooter locale={locale} />
    </div>
  );
}
