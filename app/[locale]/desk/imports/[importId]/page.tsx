import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { ImportRejected } from '@/components/desk/import-rejected';
import { ImportState, isUnderWay } from '@/components/desk/import-state';
import { importCounts } from '@/components/desk/import-table';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { type ImportLine, importPage, rejectedOfImport } from '@/domain/archive/queries';
import { pastedFormat } from '@/domain/archive/reading/formats';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import { type Search, textOf } from '../../search';
import { ImportEnd } from './end';
import { ImportPreview } from './preview';
import { ImportProgress } from './progress';
import { WithdrawImport } from './withdraw';

type PageProps = { params: Promise<{ locale: string; importId: string }>; searchParams: Promise<Search> };

const rejectedShown = 100;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'imports' });
  return { title: t('one') };
}

/** One import from its preview to its report: what would be taken, how far it is, what it brought, and the way to take it back. */
export default async function ImportPage({ params, searchParams }: PageProps) {
  const { locale, importId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const line = await found(importPage(actor, { importId }));
  const t = await getTranslations('imports');
  const address = `/${locale}/desk/imports`;
  const name = line.format === pastedFormat ? t('pastedName') : line.fileName;
  const search = await searchParams;
  const isWhole = line.state === 'done' || line.state === 'failed';
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: address }, { label: name }]} />
      <PageHeading above={line.source?.[locale]}>
        <span className="[overflow-wrap:anywhere]">{name}</span>
      </PageHeading>
      {line.state === 'prepared' ? (
        <ImportPreview
          {...{ locale, line, actor }}
          tried={textOf(search, 'tried')}
          sourceKey={textOf(search, 'source') || line.sourceKey}
        />
      ) : (
        <>
          {(isUnderWay(line) || line.isEnding) && <ImportProgress line={line} address={`${address}/${importId}`} />}
          <div aria-live="polite">
            <Facts line={line} locale={locale} />
          </div>
          <Section title={t('rejected.title')} id="rejected">
            <ImportRejected
              {...{ locale, importId }}
              rows={await found(rejectedOfImport(actor, { importId, limit: rejectedShown }))}
              total={line.rejected}
            />
          </Section>
        </>
      )}
      <ImportEnd line={line} />
      {can(actor, 'archive.withdraw') && isWhole && !line.isEnding && (
        <WithdrawImport {...{ locale, actor, importId }} />
      )}
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
