import { getTranslations } from 'next-intl/server';
import { caseWords } from '@/components/desk/case-words';
import { distanceWords } from '@/components/desk/distance';
import { WorkDetail } from '@/components/desk/work-detail';
import { workHref, workWords } from '@/components/desk/work-words';
import { type Column, Table } from '@/components/ui/table';
import type { WorkItem } from '@/domain/desk/my-work';
import type { Locale } from '@/messages/routing';
import { WorkAct } from './work-act';

/** One part of my work: until when, what, whom it is about, and what can be marked at once. */
export async function WorkTable({
  locale,
  caption,
  items,
}: {
  locale: Locale;
  caption: string;
  items: readonly WorkItem[];
}) {
  const t = await getTranslations('work');
  const words = await caseWords();
  const say = await workWords();
  const { distance, since } = await distanceWords();
  const hasActs = items.some(({ what }) => what === 'task' || what === 'mention');
  const columns: Column<WorkItem>[] = [
    {
      key: 'when',
      label: t('column.when'),
      cell: (item) =>
        item.distance ? distance(item.distance, termOf(item)) : item.since > 0 ? since(item.since) : null,
    },
    {
      key: 'what',
      label: t('column.what'),
      cell: (item) => (
        <a href={workHref(locale, item)} className="target">
          {say(item)}
        </a>
      ),
    },
    {
      key: 'about',
      label: t('column.about'),
      heading: true,
      cell: ({ about }) =>
        about ? (
          <a href={`/${locale}/desk/cases/${about.caseId}`} className="target">
            <span className="name-of-the-dead">{words.nameOf(about)}</span>{' '}
            <span className="minor whitespace-nowrap text-muted">№ {about.number}</span>
          </a>
        ) : (
          <span className="font-normal text-muted">{t('noCase')}</span>
        ),
    },
    { key: 'detail', label: t('column.detail'), cell: (item) => <WorkDetail locale={locale} item={item} /> },
    ...(hasActs ? [{ key: 'act', label: t('column.act'), cell: (item: WorkItem) => <WorkAct item={item} /> }] : []),
  ];
  return (
    <Table caption={caption} captionHidden phone="cards" columns={columns} rows={items} rowKey={(item) => item.key} />
  );
}

/** The day of the term, of a free case as well, whose term does not decide where it stands. */
const termOf = (item: WorkItem): string => item.day ?? (item.what === 'free' ? (item.due?.day ?? '') : '');
