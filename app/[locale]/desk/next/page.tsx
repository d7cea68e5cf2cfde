import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { nextCase } from '@/domain/desk/my-work';
import { routing } from '@/messages/routing';
import { found } from '../found';
import { type Search, textOf } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

/** The way on: to the next case of one's work, and to the work itself when no other case waits. */
export default async function NextPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const next = await found(nextCase(actor, { after: textOf(await searchParams, 'after').slice(0, 36) }));
  redirect(next ? `/${locale}/desk/cases/${next.caseId}` : `/${locale}/desk`);
}
