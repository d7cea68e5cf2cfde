import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
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
    <table className="cards w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-ink border-b">
          <th scope="col" className={`${cell} w-1/6 font-normal text-muted`}>
            {t('compare.field')}
          </th>
          <th scope="col" className={`${cell} font-semibold`}>
            {left}
          </th>
          <th scope="col" className={`${cell} font-semibold`}>
            {right}
          </th>
          {judged && (
            <th scope="col" className={`${cell} w-1/6 font-normal text-muted`}>
              {t('compare.verdict')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-line border-b">
            <th scope="row" className={`${cell} font-normal text-muted`}>
              {row.label}
            </th>
            <td data-label={typeof left === 'string' ? left : undefined} className={cell}>
              {value(row.left)}
            </td>
            <td data-label={typeof right === 'string' ? right : undefined} className={cell}>
              {value(row.right)}
            </td>
            {judged && (
              <td className={cell}>{row.verdict && <Tag tone={row.verdict.tone}>{row.verdict.label}</Tag>}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
