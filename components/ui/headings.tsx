import type { ReactNode } from 'react';

/** The heading of a page; `above` is a short line over it (a number, a status), `aside` what stands at its right. */
export function PageHeading({ children, above, aside }: { children: ReactNode; above?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="mb-[1.25em] flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div>
        {above && <div className="minor mb-2 text-muted">{above}</div>}
        <h1 className="title-1 max-w-[26ch] desk:max-w-none">{children}</h1>
      </div>
      {aside}
    </div>
  );
}

/** The opening sentences of a page. */
export function Lead({ children }: { children: ReactNode }) {
  return <div className="measure mb-[1.5em] font-serif text-[1.125em] leading-[1.55]">{children}</div>;
}

/**
 * A part of a page with its heading. On wide public pages the heading stands in the margin, as in a printed catalogue;
 * `plain` keeps it above the text. On the desk it always stands above.
 */
export function Section({
  title,
  id,
  aside,
  plain = false,
  children,
}: {
  title: ReactNode;
  id?: string;
  aside?: ReactNode;
  plain?: boolean;
  children: ReactNode;
}) {
  const margin = plain
    ? ''
    : 'site:lg:grid site:lg:grid-cols-[minmax(0,1fr)_minmax(0,2.6fr)] site:lg:gap-x-12 print:block!';
  return (
    <section
      id={id}
      className={`border-line border-t pt-[1.25em] mt-(--gap-section) first:mt-0 first:border-t-0 first:pt-0 ${margin}`}
    >
      <div className="mb-[0.9em] flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 site:lg:block">
        <h2 className="title-2">{title}</h2>
        {aside && <div className="minor text-muted site:lg:mt-3">{aside}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
