import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Figures } from '@/components/ui/figures';
import { PageHeading, Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { takeoverPage } from '@/domain/takeover/queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import type { Search } from '../../search';
import { Acts } from './acts';
import { MappingForm } from './mapping';
import { Rows } from './rows';

type PageProps = { params: Promise<{ locale: string; takeoverId: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'takeover' });
  return { title: t('title') };
}

/** One file of the old register: what would come of it, what to correct, and the act that takes it over. */
export default async function TakeoverPage({ params, searchParams }: PageProps) {
  const { locale, takeoverId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = await found(takeoverPage(actor, { takeoverId }));
  const t = await getTranslations('takeover');
  const format = await getFormatter();
  const isDone = page.state === 'done';
  const shown = isDone
    ? (['applications', 'cases', 'burials', 'left-out'] as const)
    : (['rows', 'takes', 'refused', 'left-out'] as const);
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/register` }, { label: page.fileName }]} />
      <PageHeading above={<Tag tone={isDone ? 'good' : 'wait'}>{t(`state.${page.state}`)}</Tag>}>
        <span className="[overflow-wrap:anywhere]">{page.fileName}</span>
      </PageHeading>
      <Section title={t(isDone ? 'page.countsDone' : 'page.counts')} id="counts">
        <Figures
          items={shown.map((name) => ({ value: format.number(page.counts[name] ?? 0), label: t(`count.${name}`) }))}
        />
      </Section>
      <Acts page={page} />
      <Rows locale={locale} actor={actor} page={page} search={await searchParams} />
      {!isDone && <MappingForm page={page} />}
    </>
  );
}
