/** Whom work can be given to. */
import { eq, inArray } from 'drizzle-orm';
import { staff } from '@/db/schema';
import { read } from '../database';
import { DomainError } from '../result';

/** A member of staff who can be given cases and tasks: active, and no administrator, who sees no cases. */
const isFit = (one: { active: boolean; role: string } | undefined): boolean =>
  one?.active === true && one.role !== 'administrator';

/** @throws DomainError `case.assignee-unfit` at the field `assigneeId` when this is nobody work can be given to */
export async function refuseUnfit(assigneeId: string): Promise<void> {
  const [found] = await read().select().from(staff).where(eq(staff.id, assigneeId));
  if (!isFit(found)) throw new DomainError('input.invalid', { assigneeId: 'case.assignee-unfit' });
}

/** @throws DomainError `mention.unfit` at the field `mentions` when one of them is nobody who reads notes of cases */
export async function refuseUnfitMentions(staffIds: readonly string[]): Promise<void> {
  const found = await read()
    .select({ id: staff.id, active: staff.active, role: staff.role })
    .from(staff)
    .where(inArray(staff.id, [...staffIds]));
  const byId = new Map(found.map((one) => [one.id, one]));
  if (!staffIds.every((one) => isFit(byId.get(one))))
    throw new DomainError('input.invalid', { mentions: 'mention.unfit' });
}
