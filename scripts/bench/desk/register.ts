/** A register of many cases for measuring: twenty events each, applications, notes, searches, letters, requests, evidence. */
import { staff } from '@/db/schema';
import { remakeQueue } from '@/domain/cases/queue-filling';
import { theStore } from '@/domain/database';
import { takeInAllTexts } from '@/domain/desk/text-round';
import type { StaffActor } from '@/domain/permissions';
import { addCase, type Staffed, writers } from './one-case';
import { rowWriter, together } from './rows';

/** Fills the open register, which has its reference data and nothing else. @returns who may ask */
export async function fillRegister(count: number): Promise<Staffed> {
  const { writer } = theStore().engine;
  writer.pragma('synchronous = OFF');
  const people = addStaff(Math.max(4, Math.min(40, Math.round(count / 2_500))));
  const write = writers();
  const reference = {
    sources: writer.prepare('SELECT key FROM sources').pluck().all() as string[],
    partners: writer.prepare('SELECT id FROM partners').pluck().all() as string[],
  };
  for (let number = 1; number <= count; number += 1_000)
    together(() => {
      for (let n = number; n < number + 1_000 && n <= count; n++) addCase(n, { write, people, reference });
    });
  await remakeQueue();
  await takeInAllTexts();
  writer.pragma('synchronous = FULL');
  writer.pragma('wal_checkpoint(TRUNCATE)');
  return people;
}

function addStaff(researchers: number): Staffed {
  const put = rowWriter(staff);
  const add = (role: 'researcher' | 'manager', n: number): StaffActor => {
    const staffId = `${role}-${n}`;
    put({
      id: staffId,
      email: `${staffId}@bench.invalid`,
      name: staffId,
      role,
      passwordHash: '',
      passwordChangeDue: false,
      active: true,
      confirmsUntil: null,
      createdAt: 0,
    });
    return { role, staffId, name: staffId, confirms: false, passwordChangeDue: false };
  };
  return {
    researchers: Array.from({ length: researchers }, (_, n) => add('researcher', n)),
    managers: [add('manager', 0), add('manager', 1)],
  };
}
