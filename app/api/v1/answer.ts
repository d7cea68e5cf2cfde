/** How the interface for programs answers: staff by scope and nothing kept on the way, everybody with a tag to ask again by. */
import { createHash } from 'node:crypto';
import { type StaffActor, visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import type { TokenScope } from '@/domain/staff/tokens';
import { apiActor } from './actor';
import { answered } from './problem';

type Given = Readonly<Record<string, string>>;

/**
 * Answers what a member of staff, or a program in their name, may read.
 * @param work gets the parameters of the address by name; its schema refuses those it does not know
 */
export async function staffAnswer(
  request: Request,
  scope: TokenScope,
  work: (actor: StaffActor, given: Given) => Promise<object>,
): Promise<Response> {
  const actor = await apiActor(request, scope);
  if (actor instanceof Response) return actor;
  return answered(request, async () =>
    Response.json(await work(actor, parametersOf(request)), {
      headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    }),
  );
}

/**
 * Answers everybody alike, other sites' pages included. Never kept without asking again: what a family takes back is gone at once.
 * @param type of the text that `work` gives; objects are JSON
 */
export async function publicAnswer(
  request: Request,
  work: (actor: typeof visitor, given: Given) => Promise<object | string>,
  type = 'application/json',
  fileName?: string,
): Promise<Response> {
  return answered(request, async () => {
    const answer = await work(visitor, parametersOf(request));
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const headers = {
      etag: tag,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    };
    if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
    return new Response(body, {
      headers: {
        ...headers,
        'content-type': type,
        ...(fileName ? { 'content-disposition': `attachment; filename="${fileName}"` } : {}),
      },
    });
  });
}

/** @throws DomainError `input.invalid` for a parameter given twice: which one counts is nobody's guess */
export function parametersOf(request: Request): Given {
  const given = new Map<string, string>();
  for (const [name, value] of new URL(request.url).searchParams) {
    if (given.has(name)) throw new DomainError('input.invalid', { [name]: 'input.unexpected' });
    given.set(name, value);
  }
  return Object.fromEntries(given);
}
