/** The made register after a night of matching: open cases show who their man may be. */
import { like } from 'drizzle-orm';
import { jobs } from '@/db/schema';
import { bookkeep } from '@/domain/change';
import { atMoment } from '@/domain/clock';
import { matchEverything } from '@/domain/matching/running';
import { demonstrationBegins } from '@/domain/opening';

const hour = 3600_000;

/** Every case against the index and the others, an hour before the demonstration begins; what the making queued is done with it. */
export async function matchMadeRegister(): Promise<void> {
  await atMoment(demonstrationBegins - hour, () => matchEverything());
  await bookkeep(async (tx) => {
    await tx.delete(jobs).where(like(jobs.kind, 'match.%'));
  });
}
