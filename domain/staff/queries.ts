import { asc } from 'drizzle-orm';
import * as z from 'zod/mini';
import { staff } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';

/** The members of staff by name, without anything secret. */
export const staffList = query('staff.read', z.strictObject({}), async () =>
  read()
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      active: staff.active,
      confirmsUntil: staff.confirmsUntil,
      passwordChangeDue: staff.passwordChangeDue,
    })
    .from(staff)
    .orderBy(asc(staff.name)),
);

export type StaffLine = Awaited<ReturnType<typeof staffList>>[number];
