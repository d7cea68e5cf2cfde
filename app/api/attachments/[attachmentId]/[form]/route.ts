import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ownDraft, visitor } from '@/app/actions/public-draft';
import { applicantOrVisitor, staffOrVisitor } from '@/app/actions/session';
import { draftPaperFile, type PaperFile, paperFile } from '@/domain/attachments/queries';
import { can } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { answered } from '../../answer';

export const dynamic = 'force-dynamic';

/** Nobody of ours asks so; answered by GET it would open a file that nobody reads. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { allow: 'GET' } });

type Params = { params: Promise<{ attachmentId: string; form: string }> };

/** A paper's picture (`view`, `thumb`) or the file as it came (`original`), for whoever may see it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return answered(request, async () => {
    const asked = await params;
    const file = await fileFor(asked);
    const handle = await open(file.path);
    const { size } = await handle.stat();
    const isShown = file.mediaType.startsWith('image/') && asked.form !== 'original';
    return new Response(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(size),
        'content-disposition': `${isShown ? 'inline' : 'attachment'}; ${stated(file.name)}`,
        'cache-control': 'no-store, private',
        // Whatever is in it, nothing of it runs under our address.
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      },
    });
  });
}

/** Staff, the applicant and the writer of a draft may sit at one browser: whichever of them may see it. */
async function fileFor(asked: { attachmentId: string; form: string }): Promise<PaperFile> {
  if (!['view', 'thumb', 'original'].includes(asked.form)) throw new DomainError('paper.not-found');
  const staff = await staffOrVisitor();
  if (can(staff, 'attachment.read')) return paperFile(staff, asked);
  const applicant = await applicantOrVisitor();
  const own = applicant.role === 'applicant' ? applicant.applicationId : null;
  const draft = await ownDraft();
  if (!own && !draft) throw new DomainError('access.sign-in');
  const file = own && (await unlessUnknown(paperFile(applicant, { ...asked, applicationId: own })));
  if (file) return file;
  if (!draft) throw new DomainError('paper.not-found');
  return draftPaperFile(await visitor(), { ...asked, token: draft.token });
}

async function unlessUnknown(answer: Promise<PaperFile>): Promise<PaperFile | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'paper.not-found') return null;
    throw error;
  }
}

/** The name in both spellings a header has: plain letters for old programs, all of it for the others. */
function stated(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_') || 'file';
  const whole = encodeURIComponent(name.toWellFormed() || 'file').replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
