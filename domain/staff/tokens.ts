/** Tokens by which a program reads in the name of a member of staff: a part of what that person may read, and for a time. Real time. */
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { apiTokens, staff, type TokenScope } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { bookkeep } from '../change';
import { command, query } from '../command';
import { read } from '../database';
import { hashToken, newId, newToken } from '../identity';
import { id, oneOf, requiredLine, whole } from '../input';
import { can, cellFor, type StaffActor } from '../permissions';
import { DomainError } from '../result';
import { countAttempt } from '../throttle';
import { scopePermission, tokenLimits, tokenScopes } from './limits';
import { staffActor } from './sessions';

/** What a token begins with, so that one lying about is known for what it is, by people and by scanners for secrets. */
export const tokenMark = 'izd_';

const dayLength = 24 * 3600_000;

const scopes = z.pipe(
  z.pipe(
    z.union([z.string(), z.array(z.string())], { error: () => 'input.choose' }),
    z.transform((given) => [...new Set(typeof given === 'string' ? [given] : given)]),
  ),
  z.array(oneOf(tokenScopes)).check(z.minLength(1, { error: () => 'input.choose' })),
);

/**
 * Gives oneself a token for 1..365 days; it is shown this once and kept as a hash.
 * @throws DomainError `input.invalid` for a scope one may not read oneself; `token.too-many` beyond twenty in force
 */
export const giveToken = command(
  'token.give',
  z.strictObject({ name: requiredLine(100), scopes, days: whole(1, tokenLimits.days) }),
  async (input, { actor, tx, record }): Promise<{ tokenId: string; token: string; endsAt: number }> => {
    const staffId = staffIdOf(actor);
    if (!input.scopes.every((scope) => can(actor, scopePermission[scope])))
      throw new DomainError('input.invalid', { scopes: 'token.not-yours-to-give' });
    const at = Date.now();
    const held = await tx
      .select({ id: apiTokens.id })
      .from(apiTokens)
      .where(and(eq(apiTokens.staffId, staffId), isNull(apiTokens.endedAt), gt(apiTokens.endsAt, at)));
    if (held.length >= tokenLimits.inForce) throw new DomainError('token.too-many', {}, { most: tokenLimits.inForce });
    const token = tokenMark + newToken();
    const tokenId = newId();
    const endsAt = at + input.days * dayLength;
    await tx.insert(apiTokens).values({
      ...{ id: tokenId, staffId, name: input.name, scopes: input.scopes, tokenHash: hashToken(token) },
      ...{ givenAt: at, endsAt, usedCount: 0 },
    });
    record({ kind: 'token.given', subjectId: staffId, data: { tokenId, scopes: input.scopes } });
    return { tokenId, token, endsAt };
  },
);

/**
 * Ends a token at once: one's own, an administrator anybody's.
 * @throws DomainError `token.not-found`, alike for another's; `token.ended`
 */
export const endToken = command('token.end', z.strictObject({ tokenId: id() }), async (input, context) => {
  const { actor, tx, record } = context;
  const [token] = await tx.select().from(apiTokens).where(eq(apiTokens.id, input.tokenId));
  if (!token || (actor.role !== 'administrator' && token.staffId !== staffIdOf(actor)))
    throw new DomainError('token.not-found');
  if (token.endedAt !== null) throw new DomainError('token.ended');
  await tx.update(apiTokens).set({ endedAt: Date.now() }).where(eq(apiTokens.id, token.id));
  record({ kind: 'token.ended', subjectId: token.staffId, data: { tokenId: token.id } });
});

export type { TokenScope };

export type TokenLine = {
  id: string;
  name: string;
  scopes: TokenScope[];
  /** Whose it is. */
  holder: { id: string; name: string };
  /** Moments of real time, in milliseconds. */
  givenAt: number;
  endsAt: number;
  lastUsedAt: number | null;
  usedCount: number;
  state: 'in-force' | 'ended' | 'expired';
};

/** One's own tokens, an administrator's those of everybody; the newest first, nothing secret among it. */
export const tokenList = query('token.read', z.strictObject({}), async (_input, actor): Promise<TokenLine[]> => {
  const at = Date.now();
  const rows = await read()
    .select({ token: apiTokens, holder: { id: staff.id, name: staff.name } })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(actor.role === 'administrator' ? undefined : eq(apiTokens.staffId, staffIdOf(actor)))
    .orderBy(desc(apiTokens.givenAt), desc(apiTokens.id));
  return rows.map(({ token: { tokenHash: _, staffId: __, endedAt, ...token }, holder }) => ({
    ...token,
    holder,
    state: endedAt !== null ? 'ended' : token.endsAt <= at ? 'expired' : 'in-force',
  }));
});

/** Ends every token of a member of staff: called where their account ends, or their part in the house changes. */
export async function endTokens(tx: WriteDb, staffId: string): Promise<void> {
  await tx
    .update(apiTokens)
    .set({ endedAt: Date.now() })
    .where(and(eq(apiTokens.staffId, staffId), isNull(apiTokens.endedAt)));
}

/**
 * The member of staff in whose name a program reads; their role and whether they are still here are read anew each time.
 * @param address the client's, for slowing down whoever guesses
 * @throws DomainError `token.wrong` alike for unknown, ended and expired; `token.out-of-scope`; `access.denied` when the person may no
 * longer read this; `access.password-change-due`; `access.too-many-attempts`
 */
export async function actorOfToken(token: string, scope: TokenScope, address: string): Promise<StaffActor> {
  const at = Date.now();
  const [found] = await read()
    .select({ token: apiTokens, member: staff })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(and(eq(apiTokens.tokenHash, hashToken(token)), isNull(apiTokens.endedAt), gt(apiTokens.endsAt, at)));
  if (!found?.member.active) {
    await countAttempt('token.address', address);
    throw new DomainError('token.wrong');
  }
  const { id: tokenId, usedCount, scopes: open } = found.token;
  await bookkeep(async (tx) => {
    await countAttempt('token.use', tokenId);
    await tx
      .update(apiTokens)
      .set({ lastUsedAt: at, usedCount: usedCount + 1 })
      .where(eq(apiTokens.id, tokenId));
  });
  const actor = staffActor(found.member);
  if (actor.passwordChangeDue) throw new DomainError('access.password-change-due');
  if (!open.includes(scope)) throw new DomainError('token.out-of-scope', {}, { scope });
  if (cellFor(actor, scopePermission[scope]) !== 'any') throw new DomainError('access.denied');
  return actor;
}
