import { refuseForeignOrigin } from '@/app/actions/action';
import { askedOwner, paperSender } from '@/app/actions/paper-owner';
import { takePiece } from '@/domain/attachments/pieces';
import { DomainError } from '@/domain/result';
import { answered, json } from '../answer';

export const dynamic = 'force-dynamic';

/**
 * Takes the piece of a file that begins at `offset`: the name in the address is the one its announcement was answered with.
 * → `{received, attachmentId?}`; an empty piece only asks how much has arrived.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ attachmentId: string }> },
): Promise<Response> {
  return answered(request, async () => {
    await refuseForeignOrigin();
    const { attachmentId: uploadId } = await params;
    const asked = new URL(request.url).searchParams;
    const offset = asked.get('offset') ?? '';
    if (!/^\d{1,9}$/.test(offset)) throw new DomainError('input.invalid');
    const { actor, owner } = await paperSender(askedOwner(asked));
    const body = request.body ?? new Blob([]).stream();
    return json(await takePiece(actor, { ...owner, uploadId, offset: Number(offset) }, body));
  });
}
