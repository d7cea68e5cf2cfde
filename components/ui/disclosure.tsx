import type { ReactNode } from 'react';

/** Something that can be opened; printed, it stands open. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group my-[0.75em]">
      <summary className="target list-none gap-[0.6em] text-accent underline underline-offset-4 [&::-webkit-details-marker]:hidden">
        <svg aria-hidden="true" viewBox="0 0 12 12" className="size-[0.65em] flex-none group-open:rotate-90">
          <path d="M2.500.5 11 6 2.500 11.500z" fill="currentColor" />
        </svg>
        <span>{summary}</span>
      </summary>
      <div className="mt-[0.35em] border-line border-l-2 pl-[1em]">{children}</div>
    </details>
  );
}
