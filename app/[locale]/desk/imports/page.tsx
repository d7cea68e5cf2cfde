import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { ImportTable } from '@/components/desk/import-table';
import { PageHeading, Section } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { importList } from '@/domain/archive/queries';
import { sourceList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { pageOf, type Search } from '../search';
import { Upload } from './upload';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 25;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'imports' });
  return { title: t('title') };
}

/** Record files taken into the archive index, and the form for the next one. */
export default async function ImportsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = pageOf(await searchParams);
  const list = await found(importList(actor, { limit: pageSize, offset: (page - 1) * pageSize }));
  const t = await getTranslations('imports');
  const address = { path: `/${locale}/desk/imports`, params: { page: page > 1 ? String(page) : undefined } };
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Section title={t('upload.title')} id="upload">
        <Upload locale={locale} sources={await sourceList(actor, {})} />
      </Section>
      <Section title={t('list.title')} id="list">
        <ImportTable locale={locale} rows={list.rows} total={list.total} />
        <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
      </Section>
    </>
  );
}
