/** Sign-ins of staff and applicants: rows of ours behind a random 256-bit id that the browser holds. Real time throughout. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, signIns, staff } from '@/db/schema';
import { bookkeep, change } from '../change';
import { now } from '../clock';
import { read } from '../database';
import { hashCode, hashToken, newToken, readAccessCode, readReference, sameHash } from '../identity';
import { readInput } from '../input';
import type { Actor, StaffActor } from '../permissions';
import { DomainError } from '../result';
import { countAttempt, forgetAttempts, takeBackAttempt } from '../throttle';
import { dayOf } from '../working-days';
import { passwordIsRight } from './passwords';

const hours = 3600_000;
/** Absolute and idle limits of a sign-in, in milliseconds. */
export const signInLimits = {
  staff: { absolute: 12 * hours, idle: 2 * hours },
  applicant: { absolute: 24 * hours, idle: 2 * hours },
};
/** `lastSeenAt` is written at most this often, so that reading a page does not write. */
const seenEvery = 5 * 60_000;

const staffSignIn = z.strictObject({
  email: z.string().check(z.maxLength(254)),
  password: z.string().check(z.maxLength(512)),
});

/**
 * Signs a member of staff in.
 * @returns the token for the browser's cookie
 * @throws DomainError `sign-in.wrong` alike for unknown, ended and mistaken; `access.too-many-attempts`
 */
export async function signInStaff(given: unknown, address: string): Promise<string> {
  const { email, password } = readInput(staffSignIn, given);
  const account = email.trim().toLowerCase();
  await countAttempt('sign-in.address', address);
  await countAttempt('sign-in.account', account);
  const [found] = await read().select().from(staff).where(eq(staff.email, account));
  const right = await passwordIsRight(found?.active ? found.passwordHash : undefined, password);
  if (!found || !right) throw new DomainError('sign-in.wrong');
  await forgetAttempts('sign-in.account', account);
  await takeBackAttempt('sign-in.address', address);
  const actor = staffActor(found);
  return begin(actor, { staffId: found.id, applicationId: null }, signInLimits.staff.absolute);
}

/**
 * Lets an applicant follow one application by its reference and access code.
 * @throws DomainError `track.wrong` alike for an unknown reference and a wrong code
 */
export async function signInApplicant(given: { reference: string; code: string }, address: string): Promise<string> {
  const reference = readReference(given.reference);
  const code = readAccessCode(given.code);
  await countAttempt('track.address', address);
  if (!reference || !code) throw new DomainError('track.wrong');
  await countAttempt('track.reference', reference);
  const [found] = await read().select().from(applications).where(eq(applications.reference, reference));
  // The hash is made for an unknown reference, too: both answers take the same time.
  const right = sameHash(hashCode(code, found?.codeSalt ?? 'none'), found?.codeHash ?? hashCode('none', 'none'));
  if (!found || !right) throw new DomainError('track.wrong');
  await forgetAttempts('track.reference', reference);
  await takeBackAttempt('track.address', address);
  return begin(
    { role: 'applicant', applicationId: found.id },
    { staffId: null, applicationId: found.id },
    signInLimits.applicant.absolute,
  );
}

async function begin(
  actor: Actor,
  owner: { staffId: string | null; applicationId: string | null },
  absolute: number,
): Promise<string> {
  const token = newToken();
  const at = Date.now();
  await change(actor, async (tx, record) => {
    await tx
      .insert(signIns)
      .values({ id: hashToken(token), ...owner, createdAt: at, lastSeenAt: at, endsAt: at + absolute });
    record(
      owner.applicationId
        ? { kind: 'applicant.signed-in', applicationId: owner.applicationId, data: {} }
        : { kind: 'staff.signed-in', ...(owner.staffId ? { subjectId: owner.staffId } : {}), data: {} },
    );
  });
  return token;
}

/** Who holds this token, read anew at every request; a visitor when nobody does. */
export async function actorOf(token: string | undefined, address?: string): Promise<Actor> {
  const visitor: Actor = { role: 'visitor', address };
  if (!token) return visitor;
  const id = hashToken(token);
  const [found] = await read()
    .select({ signIn: signIns, member: staff })
    .from(signIns)
    .leftJoin(staff, eq(staff.id, signIns.staffId))
    .where(and(eq(signIns.id, id), isNull(signIns.endedAt)));
  if (!found) return visitor;
  const at = Date.now();
  const { signIn, member } = found;
  const idle = signIn.staffId ? signInLimits.staff.idle : signInLimits.applicant.idle;
  if (signIn.endsAt <= at || signIn.lastSeenAt + idle <= at) return visitor;
  if (signIn.lastSeenAt + seenEvery < at)
    await bookkeep(async (tx) => {
      await tx.update(signIns).set({ lastSeenAt: at }).where(eq(signIns.id, id));
    });
  if (signIn.applicationId) return { role: 'applicant', applicationId: signIn.applicationId };
  return member?.active ? { ...staffActor(member), signInId: id } : visitor;
}

/** The actor of a member of staff; whether a researcher may confirm is read from the manager's grant. */
export function staffActor(member: typeof staff.$inferSelect): StaffActor {
  return {
    role: member.role,
    staffId: member.id,
    name: member.name,
    confirms: member.confirmsUntil !== null && member.confirmsUntil >= dayOf(now()),
    passwordChangeDue: member.passwordChangeDue,
  };
}

/** Ends one sign-in on the server. */
export async function signOut(token: string): Promise<void> {
  const actor = await actorOf(token);
  if (actor.role === 'visitor') return;
  await change(actor, async (tx, record) => {
    await tx
      .update(signIns)
      .set({ endedAt: Date.now() })
      .where(eq(signIns.id, hashToken(token)));
    record(
      actor.role === 'applicant'
        ? { kind: 'applicant.signed-out', applicationId: actor.applicationId, data: {} }
        : { kind: 'staff.signed-out', data: {} },
    );
  });
}
