/** Who follows an application, for the actions of the tracking page. */
import 'server-only';
import type { Actor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { applicantOrVisitor } from './session';

/**
 * The applicant of this browser. The application is always the applicant's own, never one that a form names.
 * @throws DomainError `access.sign-in` when the sign-in is over
 */
export async function applicant(): Promise<{ actor: Actor; applicationId: string }> {
  const actor = await applicantOrVisitor();
  if (actor.role !== 'applicant') throw new DomainError('access.sign-in');
  return { actor, applicationId: actor.applicationId };
}
