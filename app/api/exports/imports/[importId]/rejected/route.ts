import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { staffOrVisitor } from '@/app/actions/session';
import { type RejectedRow, rejectedOfImport } from '@/domain/archive/queries';
import { csv } from '@/domain/csv';
import type { Actor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { routing } from '@/messages/routing';

export const dynamic = 'force-dynamic';

/** Rows read from the store at once. */
const batch = 1000;

/** The rejected rows of one import as a file: line, reason, and every column as it stands there. */
export async function GET(request: Request, { params }: { params: Promise<{ importId: string }> }): Promise<Response> {
  const { importId } = await params;
  const asked = new URL(request.url).searchParams.get('language');
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const t = await getTranslations({ locale, namespace: 'imports' });
  const actor = await staffOrVisitor();
  try {
    const columns = await columnsOf(actor, importId);
    const heading = [t('rejected.line'), t('rejected.reason'), t('rejected.detail'), ...columns];
    const lineOf = (row: RejectedRow) => [
      String(row.line),
      t(`reason.${row.reason.split('.')[1]}` as never),
      row.detail,
      ...columns.map((name) => row.row?.[name] ?? ''),
    ];
    return new Response(streamOf(textOf(actor, importId, heading, lineOf)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rejected-${importId}.csv"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error.code === 'access.sign-in' ? 401 : error.code.startsWith('access.') ? 403 : 404;
    const errors = await getTranslations({ locale, namespace: 'errors' });
    return new Response(`${errors(error.code as never)}\n`, {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
}

function streamOf(chunks: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await chunks.return();
    },
  });
}

/** Every column of the rejected rows, in the order in which they first appear. */
async function columnsOf(actor: Actor, importId: string): Promise<string[]> {
  const columns = new Set<string>();
  for await (const rows of batches(actor, importId))
    for (const row of rows) for (const name of Object.keys(row.row ?? {})) columns.add(name);
  return [...columns];
}

async function* textOf(
  actor: Actor,
  importId: string,
  heading: string[],
  lineOf: (row: RejectedRow) => string[],
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(csv(heading, []));
  for await (const rows of batches(actor, importId)) {
    const [first = [], ...rest] = rows.map(lineOf);
    // The mark of the encoding stands only at the head of the file.
    yield encoder.encode(csv(first, rest).replace(/^\uFEFF/, ''));
  }
}

async function* batches(actor: Actor, importId: string): AsyncGenerator<RejectedRow[]> {
  let afterLine = 0;
  for (;;) {
    const rows = await rejectedOfImport(actor, { importId, afterLine, limit: batch });
    if (rows.length > 0) yield rows;
    afterLine = rows.at(-1)?.line ?? afterLine;
    if (rows.length < batch) return;
  }
}
