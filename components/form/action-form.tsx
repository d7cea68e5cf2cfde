'use client';

import { type FormEvent, type ReactNode, useActionState, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { ErrorSummary } from './error-summary';
import { FieldGroups } from './field-groups';
import type { ActionState, FieldSpec, FormAction, FormCheck, FormTexts } from './types';
import { useLiveCheck } from './use-live-check';
import { useSending } from './use-sending';

export type ActionFormProps = {
  action: FormAction;
  fields: readonly FieldSpec[];
  submit: string;
  /** a second button that posts a name and a value, such as "save and go on later"; nothing is checked before it */
  secondary?: { label: string; name: string; value: string };
  texts: FormTexts;
  /** made on the server for each page (`crypto.randomUUID()`), posted as `idempotency`: a thing sent twice is done once */
  token?: string;
  check?: FormCheck;
  danger?: boolean;
  /** fields beside each other, for the desk */
  compact?: boolean;
  /** after success leave in the fields what was typed */
  keep?: boolean;
  id?: string;
  initialState?: ActionState;
  /** fields that most people leave out, below the others and closed at first unless `open`; one that is wrong opens them */
  more?: { summary: string; fields: readonly FieldSpec[]; open: boolean };
  /** stands between the fields and the buttons */
  children?: ReactNode;
};

/**
 * The one form of the program. The server renders it whole and it can be sent before any script has arrived; the script adds
 * checking while a field is left, the focus on what is wrong, and sends once however often it is pressed.
 */
export function ActionForm(props: ActionFormProps) {
  const { action, fields, more, texts, check, danger = false, compact = false, keep = false, secondary } = props;
  const allFields = more ? [...fields, ...more.fields] : fields;
  const ownId = useId();
  const formId = props.id ?? ownId;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  // Without script the framework hands the answer in here; with script it comes by `send`, which leaves the fields alone.
  const [posted, formAction] = useActionState(action, props.initialState ?? null);
  const { answer, pending, send, refuse, token } = useSending(action, props.token, texts.lost);
  const state = answer === undefined ? posted : answer;
  const refusal = state && !state.ok ? state : null;
  const { codes, wrong: wrongNow, begin } = useLiveCheck(form, check);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    setChanged(new Set());
    if (answer && !answer.ok) summary.current?.focus();
    if (!answer?.ok) return;
    if (!keep) form.current?.reset();
    begin();
  }, [answer, keep, begin]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = postedData(event.currentTarget, submitter);
    const wrong = submitter?.hasAttribute('name') ? {} : await wrongNow();
    if (Object.keys(wrong).length === 0) send(state, data);
    else refuse({ ok: false, code: 'form.problem', message: texts.problem, fields: wrong }, data);
  }

  function onInput(event: FormEvent<HTMLFormElement>) {
    const name = (event.target as HTMLInputElement).name.replace(/\.unknown$/, '');
    if (refusal?.fields?.[name] && !changed.has(name)) setChanged(new Set(changed).add(name));
  }

  const said = (code: string) => texts.errors[code] ?? code;
  const carried = (name: string) => (refusal?.values ? (refusal.values[name] ?? '') : statedValue(allFields, name));
  const errorOf = (name: string) => {
    const code = codes[name] ?? (changed.has(name) ? undefined : refusal?.fields?.[name]);
    return code && said(code);
  };
  const listed = Object.entries(refusal?.fields ?? {}).map(([name, code]) => ({
    name,
    label: allFields.find((spec) => spec.name === name && spec.kind !== 'hidden')?.label,
    message: said(code),
  }));

  return (
    <form ref={form} id={formId} action={formAction} onSubmit={onSubmit} onInput={onInput} noValidate>
      {refusal && (
        <ErrorSummary ref={summary} formId={formId} title={texts.problem} message={refusal.message} fields={listed} />
      )}
      <div role="status">{state?.ok && <Success message={state.message ?? texts.done} list={state.list ?? []} />}</div>
      {token && <input type="hidden" name="idempotency" value={token} readOnly />}
      <FieldGroups {...{ fields, formId, carried, errorOf, texts, compact }} />
      {more && (
        <Disclosure summary={more.summary} open={more.open || more.fields.some(({ name }) => errorOf(name))}>
          <FieldGroups {...{ fields: more.fields, formId, carried, errorOf, texts, compact }} />
        </Disclosure>
      )}
      {props.children}
      <div className="mt-[1.500em] flex flex-wrap gap-[0.75em]">
        <Button look={danger ? 'danger' : 'primary'} aria-disabled={pending || undefined}>
          {pending ? texts.pending : props.submit}
        </Button>
        {secondary && (
          <Button look="secondary" name={secondary.name} value={secondary.value} aria-disabled={pending || undefined}>
            {secondary.label}
          </Button>
        )}
      </div>
    </form>
  );
}

function Success({ message, list }: { message: string; list: readonly string[] }) {
  return (
    <Notice tone={list.length > 0 ? 'attention' : 'success'} title={message}>
      {list.length > 0 && (
        <ul>
          {list.map((line) => (
            <li key={line} className="[overflow-wrap:anywhere]">
              {line}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function statedValue(fields: readonly FieldSpec[], name: string): string {
  const spec = fields.find((field) => field.name === name);
  if (spec) return spec.value ?? '';
  return fields.some((field) => field.unknownTicked && `${field.name}.unknown` === name) ? 'on' : '';
}

/** What the browser would post, without the framework's own fields. */
function postedData(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const data = new FormData(form);
  const name = submitter?.getAttribute('name');
  if (name) data.set(name, submitter?.getAttribute('value') ?? '');
  for (const key of [...data.keys()]) if (key.startsWith('$ACTION_')) data.delete(key);
  return data;
}
