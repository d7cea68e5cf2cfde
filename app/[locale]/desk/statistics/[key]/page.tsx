import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { chartTexts } from '@/components/desk/chart-texts';
import { rowName, StatisticChart } from '@/components/desk/statistic-chart';
import { StatisticTable } from '@/components/desk/statistic-table';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Figures } from '@/components/ui/figures';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { can } from '@/domain/permissions';
import { type Column, entryOf, isStatisticKey } from '@/domain/statistics/catalogue';
import { type Locale, routing } from '@/messages/routing';
import { choiceOf, pageOf, type Search } from '../../search';
import { askedOf, fileAddress } from '../asked';
import { casesAddress } from '../cases-address';
import { sortedRows } from '../rows';
import { wordsHere } from '../words-here';
import { answerTo } from './answer';
import { parameterFields } from './parameter-fields';

type PageProps = { params: Promise<{ locale: string; key: string }>; searchParams: Promise<Search> };

const pageSize = 100;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, key } = await params;
  if (!isStatisticKey(key)) return {};
  const { words } = await wordsHere(locale as Locale);
  return { title: words.title(key) };
}

/** One statistic: what is counted in words, of which day or period, as a drawing, as a table and as files. */
export default async function StatisticPage({ params, searchParams }: PageProps) {
  const { locale, key } = await params;
  if (!hasLocale(routing.locales, locale) || !isStatisticKey(key)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'statistics.read')) notFound();
  const t = await getTranslations('statistics');
  const { say, words } = await wordsHere(locale);
  const entry = entryOf(key);
  const search = await searchParams;
  const asked = askedOf(search, entry.params);
  const { result, isRefused } = await answerTo(actor, key, asked);
  const own = isRefused ? { ...asked, input: {} } : asked;

  const sort = choiceOf(search, 'sort', ['', ...entry.columns.map((column) => column.key)]);
  const direction = choiceOf(search, 'direction', ['asc', 'desc']);
  const column = entry.columns.find((one) => one.key === sort);
  const rows = sortedRows(result, words, { column, direction, locale });
  const page = Math.min(pageOf(search), Math.max(1, Math.ceil(rows.length / pageSize)));
  const address = {
    path: `/${locale}/desk/statistics/${key}`,
    params: {
      ...asked.typed,
      sort: sort || undefined,
      direction: sort && direction === 'desc' ? direction : undefined,
      page: page > 1 ? String(page) : undefined,
    },
  };
  const hasTotal =
    entry.columns.some((one) => typeof result.totals[one.key] === 'number') && entry.columns[0]?.kind === 'dimension';
  const isLast = page * pageSize >= rows.length;
  const figures: { column: Column; value: number | null }[] = [
    ...entry.figures.map((figure) => ({ column: figure, value: result.totals[figure.key] ?? null })),
    ...(result.open === undefined
      ? []
      : [{ column: { key: 'stillWaiting', kind: 'count' } as const, value: result.open }]),
  ];
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/statistics` }, { label: words.title(key) }]} />
      <PageHeading>{words.title(key)}</PageHeading>
      <p className="measure mb-[1.25em]">{words.definition(key)}</p>
      {asked.notDays.map((text) => (
        <Notice key={text} tone="attention">
          {t('notADay', { text })}
        </Notice>
      ))}
      {isRefused && <Notice tone="attention">{t('wrongPeriod')}</Notice>}
      {entry.params.length > 0 && <FilterForm address={address} fields={parameterFields(entry.params, say)} />}
      <p className="mb-[1em] text-muted">{words.applied(result.params).join(' ')}</p>
      {figures.length > 0 && (
        <div className="mb-[1.5em]">
          <Figures
            items={figures.map(({ column: figure, value }) => ({
              value: words.cell(figure, value, result),
              label: words.heading(figure),
            }))}
          />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingNext')}</EmptyState>
      ) : (
        <>
          {entry.chart !== 'bars' && entry.chart !== 'none' && (
            <Section title={t('chart')} id="chart">
              <StatisticChart
                result={result}
                words={words}
                texts={await chartTexts(result, t('chartDesc', { n: rows.length }))}
                most={30}
              />
            </Section>
          )}
          <Section title={t('table')} id="table">
            <StatisticTable
              result={result}
              words={words}
              bars={t('chart')}
              rows={rows.slice((page - 1) * pageSize, page * pageSize)}
              sorting={{ address, sort, direction }}
              {...(hasTotal && isLast ? { total: t('totalRow') } : {})}
              {...(entry.cases
                ? {
                    hrefOf: (row, counted) => casesAddress(locale, result, row, counted) ?? '',
                    linkTitle: (row) => t('toCases', { name: rowName(result, words, row) }),
                  }
                : {})}
            />
            <Pager address={address} page={page} pageSize={pageSize} total={rows.length} />
          </Section>
        </>
      )}
      {/* On paper there is nothing to take. */}
      <div className="print:hidden">
        <Section title={t('files')} id="files">
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={fileAddress(key, '.xlsx', own, locale)} look="secondary">
              {t('xlsx')}
            </ButtonLink>
            <ButtonLink href={fileAddress(key, '.csv', own, locale)} look="secondary">
              {t('csv')}
            </ButtonLink>
            <ButtonLink href={fileAddress(key, '', own)} look="quiet">
              {t('json')}
            </ButtonLink>
          </div>
        </Section>
      </div>
      <p className="mt-[1.5em] print:hidden">
        <a href={`/${locale}/desk/statistics`} className="target">
          {t('back')}
        </a>
      </p>
    </>
  );
}
