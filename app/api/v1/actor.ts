/** Who asks by the interface for programs: a token in the header, else the member of staff signed in in this browser. */
import { staffOrVisitor } from '@/app/actions/session';

import { cellFor, type StaffActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { scopePermission } from '@/domain/staff/limits';
import { actorOfToken, type TokenScope } from '@/domain/staff/tokens';
import { problem } from './problem';

/**
 * The member of staff in whose name this request reads `scope`, or the answer that refuses it: 401 without or with a wrong token, 403
 * outside its scopes or when the person may not read this any more. A request with a token is never looked at as a browser's, too.
 */
export async function apiActor(request: Request, scope: TokenScope): Promise<StaffActor | Response> {
  try {
    return await holder(request, scope);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return problem(request, error);
  }
}

async function holder(request: Request, scope: TokenScope): Promise<StaffActor> {
  const given = request.headers.get('authorization');
  if (given !== null) {
    const [, token] = /^bearer +(\S{1,200})$/i.exec(given.trim()) ?? [];
    return actorOfToken(token ?? '', scope, request.headers.get('x-client-address') ?? 'unknown');
  }
  const actor = await staffOrVisitor();
  if (!('staffId' in actor)) throw new DomainError('access.sign-in');
  if (actor.passwordChangeDue) throw new DomainError('access.password-change-due');
  if (cellFor(actor, scopePermission[scope]) !== 'any') throw new DomainError('access.denied');
  return actor;
}
