import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BarList } from '@/components/ui/bar-list';
import { Section } from '@/components/ui/headings';
import { Table } from '@/components/ui/table';
import type { Overview } from '@/domain/statistics/overview';
import type { Locale } from '@/messages/routing';

type Source = { key: string; name: Readonly<Record<Locale, string>> };
type FlowProps = { locale: Locale; overview: Overview; sources: readonly Source[] };

/** How the search goes: what came in, where it stands, what the sources yield. Every figure says what it counts. */
export async function StatisticsFlow({ locale, overview, sources }: FlowProps) {
  const t = await getTranslations('statistics');
  const words = await getTranslations();
  const format = await getFormatter();
  const monthName = (month: string) =>
    format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: 'long', year: 'numeric' });
  const sourceName = (key: string) => sources.find((source) => source.key === key)?.name[locale] ?? key;
  return (
    <Section title={t('flow')} id="flow">
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
        <Part title={t('byMonth')} definition={t('byMonthDefinition')}>
          <BarList
            caption={t('byMonth')}
            labelHeading={t('month')}
            valueHeading={t('count')}
            items={overview.byMonth.map(({ month, count }) => ({ key: month, label: monthName(month), value: count }))}
          />
        </Part>
        <Part title={t('byStatus')} definition={t('byStatusDefinition')}>
          <BarList
            caption={t('byStatus')}
            labelHeading={t('status')}
            valueHeading={t('count')}
            items={overview.byStatus.map(({ status, count }) => ({
              key: status,
              label: words(`status.${status}`),
              value: count,
              href: `/${locale}/desk/cases?status=${status}`,
            }))}
          />
        </Part>
        <Part title={t('byChannel')} definition={t('byChannelDefinition')}>
          <BarList
            caption={t('byChannel')}
            labelHeading={t('channel')}
            valueHeading={t('count')}
            items={overview.byChannel.map(({ channel, count }) => ({
              key: channel,
              label: words(`channel.${channel}` as never),
              value: count,
            }))}
          />
        </Part>
        <Part title={t('bySource')} definition={t('bySourceDefinition')}>
          <Table
            caption={t('bySource')}
            captionHidden
            rows={overview.bySource}
            rowKey={(row) => row.sourceKey}
            columns={[
              { key: 'source', label: t('source'), heading: true, cell: (row) => sourceName(row.sourceKey) },
              { key: 'found', label: t('found'), numeric: true, cell: (row) => format.number(row.found) },
              { key: 'nothing', label: t('nothing'), numeric: true, cell: (row) => format.number(row.nothing) },
              { key: 'other', label: t('other'), numeric: true, cell: (row) => format.number(row.other) },
            ]}
          />
        </Part>
      </div>
    </Section>
  );
}

function Part({ title, definition, children }: { title: string; definition: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="title-3">{title}</h3>
      <p className="minor mb-[0.75em] text-muted">{definition}</p>
      {children}
    </div>
  );
}
