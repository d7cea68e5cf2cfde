import '@/app/globals.css';
import type { Metadata, Viewport } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { isLargeType } from '@/components/site/large-type';
import { ProblemTextsProvider } from '@/components/site/problem-texts';
import { env } from '@/env';
import { routing } from '@/messages/routing';

// Each page carries a nonce of its own (content security policy), so none can be made beforehand.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = { themeColor: '#fbf8f1' };

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const t = await getTranslations({ locale: await known(params), namespace: 'site' });
  return {
    title: { default: `${t('name')}. ${t('museum')}`, template: `%s. ${t('name')}` },
    description: t('description'),
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function RootLayout({ params, children }: LayoutProps) {
  const locale = await known(params);
  setRequestLocale(locale);
  const t = await getTranslations('site');
  const texts = {
    title: t('problem.title'),
    text: t('problem.text'),
    retry: t('problem.retry'),
    reference: t('problem.reference'),
    home: t('home'),
    demonstration: env.isDemonstration ? t('demonstration') : null,
  };
  return (
    <html lang={locale} data-type={(await isLargeType()) ? 'large' : undefined}>
      <body>
        <ProblemTextsProvider texts={texts}>{children}</ProblemTextsProvider>
      </body>
    </html>
  );
}

/** An unknown language reads in the default one: the page below says that there is no such page. */
async function known(params: LayoutProps['params']) {
  const { locale } = await params;
  return hasLocale(routing.locales, locale) ? locale : routing.defaultLocale;
}
