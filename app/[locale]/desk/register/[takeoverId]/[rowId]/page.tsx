import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { leaveRowOutAction } from '@/app/actions/takeover';
import { TakeoverProblems } from '@/components/desk/takeover-problems';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { takeoverRowPage } from '@/domain/takeover/queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../../found';
import { CorrectForm } from './correct';

type PageProps = { params: Promise<{ locale: string; takeoverId: string; rowId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'takeover' });
  return { title: t('title') };
}

/** One row of the old register: what is wrong with it, corrected by hand beside what the file says. */
export default async function TakeoverRowPage({ params }: PageProps) {
  const { locale, takeoverId, rowId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const row = await found(takeoverRowPage(actor, { takeoverId, rowId }));
  const t = await getTranslations('takeover');
  const back = `/${locale}/desk/register/${takeoverId}`;
  const isOpen = row.state === 'read' || row.state === 'undone';
  const title = t('row.title', { row: row.row });
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('title'), href: `/${locale}/desk/register` },
          { label: row.fileName, href: back },
          { label: title },
        ]}
      />
      <PageHeading
        above={
          <>
            {row.sheet}{' '}
            <Tag tone={row.outcome === 'refused' ? 'attention' : 'neutral'}>{t(`outcome.${row.outcome}`)}</Tag>
          </>
        }
      >
        {title}
      </PageHeading>
      <TakeoverProblems problems={row.problems} />
      <p className="my-3">
        <a href={`${back}?outcome=refused#rows`} className="target">
          {t('row.back')}
        </a>
      </p>
      {isOpen && <CorrectForm row={row} />}
      {isOpen && (
        <ActionForm
          id="leave-out"
          action={leaveRowOutAction}
          texts={await formTexts()}
          token={crypto.randomUUID()}
          submit={t(row.outcome === 'left-out' ? 'row.takeIn' : 'row.leaveOut')}
          fields={[
            { name: 'takeoverId', kind: 'hidden', label: 'takeoverId', value: takeoverId },
            { name: 'rowId', kind: 'hidden', label: 'rowId', value: rowId },
            { name: 'leaveOut', kind: 'hidden', label: 'leaveOut', value: row.outcome === 'left-out' ? '' : 'on' },
          ]}
        />
      )}
      <Section title={t('row.asWritten')} id="as-written">
        <DefinitionList items={row.cells.map(([term, value]) => ({ term, value }))} />
      </Section>
    </>
  );
}
