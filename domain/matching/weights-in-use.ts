import { desc, eq } from 'drizzle-orm';
import { matchWeights } from '@/db/schema';
import { read } from '../database';

/** The weights that learning put in use last, as they were kept; null while those of the program count. */
export async function weightsInUse(): Promise<unknown> {
  const [row] = await read()
    .select({ weights: matchWeights.weights })
    .from(matchWeights)
    .where(eq(matchWeights.inUse, true))
    .orderBy(desc(matchWeights.madeAt))
    .limit(1);
  return row?.weights ?? null;
}
