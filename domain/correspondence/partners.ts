/** Bodies that work along with us: museums, archives, commissariats, squads, scientists. */
import { eq } from 'drizzle-orm';
import { partners } from '@/db/schema';
import { read } from '../database';
import { DomainError } from '../result';

/** @throws DomainError `partner.not-found` at the field `partnerId` */
export async function refuseUnknownPartner(partnerId: string): Promise<void> {
  const [partner] = await read().select({ id: partners.id }).from(partners).where(eq(partners.id, partnerId));
  if (!partner) throw new DomainError('input.invalid', { partnerId: 'partner.not-found' });
}
