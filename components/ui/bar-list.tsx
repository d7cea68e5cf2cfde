import { getFormatter } from 'next-intl/server';

export type BarItem = { key: string; label: string; value: number; href?: string; note?: string };

/** Counts as bars in a table: every number is written, the bar only helps the eye; reads the same in print and in grey. */
export async function BarList({
  caption,
  labelHeading,
  valueHeading,
  items,
}: {
  caption: string;
  labelHeading: string;
  valueHeading: string;
  items: BarItem[];
}) {
  const format = await getFormatter();
  const largest = Math.max(1, ...items.map((item) => item.value));
  return (
    <table className="w-full max-w-[56rem] table-fixed border-collapse">
      <caption className="mb-[0.5em] text-left text-muted">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{labelHeading}</th>
          <th scope="col">{valueHeading}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.key} className="border-line border-t">
            <th scope="row" className="py-[0.5em] pr-[1em] text-left align-top font-normal leading-snug sm:w-[16em]">
              {item.href ? (
                <a href={item.href} className="-my-[0.5em] block py-[0.5em]">
                  {item.label}
                </a>
              ) : (
                item.label
              )}
              {item.note && <span className="minor block text-muted">{item.note}</span>}
            </th>
            <td className="py-[0.5em] align-top">
              <span className="flex items-center gap-[0.75em]">
                <span className="figures-aligned w-[2.75em] flex-none text-right">{format.number(item.value)}</span>
                <svg aria-hidden="true" className="h-[0.8em] w-0 grow" preserveAspectRatio="none">
                  <rect
                    width={`${((100 * item.value) / largest).toFixed(2)}%`}
                    height="100%"
                    fill="currentColor"
                    className="text-accent"
                  />
                </svg>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
