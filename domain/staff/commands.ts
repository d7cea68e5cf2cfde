import { and, eq, isNull, ne } from 'drizzle-orm';
import * as z from 'zod/mini';
import { signIns, staff } from '@/db/schema';
import type { ReadDb, WriteDb } from '@/db/store';
import { now } from '../clock';
import { command, preparedCommand } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { day, flag, id, oneOf, requiredLine } from '../input';
import { DomainError } from '../result';
import { addMonths, dayOf } from '../working-days';
import { hashPassword, newPassword, passwordIsRight, refuseWeakPassword } from './passwords';
import { endTokens } from './tokens';

const roles = ['researcher', 'manager', 'administrator'] as const;
const email = () =>
  requiredLine(254).check(
    z.overwrite((value) => value.toLowerCase()),
    z.regex(/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]{2,}$/, { error: () => 'input.email' }),
  );

/** Adds a member of staff with a one-time password, shown once. */
export const addStaff = preparedCommand(
  'staff.write',
  z.strictObject({ email: email(), name: requiredLine(), role: oneOf(roles) }),
  oneTimePassword,
  async (input, { tx, record }, { password, passwordHash }): Promise<{ staffId: string; password: string }> => {
    const [taken] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.email, input.email));
    if (taken) throw new DomainError('input.invalid', { email: 'staff.email-taken' });
    const staffId = newId();
    await tx.insert(staff).values({
      id: staffId,
      ...input,
      passwordHash,
      passwordChangeDue: true,
      active: true,
      createdAt: now(),
    });
    record({ kind: 'staff.added', subjectId: staffId, data: { role: input.role } });
    return { staffId, password };
  },
);

async function oneTimePassword(): Promise<{ password: string; passwordHash: string }> {
  const password = newPassword();
  return { password, passwordHash: await hashPassword(password) };
}

/** Changes name, role or whether a member of staff is active; ending ends every sign-in at once, that and another role every token. */
export const changeStaff = command(
  'staff.write',
  z.strictObject({ memberId: id(), name: requiredLine(), role: oneOf(roles), active: flag() }),
  async ({ memberId, ...next }, { actor, tx, record }) => {
    const member = await memberRow(tx, memberId);
    const changed = (['name', 'role', 'active'] as const).filter((field) => member[field] !== next[field]);
    if ('staffId' in actor && actor.staffId === memberId && (!next.active || next.role !== member.role))
      throw new DomainError('staff.not-yourself');
    if (changed.length === 0) throw new DomainError('case.nothing-changed');
    await tx.update(staff).set(next).where(eq(staff.id, memberId));
    if (!next.active) await endSignIns(tx, memberId);
    if (!next.active || next.role !== member.role) await endTokens(tx, memberId);
    record({ kind: 'staff.changed', subjectId: memberId, data: { fields: changed } });
  },
);

/** Gives a new one-time password; the old one, every sign-in and every token end. */
export const resetPassword = preparedCommand(
  'staff.write',
  z.strictObject({ email: email() }),
  oneTimePassword,
  async (input, { tx, record }, { password, passwordHash }): Promise<{ password: string }> => {
    const [member] = await tx.select().from(staff).where(eq(staff.email, input.email));
    if (!member) throw new DomainError('input.invalid', { email: 'staff.not-found' });
    await tx.update(staff).set({ passwordHash, passwordChangeDue: true }).where(eq(staff.id, member.id));
    await endSignIns(tx, member.id);
    await endTokens(tx, member.id);
    record({ kind: 'staff.password-reset', subjectId: member.id, data: {} });
    return { password };
  },
);

/** Changes one's own password; every other sign-in of the account ends, and every token: whoever knew the old one may have given it. */
export const changePassword = preparedCommand(
  'account.write',
  z.strictObject({
    staffId: id(),
    current: z.string().check(z.maxLength(512)),
    password: z.string().check(z.maxLength(512)),
  }),
  async (input) => {
    const member = await memberRow(read(), input.staffId);
    if (!(await passwordIsRight(member.passwordHash, input.current)))
      throw new DomainError('input.invalid', { current: 'password.wrong' });
    refuseWeakPassword(input.password, member.email);
    if (input.password === input.current) throw new DomainError('input.invalid', { password: 'password.same' });
    return { before: member.passwordHash, passwordHash: await hashPassword(input.password) };
  },
  async (input, { actor, tx, record }, { before, passwordHash }) => {
    const changed = await tx
      .update(staff)
      .set({ passwordHash, passwordChangeDue: false })
      .where(and(eq(staff.id, input.staffId), eq(staff.passwordHash, before)))
      .returning({ id: staff.id });
    if (changed.length === 0) throw new DomainError('input.invalid', { current: 'password.wrong' });
    await endSignIns(tx, input.staffId, 'signInId' in actor ? actor.signInId : undefined);
    await endTokens(tx, input.staffId);
    record({ kind: 'staff.password-changed', subjectId: input.staffId, data: {} });
  },
);

/** Lets a researcher confirm conclusions until a day: a manager's grant, at most a year ahead. */
export const grantConfirming = command(
  'staff.grant-confirming',
  z.strictObject({ memberId: id(), until: day() }),
  async ({ memberId, until }, { tx, record }) => {
    const member = await memberRow(tx, memberId);
    if (member.role !== 'researcher') throw new DomainError('staff.not-a-researcher');
    if (until > addMonths(dayOf(now()), 12)) throw new DomainError('input.invalid', { until: 'staff.grant-too-long' });
    await tx.update(staff).set({ confirmsUntil: until }).where(eq(staff.id, memberId));
    record({ kind: 'staff.confirming-granted', subjectId: memberId, data: { until } });
  },
);

async function memberRow(tx: ReadDb, memberId: string): Promise<typeof staff.$inferSelect> {
  const [member] = await tx.select().from(staff).where(eq(staff.id, memberId));
  if (!member) throw new DomainError('staff.not-found');
  return member;
}

/** Ends the sign-ins of a member of staff, but for the one named. */
async function endSignIns(tx: WriteDb, memberId: string, but?: string): Promise<void> {
  await tx
    .update(signIns)
    .set({ endedAt: Date.now() })
    .where(and(eq(signIns.staffId, memberId), isNull(signIns.endedAt), but ? ne(signIns.id, but) : undefined));
}
