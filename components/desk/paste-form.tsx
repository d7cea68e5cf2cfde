'use client';

import { useActionState, useEffect, useId, useRef } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FieldGroups } from '@/components/form/field-groups';
import type { FieldOption, FieldSpec, FormTexts } from '@/components/form/types';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PasteState, PasteView } from './paste-view';

export type PasteWords = Record<
  | 'text'
  | 'source'
  | 'sourceHint'
  | 'look'
  | 'lookAgain'
  | 'readTitle'
  | 'others'
  | 'nameGroup'
  | 'surname'
  | 'givenName'
  | 'patronymic'
  | 'knownTitle'
  | 'knownSame'
  | 'toKnown'
  | 'newer'
  | 'logged'
  | 'attach'
  | 'citation'
  | 'states'
  | 'keep'
  | 'keepKnown',
  string
>;

type Props = {
  action: (previous: PasteState, data: FormData) => Promise<PasteState>;
  words: PasteWords;
  texts: FormTexts;
  sources: readonly FieldOption[];
  sourceKey: string;
  /** The case the card is for, and what this person may do to it. */
  inHand: { caseId: string; mayLog: boolean; mayAttach: boolean } | null;
};

/** Text in, what was read out, then kept. It works before any script has arrived. */
export function PasteForm({ action, words, texts, sources, sourceKey, inHand }: Props) {
  const formId = useId();
  const [state, send, pending] = useActionState(action, null);
  const top = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state?.refusal) summary.current?.focus();
    else if (state?.view) top.current?.focus();
  }, [state]);
  const view = state?.view ?? null;
  const wasSeen = state?.values.seen === 'yes';
  const fields: FieldSpec[] = [
    ...(inHand ? [hidden('caseId', inHand.caseId)] : []),
    { name: 'text', kind: 'textarea', rows: view ? 5 : 12, label: words.text, required: true, maxLength: 50_000 },
    {
      name: 'sourceKey',
      kind: 'select',
      label: words.source,
      hint: words.sourceHint,
      options: sources,
      value: view?.sourceKey || sourceKey,
    },
  ];
  const more = view ? decisions(view, words, inHand) : [];
  const refusal = state?.refusal ?? null;
  const carried = (name: string) => {
    const stated = [...fields, ...more].find((field) => field.name === name)?.value ?? '';
    const isAsked = name === 'text' || name === 'sourceKey' || wasSeen;
    return state && isAsked ? (state.values[name] ?? '') || (name === 'sourceKey' ? stated : '') : stated;
  };
  const groups = { formId, carried, errorOf: (name: string) => refusal?.fields?.[name], texts, compact: true };
  const labelled = [...fields, ...more].filter(({ kind }) => kind !== 'hidden');
  return (
    <form key={state?.round ?? ''} id={formId} action={send} noValidate className="max-w-[60rem]">
      {refusal && (
        <ErrorSummary
          ref={summary}
          formId={formId}
          title={texts.problem}
          message={refusal.message}
          fields={Object.entries(refusal.fields ?? {}).map(([name, message]) => ({
            name,
            label: labelled.find((field) => field.name === name)?.label,
            message,
          }))}
        />
      )}
      <FieldGroups fields={fields} {...groups} />
      {view && (
        <div ref={top} tabIndex={-1} className="mt-6 outline-none">
          <Read view={view} words={words} />
          <FieldGroups fields={more} {...groups} />
          <input type="hidden" name="seen" value="yes" readOnly />
        </div>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {view && (
          <Button name="step" value="keep" aria-disabled={pending || undefined}>
            {pending ? texts.pending : view.known && !view.known.more ? words.keepKnown : words.keep}
          </Button>
        )}
        <Button look={view ? 'secondary' : 'primary'} name="step" value="look" aria-disabled={pending || undefined}>
          {view ? words.lookAgain : pending ? texts.pending : words.look}
        </Button>
      </div>
    </form>
  );
}

const hidden = (name: string, value: string): FieldSpec => ({ name, value, kind: 'hidden', label: name });

/** What a person decides once they see what was read. */
function decisions(view: PasteView, words: PasteWords, inHand: Props['inHand']): FieldSpec[] {
  const { askName, known, citation } = view;
  const names = askName
    ? (['surname', 'givenName', 'patronymic'] as const).map(
        (name): FieldSpec => ({
          name,
          kind: 'text',
          label: words[name],
          value: askName[name],
          maxLength: 200,
          group: words.nameGroup,
        }),
      )
    : [];
  const ticks: FieldSpec[] = [];
  if (known?.more) ticks.push({ name: 'newer', kind: 'checkbox', label: words.newer });
  if (inHand?.mayLog) ticks.push({ name: 'logged', kind: 'checkbox', label: words.logged, value: 'on' });
  if (inHand?.mayAttach)
    ticks.push(
      { name: 'attach', kind: 'checkbox', label: words.attach },
      { name: 'citation', kind: 'textarea', rows: 2, label: words.citation, value: citation, maxLength: 1000 },
      { name: 'states', kind: 'textarea', rows: 2, label: words.states, maxLength: 4000 },
    );
  return [...names, ...ticks];
}

function Read({ view: { rows, others, known }, words }: { view: PasteView; words: PasteWords }) {
  return (
    <>
      {known && (
        <Notice tone="attention" title={words.knownTitle}>
          <p>{known.more ?? words.knownSame}</p>
          <a href={known.href} className="target">
            {words.toKnown}
          </a>
        </Notice>
      )}
      <h2 className="title-2 mb-3">{words.readTitle}</h2>
      <Rows rows={rows} />
      {others.length > 0 && (
        <>
          <h3 className="title-3 mt-5 mb-2">{words.others}</h3>
          <Rows rows={others} />
        </>
      )}
      <div className="mt-5" />
    </>
  );
}

function Rows({ rows }: { rows: PasteView['rows'] }) {
  return (
    <dl>
      {rows.map(({ term, value }) => (
        <div
          key={term}
          className="border-line border-t py-2 first:border-t-0 sm:grid sm:grid-cols-[minmax(8em,15em)_minmax(0,1fr)] sm:gap-x-6"
        >
          <dt className="text-muted">{term}</dt>
          <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
