/** Lists everyone may read: sources of the checklist, partners. */
import { asc } from 'drizzle-orm';
import * as z from 'zod/mini';
import { partners, sources } from '@/db/schema';
import { query } from './command';
import { read } from './database';

/** Every source, in the order in which sources are searched. */
export const sourceList = query('reference.read', z.strictObject({}), async () =>
  read().select().from(sources).orderBy(asc(sources.position), asc(sources.key)),
);

/** Archives, commissariats, museums and others who work along. */
export const partnerList = query('reference.read', z.strictObject({}), async () =>
  read().select().from(partners).orderBy(asc(partners.id)),
);
