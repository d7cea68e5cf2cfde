import { getTranslations } from 'next-intl/server';
import { type ReactNode, useId } from 'react';
import { type Address, type Direction, sortAddress } from './address';
import { cardRoles, noRoles } from './card-roles';

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** numbers stand at the right, figure under figure */
  numeric?: boolean;
  /** the heading becomes a link that sorts by this column's key */
  sortable?: boolean;
  /** the cell that names the row */
  heading?: boolean;
};

export type Sorting = { address: Address; sort: string; direction: Direction };

type TableProps<Row> = {
  caption: string;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sorting?: Sorting;
  /** what stands there instead when there are no rows, usually an `EmptyState` */
  empty?: ReactNode;
  /** on a phone: scroll sideways inside its own region, or one card a row */
  phone?: 'scroll' | 'cards';
};

// A region that scrolls must be reachable by the keyboard.
const reachable = { tabIndex: 0 };

/** Rows and columns; sorted by its address, so that it can be sent to a colleague. */
export function Table<Row>(props: TableProps<Row>) {
  const captionId = useId();
  const { rows, columns, empty, phone = 'scroll' } = props;
  if (rows.length === 0 && empty) return empty;
  const cards = phone === 'cards';
  const roles = cards ? cardRoles : noRoles;
  const table = (
    <table {...roles.table} className={`w-full border-collapse text-left ${cards ? 'cards only-sorting' : ''}`}>
      <caption id={captionId} className={props.captionHidden ? 'sr-only' : 'mb-[0.5em] text-left text-muted'}>
        {props.caption}
      </caption>
      <thead {...roles.group}>
        <tr {...roles.row} className="border-ink border-b">
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sorting={props.sorting} roles={roles} />
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {rows.map((row) => (
          <tr key={props.rowKey(row)} {...roles.row} className="border-line border-b hover:bg-deep">
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} roles={roles} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (cards) return table;
  return (
    <section {...reachable} aria-labelledby={captionId} className="scroll-region relative overflow-x-auto">
      {table}
    </section>
  );
}

type CellProps<Row> = { column: Column<Row>; roles: Partial<typeof cardRoles> };

async function HeadCell<Row>({ column, sorting, roles }: CellProps<Row> & { sorting: Sorting | undefined }) {
  const t = await getTranslations('ui.table');
  const sorted = sorting?.sort === column.key ? sorting.direction : undefined;
  const sortable = sorting && column.sortable;
  const order = sorted && t(sorted === 'asc' ? 'ascending' : 'descending');
  return (
    <th
      {...roles.columnHeading}
      scope="col"
      data-sortable={sortable ? '' : undefined}
      aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}
      className={`px-[0.6em] py-[0.35em] align-bottom font-semibold leading-snug first:pl-0 last:pr-0 ${column.numeric ? 'text-right' : ''}`}
    >
      {sortable ? (
        <a
          href={sortAddress(sorting.address, column.key, sorting)}
          title={t('sortBy', { column: column.label })}
          className="inline-flex min-h-11 items-end pb-[0.15em] text-ink no-underline hover:underline"
        >
          <span>
            {column.label}
            {order && <span className="sr-only">, {order}</span>}
            <SortArrow sorted={sorted} />
          </span>
        </a>
      ) : (
        column.label
      )}
    </th>
  );
}

function SortArrow({ sorted }: { sorted: Direction | undefined }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 8 12" className="ml-[0.35em] inline-block h-[0.75em] print:hidden">
      {sorted !== 'desc' && <path d="M4 0 7.500 5h-7z" fill="currentColor" opacity={sorted ? 1 : 0.4} />}
      {sorted !== 'asc' && <path d="M4 12 .5 7h7z" fill="currentColor" opacity={sorted ? 1 : 0.4} />}
    </svg>
  );
}

function BodyCell<Row>({ column, row, roles }: CellProps<Row> & { row: Row }) {
  const className = `px-[0.6em] py-[0.5em] align-top first:pl-0 last:pr-0 ${column.numeric ? 'figures-aligned text-right' : ''}`;
  return column.heading ? (
    <th
      {...roles.rowHeading}
      scope="row"
      className={`${className} font-medium [&>a]:-my-[0.5em] [&>a]:block [&>a]:py-[0.5em]`}
    >
      {column.cell(row)}
    </th>
  ) : (
    <td {...roles.cell} data-label={column.label} className={className}>
      {column.cell(row)}
    </td>
  );
}
