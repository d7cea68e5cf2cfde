import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { cardRoles } from './card-roles';
import type { Tone } from './mark';
import { Tag } from './tag';

export type ComparedRow = {
  key: string;
  label: string;
  left: ReactNode;
  right: ReactNode;
  verdict?: { tone: Tone; label: string };
};

/** Two accounts of one man, field by field, with what the comparison says of each. */
export async function SideBySide({
  caption,
  left,
  right,
  rows,
}: {
  caption: string;
  left: ReactNode;
  right: ReactNode;
  rows: ComparedRow[];
}) {
  const t = await getTranslations('ui');
  const judged = rows.some((row) => row.verdict);
  const cell = 'px-[0.6em] py-[0.45em] align-top first:pl-0 last:pr-0';
  const value = (content: ReactNode) => content || <span className="text-muted">{t('notStated')}</span>;
  return (
    <table {...cardRoles.table} className="cards only-sorting w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead {...cardRoles.group}>
        <tr {...cardRoles.row} className="border-ink border-b">
          <th {...cardRoles.columnHeading} scope="col" className={`${cell} w-1/6 font-normal text-muted`}>
            {t('compare.field')}
          </th>
          <th {...cardRoles.columnHeading} scope="col" className={`${cell} font-semibold`}>
            {left}
          </th>
          <th {...cardRoles.columnHeading} scope="col" className={`${cell} font-semibold`}>
            {right}
          </th>
          {judged && (
            <th {...cardRoles.columnHeading} scope="col" className={`${cell} w-1/6 font-normal text-muted`}>
              {t('compare.verdict')}
            </th>
          )}
        </tr>
      </thead>
      <tbody {...cardRoles.group}>
        {rows.map((row) => (
          <tr key={row.key} {...cardRoles.row} className="border-line border-b">
            <th {...cardRoles.rowHeading} scope="row" className={`${cell} font-normal text-muted`}>
              {row.label}
            </th>
            <td {...cardRoles.cell} data-label={typeof left === 'string' ? left : undefined} className={cell}>
              {value(row.left)}
            </td>
            <td {...cardRoles.cell} data-label={typeof right === 'string' ? right : undefined} className={cell}>
              {value(row.right)}
            </td>
            {judged && (
              <td {...cardRoles.cell} className={cell}>
                {row.verdict && <Tag tone={row.verdict.tone}>{row.verdict.label}</Tag>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
