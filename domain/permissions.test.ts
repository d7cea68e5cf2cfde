/** Every command and query, called by every role on its own and on others' things, held against the permission table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorize } from './access';
import { theStore } from './database';
import { type Actor, lentByConfirming, type Permission, permissions, type Role, systemActor } from './permissions';
import { DomainError } from './result';
import { anApplication } from './testing/applications';
import { openTestDatabase, type TestDatabase } from './testing/database';
import { everyCommand } from './testing/every-command';
import { aCaseIn, aManager, anAdministrator, aResearcher } from './testing/factories';
import { inputs, type Subject } from './testing/inputs';

const commands = await everyCommand();
const allPermissions = Object.keys(permissions) as Permission[];

/** Who calls, about what, and whether that is theirs. */
type Caller = { name: string; actor: Actor; subject: Subject; owns: boolean };

let database: TestDatabase;
let callers: Caller[];
beforeAll(async () => {
  database = await openTestDatabase();
  const [holder, other, manager, administrator] = [
    await aResearcher(),
    await aResearcher(),
    await aManager(),
    await anAdministrator(),
  ];
  const { caseId, applicationId, applicant } = await aCaseIn('checking', { people: { researcher: holder, manager } });
  const stranger = await anApplication();
  const subject = { caseId, applicationId, otherCaseId: stranger.caseId, staffId: holder.staffId };
  const due = { passwordChangeDue: true };
  callers = [
    { name: 'visitor', actor: { role: 'visitor', address: '192.0.2.1' }, subject, owns: false },
    { name: 'applicant of this application', actor: applicant, subject, owns: true },
    { name: 'applicant of another', actor: stranger.applicant, subject, owns: false },
    { name: 'researcher who holds the case', actor: holder, subject, owns: true },
    { name: 'researcher who holds another', actor: other, subject, owns: false },
    { name: 'researcher lent the confirming', actor: { ...other, confirms: true }, subject, owns: false },
    { name: 'manager', actor: manager, subject, owns: false },
    { name: 'manager about himself', actor: manager, subject: { ...subject, staffId: manager.staffId }, owns: true },
    { name: 'administrator', actor: administrator, subject, owns: false },
    {
      name: 'administrator about herself',
      actor: administrator,
      subject: { ...subject, staffId: administrator.staffId },
      owns: true,
    },
    { name: 'system', actor: systemActor, subject, owns: false },
    { name: 'holder with a password to change', actor: { ...holder, ...due }, subject, owns: true },
    {
      name: 'lent the confirming, with a password to change',
      actor: { ...other, confirms: true, ...due },
      subject,
      owns: false,
    },
    { name: 'manager with a password to change', actor: { ...manager, ...due }, subject, owns: false },
    {
      name: 'administrator with a password to change',
      actor: { ...administrator, ...due },
      subject: { ...subject, staffId: administrator.staffId },
      owns: true,
    },
  ];
});
afterAll(() => database.close());

/** What the table says, read anew here: null when let in, else the code of the refusal. */
function expected(permission: Permission, { actor, owns }: Caller): string | null {
  const closed = 'passwordChangeDue' in actor && actor.passwordChangeDue && permission !== 'account.write';
  const row: Partial<Record<Role, 'any' | 'own'>> = permissions[permission];
  const lent = 'confirms' in actor && actor.confirms && lentByConfirming.includes(permission) ? 'any' : undefined;
  const cell = row[actor.role] ?? lent;
  if (!closed && (cell === 'any' || (cell === 'own' && owns))) return null;
  if ('passwordChangeDue' in actor && actor.passwordChangeDue) return 'access.password-change-due';
  if (actor.role === 'visitor') return 'access.sign-in';
  return cell === 'own' ? 'access.not-yours' : 'access.denied';
}

const undone = new Error('undone on purpose');
const totalChanges = () => theStore().engine.writer.prepare('SELECT total_changes()').pluck().get();

/** The code of the refusal by access; null when let in, whatever a rule says after that. What was done is undone. */
async function refusal(work: () => Promise<unknown>): Promise<string | null> {
  let code: string | null = null;
  const inside = theStore().tx(async () => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code.startsWith('access.')) code = error.code;
    }
    throw undone;
  });
  await inside.catch((error) => {
    if (error !== undone) throw error;
  });
  return code;
}

describe('the table', () => {
  it.each(allPermissions)('%s is granted to whom the table names', async (permission) => {
    for (const caller of callers) {
      const asked = authorize(caller.actor, permission, subjectOf(permission, caller));
      const code = await asked.then(
        () => null,
        (error: DomainError) => error.code,
      );
      expect(code, caller.name).toBe(expected(permission, caller));
    }
  });

  /** Own things are cases, but one's own application and one's own account where the permission is about these. */
  function subjectOf(permission: Permission, { subject: { caseId, applicationId, staffId }, actor }: Caller) {
    if (permission === 'account.write') return { staffId };
    return actor.role === 'applicant' ? { applicationId } : { caseId };
  }

  it('without a subject nothing is anybody’s own', async () => {
    for (const { actor, name } of callers)
      for (const permission of allPermissions) {
        const row: Partial<Record<Role, string>> = permissions[permission];
        if (row[actor.role] === 'own') await expect(authorize(actor, permission), name).rejects.toThrow('access.');
      }
  });
});

describe('every command and query', () => {
  it('is found, has its own name, and an input here that fits its schema', () => {
    expect(commands.length).toBeGreaterThan(60);
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const missing = names.filter((name) => !inputs[name]);
    expect(missing, 'add a line to domain/testing/inputs.ts').toEqual([]);
    expect(
      Object.keys(inputs).filter((name) => !names.includes(name)),
      'a line without a command',
    ).toEqual([]);
    for (const { name, schema } of commands)
      for (const { subject } of callers) {
        const read = schema.safeParse(inputs[name]?.(subject));
        expect(read.success ? [] : read.error.issues, name).toEqual([]);
      }
  });

  it.each(commands)('$kind $name answers as $permission says', async ({ name, permission, call }) => {
    for (const caller of callers) {
      const input = inputs[name]?.(caller.subject) ?? expect.fail(`no input for ${name}`);
      const code = expected(permission, caller);
      if (code === null) {
        expect(await refusal(() => call(caller.actor, input)), caller.name).toBeNull();
        continue;
      }
      // Nothing around it here: what a refused call writes would stay, and show.
      const before = totalChanges();
      await expect(call(caller.actor, input), caller.name).rejects.toMatchObject({ name: 'DomainError', code });
      expect(totalChanges(), `${caller.name}: refused, but something was written`).toBe(before);
    }
  });

  it.each(commands)('$kind $name takes nothing but what its schema names', async ({ name, call }) => {
    const { actor, subject } = callers[0] ?? expect.fail('nobody calls');
    for (const given of [undefined, null, 'text', [], { ...inputs[name]?.(subject), asRole: 'manager' }])
      await expect(call(actor, given)).rejects.toMatchObject({ code: 'input.invalid' });
  });
});
