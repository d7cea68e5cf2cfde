import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useSyncExternalStore, useTransition } from 'react';
import { PaperQueue, type QueuedPaper } from './paper-queue';

const none: readonly QueuedPaper[] = [];
const isUnderway = ({ state }: QueuedPaper) => state === 'queued' || state === 'sending' || state === 'broken';

/** The queue of this page: what arrives shows in the page's own list, and leaving in the middle is asked about. */
export function usePaperQueue(largestPiece: number) {
  const [queue] = useState(() => new PaperQueue(largestPiece));
  const papers = useSyncExternalStore(queue.subscribe, queue.snapshot, () => none);
  const router = useRouter();
  const [isRefreshing, refresh] = useTransition();
  const shown = useRef<readonly number[]>([]);
  const sent = papers.flatMap(({ id, state }) => (state === 'sent' ? [id] : [])).join();
  const isBusy = papers.some(isUnderway);

  useEffect(() => {
    if (!isRefreshing) queue.forget(shown.current);
  }, [isRefreshing, queue]);

  useEffect(() => {
    // Not while others are on their way: a page that is fetched over a line that breaks again takes them with it.
    const arrived = sent ? sent.split(',').map(Number) : [];
    if (isBusy || isRefreshing || arrived.every((id) => shown.current.includes(id))) return;
    shown.current = arrived;
    refresh(() => router.refresh());
  }, [sent, isBusy, isRefreshing, router]);

  useEffect(() => {
    // The line is back, or the phone is looked at again: no need to wait until the pause is over.
    const lookedAt = () => document.visibilityState === 'visible' && queue.wake();
    window.addEventListener('online', queue.wake);
    document.addEventListener('visibilitychange', lookedAt);
    return () => {
      window.removeEventListener('online', queue.wake);
      document.removeEventListener('visibilitychange', lookedAt);
    };
  }, [queue]);

  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);

  return { queue, papers, isBusy };
}
