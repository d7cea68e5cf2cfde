/** Requests to archives, commissariats and partners, about one case or several: drafted, sent, given up. */
import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRequests, cases, partners, requestCases, sources } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { authorize, staffIdOf } from '../access';
import { keepSearch } from '../archive/searches';
import { writeNote } from '../cases/moving';
import { now } from '../clock';
import { type Context, command } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { day, id, ids, line, oneOf, optionalId, requiredLine, requiredText, version } from '../input';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { addDays, dayOf, startOfDay } from '../working-days';
import { requestChannels } from './partner-kinds';

/** Cases of one request at most: a list that fits on the sheets somebody takes along to an archive. */
export const mostCases = 100;

const letter = {
  partnerId: requiredLine(80),
  sourceKey: requiredLine(80),
  language: oneOf(['kk', 'ru', 'en']),
  number: line(40),
  channel: oneOf(requestChannels),
  text: requiredText(20_000),
};

/** A request as a page shows it; `caseId`: the case it was done from, one of those it waits for. */
export const ofRequest = { requestId: id(), version: version(), caseId: optionalId() };

export type Request = typeof archiveRequests.$inferSelect;

/**
 * Writes a request as a draft, about every case named. Nobody waits for it before it is sent.
 * @throws DomainError `input.invalid` with `request.no-case`, `request.too-many-cases`, `partner.not-found`, `source.not-found` at
 *   the field; `case.not-open` when one of the cases has ended
 */
export const draftRequest = command(
  'request.write',
  z.strictObject({ caseIds: ids(), ...letter }),
  async ({ caseIds, ...input }, context) => {
    const { actor, tx, record } = context;
    const about = [...new Set(caseIds)];
    await refuseUnfit(about);
    const { answersIn } = await refuseUnknown(input);
    const requestId = newId();
    await tx.insert(archiveRequests).values({
      id: requestId,
      ...input,
      state: 'draft',
      writtenBy: staffIdOf(actor),
      writtenAt: now(),
      expectedOn: addDays(dayOf(now()), answersIn),
    });
    await addCases(tx, requestId, about);
    for (const caseId of about)
      record({
        kind: 'request.drafted',
        caseId,
        subjectId: requestId,
        data: { requestId, partnerId: input.partnerId },
      });
    return { requestId };
  },
);

const addCases = (tx: WriteDb, requestId: string, caseIds: readonly string[]) =>
  tx.insert(requestCases).values(caseIds.map((caseId) => ({ requestId, caseId, answer: '', changed: '' })));

/** Every case there, open, and not too many. */
async function refuseUnfit(caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) throw new DomainError('input.invalid', { caseIds: 'request.no-case' });
  if (caseIds.length > mostCases)
    throw new DomainError('input.invalid', { caseIds: 'request.too-many-cases' }, { most: mostCases });
  const rows = await read()
    .select({ status: cases.status })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]));
  if (rows.length < caseIds.length) throw new DomainError('case.not-found');
  if (rows.some(({ status }) => ['closed', 'withdrawn', 'joined'].includes(status)))
    throw new DomainError('case.not-open');
}

/** @returns the days in which this body usually answers */
async function refuseUnknown(input: { partnerId: string; sourceKey: string }): Promise<{ answersIn: number }> {
  const [partner] = await read()
    .select({ answersIn: partners.answersIn })
    .from(partners)
    .where(eq(partners.id, input.partnerId));
  if (!partner) throw new DomainError('input.invalid', { partnerId: 'partner.not-found' });
  const [source] = await read().select({ key: sources.key }).from(sources).where(eq(sources.key, input.sourceKey));
  if (!source) throw new DomainError('input.invalid', { sourceKey: 'source.not-found' });
  return partner;
}

/**
 * Changes a draft, the cases it speaks of among it.
 * @throws DomainError `request.stale`, `request.not-draft` and as `draftRequest`
 */
export const editRequest = command(
  'request.write',
  z.strictObject({ requestId: id(), version: version(), caseIds: ids(), ...letter }),
  async ({ requestId, version, caseIds, ...input }, { tx, record }) => {
    const before = await requestRow(requestId, version);
    if (before.state !== 'draft') throw new DomainError('request.not-draft');
    const about = [...new Set(caseIds)];
    await refuseUnfit(about);
    await refuseUnknown(input);
    const had = await waitingCases(requestId);
    const fields: string[] = (Object.keys(input) as (keyof typeof input)[]).filter(
      (field) => before[field] !== input[field],
    );
    const added = about.filter((caseId) => !had.includes(caseId));
    const leftOut = had.filter((caseId) => !about.includes(caseId));
    if (added.length + leftOut.length > 0) fields.push('cases');
    await tx
      .delete(requestCases)
      .where(and(eq(requestCases.requestId, requestId), notInArray(requestCases.caseId, about)));
    if (added.length > 0) await addCases(tx, requestId, added);
    await updateRequest(tx, before, input);
    for (const caseId of [...about, ...leftOut])
      record({ kind: 'request.edited', caseId, subjectId: requestId, data: { requestId, fields } });
  },
);

/**
 * Says that a drafted request went out.
 * @param input `sentOn`: day of the museum, today when left out, never a later one; `expectedOn`: the day until which an answer is
 *   expected, by itself as many days later as this body usually takes
 * @throws DomainError `request.not-draft`, `request.stale`, `case.not-open`; at the field `input.day-in-future`, `input.day-in-past`
 */
