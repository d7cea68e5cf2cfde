/** Reminders of requests that nobody answered: when one is due, and that it went out. */
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRequests, requestReminders, settings } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { command } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { day, oneOf, requiredText } from '../input';
import { DomainError } from '../result';
import { addDays, dayOf } from '../working-days';
import { ofRequest, requestInHand, updateRequest, waitingCases } from './requests';

export const reminderChannels = ['post', 'email', 'in-person', 'telephone'] as const;

/** The key of the table `settings`: days after sending at which a request is reminded of, e.g. `[30, 60, 90]`. */
export const remindersSetting = 'requests.reminders';
const usualDays: readonly number[] = [30, 60, 90];

/** Calendar days after sending at which reminders are due, rising; what is no such list counts as not set. */
export async function reminderDays(): Promise<readonly number[]> {
  const [row] = await read().select().from(settings).where(eq(settings.key, remindersSetting));
  const kept = row?.value;
  if (!Array.isArray(kept) || kept.length === 0) return usualDays;
  const isDays = kept.every(
    (n, at) => Number.isInteger(n) && n >= 1 && n <= 1000 && (at === 0 || n > (kept[at - 1] as number)),
  );
  return isDays ? (kept as number[]) : usualDays;
}

/** `remind`: the `nth` reminder, counted from 1; `decide`: all were sent, and it is to be said whether anybody waits any longer. */
export type DueReminder = { what: 'remind' | 'decide'; nth: number; dueOn: string };

/**
 * What an unanswered request asks for next. A reminder is due its days after sending, but never before the day until which an
 * answer is expected: a body that wrote "in half a year" is not asked after a month.
 * @param request `sentOn`, `expectedOn`: days `YYYY-MM-DD`; `reminders`: how many were sent
 * @param days after sending, rising
 */
export function nextReminder(
  request: { sentOn: string; expectedOn: string; reminders: number },
  days: readonly number[],
): DueReminder {
  const after = days[request.reminders];
  if (after === undefined) return { what: 'decide', nth: request.reminders + 1, dueOn: request.expectedOn };
  const [, dueOn = request.expectedOn] = [addDays(request.sentOn, after), request.expectedOn].sort();
  return { what: 'remind', nth: request.reminders + 1, dueOn };
}

/**
 * Records that a reminder went out, and until when an answer is expected now. One may be sent before it is due.
 * @throws DomainError `request.not-open`, `request.stale`; `input.day-in-past` at the field `expectedOn`
 */
export const remindRequest = command(
  'request.write',
  z.strictObject({
    ...ofRequest,
    channel: oneOf(reminderChannels),
    text: requiredText(20_000),
    expectedOn: day(),
  }),
  async ({ requestId, version, caseId: _, ...sent }, { actor, tx, record }) => {
    const request = await requestInHand(actor, requestId, version);
    if (request.state !== 'sent') throw new DomainError('request.not-open');
    if (sent.expectedOn < dayOf(now())) throw new DomainError('input.invalid', { expectedOn: 'input.day-in-past' });
    const reminderId = newId();
    await tx
      .insert(requestReminders)
      .values({ id: reminderId, requestId, ...sent, sentBy: staffIdOf(actor), sentAt: now() });
    await updateRequest(tx, request, { expectedOn: sent.expectedOn });
    for (const caseId of await waitingCases(requestId))
      record({ kind: 'request.reminded', caseId, subjectId: requestId, data: { requestId, reminderId } });
    return { reminderId };
  },
);

/** How many reminders of a request were sent; a column beside `archive_requests`. */
export const remindersSent = () =>
  sql<number>`(select count(*) from ${requestReminders} where ${requestReminders.requestId} = ${archiveRequests.id})`;
