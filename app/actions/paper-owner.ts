/**
 * Whose papers are meant, and who asks: the draft of this browser, the application followed in it, one named by staff, or a place on
 * the desk.
 */
import 'server-only';
import type { DeskPlace, FieldPlace } from '@/domain/attachments/owners';
import type { Actor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { ownDraft, visitor } from './public-draft';
import { applicantOrVisitor, staffOrVisitor } from './session';

export type AskedOwner = Partial<Record<'for' | 'applicationId' | keyof DeskPlace | 'findId' | 'ceremonyId', unknown>>;
export type PaperSender =
  | { for: 'draft'; actor: Actor; owner: { token: string } }
  | { for: 'application'; actor: Actor; owner: { applicationId: string } }
  | { for: 'desk'; actor: Actor; owner: DeskPlace | FieldPlace };

/**
 * The draft and the applicant's application are always those of the browser, never ones that a request names.
 * @throws DomainError `draft.not-found`, `access.sign-in`, `input.invalid`
 */
export async function paperSender(asked: AskedOwner): Promise<PaperSender> {
  if (asked.for === 'draft') {
    const draft = await ownDraft();
    if (!draft) throw new DomainError('draft.not-found');
    return { for: 'draft', actor: await visitor(), owner: { token: draft.token } };
  }
  if (asked.for === 'desk') return { for: 'desk', actor: await staffOrVisitor(), owner: placeOf(asked) };
  if (asked.for !== 'application') throw new DomainError('input.invalid');
  if (typeof asked.applicationId === 'string' && asked.applicationId)
    return { for: 'application', actor: await staffOrVisitor(), owner: { applicationId: asked.applicationId } };
  const actor = await applicantOrVisitor();
  if (actor.role !== 'applicant') throw new DomainError('access.sign-in');
  return { for: 'application', actor, owner: { applicationId: actor.applicationId } };
}

const said = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

const placeOf = ({ findId, ceremonyId, ...asked }: AskedOwner): DeskPlace | FieldPlace => {
  const [find, ceremony] = [said(findId), said(ceremonyId)];
  if (find) return { findId: find };
  return ceremony ? { ceremonyId: ceremony } : deskPlaceOf(asked);
};

const deskPlaceOf = ({ caseId, requestId, letterId, evidenceId }: AskedOwner): DeskPlace => {
  return {
    caseId: said(caseId) ?? '',
    requestId: said(requestId),
    letterId: said(letterId),
    evidenceId: said(evidenceId),
  };
};

/** Whose papers an address speaks of, as `papersAddress` writes it. */
export const askedOwner = (asked: URLSearchParams): AskedOwner =>
  Object.fromEntries(
    (['for', 'caseId', 'requestId', 'letterId', 'evidenceId', 'findId', 'ceremonyId'] as const)
      .map((name): [string, unknown] => [name, asked.get(name)])
      .concat([['applicationId', asked.get('application')]]),
  );
