/** The desk's own correspondence beside the stories: reminders on Mondays, lists taken along to an archive, a link for a partner. */
import { and, asc, eq } from 'drizzle-orm';
import { cases } from '@/db/schema';
import { reminderText, requestText } from '@/documents/requests/text';
import { now } from '@/domain/clock';
import { familyAgrees, givePartnerLink } from '@/domain/correspondence/partner-links';
import { recordReply } from '@/domain/correspondence/request-answers';
import { dueReminders } from '@/domain/correspondence/request-lines';
import { requestPage } from '@/domain/correspondence/request-queries';
import { remindRequest } from '@/domain/correspondence/request-reminders';
import { draftRequest, giveUpRequest, sendRequest } from '@/domain/correspondence/requests';
import { soughtMen } from '@/domain/correspondence/sought';
import { read } from '@/domain/database';
import { fullName } from '@/domain/names';
import type { StaffActor } from '@/domain/permissions';
import { addDays, dayOf, startOfDay } from '@/domain/working-days';
import { replies } from './remarks';
import { isOfficeTime } from './working-hours';
import type { World } from './world';

const hour = 3600_000;
const firstMonday = '2018-04-02';
/** After it reminders are left for whoever looks at the demonstration. */
const lastMonday = '2020-01-13';

type Batch = {
  day: string;
  partnerId: string;
  sourceKey: string;
  men: number;
  answeredAfter: number;
  givenUpAfter?: number;
};

/** Lists of several men, each drawn up on its day. */
const batches: readonly Batch[] = [
  {
    day: '2018-11-14',
    partnerId: 'oblast-archive',
    sourceKey: 'oblast-archives',
    men: 4,
    answeredAfter: 41,
    givenUpAfter: 170,
  },
  { day: '2019-06-12', partnerId: 'defence-department', sourceKey: 'oblast-archives', men: 6, answeredAfter: 64 },
  { day: '2019-12-04', partnerId: 'central-archive-mod-kz', sourceKey: 'written-requests', men: 7, answeredAfter: 40 },
];

export function planDemonstrationRequests(world: World): void {
  for (let day = firstMonday; day <= lastMonday; day = addDays(day, 7)) {
    const morning = startOfDay(day) + 11 * hour;
    if (isOfficeTime(morning)) world.timeline.add(morning, () => remindAll(world));
  }
  for (const batch of batches) planBatch(world, batch);
  world.timeline.add(startOfDay('2020-01-22') + 15 * hour, () => share(world));
}

/** Every researcher goes through the requests of their own cases that are due. */
async function remindAll({ staff }: World): Promise<void> {
  for (const researcher of staff.researchers)
    for (const { requestId, number, sentAt, men, next } of await dueReminders(researcher, {})) {
      const waiting = men.filter(({ outcome }) => outcome === null);
      if (next.what !== 'remind' || waiting.some(({ assigneeId }) => assigneeId !== researcher.staffId)) continue;
      await remindRequest(researcher, {
        requestId,
        // Sent is version 2; every reminder and nothing else here adds one.
        version: 1 + next.nth,
        channel: next.nth === 3 ? 'telephone' : 'post',
        text: reminderText('ru', { number, sentAt: sentAt ?? now(), waiting: waiting.map(fullName) }),
        expectedOn: addDays(dayOf(now()), 30),
      });
    }
}

function planBatch(world: World, { day, partnerId, sourceKey, men, answeredAfter, givenUpAfter }: Batch): void {
  const manager = world.staff.managers[0];
  if (!manager) return;
  const made: { requestId?: string; caseIds: string[] } = { caseIds: [] };
  const at = (days: number) => startOfDay(addDays(day, days)) + 14 * hour;
  world.timeline.add(at(0), async () => {
    made.caseIds = await someSearched(men);
    if (made.caseIds.length === 0) return;
    made.requestId = await sendBatch(world, manager, made.caseIds, { partnerId, sourceKey });
  });
  world.timeline.add(at(answeredAfter), async () => {
    const { requestId } = made;
    if (!requestId) return;
    for (const [n, caseId] of made.caseIds.slice(0, Math.ceil(men / 2)).entries()) {
      const outcome = n === 0 ? 'found' : 'nothing';
      const answer = replies[outcome][n % replies[outcome].length] ?? replies[outcome][0];
      const changed = n === 0 ? 'Шақырған әскери комиссариат нақтыланды.' : '';
      await recordReply(manager, { requestId, caseId, outcome, answer, changed });
    }
  });
  if (givenUpAfter)
    world.timeline.add(at(givenUpAfter), async () => {
      const { requestId } = made;
      const reason = 'Архив сообщил по телефону, что остальные фонды на реставрации до конца года.';
      if (requestId && made.caseIds.length > Math.ceil(men / 2))
        await giveUpRequest(manager, {
          requestId,
          version: (await requestPage(manager, { requestId })).version,
          reason,
        });
    });
}

async function sendBatch(
  world: World,
  manager: StaffActor,
  caseIds: string[],
  to: { partnerId: string; sourceKey: string },
): Promise<string> {
  world.requests.written += 1;
  const { requestId } = await draftRequest(manager, {
    ...to,
    caseIds,
    language: 'kk',
    number: `${dayOf(now()).slice(2, 4)}/${String(world.requests.written).padStart(3, '0')}`,
    channel: 'in-person',
    text: requestText('kk', await soughtMen(manager, { caseIds })),
  });
  await sendRequest(manager, { requestId, version: 1 });
  return requestId;
}

/** The cases longest searched for on that day. */
async function someSearched(most: number): Promise<string[]> {
  const rows = await read()
    .select({ id: cases.id })
    .from(cases)
    .where(eq(cases.status, 'searching'))
    .orderBy(asc(cases.statusSince), asc(cases.id))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** The squad is shown the first case whose family agrees. */
async function share({ staff }: World): Promise<void> {
  for (const researcher of staff.researchers) {
    const mine = and(eq(cases.status, 'searching'), eq(cases.assigneeId, researcher.staffId));
    const held = await read().select({ id: cases.id }).from(cases).where(mine).orderBy(asc(cases.number));
    for (const { id: caseId } of held)
      if (await familyAgrees(caseId)) {
        await givePartnerLink(researcher, { caseId, partnerId: 'memorial-zone', days: 30 });
        return;
      }
  }
}
