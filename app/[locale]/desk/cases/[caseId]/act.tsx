import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CaseReload } from '@/components/desk/case-reload';
import { ActionForm } from '@/components/form/action-form';
import type { FieldSpec, FormAction } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import type { View } from './view';

type ActProps = {
  view: View;
  action: FormAction;
  submit: string;
  fields?: readonly FieldSpec[];
  /** what the command must be told besides; the case by itself unless said otherwise */
  hidden?: Readonly<Record<string, string>>;
  /** what opens the form; left out, the form stands open by itself */
  summary?: ReactNode;
  /** a link can lead here */
  id?: string;
  open?: boolean;
  danger?: boolean;
  /** the form states again what stood there: after a stale page it must not be sent over what others wrote meanwhile */
  rewrites?: boolean;
  /** stands before the form */
  children?: ReactNode;
};

/** One act on the case, in its place. */
export async function Act({
  view,
  action,
  submit,
  fields = [],
  hidden,
  id,
  summary,
  open = false,
  danger,
  rewrites = false,
  children,
}: ActProps) {
  const t = await getTranslations('case');
  const stated = Object.entries(hidden ?? { caseId: view.caseId });
  const form = (
    <div className="max-w-[56rem] pb-2">
      {children}
      <ActionForm
        action={action}
        texts={view.texts}
        token={crypto.randomUUID()}
        submit={submit}
        compact
        {...(danger ? { danger } : {})}
        fields={[...stated.map(([name, value]) => ({ name, value, kind: 'hidden' as const, label: name })), ...fields]}
      >
        {/* A refusal that names no field speaks of a state this page does not show yet. */}
        <p className="hidden [form:has([role=alert]):not(:has([role=alert]_li))_&]:block">
          {rewrites ? (
            <a href={view.address} target="_blank" rel="noreferrer" className="target font-semibold">
              {t('reloadBeside')}
            </a>
          ) : (
            <CaseReload href={view.address} label={t('reload')} />
          )}
        </p>
      </ActionForm>
    </div>
  );
  if (!summary) return form;
  return (
    <Disclosure summary={id ? <span id={id}>{summary}</span> : summary} open={open}>
      {form}
    </Disclosure>
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
