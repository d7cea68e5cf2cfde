import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import type { RejectedRow } from '@/domain/archive/queries';

/** Rows that were left out: the line, why, and what stands there. */
export async function ImportRejected({
  locale,
  importId,
  rows,
  total,
}: {
  locale: string;
  importId: string;
  rows: RejectedRow[];
  total: number;
}) {
  const t = await getTranslations('imports');
  if (total === 0) return <p>{t('rejected.none')}</p>;
  return (
    <>
      <p className="mb-4">
        <ButtonLink href={`/api/exports/imports/${importId}/rejected?language=${locale}`} look="secondary">
          {t('rejected.download')}
        </ButtonLink>
      </p>
      <Table
        caption={t('rejected.shown', { shown: rows.length, n: total })}
        phone="cards"
        columns={[
          { key: 'line', label: t('rejected.line'), heading: true, cell: (row: RejectedRow) => row.line },
          { key: 'reason', label: t('rejected.reason'), cell: (row) => <Reason row={row} /> },
          {
            key: 'row',
            label: t('rejected.row'),
            cell: (row) =>
              row.row ? (
                <span className="[overflow-wrap:anywhere]">{beginningOf(row.row)}</span>
              ) : (
                <span className="text-muted">{t('rejected.notHeld')}</span>
              ),
          },
        ]}
        rows={rows}
        rowKey={(row) => String(row.line)}
      />
    </>
  );
}

async function Reason({ row: { reason, detail } }: { row: RejectedRow }) {
  const t = await getTranslations('imports.reason');
  return (
    <>
      {t((reason.split('.')[1] ?? '') as never)}
      {detail && <span className="minor block text-muted [overflow-wrap:anywhere]">{detail}</span>}
    </>
  );
}

function beginningOf(row: Record<string, string>): string {
  const text = Object.values(row)
    .filter((value) => value.trim())
    .join(' · ');
  return text.length > 300 ? `${text.slice(0, 300).replace(/\p{Cs}$/u, '')} …` : text;
}
