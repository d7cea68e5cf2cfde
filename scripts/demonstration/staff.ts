/** The demonstration's staff: added by the real command, with passwords made for this register alone. */
import { eq } from 'drizzle-orm';
import { staff } from '@/db/schema';
import { atMoment } from '@/domain/clock';
import { read } from '@/domain/database';
import { type StaffActor, systemActor } from '@/domain/permissions';
import { addStaff, changePassword } from '@/domain/staff/commands';
import { newPassword } from '@/domain/staff/passwords';
import { staffActor } from '@/domain/staff/sessions';
import type { Staff } from './world';

const members = [
  ['administrator', 'administrator@demo.invalid', 'Досжан Ерланов'],
  ['manager', 'manager@demo.invalid', 'Гүлнар Әбішева'],
  ['manager', 'manager2@demo.invalid', 'Ирина Лебедева'],
  ['researcher', 'researcher@demo.invalid', 'Айдос Қалиев'],
  ['researcher', 'researcher2@demo.invalid', 'Мадина Сейітова'],
  ['researcher', 'researcher3@demo.invalid', 'Сергей Комаров'],
  ['researcher', 'researcher4@demo.invalid', 'Әсел Нұрманова'],
] as const;

/** @returns the actors, and the passwords by e-mail address */
export async function addMembers(at: number): Promise<{ staff: Staff; passwords: Record<string, string> }> {
  const passwords: Record<string, string> = {};
  const actors: StaffActor[] = [];
  for (const [i, [role, email, name]] of members.entries())
    await atMoment(at + i * 120_000, async () => {
      const { staffId, password: current } = await addStaff(systemActor, { email, name, role });
      const password = newPassword();
      passwords[email] = password;
      await changePassword(await actorById(staffId), { staffId, current, password });
      actors.push(await actorById(staffId));
    });
  const administrator = actors.find((actor) => actor.role === 'administrator');
  if (!administrator) throw new Error('The staff has no administrator');
  const ofRole = (role: StaffActor['role']) => actors.filter((actor) => actor.role === role);
  return { staff: { researchers: ofRole('researcher'), managers: ofRole('manager'), administrator }, passwords };
}

async function actorById(staffId: string): Promise<StaffActor> {
  const [member] = await read().select().from(staff).where(eq(staff.id, staffId));
  if (!member) throw new Error('A member of staff vanished');
  return staffActor(member);
}
