/** The addresses that take papers, as the browser reaches them. */
import type { Answer, PaperServer } from './send-file';

export type Whose = {
  for: 'draft' | 'application' | 'desk';
  /** Staff say whose application it is; applicants and drafts are known by their own cookie. */
  applicationId?: string;
  /** A paper of the desk says its case, and what in it it belongs to. */
  caseId?: string;
  requestId?: string;
  letterId?: string;
  evidenceId?: string;
  /** A paper of the field says its find or its ceremony instead. */
  findId?: string;
  ceremonyId?: string;
};

const names = ['applicationId', 'caseId', 'requestId', 'letterId', 'evidenceId', 'findId', 'ceremonyId'] as const;

/** What is said of the owner besides `for`: name and value of each. */
export const saidOf = (whose: Whose): [string, string][] =>
  names.flatMap((name): [string, string][] => (whose[name] ? [[name, whose[name]]] : []));

/** Whose the next paper is, and what it is. */
export type PaperTarget = Whose & { kind: string; questionId?: string };

/** @param language of the sentences in which a refusal is told */
export function paperServer(file: File, target: PaperTarget, language: string, signal: AbortSignal): PaperServer {
  const whose = `${stated(target)}&language=${language}`;
  return {
    begin: () => {
      const body = JSON.stringify({ ...target, name: file.name, bytes: file.size });
      return post(`/api/attachments?${whose}`, new Blob([body], { type: 'application/json' }), signal);
    },
    piece: (uploadId, offset, bytes, onSent) =>
      post(`/api/attachments/${uploadId}?${whose}&offset=${offset}`, bytes, signal, onSent),
  };
}

/** Where the papers of one draft or application are listed. */
export const papersAddress = (whose: Whose): string => `/api/attachments?${stated(whose)}`;

const stated = (whose: Whose) =>
  [`for=${whose.for}`, ...saidOf(whose).map(([name, value]) => `${inAddress(name)}=${encodeURIComponent(value)}`)].join(
    '&',
  );

const inAddress = (name: string) => (name === 'applicationId' ? 'application' : name);

/** XMLHttpRequest, because fetch does not tell how much of a body has left. */
function post(address: string, body: Blob, signal: AbortSignal, onSent?: (sent: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const done = (answer: Answer) => {
      signal.removeEventListener('abort', stop);
      resolve(answer);
    };
    request.open('POST', address);
    request.upload.onprogress = ({ loaded }) => onSent?.(Math.min(loaded, body.size));
    request.onload = () => done({ status: request.status, body: read(request.responseText) });
    request.onerror = () => done({ status: 0, body: {} });
    request.onabort = request.onerror;
    request.ontimeout = request.onerror;
    // Longer than the server waits for a piece.
    request.timeout = 150_000;
    signal.addEventListener('abort', stop);
    request.send(body);
  });
}

function read(text: string): Answer['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' ? value : {};
  } catch {
    // A proxy's own page.
    return {};
  }
}
