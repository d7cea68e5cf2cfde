import { refuseForeignOrigin } from '@/app/actions/action';
import { paperSender } from '@/app/actions/paper-owner';
import { draftPapers, papersOf } from '@/domain/attachments/queries';
import { beginDraftUpload, beginUpload } from '@/domain/attachments/upload';
import { DomainError } from '@/domain/result';
import { answered, json } from './answer';

export const dynamic = 'force-dynamic';

/** What has become of the papers of a draft or an application: `{papers: [{id, state}]}`. */
export async function GET(request: Request): Promise<Response> {
  return answered(request, async () => {
    const asked = new URL(request.url).searchParams;
    const { actor, owner, isDraft } = await paperSender({
      for: asked.get('for'),
      applicationId: asked.get('application'),
    });
    const papers = await (isDraft ? draftPapers(actor, owner) : papersOf(actor, owner));
    return json({ papers: papers.map(({ id, state }) => ({ id, state })) });
  });
}

/** Announces a file: `{for, applicationId?, questionId?, messageId?, kind, name, bytes}` → 201 `{uploadId}`. */
export async function POST(request: Request): Promise<Response> {
  return answered(request, async () => {
    await refuseForeignOrigin();
    const { for: whose, applicationId, ...file } = await bodyOf(request);
    const { actor, owner, isDraft } = await paperSender({ for: whose, applicationId });
    const announced = { ...file, ...owner };
    return json(await (isDraft ? beginDraftUpload(actor, announced) : beginUpload(actor, announced)), 201);
  });
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => null);
  if (!body || typeof body !== 'object' || Array.isArray(body)) throw new DomainError('input.invalid');
  return { ...body };
}
