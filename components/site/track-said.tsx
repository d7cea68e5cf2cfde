import type { ReactNode } from 'react';

/** One thing said: by whom and when, then the words. The museum's stand at the ribbon, the applicant's at a plain line. */
export function Said({
  who,
  date,
  text,
  isOurs = false,
  children,
}: {
  who: ReactNode;
  date: string;
  text?: string | null;
  isOurs?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={`border-l-[3px] pl-4 ${isOurs ? 'border-ribbon' : 'border-ink'}`}>
      <p>
        <strong className="font-semibold">{who}</strong> <span className="text-muted">{date}</span>
      </p>
      {text && (
        <p
          className={`measure mt-1 whitespace-pre-line [overflow-wrap:anywhere] ${isOurs ? 'font-serif text-[1.0625em]' : ''}`}
        >
          {text}
        </p>
      )}
      {children}
    </div>
  );
}
