import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { applicantOrVisitor } from '@/app/actions/session';
import type { PaperFile } from '@/domain/attachments/queries';
import { draftPhoto, publicPhoto } from '@/domain/memory/photos';
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';

export const dynamic = 'force-dynamic';

type Params = { params: Promise<{ pageId: string; attachmentId: string; form: string }> };

/**
 * A photograph of a memory page: for everybody while the page is public; `draft` in the place of the page's id is the draft that the
 * signed-in applicant was asked about. Kept by no shared cache: a consent taken back takes the picture off at once.
 */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  try {
    const { path, mediaType } = await fileFor(await params);
    const handle = await open(path);
    const { size } = await handle.stat();
    return new Response(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
      headers: {
        'content-type': mediaType,
        'content-length': String(size),
        'cache-control': 'private, no-cache',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: 404 });
    throw error;
  }
}

async function fileFor({
  pageId,
  ...asked
}: {
  pageId: string;
  attachmentId: string;
  form: string;
}): Promise<PaperFile> {
  if (pageId !== 'draft') return publicPhoto(visitor, { pageId, ...asked });
  const actor = await applicantOrVisitor();
  if (actor.role !== 'applicant') throw new DomainError('access.sign-in');
  return draftPhoto(actor, { applicationId: actor.applicationId, ...asked });
}
