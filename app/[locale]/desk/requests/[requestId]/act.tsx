import type { ReactNode } from 'react';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec, FormAction } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';

type RequestActProps = {
  action: FormAction;
  submit: string;
  hidden: Readonly<Record<string, string>>;
  fields?: readonly FieldSpec[];
  /** Opens the form; left out, it stands open. */
  summary?: string;
  danger?: boolean;
  children?: ReactNode;
};

/** One act on a request, in its place. */
export async function RequestAct({
  action,
  submit,
  hidden,
  fields = [],
  summary,
  danger = false,
  children,
}: RequestActProps) {
  const stated = Object.entries(hidden).map(([name, value]) => ({ name, value, kind: 'hidden' as const, label: '' }));
  const form = (
    <div className="max-w-[56rem] pb-2">
      {children}
      <ActionForm
        action={action}
        texts={await formTexts()}
        token={crypto.randomUUID()}
        submit={submit}
        danger={danger}
        compact
        fields={[...stated, ...fields]}
      />
    </div>
  );
  return summary ? <Disclosure summary={summary}>{form}</Disclosure> : form;
}
