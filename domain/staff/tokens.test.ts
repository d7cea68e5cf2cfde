/** Tokens of programs: shown once, kept as a hash, nobody gives away more than they have. Who reads what by them: `app/api/v1`. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiTokens, events, staff } from '@/db/schema';
import type { StaffActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, anAdministrator, aResearcher } from '../testing/factories';
import { staffPassword } from '../testing/staff';
import { limits } from '../throttle';
import { changePassword, resetPassword } from './commands';
import { tokenLimits } from './limits';
import { actorOfToken, endToken, giveToken, tokenList } from './tokens';

let database: TestDatabase;
let [researcher, other, manager, administrator]: StaffActor[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  [researcher, other, manager, administrator] = [
    await aResearcher(),
    await aResearcher(),
    await aManager(),
    await anAdministrator(),
  ];
});
afterAll(() => database.close());

const actor = (one: StaffActor | undefined): StaffActor => {
  if (!one) throw new Error('Nobody');
  return one;
};
const input = { name: 'Карта', scopes: ['cases', 'records'], days: '30' };

describe('a token', () => {
  it('is shown once: neither rows, events nor lists hold it', async () => {
    const { token, endsAt } = await giveToken(actor(researcher), input);
    expect(token).toMatch(/^izd_[\w-]{43}$/);
    expect(Math.round((endsAt - Date.now()) / 86_400_000)).toBe(30);
    const kept = [
      await database.store.db.select().from(apiTokens),
      await database.store.db.select().from(events),
      await tokenList(actor(researcher), {}),
    ];
    expect(JSON.stringify(kept)).toContain('Карта');
    expect(JSON.stringify(kept)).not.toContain(token.slice(4));
    expect(JSON.stringify(kept[2])).not.toContain('Hash');
  });

  it('acts as whoever gave it, and counts its use', async () => {
    const { token, tokenId } = await giveToken(actor(manager), { ...input, scopes: 'statistics' });
    const found = await actorOfToken(token, 'statistics', '192.0.2.1');
    expect([found.staffId, found.role]).toEqual([manager?.staffId, 'manager']);
    await actorOfToken(token, 'statistics', '192.0.2.1');
    const line = (await tokenList(actor(manager), {})).find(({ id }) => id === tokenId);
    expect([line?.usedCount, line?.scopes, line?.state]).toEqual([2, ['statistics'], 'in-force']);
    expect(line?.lastUsedAt).not.toBeNull();
  });

  it.each([
    [{ ...input, scopes: ['statistics'] }, { scopes: 'token.not-yours-to-give' }],
    [{ ...input, scopes: ['cases', 'burials'] }, { scopes: 'token.not-yours-to-give' }],
    [{ ...input, scopes: [] }, { scopes: 'input.choose' }],
    [{ ...input, scopes: ['everything'] }, { scopes: 'input.choose' }],
    [{ ...input, days: '0' }, { days: 'input.number' }],
    [{ ...input, days: '366' }, { days: 'input.number' }],
    [{ ...input, name: ' ' }, { name: 'input.required' }],
  ])('is refused to a researcher who asks for %j', async (given, fields) => {
    await expect(giveToken(actor(researcher), given)).rejects.toMatchObject({ code: 'input.invalid', fields });
  });

  it('is ended by its holder or an administrator, by nobody else, and once', async () => {
    for (const by of [researcher, administrator]) {
      const { token, tokenId } = await giveToken(actor(researcher), input);
      for (const stranger of [other, manager])
        await expect(endToken(actor(stranger), { tokenId })).rejects.toMatchObject({ code: 'token.not-found' });
      await actorOfToken(token, 'cases', '192.0.2.2');
      await endToken(actor(by), { tokenId });
      await expect(actorOfToken(token, 'cases', '192.0.2.2')).rejects.toMatchObject({ code: 'token.wrong' });
      await expect(endToken(actor(by), { tokenId })).rejects.toMatchObject({ code: 'token.ended' });
    }
    const mine = (await tokenList(actor(other), {})).map(({ holder }) => holder.id);
    expect(mine).toEqual([]);
    const everybodys = (await tokenList(actor(administrator), {})).map(({ holder }) => holder.id);
    expect(everybodys).toContain(researcher?.staffId);
    expect(everybodys).toContain(manager?.staffId);
  });

  it('ends when the password is given anew: somebody else may have had it', async () => {
    const member = await aResearcher();
    const { token } = await giveToken(member, input);
    const rows = await database.store.db.select().from(staff).where(eq(staff.id, member.staffId));
    await actorOfToken(token, 'cases', '192.0.2.3');
    await resetPassword(actor(administrator), { email: rows[0]?.email });
    await expect(actorOfToken(token, 'cases', '192.0.2.3')).rejects.toMatchObject({ code: 'token.wrong' });
  });

  it('ends when its holder takes another password', async () => {
    const member = await aResearcher();
    const { token } = await giveToken(member, input);
    const password = 'жаңа құпиясөзім 77';
    await changePassword(member, { staffId: member.staffId, current: staffPassword, password });
    await expect(actorOfToken(token, 'cases', '192.0.2.4')).rejects.toMatchObject({ code: 'token.wrong' });
  });

  it('is not had without end: twenty in force at most', async () => {
    for (let n = (await tokenList(actor(other), {})).length; n < tokenLimits.inForce; n++)
      await giveToken(actor(other), input);
    await expect(giveToken(actor(other), input)).rejects.toMatchObject({ code: 'token.too-many' });
    const [first] = await tokenList(actor(other), {});
    await endToken(actor(other), { tokenId: first?.id });
    await giveToken(actor(other), input);
  });

  it('is not guessed: an address that tries wrong ones is slowed down, one that has the right one is not', async () => {
    const { token } = await giveToken(actor(manager), input);
    for (let n = 0; n < limits['token.address'].attempts; n++)
      await expect(actorOfToken(`izd_${n}`, 'cases', '192.0.2.9')).rejects.toMatchObject({ code: 'token.wrong' });
    await expect(actorOfToken('izd_x', 'cases', '192.0.2.9')).rejects.toMatchObject({
      code: 'access.too-many-attempts',
    });
    await expect(actorOfToken(token, 'cases', '192.0.2.9')).resolves.toMatchObject({ role: 'manager' });
  });
});
