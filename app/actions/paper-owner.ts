/** Whose papers are meant, and who asks: the draft of this browser, the application followed in it, or one named by staff. */
import 'server-only';
import type { Actor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { ownDraft, visitor } from './public-draft';
import { applicantOrVisitor, staffOrVisitor } from './session';

export type AskedOwner = { for?: unknown; applicationId?: unknown };
export type PaperSender =
  | { actor: Actor; owner: { token: string }; isDraft: true }
  | { actor: Actor; owner: { applicationId: string }; isDraft: false };

/**
 * The draft and the applicant's application are always those of the browser, never ones that a request names.
 * @throws DomainError `draft.not-found`, `access.sign-in`, `input.invalid`
 */
export async function paperSender(asked: AskedOwner): Promise<PaperSender> {
  if (asked.for === 'draft') {
    const draft = await ownDraft();
    if (!draft) throw new DomainError('draft.not-found');
    return { actor: await visitor(), owner: { token: draft.token }, isDraft: true };
  }
  if (asked.for !== 'application') throw new DomainError('input.invalid');
  if (typeof asked.applicationId === 'string' && asked.applicationId)
    return { actor: await staffOrVisitor(), owner: { applicationId: asked.applicationId }, isDraft: false };
  const actor = await applicantOrVisitor();
  if (actor.role !== 'applicant') throw new DomainError('access.sign-in');
  return { actor, owner: { applicationId: actor.applicationId }, isDraft: false };
}
