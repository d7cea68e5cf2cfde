import { getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import type { burialPlacePage } from '@/domain/burials/queries';
import type { Locale } from '@/messages/routing';
import { SoldierName } from './soldier-name';

type Soldiers = Awaited<ReturnType<typeof burialPlacePage>>['soldiers'];

/** Who lies here, by confirmed conclusions. */
export async function BurialPlaceSoldiers({ soldiers, locale }: { soldiers: Soldiers; locale: Locale }) {
  const t = await getTranslations('burialPlace');
  const kind = await getTranslations('burialKind');
  const precision = await getTranslations('precision');
  if (soldiers.length === 0) return <p className="measure text-muted">{t('nobody')}</p>;
  return (
    <Table
      caption={t('soldiers')}
      captionHidden
      phone="cards"
      columns={[
        {
          key: 'name',
          label: t('soldier.name'),
          heading: true,
          cell: (row) => (
            <a href={`/${locale}/desk/cases/${row.caseId}`}>
              <SoldierName soldier={row} />
            </a>
          ),
        },
        { key: 'number', label: t('soldier.case'), cell: (row) => `№ ${row.number}` },
        { key: 'kind', label: t('soldier.kind'), cell: (row) => kind(row.kind) },
        { key: 'precision', label: t('soldier.precision'), cell: (row) => precision(row.precision) },
      ]}
      rows={soldiers}
      rowKey={(row) => row.caseId}
    />
  );
}
