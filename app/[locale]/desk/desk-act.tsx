import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec, FormAction } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';

export type DeskActProps = {
  action: FormAction;
  submit: string;
  /** what the command must be told besides what is filled in */
  hidden: Readonly<Record<string, string>>;
  fields?: readonly FieldSpec[];
  /** what opens the form; left out, the form stands open by itself */
  summary?: ReactNode;
  open?: boolean;
  danger?: boolean;
  /** stands before the form */
  children?: ReactNode;
  /** stands in the form, before its button */
  within?: ReactNode;
};

/** One act of the desk, in its place. */
export async function DeskAct({
  action,
  submit,
  hidden,
  fields = [],
  summary,
  open = false,
  danger = false,
  children,
  within,
}: DeskActProps) {
  const stated = Object.entries(hidden).map(([name, value]) => ({ name, value, kind: 'hidden' as const, label: name }));
  const form = (
    <div className="max-w-[56rem] pb-2">
      {children}
      <ActionForm
        action={action}
        texts={await formTexts()}
        token={crypto.randomUUID()}
        submit={submit}
        compact
        danger={danger}
        fields={[...stated, ...fields]}
      >
        {within}
      </ActionForm>
    </div>
  );
  if (!summary) return form;
  return (
    <Disclosure summary={summary} open={open}>
      {form}
    </Disclosure>
  );
}
