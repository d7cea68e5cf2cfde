/** Who reads what: every path by every role and every kind of token; and that no answer holds anything of an applicant. */
import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiTokens, applications, throttles } from '@/db/schema';
import { bookkeep } from '@/domain/change';
import { openBurials } from '@/domain/open-data/burials';
import { exportBurials } from '@/domain/open-data/burials-export';
import { type Actor, can, type StaffActor, visitor } from '@/domain/permissions';
import { changeStaff } from '@/domain/staff/commands';
import { scopePermission, tokenScopes } from '@/domain/staff/limits';
import { endToken, giveToken, type TokenScope } from '@/domain/staff/tokens';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { aCaseIn, aManager, anAdministrator, anImportedRecord, aResearcher } from '@/domain/testing/factories';
import { eventsAfter, lastSeq } from '@/domain/testing/outcome';
import { limits } from '@/domain/throttle';
import { type Path, paths } from './paths';
import { ask, bearer } from './testing';

const session = vi.hoisted(() => ({ actor: { role: 'visitor' } as unknown }));
vi.mock('@/log', () => ({ log: { info: () => undefined } }));
vi.mock('@/app/actions/session', () => ({ staffOrVisitor: async () => session.actor }));

/** Marks in everything that is the applicant's, looked for in every answer. */
const marks = ['ЖасырынАты', '+7 701 234 56 78', 'zhasyryn@mail.test', 'ЖасырынКөше', 'ЖасырынЖауап', 'ЖасырынАна'];
const [applicantName = '', telephone = '', email = '', postalAddress = '', lastLetter = '', parents = ''] = marks;

let database: TestDatabase;
let fill: Record<string, string>;
let researcher: StaffActor;
let manager: StaffActor;
let administrator: StaffActor;
beforeAll(async () => {
  database = await openTestDatabase();
  [researcher, manager, administrator] = [await aResearcher(), await aManager(), await anAdministrator()];
  const made = await aCaseIn('family-informed', {
    people: { researcher, manager },
    answers: { applicantName, telephone, email, postalAddress, lastLetter, parents },
  });
  fill = { caseId: made.caseId, recordId: String((await anImportedRecord()).recordId) };
});
afterAll(() => database.close());
beforeEach(() => {
  session.actor = visitor;
});

const searches: Readonly<Record<string, string>> = { '/records': '?surname=Сарсенов', '/burials': '?view=all' };
const asking = (path: string) => ({ fill, search: searches[path] ?? '' });

/** The values of statistics have their own test, beside their route. */
const guarded = Object.entries(paths).filter(
  (entry): entry is [string, Path & { scope: TokenScope }] =>
    entry[1].scope !== undefined && entry[0] !== '/statistics/{file}',
);

const give = async (actor: StaffActor, scopes: readonly TokenScope[]) =>
  giveToken(actor, { name: 'Бағдарлама', scopes: [...scopes], days: 1 });

const status = async (path: string, token?: string) =>
  (await ask(path, { ...asking(path), ...(token === undefined ? {} : { headers: bearer(token) }) })).status;

describe.each(guarded)('%s', (path, { scope }) => {
  it('is open to whoever is signed in and may read it', async () => {
    const due = { ...manager, passwordChangeDue: true };
    const callers: Actor[] = [visitor, researcher, manager, administrator, due];
    for (const actor of callers) {
      session.actor = actor;
      const expected = actor === visitor ? 401 : can(actor, scopePermission[scope]) ? 200 : 403;
      expect([actor.role, await status(path)]).toEqual([actor.role, expected]);
    }
  });

  it('is open to a token of its scope alone', async () => {
    for (const member of [researcher, manager])
      for (const one of tokenScopes.filter((other) => can(member, scopePermission[other]))) {
        const { token } = await give(member, [one]);
        expect([member.role, one, await status(path, token)]).toEqual([member.role, one, one === scope ? 200 : 403]);
      }
  });

  it('is closed to a token that ended, ran out, is unknown, or was tampered with', async () => {
    const giver = await aManager();
    const { token, tokenId } = await give(giver, [scope]);
    expect(await status(path, token)).toBe(200);
    for (const wrong of ['izd_unknown', token.slice(0, -1), `${token}x`, token.toLowerCase(), 'x y', ''])
      expect(await status(path, wrong)).toBe(401);
    await endToken(giver, { tokenId });
    expect(await status(path, token)).toBe(401);
    const late = await give(giver, [scope]);
    await bookkeep(async (tx) => {
      await tx
        .update(apiTokens)
        .set({ endsAt: Date.now() - 1 })
        .where(eq(apiTokens.id, late.tokenId));
    });
    expect(await status(path, late.token)).toBe(401);
  });

  it('looks at the token alone when there is one, though somebody is signed in', async () => {
    session.actor = manager;
    expect(await status(path, 'izd_unknown')).toBe(401);
    expect((await ask(path, { ...asking(path), headers: { authorization: 'Basic dTpw' } })).status).toBe(401);
  });
});

