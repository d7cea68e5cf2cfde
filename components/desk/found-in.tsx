import { getTranslations } from 'next-intl/server';
import type { Column } from '@/components/ui/table';
import type { FoundLine } from '@/domain/cases/queries';

/** The columns of a list of cases, with the place where the words were found below the name. */
export async function withFinds(columns: readonly Column<FoundLine>[]): Promise<Column<FoundLine>[]> {
  const t = await getTranslations('foundIn');
  return columns.map((column) =>
    column.key !== 'name'
      ? column
      : {
          ...column,
          cell: (row) => (
            <>
              {column.cell(row)}
              {row.found && (
                <p className="minor mt-1 max-w-[36rem] font-normal text-muted">
                  {t(row.found.place)}
                  {': '}
                  {row.found.pieces.map(({ at, text, hit }) =>
                    hit ? (
                      <mark key={at} className="bg-transparent font-semibold text-ink">
                        {text}
                      </mark>
                    ) : (
                      <span key={at}>{text}</span>
                    ),
                  )}
                </p>
              )}
            </>
          ),
        },
  );
}
