import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { deskActor } from '@/app/actions/session';
import { signOutAction } from '@/app/actions/sign-out';
import { DeskShell } from '@/components/desk/shell';
import { requestPath } from '@/components/site/request-path';
import { env } from '@/env';
import { routing } from '@/messages/routing';
import { sectionsFor } from './sections';

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

/** The frame of the desk. Who may see what is decided by each page's own queries, not here. */
export default async function DeskLayout({ params, children }: LayoutProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  // `account`: whoever must change a password still gets the frame; the pages send them there.
  const actor = await deskActor(locale, 'account');
  return (
    <DeskShell
      locale={locale}
      path={await requestPath()}
      sections={sectionsFor(actor)}
      staffName={actor.name}
      signOut={signOutAction}
      isDemonstration={env.isDemonstration}
    >
      {children}
    </DeskShell>
  );
}
