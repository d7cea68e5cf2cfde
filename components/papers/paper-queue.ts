/** The files chosen on one page, sent one after another: on a slow line one whole picture is worth more than six halves. */
import { PaperRefusal, type PaperServer, sendFile } from './send-file';

export type QueuedPaper = {
  id: number;
  name: string;
  bytes: number;
  state: 'queued' | 'sending' | 'broken' | 'refused' | 'sent';
  /** Bytes the server has, or that are on their way to it. */
  sent: number;
  /** Why it was refused: a sentence of the server, or a code for one of ours. */
  refusal: { code: string; message: string } | null;
};

type Held = { file: File; open: (signal: AbortSignal) => PaperServer; stopping: AbortController };

export class PaperQueue {
  private papers: readonly QueuedPaper[] = [];
  private readonly held = new Map<number, Held>();
  private readonly readers = new Set<() => void>();
  private readonly waking = new EventTarget();
  private isRunning = false;
  private last = 0;

  constructor(private readonly largestPiece: number) {}

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => void this.readers.delete(reader);
  };

  readonly snapshot = (): readonly QueuedPaper[] => this.papers;

  /** @param open makes the connection for one file, with everything that was chosen beside it */
  add(files: readonly File[], open: (file: File, signal: AbortSignal) => PaperServer): void {
    const added = files.map((file): QueuedPaper => {
      const id = ++this.last;
      this.held.set(id, { file, open: (signal) => open(file, signal), stopping: new AbortController() });
      return { id, name: file.name, bytes: file.size, state: 'queued', sent: 0, refusal: null };
    });
    this.show([...this.papers, ...added]);
    void this.run();
  }

  /** Sends it no further and forgets it. */
  remove(id: number): void {
    this.held.get(id)?.stopping.abort();
    this.held.delete(id);
    this.show(this.papers.filter((paper) => paper.id !== id));
  }

  /** Sends a refused one once more from its beginning. */
  again(id: number): void {
    this.set(id, { state: 'queued', sent: 0, refusal: null });
    void this.run();
  }

  /** Whoever waits for the line tries at once. */
  readonly wake = (): void => void this.waking.dispatchEvent(new Event('wake'));

  /** Takes those off the list that stand on the page by now. */
  forget(ids: readonly number[]): void {
    if (this.papers.some(({ id }) => ids.includes(id))) this.show(this.papers.filter(({ id }) => !ids.includes(id)));
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (let next = this.next(); next; next = this.next()) await this.send(next.id);
    this.isRunning = false;
  }

  private next = () => this.papers.find(({ state }) => state === 'queued');

  private async send(id: number): Promise<void> {
    const held = this.held.get(id);
    if (!held) return;
    const { signal } = held.stopping;
    this.set(id, { state: 'sending' });
    try {
      await sendFile(held.file, held.open(signal), this.largestPiece, {
        signal,
        onSent: (sent) => this.set(id, { sent }),
        onBroken: (isBroken) => this.set(id, { state: isBroken ? 'broken' : 'sending' }),
        pause: (seconds) => this.pause(seconds, signal),
      });
      this.held.delete(id);
      this.set(id, { state: 'sent' });
    } catch (error) {
      if (signal.aborted) return;
      const { code, message } = error instanceof PaperRefusal ? error : { code: 'upload.answer', message: '' };
      this.set(id, { state: 'refused', refusal: { code, message } });
    }
  }

  private pause(seconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const over = new AbortController();
      const end = () => {
        over.abort();
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, seconds * 1000);
      signal.addEventListener('abort', end, { signal: over.signal });
      this.waking.addEventListener('wake', end, { signal: over.signal });
    });
  }

  private set(id: number, change: Partial<QueuedPaper>): void {
    this.show(this.papers.map((paper) => (paper.id === id ? { ...paper, ...change } : paper)));
  }

  private show(papers: readonly QueuedPaper[]): void {
    this.papers = papers;
    for (const reader of this.readers) reader();
  }
}
