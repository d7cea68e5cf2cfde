import { useId } from 'react';
import { fills, Patterns } from './patterns';

/** The nth line of a chart with two axes, or the nth filling of stacked bars. */
export type Look = { line: number } | { fill: number };

/** Lines told apart by their dashes first, by their colour second. */
export const lineLooks = [
  'stroke-accent [stroke-width:2.5]',
  'stroke-ribbon [stroke-dasharray:7_4] [stroke-width:2.5]',
  'stroke-ink [stroke-dasharray:2_3] [stroke-width:2.5]',
  'stroke-rule [stroke-dasharray:12_3_2_3] [stroke-width:2.5]',
] as const;

/** What lines and fillings mean, in their order. */
export function Legend({ items }: { items: readonly { key: string; label: string; look: Look }[] }) {
  const id = useId();
  return (
    <ul className="minor mt-[0.5em] flex flex-wrap gap-x-[1.5em] gap-y-[0.25em]">
      {items.map(({ key, label, look }) => (
        <li key={key} className="flex items-center gap-[0.5em]">
          <svg aria-hidden="true" width="28" height="14" className="flex-none">
            {'line' in look ? (
              <line x1="0" x2="28" y1="7" y2="7" className={lineLooks[look.line % lineLooks.length]} />
            ) : (
              <>
                <Patterns id={id} />
                <rect x="0.5" y="0.5" width="27" height="13" {...fills(id, look.fill)} />
              </>
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
