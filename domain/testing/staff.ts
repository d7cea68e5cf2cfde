/** Members of staff for tests, made by the real commands. */
import { and, asc, eq, like, notInArray } from 'drizzle-orm';
import { staff } from '@/db/schema';
import type { Store } from '@/db/store';
import { read, theStore } from '../database';
import { type StaffActor, type StaffRole, systemActor } from '../permissions';
import { addStaff, changePassword } from '../staff/commands';
import { staffActor } from '../staff/sessions';

/** The password of everyone here. */
export const staffPassword = 'сарғайған парақ 1941';

/** Hashing a password takes a tenth of a second by design, so the template of the databases has some people already. */
const pool: Record<StaffRole, number> = { researcher: 4, manager: 3, administrator: 1 };
const domain = 'staff.test';

export async function fillStaffPool(): Promise<void> {
  for (const [role, members] of Object.entries(pool))
    for (let n = 1; n <= members; n++) await addMember(role as StaffRole, `${role}-${n}@${domain}`);
}

/** A member of staff nobody has been given in this database yet, with their own password set. */
export const aResearcher = (): Promise<StaffActor> => aMember('researcher');
export const aManager = (): Promise<StaffActor> => aMember('manager');
export const anAdministrator = (): Promise<StaffActor> => aMember('administrator');

const given = new WeakMap<Store, string[]>();

async function aMember(role: StaffRole): Promise<StaffActor> {
  const taken = given.get(theStore()) ?? [];
  given.set(theStore(), taken);
  const [free] = await read()
    .select()
    .from(staff)
    .where(and(eq(staff.role, role), like(staff.email, `%@${domain}`), notInArray(staff.id, taken)))
    .orderBy(asc(staff.id))
    .limit(1);
  const actor = free ? staffActor(free) : await addMember(role, `${role}-${taken.length + 100}@${domain}`);
  taken.push(actor.staffId);
  return actor;
}

async function addMember(role: StaffRole, email: string): Promise<StaffActor> {
  const { staffId, password } = await addStaff(systemActor, { email, name: `${role} ${email.split('@')[0]}`, role });
  await changePassword(await actorOfStaff(staffId), { staffId, current: password, password: staffPassword });
  return actorOfStaff(staffId);
}

/** The actor as the register knows this member of staff now. */
export async function actorOfStaff(staffId: string): Promise<StaffActor> {
  const [row] = await read().select().from(staff).where(eq(staff.id, staffId));
  if (!row) throw new Error(`No member of staff ${staffId}`);
  return staffActor(row);
}