export const sendRequest = command(
  'request.write',
  z.strictObject({
    ...ofRequest,
    number: z.optional(line(40)),
    channel: z.optional(oneOf(requestChannels)),
    sentOn: optionalDay(),
    expectedOn: optionalDay(),
  }),
  async ({ requestId, version, number, channel, sentOn, expectedOn }, { actor, tx, record }) => {
    const before = await requestInHand(actor, requestId, version);
    if (before.state !== 'draft') throw new DomainError('request.not-draft');
    const about = await waitingCases(requestId);
    await refuseUnfit(about);
    const { answersIn } = await refuseUnknown(before);
    const sentAt = momentOf(sentOn, 'sentOn');
    const expected = expectedOn || addDays(dayOf(sentAt), answersIn);
    if (expected < dayOf(sentAt)) throw new DomainError('input.invalid', { expectedOn: 'input.day-in-past' });
    await updateRequest(tx, before, {
      state: 'sent',
      sentAt,
      expectedOn: expected,
      number: number ?? before.number,
      channel: channel ?? before.channel,
    });
    for (const caseId of about)
      record({
        kind: 'request.sent',
        caseId,
        subjectId: requestId,
        data: { requestId, partnerId: before.partnerId },
      });
  },
);

/** A day, or nothing where the form left it empty. */
export function optionalDay() {
  return z.optional(z.union([z.literal(''), day()]));
}

/**
 * The moment kept for a day of the museum: now for today, else the day's beginning.
 * @throws DomainError `input.day-in-future` at `field`
 */
export function momentOf(chosen: string | undefined, field: string): number {
  const today = dayOf(now());
  if (!chosen || chosen === today) return now();
  if (chosen > today) throw new DomainError('input.invalid', { [field]: 'input.day-in-future' });
  return startOfDay(chosen);
}

/** What becomes known after sending: the outgoing number, and the day until which an answer is expected. */
export const amendRequest = command(
  'request.write',
  z.strictObject({ ...ofRequest, number: line(40), expectedOn: day() }),
  async ({ requestId, version, caseId: _, ...input }, { actor, tx, record }) => {
    const before = await requestInHand(actor, requestId, version);
    if (before.state !== 'sent') throw new DomainError('request.not-open');
    const fields = (Object.keys(input) as (keyof typeof input)[]).filter((field) => before[field] !== input[field]);
    await updateRequest(tx, before, input);
    for (const caseId of await waitingCases(requestId))
      record({ kind: 'request.edited', caseId, subjectId: requestId, data: { requestId, fields } });
  },
);

/**
 * Nobody waits for an answer any more; a draft is thrown away by it. For what was sent, every case without an answer gets a search
 * that could not be made, with this reason: the source is not looked through, and why is to be read.
 * @throws DomainError `request.not-open`, `request.stale`
 */
export const giveUpRequest = command(
  'request.write',
  z.strictObject({ ...ofRequest, reason: requiredText(1000) }),
  async ({ requestId, version, reason }, context) => {
    const before = await requestInHand(context.actor, requestId, version);
    if (before.state === 'closed') throw new DomainError('request.not-open');
    await updateRequest(context.tx, before, { state: 'closed' });
    for (const caseId of await waitingCases(requestId)) {
      const noteId = await writeNote(context, caseId, 'reason', reason);
      context.record({ kind: 'request.given-up', caseId, subjectId: requestId, data: { requestId, noteId } });
      if (before.state === 'sent') await logReply(context, before, caseId, { outcome: 'impossible', reason });
    }
  },
);

type Reply = { outcome: 'found' | 'nothing' | 'impossible' | 'not-applicable'; reason: string };

/** The look into its source that a request was, logged with what came of it. */
export async function logReply(context: Context, request: Request, caseId: string, reply: Reply): Promise<void> {
  const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
  const name = [row?.surname, row?.givenName, row?.patronymic].filter(Boolean).join(' ');
  await keepSearch(context, {
    caseId,
    sourceKey: request.sourceKey,
    asked: [name, row?.birth].filter(Boolean).join(', ').slice(0, 500),
    requestId: request.id,
    ...reply,
  });
}

/** @throws DomainError `request.not-found`; `request.stale` when the page was made from another version */
export async function requestRow(requestId: string, version?: number): Promise<Request> {
  const [row] = await read().select().from(archiveRequests).where(eq(archiveRequests.id, requestId));
  if (!row) throw new DomainError('request.not-found');
  if (version !== undefined && row.version !== version) throw new DomainError('request.stale');
  return row;
}

/**
 * A request every waiting case of which this person may write about, whichever of them it was done from.
 * @throws DomainError `access.not-yours`, `request.not-found`, `request.stale`
 */
export async function requestInHand(actor: Actor, requestId: string, version: number): Promise<Request> {
  const row = await requestRow(requestId, version);
  const caseIds = await waitingCases(requestId);
  if (caseIds.length > 0) await authorize(actor, 'request.write', { caseIds });
  return row;
}

/** Changes columns of a request and raises its version. @throws DomainError `request.stale` */
export async function updateRequest(tx: WriteDb, row: Request, patch: Partial<Request>): Promise<void> {
  const changed = await tx
    .update(archiveRequests)
    .set({ ...patch, version: row.version + 1 })
    .where(and(eq(archiveRequests.id, row.id), eq(archiveRequests.version, row.version)))
    .returning({ id: archiveRequests.id });
  if (changed.length === 0) throw new DomainError('request.stale');
}

/** The cases of a request that have no answer, in the order of their numbers. */
export async function waitingCases(requestId: string): Promise<string[]> {
  const rows = await read()
    .select({ caseId: requestCases.caseId })
    .from(requestCases)
    .innerJoin(cases, eq(cases.id, requestCases.caseId))
    .where(and(eq(requestCases.requestId, requestId), isNull(requestCases.answeredAt)))
    .orderBy(cases.number);
  return rows.map(({ caseId }) => caseId);
}
