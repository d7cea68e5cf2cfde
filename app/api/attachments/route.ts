import { refuseForeignOrigin } from '@/app/actions/action';
import { askedOwner, type PaperSender, paperSender } from '@/app/actions/paper-owner';
import { deskPapers } from '@/domain/attachments/desk-papers';
import { fieldPapers } from '@/domain/attachments/field-papers';
import { beginFor } from '@/domain/attachments/pieces';
import { draftPapers, type PaperView, papersOf } from '@/domain/attachments/queries';
import { DomainError } from '@/domain/result';
import { answered, json } from './answer';

export const dynamic = 'force-dynamic';

/** What has become of the papers of a draft or an application: `{papers: [{id, state}]}`. */
export async function GET(request: Request): Promise<Response> {
  return answered(request, async () => {
    const sender = await paperSender(askedOwner(new URL(request.url).searchParams));
    const papers = await papersFor(sender);
    return json({ papers: papers.map(({ id, state }) => ({ id, state })) });
  });
}

function papersFor(sender: PaperSender): Promise<PaperView[]> {
  if (sender.for === 'draft') return draftPapers(sender.actor, sender.owner);
  if (sender.for === 'application') return papersOf(sender.actor, sender.owner);
  return 'caseId' in sender.owner ? deskPapers(sender.actor, sender.owner) : fieldPapers(sender.actor, sender.owner);
}

/**
 * Announces a file: `{for, applicationId?, questionId?, messageId?, kind, name, bytes}`, for the desk `{for, caseId, requestId?,
 * letterId?, evidenceId?, …}` or `{for, findId | ceremonyId, …}` → 201 `{uploadId}`.
 */
export async function POST(request: Request): Promise<Response> {
  return answered(request, async () => {
    await refuseForeignOrigin();
    const { for: whose, ...file } = await bodyOf(request);
    const { actor, owner } = await paperSender({ ...file, for: whose });
    const { applicationId: _, ...described } = file;
    return json(await beginFor(actor, { ...described, ...owner }), 201);
  });
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => null);
  if (!body || typeof body !== 'object' || Array.isArray(body)) throw new DomainError('input.invalid');
  return { ...body };
}
