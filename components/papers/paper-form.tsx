'use client';

import { useActionState, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { FormAction } from '@/components/form/types';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PaperRow, type QueueTexts, refusalText } from './paper-row';
import { PaperSelect, type PaperSelectProps } from './paper-select';
import { paperServer, saidOf, type Whose } from './paper-server';
import { usePaperQueue } from './use-paper-queue';

export type PaperFormProps = {
  action: FormAction;
  whose: Whose;
  /** The kinds to choose from, or the one it is. */
  kind: Omit<PaperSelectProps, 'name'> | string;
  /** The questions a paper may answer, or the one it does. */
  question: Omit<PaperSelectProps, 'name'> | string | null;
  /** Where the language of the page is needed: refusals are told in it. */
  language: string;
  accept: string;
  largestPiece: number;
  texts: { choose: string; limits: string; together: string; submit: string };
  queueTexts: QueueTexts;
};

/** Chooses papers and sends them at once, with what is known of each; without script one plain form takes them. */
export function PaperForm({ action, whose, kind, question, language, texts, queueTexts, ...rest }: PaperFormProps) {
  const [state, formAction] = useActionState(action, null);
  const { queue, papers, isBusy } = usePaperQueue(rest.largestPiece);
  const form = useRef<HTMLFormElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const chooserId = useId();
  const limitsId = useId();
  // By value: the object itself is another one at every rendering.
  const stated = JSON.stringify({ for: whose.for, ...Object.fromEntries(saidOf(whose)) } satisfies Whose);

  const take = useCallback(
    (input: HTMLInputElement) => {
      const chosen = new FormData(form.current ?? undefined);
      const questionId = String(chosen.get('questionId') ?? '');
      const target = { ...(JSON.parse(stated) as Whose), kind: String(chosen.get('kind')) };
      queue.add([...(input.files ?? [])], (file, signal) =>
        paperServer(file, { ...target, ...(questionId && { questionId }) }, language, signal),
      );
      // The same file can be chosen again after it was refused.
      input.value = '';
    },
    [queue, stated, language],
  );

  useEffect(() => {
    // Chosen before this script had arrived.
    if (chooser.current?.files?.length) take(chooser.current);
  }, [take]);

  return (
    <form ref={form} action={formAction} className="print:hidden">
      {state && !state.ok && <Notice tone="refusal" live title={state.fields?.file ?? state.message} />}
      <input type="hidden" name="for" value={whose.for} readOnly />
      {saidOf(whose).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {typeof kind === 'string' && <input type="hidden" name="kind" value={kind} readOnly />}
      {typeof question === 'string' && <input type="hidden" name="questionId" value={question} readOnly />}
      <div className="flex max-w-[40rem] flex-col gap-[1.25em]">
        {typeof kind === 'object' && <PaperSelect name="kind" {...kind} />}
        {typeof question === 'object' && question && <PaperSelect name="questionId" {...question} />}
        <div>
          <span className="relative inline-flex noscript:block">
            <input
              ref={chooser}
              id={chooserId}
              name="file"
              type="file"
              multiple
              accept={rest.accept}
              title={texts.choose}
              aria-describedby={limitsId}
              className="peer absolute inset-0 cursor-pointer opacity-0 noscript:static noscript:mb-[0.5em] noscript:block noscript:opacity-100"
              onChange={(event) => take(event.currentTarget)}
            />
            {/* The face of the field: the browser's own speaks the language of the browser. */}
            <label
              htmlFor={chooserId}
              className={`${buttonClass()} peer-focus-visible:outline-3 peer-focus-visible:outline-ribbon peer-focus-visible:outline-offset-3`}
            >
              {texts.choose}
            </label>
          </span>
          <p id={limitsId} className="minor measure mt-[0.6em] text-muted">
            {texts.limits}
          </p>
          <noscript>
            <p className="minor measure mb-[0.75em] text-muted">{texts.together}</p>
            <Button>{texts.submit}</Button>
          </noscript>
        </div>
      </div>
      {papers.length > 0 && (
        <div className="mt-[1.25em] max-w-[40rem] border-accent border-y-2 py-[0.75em]">
          <p className="title-3">{queueTexts.title}</p>
          {isBusy && <p className="text-muted">{queueTexts.wait}</p>}
          <ul className="mt-[0.5em]">
            {papers.map((paper) => (
              <PaperRow
                key={paper.id}
                paper={paper}
                texts={queueTexts}
                onNow={queue.wake}
                onAgain={() => queue.again(paper.id)}
                onRemove={() => queue.remove(paper.id)}
              />
            ))}
          </ul>
        </div>
      )}
      <Announced papers={papers} texts={queueTexts} />
    </form>
  );
}

/** Says what has happened to a file, once, to those who do not see the list; how many per cent is told to nobody. */
function Announced({ papers, texts }: { papers: ReturnType<typeof usePaperQueue>['papers']; texts: QueueTexts }) {
  const [said, setSaid] = useState('');
  const told = papers.findLast(({ state }) => state === 'sent' || state === 'refused' || state === 'broken');
  const news = told && `${told.name}: ${told.state === 'refused' ? refusalText(told, texts) : texts[told.state]}`;
  useEffect(() => {
    if (news) setSaid(news);
  }, [news]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
