/**
 * An applicant's wish that what we hold about them be deleted. A manager decides: other relatives may stand on the same case, and
 * what a law asks us to keep is for a person to weigh. The case, its evidence and every figure stay.
 */
import { and, desc, eq, gte, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, erasureRequests, notes } from '@/db/schema';
import { staffIdOf } from '../access';
import { leadingCaseId, memberIds } from '../cases/guards';
import { now } from '../clock';
import { type Context, command, query } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { id, ids, requiredText, text } from '../input';
import { queueCaseMatching } from '../matching/queue';
import { queueNotice } from '../news/outbox';
import { recipientOf } from '../news/recipients';
import { DomainError } from '../result';
import { emptyLog } from './after-erasure';
import { wipeApplicant } from './erasing';
import { standingOf } from './standing';

type Request = typeof erasureRequests.$inferSelect;

/** The applicant asks. @throws DomainError `erasure.asked-already` while an earlier request is open */
export const askErasure = command(
  'erasure.ask',
  z.strictObject({ applicationId: id(), reason: text(1000) }),
  async ({ applicationId, reason }, { tx, record }) => {
    const application = await applicationToErase(applicationId);
    const [open] = await tx
      .select({ id: erasureRequests.id })
      .from(erasureRequests)
      .where(and(eq(erasureRequests.applicationId, applicationId), eq(erasureRequests.state, 'asked')));
    if (open) throw new DomainError('erasure.asked-already');
    const requestId = newId();
    await tx
      .insert(erasureRequests)
      .values({ id: requestId, applicationId, askedAt: now(), reason, state: 'asked', note: '' });
    record({
      kind: 'erasure.asked',
      caseId: application.caseId,
      applicationId,
      subjectId: requestId,
      data: { requestId },
    });
    return { requestId };
  },
);

export type OwnErasure = Pick<Request, 'state' | 'askedAt' | 'decidedAt' | 'note'>;

/** The applicant's newest request; null when there was none. */
export const ownErasure = query(
  'application.follow',
  z.strictObject({ applicationId: id() }),
  async ({ applicationId }): Promise<OwnErasure | null> => {
    const [request] = await read()
      .select({
        state: erasureRequests.state,
        askedAt: erasureRequests.askedAt,
        decidedAt: erasureRequests.decidedAt,
        note: erasureRequests.note,
      })
      .from(erasureRequests)
      .where(
        and(
          eq(erasureRequests.applicationId, applicationId),
          // What the person before asked, and what we answered, is between that person and us.
          gte(erasureRequests.askedAt, (await standingOf(applicationId)).heldSince),
        ),
      )
      .orderBy(desc(erasureRequests.askedAt), desc(erasureRequests.id))
      .limit(1);
    return request ?? null;
  },
);

/** A manager declines; the applicant reads why. @throws DomainError `erasure.not-open` */
export const declineErasure = command(
  'erasure.decide',
  z.strictObject({ requestId: id(), note: requiredText(1000) }),
  async ({ requestId, note }, { actor, tx, record }) => {
    const request = await openRequest(requestId);
    const application = await applicationToErase(request.applicationId);
    await tx
      .update(erasureRequests)
      .set({ state: 'declined', decidedBy: staffIdOf(actor), decidedAt: now(), note })
      .where(eq(erasureRequests.id, requestId));
    record({
      kind: 'erasure.declined',
      caseId: application.caseId,
      applicationId: application.id,
      subjectId: requestId,
      data: { requestId },
    });
  },
);

const carryOut = command(
  'erasure.decide',
  z.strictObject({ requestId: id(), noteIds: ids() }),
  async ({ requestId, noteIds }, context) => {
    const { actor, tx, record } = context;
    const request = await openRequest(requestId);
    const application = await applicationToErase(request.applicationId);
    const leading = await leadingCaseId(application.caseId);
    const group = await memberIds(leading);
    const files = await wipeApplicant(tx, application, group);
    await blankNotes(context, noteIds, group);
    await tx
      .update(erasureRequests)
      .set({ state: 'carried-out', decidedBy: staffIdOf(actor), decidedAt: now() })
      .where(eq(erasureRequests.id, requestId));
    record({
      kind: 'erasure.carried-out',
      caseId: application.caseId,
      applicationId: application.id,
      subjectId: requestId,
      data: { requestId, files },
    });
    await sayLast(context, application);
    // What the relatives wrote counts in comparing: it is compared anew without it.
    await queueCaseMatching(context, leading);
    return { files };
  },
);

/**
 * A manager carries the request out, and blanks the notes named: which of them speak of the applicant only a person can tell.
 * Afterwards nothing of it is left in the database file or in its write-ahead log; the sweep of the worker deletes the files.
 * @returns how many files go with it
 * @throws DomainError `erasure.not-open`, `application.erased`
 */
export const carryOutErasure = Object.assign(
  async (...given: Parameters<typeof carryOut>) => {
    const done = await carryOut(...given);
    await emptyLog();
    return done;
  },
  { kind: carryOut.kind, permission: carryOut.permission, schema: carryOut.schema },
);

async function blankNotes({ tx }: Context, noteIds: string[], group: string[]): Promise<void> {
  if (noteIds.length === 0) return;
  const blanked = await tx
    .update(notes)
    .set({ text: '' })
    .where(and(inArray(notes.id, noteIds), inArray(notes.caseId, group)))
    .returning({ id: notes.id });
  if (blanked.length < new Set(noteIds).size) throw new DomainError('input.invalid', { noteIds: 'input.unknown' });
}

/** By e-mail, to the address as it was; it is wiped as soon as that was said. Others are told before: no number is left after it. */
async function sayLast({ tx }: Context, application: typeof applications.$inferSelect): Promise<void> {
  const { name, address } = recipientOf(application);
  if (address) await queueNotice(tx, { applicationId: application.id, kind: 'erased', data: {}, name, address });
}

async function openRequest(requestId: string): Promise<Request> {
  const [request] = await read()
    .select()
    .from(erasureRequests)
    .where(and(eq(erasureRequests.id, requestId), eq(erasureRequests.state, 'asked')));
  if (!request) throw new DomainError('erasure.not-open');
  return request;
}

async function applicationToErase(applicationId: string): Promise<typeof applications.$inferSelect> {
  const [row] = await read().select().from(applications).where(eq(applications.id, applicationId));
  if (!row) throw new DomainError('application.not-found');
  if (row.erasedAt) throw new DomainError('application.erased');
  return row;
}
