/** Sends one file piece by piece; after a broken line it goes on from what the server has. Knows neither the page nor the network. */

export type Answer = {
  /** 0 when no answer came. */
  status: number;
  body: { uploadId?: string; received?: number; attachmentId?: string; code?: string; message?: string };
};

export type PaperServer = {
  begin(): Promise<Answer>;
  /** @param onSent bytes of this piece that have left so far */
  piece(uploadId: string, offset: number, bytes: Blob, onSent: (sent: number) => void): Promise<Answer>;
};

export type Watching = {
  signal: AbortSignal;
  onSent(bytes: number): void;
  onBroken(isBroken: boolean): void;
  /** Waits so many seconds, or less when somebody or the returning line says so. */
  pause(seconds: number): Promise<void>;
};

/** What the server, or the device that holds the file, will not take; `code` as in the messages under `errors`. */
export class PaperRefusal extends Error {
  constructor(
    readonly code: string,
    message = '',
  ) {
    super(message);
  }
}

const smallest = 64_000;
const first = 256_000;
/** A piece that takes this long, in milliseconds, is long enough: less is lost when the line breaks. */
const slow = 8_000;
const quick = 2_000;

/** Seconds before the next attempt: 1, 2, 4, 8, 16, then 30. */
export const pauseBefore = (attempt: number): number => Math.min(30, 2 ** attempt);

/**
 * @param largest bytes of a piece the server takes
 * @throws PaperRefusal when it is refused; whatever the signal was aborted with
 */
export async function sendFile(file: Blob, server: PaperServer, largest: number, watching: Watching): Promise<void> {
  const { signal, onSent, onBroken } = watching;
  const uploadId = (await begun(server, watching)).body.uploadId;
  if (!uploadId) throw new PaperRefusal('upload.answer');
  let received = 0;
  let size = Math.min(first, largest);
  let breaks = 0;
  let isAsking = false;
  for (;;) {
    signal.throwIfAborted();
    // After a break an empty piece asks how much has arrived, so that nothing is sent twice.
    const bytes = isAsking ? new Blob([]) : await read(file, received, size);
    const from = received;
    const began = performance.now();
    const answer = await server.piece(uploadId, from, bytes, (sent) => onSent(from + sent));
    signal.throwIfAborted();
    if (!isLost(answer)) refuse(answer);
    const { attachmentId, received: total = from } = answer.body;
    const isStuck = !isAsking && !attachmentId && total === from;
    if (isLost(answer) || isStuck) {
      size = Math.max(smallest, Math.floor(size / 2));
      isAsking = true;
      onBroken(true);
      await watching.pause(pauseBefore(breaks++));
      continue;
    }
    onBroken(false);
    onSent(total);
    if (attachmentId) return;
    if (total !== from) breaks = 0;
    if (!isAsking) size = nextSize(size, performance.now() - began, largest);
    received = total;
    isAsking = false;
  }
}

async function begun(server: PaperServer, { signal, onBroken, pause }: Watching): Promise<Answer> {
  for (let breaks = 0; ; breaks++) {
    const answer = await server.begin();
    signal.throwIfAborted();
    if (!isLost(answer)) {
      refuse(answer);
      onBroken(false);
      return answer;
    }
    onBroken(true);
    await pause(pauseBefore(breaks));
    signal.throwIfAborted();
  }
}

/** No answer, or one that is not the program's own: it starts anew, or a proxy lost it. */
const isLost = ({ status, body }: Answer): boolean => status === 0 || (status >= 400 && body.code === undefined);

function refuse({ status, body }: Answer): void {
  if (status >= 400) throw new PaperRefusal(body.code ?? 'upload.answer', body.message);
}

/** A copy in memory: a file that was changed or taken away is noticed here and not mistaken for a broken line. */
async function read(file: Blob, from: number, size: number): Promise<Blob> {
  try {
    return new Blob([await file.slice(from, from + size).arrayBuffer()]);
  } catch {
    throw new PaperRefusal('upload.unreadable');
  }
}

function nextSize(size: number, milliseconds: number, largest: number): number {
  if (milliseconds < quick) return Math.min(largest, size * 2);
  return milliseconds > slow ? Math.max(smallest, Math.floor(size / 2)) : size;
}
