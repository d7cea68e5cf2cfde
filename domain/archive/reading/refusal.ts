/** Why a record file as a whole cannot be read. Each code is a key of the messages under `errors`. */
export const FILE_CODES = [
  'file.not-found',
  'file.directory',
  'file.unreadable',
  'file.empty',
  'file.header-only',
  'file.not-a-table',
  'file.broken-header',
  'file.unknown-layout',
  'file.cut-short',
  'file.damaged',
  'file.bomb',
] as const;

/** Why one row of a record file is left out while the reading goes on. Each code is a key of the messages under `errors`. */
export const ROW_CODES = [
  'row.empty',
  'row.no-name',
  'row.too-few-columns',
  'row.too-many-columns',
  'row.field-too-long',
  'row.too-long',
  'row.unclosed-quote',
  'row.stray-quote',
  'row.broken-characters',
  'row.cut-short',
] as const;

export type FileCode = (typeof FILE_CODES)[number];
export type RejectCode = (typeof ROW_CODES)[number];

/**
 * An expected refusal of a whole record file.
 * `detail` is the same in every language and fills `{detail}` of the message: the path (not-found, directory,
 * unreadable), the kind of file (not-a-table), the columns found (unknown-layout, header-only), the bound that was
 * passed (bomb); otherwise it is empty.
 */
export class ReadRefusal extends Error {
  readonly code: FileCode;
  readonly detail: string;

  constructor(code: FileCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'ReadRefusal';
    this.code = code;
    this.detail = detail;
  }
}

const NO_SUCH_FILE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']);
const BROKEN_OFF = new Set(['Z_BUF_ERROR', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR']);

/**
 * Turns what the system says about a source into a refusal. Anything that is no error of the system comes back as it
 * is: it is a bug and must not look like a bad file.
 */
export function asRefusal(error: unknown, path = ''): unknown {
  if (error instanceof ReadRefusal || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (BROKEN_OFF.has(code)) return new ReadRefusal('file.cut-short');
  if (code.startsWith('Z_')) return new ReadRefusal('file.damaged');
  if (NO_SUCH_FILE.has(code)) return new ReadRefusal('file.not-found', path);
  if (code === 'EISDIR') return new ReadRefusal('file.directory', path);
  if ('syscall' in error) return new ReadRefusal('file.unreadable', [path, code].filter(Boolean).join(' '));
  return error;
}
