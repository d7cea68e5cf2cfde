import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CaseReload } from '@/components/desk/case-reload';
import { DeskAct, type DeskActProps } from '../../desk-act';
import type { View } from './view';

type ActProps = Omit<DeskActProps, 'hidden' | 'within'> & {
  view: View;
  /** the case by itself unless said otherwise */
  hidden?: Readonly<Record<string, string>>;
  /** a link can lead here */
  id?: string;
  /** the form states again what stood there: after a stale page it must not be sent over what others wrote meanwhile */
  rewrites?: boolean;
};

/** One act on the case, in its place. */
export async function Act({ view, hidden, id, summary, rewrites = false, ...act }: ActProps) {
  const t = await getTranslations('case');
  return (
    <DeskAct
      {...act}
      hidden={hidden ?? { caseId: view.caseId }}
      summary={summary && id ? <span id={id}>{summary}</span> : summary}
      within={
        // A refusal that names no field speaks of a state this page does not show yet.
        <p className="hidden [form:has([role=alert]):not(:has([role=alert]_li))_&]:block">
          {rewrites ? (
            <a href={view.address} target="_blank" rel="noreferrer" className="target font-semibold">
              {t('reloadBeside')}
            </a>
          ) : (
            <CaseReload href={view.address} label={t('reload')} />
          )}
        </p>
      }
    />
  );
}

/** The case as this page shows it: a command that carries this is refused when the case has changed since. */
export const seen = (view: View) => ({ caseId: view.caseId, version: String(view.page.version) });

/** Acts beside each other; one that is opened takes the whole line. */
export function Acts({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-x-7 gap-y-1 pt-1 print:hidden [&>*]:my-0 [&>details[open]]:basis-full [&>details[open]]:pb-3">
      {children}
    </div>
  );
}
