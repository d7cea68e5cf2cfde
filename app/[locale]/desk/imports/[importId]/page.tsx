import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { withdrawImportAction } from '@/app/actions/archive';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { ImportRejected } from '@/components/desk/import-rejected';
import { ImportState, isUnderWay } from '@/components/desk/import-state';
import { importCounts } from '@/components/desk/import-table';
import { ImportWatch } from '@/components/desk/import-watch';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { type ImportLine, importPage, rejectedOfImport } from '@/domain/archive/queries';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';

type PageProps = { params: Promise<{ locale: string; importId: string }> };

const rejectedShown = 100;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'imports' });
  return { title: t('one') };
}

/** One import: how far it is, what it brought, what was left out and why; and the way to take it back. */
export default async function ImportPage({ params }: PageProps) {
  const { locale, importId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const line = await found(importPage(actor, { importId }));
  const rejected = await found(rejectedOfImport(actor, { importId, limit: rejectedShown }));
  const t = await getTranslations('imports');
  const address = `/${locale}/desk/imports`;
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: address }, { label: line.fileName }]} />
      <PageHeading above={line.source?.[locale]}>
        <span className="[overflow-wrap:anywhere]">{line.fileName}</span>
      </PageHeading>
      {isUnderWay(line) && (
        <p className="mb-4">
          {t('running')}{' '}
          <a href={`${address}/${importId}`} className="target">
            {t('reload')}
          </a>
          <ImportWatch seconds={3} />
        </p>
      )}
      <div aria-live="polite">
        <Facts line={line} locale={locale} />
      </div>
      <Section title={t('rejected.title')} id="rejected">
        <ImportRejected locale={locale} importId={importId} rows={rejected} total={line.rejected} />
      </Section>
      {can(actor, 'archive.withdraw') && line.state !== 'withdrawn' && <Withdraw line={line} />}
    </>
  );
}

async function Facts({ line, locale }: { line: ImportLine; locale: Locale }) {
  const t = await getTranslations('imports');
  const { moment } = await days();
  const format = `upload.formats.${line.format}`;
  return (
    <DefinitionList
      items={[
        { term: t('column.state'), value: <ImportState line={line} /> },
        ...importCounts.map((name) => ({ term: t(`count.${name}`), value: line[name].toLocaleString(locale) })),
        { term: t('upload.format'), value: t.has(format as never) ? t(format as never) : line.format },
        { term: t('column.started'), value: `${moment(line.startedAt)}, ${line.by ?? t('byMachine')}` },
        ...(line.finishedAt ? [{ term: t('column.finished'), value: moment(line.finishedAt) }] : []),
      ]}
    />
  );
}

async function Withdraw({ line }: { line: ImportLine }) {
  const t = await getTranslations('imports.withdraw');
  return (
    <Section title={t('title')} id="withdraw">
      <p className="measure mb-4">{t('text')}</p>
      {line.state === 'running' ? (
        <p className="measure text-muted">{t('running')}</p>
      ) : (
        <ActionForm
          action={withdrawImportAction}
          texts={await formTexts()}
          token={crypto.randomUUID()}
          submit={t('submit')}
          danger
          fields={[{ name: 'importId', kind: 'hidden', label: 'importId', value: line.importId }]}
        />
      )}
    </Section>
  );
}
