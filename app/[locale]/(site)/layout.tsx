import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { switchTypeAction } from '@/app/actions/type-size';
import { SiteFrame } from '@/components/site/site-frame';
import { env } from '@/env';
import { routing } from '@/messages/routing';

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function SiteLayout({ params, children }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <SiteFrame locale={locale} isDemonstration={env.isDemonstration} switchType={switchTypeAction}>
      {children}
    </SiteFrame>
  );
}
