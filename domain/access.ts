/** The check that opens every query and command. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { applications, caseJoins, cases, requestCases } from '@/db/schema';
import { read } from './database';
import { type Actor, cellFor, type Permission } from './permissions';
import { DomainError } from './result';

/** What a command or query is about, as far as ownership goes. */
export type Subject = {
  caseId?: string | undefined;
  applicationId?: string | undefined;
  staffId?: string | undefined;
  /** Of a request about several cases every one must be one's own. */
  caseIds?: string[] | undefined;
  requestId?: string | undefined;
};

/**
 * Refuses unless the permission table lets this actor do this to this subject.
 * @throws DomainError `access.sign-in` for a visitor, `access.denied` for everyone else
 */
export async function authorize(actor: Actor, permission: Permission, subject: Subject = {}): Promise<void> {
  const cell = cellFor(actor, permission);
  if (cell === 'any') return;
  if (cell === 'own' && (await owns(actor, subject))) return;
  if ('passwordChangeDue' in actor && actor.passwordChangeDue) throw new DomainError('access.password-change-due');
  if (actor.role === 'visitor') throw new DomainError('access.sign-in');
  throw new DomainError(cell === 'own' ? 'access.not-yours' : 'access.denied');
}

async function owns(actor: Actor, subject: Subject): Promise<boolean> {
  if (actor.role === 'applicant')
    return subject.applicationId !== undefined && subject.applicationId === actor.applicationId;
  if (!('staffId' in actor)) return false;
  if (subject.staffId !== undefined) return subject.staffId === actor.staffId;
  const caseId = subject.caseId ?? (subject.applicationId && (await caseOf(subject.applicationId)));
  const caseIds = caseId ? [caseId] : await casesOfRequest(subject);
  if (caseIds.length === 0) return false;
  const held = await read()
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.id, caseIds), eq(cases.assigneeId, actor.staffId)));
  return held.length === caseIds.length;
}

/** The cases a request speaks of from now on: those it is to speak of, and those it waits for. */
async function casesOfRequest({ caseIds = [], requestId }: Subject): Promise<string[]> {
  const waiting = requestId
    ? await read()
        .select({ caseId: requestCases.caseId })
        .from(requestCases)
        .where(and(eq(requestCases.requestId, requestId), isNull(requestCases.answeredAt)))
    : [];
  return [...new Set([...caseIds, ...waiting.map(({ caseId }) => caseId)])];
}

/** The case that is worked on for an application: its own, or the one that was joined to. */
async function caseOf(applicationId: string): Promise<string | undefined> {
  const [found] = await read()
    .select({ caseId: sql<string>`coalesce(${caseJoins.intoId}, ${applications.caseId})` })
    .from(applications)
    .leftJoin(caseJoins, and(eq(caseJoins.caseId, applications.caseId), isNull(caseJoins.partedAt)))
    .where(eq(applications.id, applicationId));
  return found?.caseId;
}

/** The member of staff who acts. @throws DomainError `access.denied` for everyone else */
export function staffIdOf(actor: Actor): string {
  if (!('staffId' in actor)) throw new DomainError('access.denied');
  return actor.staffId;
}
