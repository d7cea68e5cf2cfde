import type { ReactNode } from 'react';

export type FigureItem = { value: string; label: ReactNode; href?: string };

/** A few large numbers, each with the words that say what was counted. */
export function Figures({ items }: { items: FigureItem[] }) {
  return (
    <dl className="grid gap-y-[1.25em] sm:grid-flow-col sm:auto-cols-fr sm:gap-x-[1.500em]">
      {items.map((item) => (
        <Figure key={item.value + String(item.label)} {...item} />
      ))}
    </dl>
  );
}

/** One large number; stands inside `Figures`. */
function Figure({ value, label, href }: FigureItem) {
  return (
    <div className="flex flex-col-reverse justify-end border-ink border-t pt-[0.5em]">
      <dt className="max-w-[22ch] leading-snug">{href ? <a href={href}>{label}</a> : label}</dt>
      <dd className="mb-[0.15em] font-serif text-[clamp(2.75rem,2rem+2.500vw,4rem)] font-[360] leading-none desk:text-[2.250rem]">
        {value}
      </dd>
    </div>
  );
}
