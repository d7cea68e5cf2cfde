import type { ReactNode } from 'react';
import { ButtonLink } from './button';

/** What stands where a list would be: that there is nothing, and what to do next. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: { href: string; label: string };
  children?: ReactNode;
}) {
  return (
    <div className="border-line border-y py-[1.75em]">
      <p className="title-3">{title}</p>
      {children && <div className="measure mt-[0.4em] text-muted">{children}</div>}
      {action && (
        <p className="mt-[1em]">
          <ButtonLink href={action.href} look="secondary">
            {action.label}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
