import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIns, staff } from '@/db/schema';
import { atMoment, now } from '../clock';
import { read } from '../database';
import { systemActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, anAdministrator, aResearcher } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { actorOfStaff, staffPassword } from '../testing/staff';
import { addDays, addMonths, dayOf, startOfDay } from '../working-days';
import { addStaff, changePassword, changeStaff, grantConfirming, resetPassword } from './commands';
import { passwordIsRight } from './passwords';
import { actorOf, signInStaff } from './sessions';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const memberRow = async (id: string) =>
  (await read().select().from(staff).where(eq(staff.id, id)))[0] ?? expect.fail('nobody');
const fresh = { email: 'Saule@Staff.Test', name: 'Сәуле Бекқызы', role: 'researcher' };

describe('adding', () => {
  it('gives a one-time password that opens nothing but its own change', async () => {
    const administrator = await anAdministrator();
    const seq = await lastSeq();
    const { staffId, password } = await addStaff(administrator, fresh);
    expect(await memberRow(staffId)).toMatchObject({
      email: 'saule@staff.test',
      active: true,
      passwordChangeDue: true,
    });
    const [event] = await eventsAfter(seq);
    expect(event).toMatchObject({ kind: 'staff.added', subjectId: staffId, data: { role: 'researcher' } });
    expect(JSON.stringify(event)).not.toContain('saule');

    const actor = await actorOf(await signInStaff({ email: 'saule@staff.test', password }, 'here'));
    expect(await refusalOf(grantConfirming(actor, { memberId: staffId, until: '2030-01-01' }))).toBe(
      'access.password-change-due',
    );
    await changePassword(actor, { staffId, current: password, password: 'жаңа құпиясөзім 77' });
    expect(await actorOfStaff(staffId)).toMatchObject({ passwordChangeDue: false });
    expect(await refusalOf(signInStaff({ email: 'saule@staff.test', password }, 'here'))).toBe('sign-in.wrong');
  });

  it('refuses an address that is taken in any case, one that is none, and everyone but administrators', async () => {
    await addStaff(systemActor, fresh);
    const again = { ...fresh, email: 'SAULE@staff.test' };
    expect(await refusedFields(addStaff(systemActor, again))).toEqual({ email: 'staff.email-taken' });
    for (const email of ['saule', 'a@b', 'a b@c.kz', 'a@c.kz\nb@d.kz', 'a@c.kz,b@d.kz'])
      expect(await refusedFields(addStaff(systemActor, { ...fresh, email })), email).toHaveProperty('email');
    expect(await refusalOf(addStaff(await aManager(), fresh))).toBe('access.denied');
  });
});

describe('passwords', () => {
  it('are changed with the old one, and not to a short, common, own or the same one', async () => {
    const member = await aResearcher();
    const change = (password: string, current = staffPassword) =>
      refusedFields(changePassword(member, { staffId: member.staffId, current, password }));
    expect(await change('жаңа құпиясөзім 77', 'wrong')).toEqual({ current: 'password.wrong' });
    expect(await change('қысқа құпия')).toEqual({ password: 'password.too-short' });
    expect(await change('а'.repeat(129))).toEqual({ password: 'password.too-long' });
    expect(await change('Password1234')).toEqual({ password: 'password.common' });
    expect(await change('aaaaaaaaaaaaaaa')).toEqual({ password: 'password.common' });
    expect(await change(staffPassword)).toEqual({ password: 'password.same' });
    expect(await change('жаңа құпиясөзім 77')).toEqual({});
    expect(await passwordIsRight((await memberRow(member.staffId)).passwordHash, 'жаңа құпиясөзім 77')).toBe(true);
  });

  it('of two changes at once one wins', async () => {
    const { staffId } = await aResearcher();
    const actor = await actorOfStaff(staffId);
    const change = (password: string) =>
      refusalOf(changePassword(actor, { staffId, current: staffPassword, password }));
    const both = await Promise.all([change('бірінші құпиясөз 1'), change('екінші құпиясөз 22')]);
    expect(both.sort()).toEqual(['accepted', 'input.invalid']);
  });

  it('reset: the old one and every sign-in end', async () => {
    const member = await aResearcher();
    const { email } = await memberRow(member.staffId);
    const token = await signInStaff({ email, password: staffPassword }, 'here');
    const { password } = await resetPassword(await anAdministrator(), { email });
    expect((await actorOf(token)).role).toBe('visitor');
    expect(await refusalOf(signInStaff({ email, password: staffPassword }, 'here'))).toBe('sign-in.wrong');
    expect(await actorOf(await signInStaff({ email, password }, 'here'))).toMatchObject({ passwordChangeDue: true });
    expect(await refusedFields(resetPassword(systemActor, { email: 'nobody@staff.test' }))).toEqual({
      email: 'staff.not-found',
    });
  });
});

describe('changing a member', () => {
  it('names the fields; an ended one has no sign-in left', async () => {
    const [administrator, member] = [await anAdministrator(), await aResearcher()];
    await signInStaff({ email: (await memberRow(member.staffId)).email, password: staffPassword }, 'here');
    const seq = await lastSeq();
    const next = { memberId: member.staffId, name: 'Жаңа Есім', role: 'researcher', active: false };
    await changeStaff(administrator, next);
    expect(await eventsAfter(seq)).toMatchObject([{ kind: 'staff.changed', data: { fields: ['name', 'active'] } }]);
    expect((await read().select().from(signIns)).every(({ endedAt }) => endedAt !== null)).toBe(true);
    expect(await refusalOf(changeStaff(administrator, next))).toBe('case.nothing-changed');
  });

  it('nobody ends or demotes themselves', async () => {
    const { staffId: memberId, name, ...administrator } = await anAdministrator();
    const actor = { ...administrator, staffId: memberId, name };
    const self = { memberId, name, role: 'administrator', active: true };
    expect(await refusalOf(changeStaff(actor, { ...self, active: false }))).toBe('staff.not-yourself');
    expect(await refusalOf(changeStaff(actor, { ...self, role: 'manager' }))).toBe('staff.not-yourself');
    expect(await refusalOf(changeStaff(actor, { ...self, name: 'Басқа Есім' }))).toBe('accepted');
  });
});

describe('lending the confirming', () => {
  it('is a manager’s, to researchers, for a year at most, and runs to the end of its day', async () => {
    const [manager, member] = [await aManager(), await aResearcher()];
    const today = dayOf(now());
    const grant = (until: string, memberId = member.staffId) => grantConfirming(manager, { memberId, until });
    expect(await refusedFields(grant(addDays(addMonths(today, 12), 1)))).toEqual({ until: 'staff.grant-too-long' });
    expect(await refusalOf(grant(today, manager.staffId))).toBe('staff.not-a-researcher');
    expect(await recordedBy(() => grant(addDays(today, 7)))).toEqual(['staff.confirming-granted']);
    const confirmsOn = (day: string) =>
      atMoment(startOfDay(day) + 23 * 3600_000, () => actorOfStaff(member.staffId)).then(({ confirms }) => confirms);
    expect([await confirmsOn(addDays(today, 7)), await confirmsOn(addDays(today, 8))]).toEqual([true, false]);
    expect(await refusalOf(grantConfirming(await anAdministrator(), { memberId: member.staffId, until: today }))).toBe(
      'access.denied',
    );
  });
});
