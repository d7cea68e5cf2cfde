import type { ReactNode } from 'react';

/** One paper of a case: what it is and how it stands, its text, who and when, what can be done with it. */
export function CaseItem({
  id,
  title,
  state,
  meta,
  children,
}: {
  /** a link can lead here */
  id?: string;
  title: ReactNode;
  state?: ReactNode;
  meta?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li id={id} className="border-line border-t py-3 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <div className="measure font-semibold whitespace-pre-line">{title}</div>
        {state}
      </div>
      {meta && <p className="minor text-muted">{meta}</p>}
      {children}
    </li>
  );
}

/** Text of a letter or an answer, set off from what the page says. */
export function Quoted({ children }: { children: ReactNode }) {
  return <div className="measure my-1.5 border-line border-l-2 pl-3 whitespace-pre-line">{children}</div>;
}

/** A heading inside a part of the case page. */
export function PartHeading({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="mt-5 mb-2 flex flex-wrap items-baseline gap-x-5 first:mt-0">
      <h3 className="title-3">{children}</h3>
      {aside && <div className="minor text-muted">{aside}</div>}
    </div>
  );
}

/** What stands where papers would be: that there are none, and what to do next. */
export function NothingYet({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <p className="measure text-muted">
      {title}. {children}
    </p>
  );
}
