import type { ReactNode } from 'react';

export type TimelineItem = {
  key: string;
  /** the day in the reader's own form */
  date: string;
  /** the same day for machines, YYYY-MM-DD or with the time */
  dateTime?: string;
  title: ReactNode;
  body?: ReactNode;
  /** who did it, or where it came from */
  by?: ReactNode;
};

/** What happened, one line a day, in the order it is handed in. */
export function Timeline({ items, label }: { items: TimelineItem[]; label?: string }) {
  return (
    <ol aria-label={label} className="max-w-[60rem]">
      {items.map((item) => (
        <li
          key={item.key}
          className="border-line border-t py-[0.7em] first:border-t-0 first:pt-0 sm:grid sm:grid-cols-[9.500em_minmax(0,1fr)] sm:gap-x-[1.500em]"
        >
          <time dateTime={item.dateTime} className="figures-aligned block text-muted">
            {item.date}
          </time>
          <div className="min-w-0">
            <p className="font-semibold">{item.title}</p>
            {item.body && <div className="measure">{item.body}</div>}
            {item.by && <p className="minor text-muted">{item.by}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
