import type { ReactNode } from 'react';

/** A narrow column beside a wide one, as in the printed catalogue; on a phone one under the other. */
export function ApplyColumns({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,2.6fr)] lg:gap-x-12 print:block">
      <div className="lg:sticky lg:top-8 lg:self-start">{aside}</div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
