import { getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { type Column, Table } from '@/components/ui/table';
import type { Preview } from '@/domain/archive/preview';
import { mappedFields } from '@/domain/archive/reading/formats';

type Row = Preview['rows'][number];

/** The first rows of a file as they stand there, and the first record as it would be understood. */
export async function ImportSample({ preview }: { preview: Preview }) {
  const t = await getTranslations('imports.preview');
  const labels = await getTranslations('mappedField');
  const { sample, rows, columns } = preview;
  const filled = sample ? mappedFields.filter((field) => sample[field].trim()) : [];
  return (
    <>
      <Section title={t('rows')} id="rows">
        <Table
          caption={t('rowsShown', { n: rows.length })}
          columns={await columnsOf(columns)}
          rows={rows}
          rowKey={(row) => String(row.line)}
        />
      </Section>
      <Section title={t('sample')} id="sample">
        {filled.length > 0 && sample ? (
          <DefinitionList
            items={[
              ...filled.map((field) => ({
                term: labels(field),
                value: <span className="[overflow-wrap:anywhere]">{sample[field].slice(0, 300)}</span>,
              })),
              ...(sample.citation ? [{ term: labels('citation'), value: sample.citation.slice(0, 300) }] : []),
            ]}
          />
        ) : (
          <Notice tone="attention" title={t('nothingMapped')} />
        )}
      </Section>
    </>
  );
}

async function columnsOf(names: readonly string[]): Promise<Column<Row>[]> {
  const t = await getTranslations('imports');
  return [
    { key: 'line', label: t('rejected.line'), heading: true, numeric: true, cell: (row) => row.line },
    ...names.map((label, place) => ({
      key: String(place),
      label,
      cell: (row: Row) => (place === 0 && row.rejected ? <Left row={row} /> : row.cells[place]),
    })),
  ];
}

/** A row that would be left out says why. */
async function Left({ row }: { row: Row }) {
  const t = await getTranslations('imports.reason');
  return (
    <>
      {row.cells[0]}
      <span className="minor block text-muted">{t((row.rejected?.split('.')[1] ?? '') as never)}</span>
    </>
  );
}
