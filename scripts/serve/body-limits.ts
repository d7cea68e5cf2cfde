import { IncomingMessage } from 'node:http';

export interface BodyLimit {
  bytes: number;
  /** How long the whole body may take. */
  seconds: number;
}

const ordinary: BodyLimit = { bytes: 256 * 1024, seconds: 30 };

const files: BodyLimit = { bytes: 20 * 1024 * 1024, seconds: 300 };

/** Where files are sent. The largest of these is also `bodySizeLimit` in next.config.js. */
const exceptions: { path: RegExp; limit: BodyLimit }[] = [
  { path: /^\/(?:kk|ru|en)\/desk\/imports(?:\/|$)/, limit: files },
  // Papers by a form without script, on every page that has one.
  { path: /^\/(?:kk|ru|en)\/(?:apply\/papers|track)$/, limit: files },
  { path: /^\/(?:kk|ru|en)\/desk\/(?:applications\/registered|cases\/[\w-]+)$/, limit: files },
  // Papers piece by piece. The slowest line gets the smallest piece through: 64 kB in two minutes.
  { path: /^\/api\/attachments\/[\w-]+$/, limit: { bytes: 1_000_000 + 64 * 1024, seconds: 120 } },
];

export function bodyLimitOf(path: string): BodyLimit {
  return exceptions.find((exception) => exception.path.test(path))?.limit ?? ordinary;
}

/** No request may take longer than the slowest kind is allowed to. */
export const longestBodySeconds = Math.max(ordinary.seconds, ...exceptions.map((exception) => exception.limit.seconds));

/** A request that counts what arrives, whatever length it stated, and breaks the connection at its limit. */
export class CountedRequest extends IncomingMessage {
  bodyLimit = ordinary;
  private received = 0;

  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    this.received += chunk?.length ?? 0;
    if (this.received <= this.bodyLimit.bytes) return super.push(chunk, encoding);
    this.destroy(new Error(`The body is larger than ${this.bodyLimit.bytes} bytes`));
    return false;
  }
}
