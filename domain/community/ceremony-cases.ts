/** The soldiers a ceremony is held for. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, ceremonyCases } from '@/db/schema';
import { leadingCaseId } from '../cases/guards';
import { command } from '../command';
import { id, version, whole } from '../input';
import { DomainError } from '../result';
import { ceremonyRow, writeCeremony } from './ceremonies';

/**
 * Adds a soldier by the number of the case; of a joined one the case it belongs to.
 * @throws DomainError `ceremony.not-found`, `case.stale`; at the field `number` `case.not-found`, `ceremony.named-already`
 */
export const addSoldier = command(
  'ceremony.write',
  z.strictObject({ ceremonyId: id(), version: version(), number: whole(1, 10_000_000) }),
  async ({ ceremonyId, version, number }, context) => {
    const ceremony = await ceremonyRow(context.tx, ceremonyId);
    const [named] = await context.tx.select({ id: cases.id }).from(cases).where(eq(cases.number, number));
    if (!named) throw new DomainError('input.invalid', { number: 'case.not-found' });
    const added = await context.tx
      .insert(ceremonyCases)
      .values({ ceremonyId, caseId: await leadingCaseId(named.id) })
      .onConflictDoNothing()
      .returning({ caseId: ceremonyCases.caseId });
    if (added.length === 0) throw new DomainError('input.invalid', { number: 'ceremony.named-already' });
    await writeCeremony(context, ceremony, version, {}, ['soldiers']);
  },
);

/** Takes a soldier out. @throws DomainError `ceremony.not-found`, `case.stale`, `case.not-found` when he is not named */
export const removeSoldier = command(
  'ceremony.write',
  z.strictObject({ ceremonyId: id(), version: version(), soldierCaseId: id() }),
  async ({ ceremonyId, version, soldierCaseId }, context) => {
    const ceremony = await ceremonyRow(context.tx, ceremonyId);
    const removed = await context.tx
      .delete(ceremonyCases)
      .where(and(eq(ceremonyCases.ceremonyId, ceremonyId), eq(ceremonyCases.caseId, soldierCaseId)))
      .returning({ caseId: ceremonyCases.caseId });
    if (removed.length === 0) throw new DomainError('case.not-found');
    await writeCeremony(context, ceremony, version, {}, ['soldiers']);
  },
);
