/** The news of the last days: planned as the worker does it, and told by hand in the mornings. */
import { now } from '@/domain/clock';
import { tellByHand } from '@/domain/news/commands';
import { planNews } from '@/domain/news/planning';
import { newsToTell } from '@/domain/news/queries';
import { addDays, startOfDay } from '@/domain/working-days';
import { isOfficeTime } from './working-hours';
import type { World } from './world';

const hour = 3600_000;
const firstDay = '2020-01-22';
const days = 10;
/** Whoever waits longer than this was told, in milliseconds. */
const patience = 26 * hour;

/** Before the first of these days nobody is told anything: there the register of news begins. */
export function planDemonstrationNews({ timeline, staff }: World): void {
  const [teller] = staff.researchers;
  for (let n = 0; n < days; n++) {
    const day = startOfDay(addDays(firstDay, n));
    for (const at of [8, 13, 20]) timeline.addAlone(day + at * hour, planAll);
    const morning = day + 9.5 * hour;
    if (teller && isOfficeTime(morning)) timeline.add(morning, () => tellThoseWhoWait(teller));
  }
}

async function planAll(): Promise<void> {
  while (await planNews());
}

async function tellThoseWhoWait(teller: World['staff']['researchers'][number]): Promise<void> {
  const { rows } = await newsToTell(teller, { limit: 200 });
  for (const { noticeId, since, telephone, kind } of rows) {
    if (since > now() - patience) continue;
    const byMessenger = kind === 'letter' ? 'messenger' : 'telephone';
    await tellByHand(teller, { noticeId, how: telephone ? byMessenger : 'post' });
  }
}