describe('the whole register', () => {
  it('with its unmarked graves is a manager’s to take out: no researcher reads it, nor gives it to a program', async () => {
    session.actor = researcher;
    expect(await status('/burials')).toBe(403);
    await expect(give(researcher, ['burials'])).rejects.toMatchObject({
      fields: { scopes: 'token.not-yours-to-give' },
    });
    await expect(exportBurials(researcher, {})).rejects.toMatchObject({ code: 'access.denied' });
    await expect(openBurials(researcher, {})).rejects.toMatchObject({ code: 'access.denied' });
    expect(await exportBurials(manager, {})).toContain('case_number');
  });
});

describe('a list begun', () => {
  it('leaves one event in the name of whoever reads it, the pages after it none', async () => {
    await aCaseIn('received');
    const reader = await aManager();
    const { token } = await give(reader, tokenScopes);
    const begun = async (path: string, search: string) => {
      const seq = await lastSeq();
      const answer = await ask(path, { search, headers: bearer(token) });
      expect(answer.status).toBe(200);
      const left = (await eventsAfter(seq)).map(({ kind, actorId, data }) => [kind, actorId, data]);
      return { left, next: (await answer.json()).next as string | null };
    };
    const by = reader.staffId;
    const first = await begun('/cases', '?limit=1');
    expect(first.left).toEqual([['case.exported', by, { form: 'cases' }]]);
    expect((await begun('/cases', `?limit=1&cursor=${first.next}`)).left).toEqual([]);
    expect((await begun('/burials', '?view=all')).left).toEqual([['case.exported', by, { form: 'burials' }]]);
    expect((await begun('/burials', '')).left).toEqual([]);
    expect((await begun('/records', '?surname=Сарсенов')).left).toMatchObject([['lookup.made', by, {}]]);
    const seq = await lastSeq();
    await exportBurials(manager, {});
    expect(await eventsAfter(seq)).toHaveLength(1);
  });
});

describe('figures for everybody', () => {
  it('are not asked for without end from one address', async () => {
    const from = (address: string) =>
      ask('/statistics/{file}', {
        fill: { file: 'burials-by-country' },
        headers: { 'x-client-address': address },
      });
    expect((await from('192.0.2.20')).status).toBe(200);
    await bookkeep(async (tx) => {
      await tx
        .update(throttles)
        .set({ count: limits['statistics.address'].attempts })
        .where(like(throttles.key, 'statistics.address:%'));
    });
    const refused = await from('192.0.2.20');
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([429, true]);
    expect((await from('192.0.2.21')).status).toBe(200);
  });
});

describe('a token', () => {
  it('ends with the account, and with the part its holder has in the house', async () => {
    for (const change of [
      { role: 'researcher', active: false },
      { role: 'administrator', active: true },
    ] as const) {
      const member = await aResearcher();
      const { token } = await give(member, ['cases']);
      const as = (next: { role: string; active: boolean }) =>
        changeStaff(administrator, { memberId: member.staffId, name: member.name, ...next });
      expect(await status('/cases', token)).toBe(200);
      await as(change);
      expect(await status('/cases', token)).toBe(401);
      await as({ role: 'researcher', active: true });
      expect(await status('/cases', token)).toBe(401);
    }
  });
});

describe('what everybody may read', () => {
  it('asks nobody who they are', async () => {
    for (const [path, { scope, optional }] of Object.entries(paths)) {
      if ((scope && !optional) || path === '/statistics/{file}') continue;
      expect([path, (await ask(path, { fill })).status]).toEqual([path, 200]);
    }
  });
});

describe('no answer', () => {
  it('holds anything of an applicant', async () => {
    const { token } = await give(await aManager(), tokenScopes);
    const [row] = await database.store.db
      .select()
      .from(applications)
      .where(eq(applications.caseId, fill.caseId ?? ''));
    expect(JSON.stringify(row)).toContain(applicantName);
    const secrets = [...marks, row?.id ?? '', row?.reference ?? '', row?.codeHash ?? ''];
    for (const path of Object.keys(paths).filter((one) => one !== '/statistics/{file}'))
      for (const headers of [{}, bearer(token)])
        for (const search of ['', searches[path] ?? '']) {
          const text = await (await ask(path, { fill, search, headers })).text();
          for (const secret of secrets) expect(text.includes(secret), `${path}: ${secret}`).toBe(false);
        }
  });
});
