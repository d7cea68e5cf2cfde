import { useId } from 'react';
import { Button } from '@/components/ui/button';
import type { QueuedPaper } from './paper-queue';

export type QueueTexts = Readonly<
  Record<
    | 'title'
    | 'queued'
    | 'sending'
    | 'broken'
    | 'now'
    | 'again'
    | 'cancel'
    | 'dismiss'
    | 'sent'
    | 'unreadable'
    | 'wait'
    | 'lost',
    string
  >
>;

export type RowActs = { onNow: () => void; onAgain: () => void; onRemove: () => void };

/** One file on its way: how far it has come, and what can be done about it. */
export function PaperRow({ paper, texts, ...acts }: { paper: QueuedPaper; texts: QueueTexts } & RowActs) {
  const nameId = useId();
  const percent = paper.bytes > 0 ? Math.min(100, Math.floor((paper.sent / paper.bytes) * 100)) : 0;
  const { state } = paper;
  return (
    <li className="border-line border-t py-[0.75em] first:border-t-0">
      <p id={nameId} className="font-semibold [overflow-wrap:anywhere]">
        {paper.name}
      </p>
      {state !== 'refused' && (
        <progress
          aria-labelledby={nameId}
          value={percent}
          max={100}
          className="my-[0.35em] block h-[0.6em] w-full appearance-none border border-rule bg-white [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-white [&::-webkit-progress-value]:bg-accent"
        />
      )}
      <p className={state === 'refused' ? 'measure text-refusal' : 'measure text-muted'}>
        {state === 'refused' ? refusalText(paper, texts) : texts[state]}
        {state === 'sending' && <span className="figures-aligned">: {percent} %</span>}
      </p>
      <div className="mt-[0.35em] flex flex-wrap gap-x-[1.950em] gap-y-[0.35em]">
        {state === 'broken' && (
          <Button type="button" look="secondary" onClick={acts.onNow}>
            {texts.now}
          </Button>
        )}
        {state === 'refused' && (
          <Button type="button" look="secondary" onClick={acts.onAgain}>
            {texts.again}
            <span className="sr-only">: {paper.name}</span>
          </Button>
        )}
        {state !== 'sent' && (
          <span className="-ml-[1.2em] desk:-ml-[1em]">
            <Button type="button" look="quiet" onClick={acts.onRemove}>
              {state === 'refused' ? texts.dismiss : texts.cancel}
              <span className="sr-only">: {paper.name}</span>
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}

/** The server's own sentence where it gave one. */
export function refusalText({ refusal }: QueuedPaper, texts: QueueTexts): string {
  if (refusal?.message) return refusal.message;
  return refusal?.code === 'upload.unreadable' ? texts.unreadable : texts.lost;
}
