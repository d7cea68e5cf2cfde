/** Undoing what was taken over: as a whole, and only while nobody has worked on it. */
import { and, eq, inArray, ne, notInArray, or } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import * as z from 'zod/mini';
import {
  applications,
  burialPlaces,
  burials,
  cases,
  conclusionEvidence,
  conclusions,
  events,
  evidence,
  fileOpenings,
  jobs,
  matchCandidates,
  notes,
  notices,
  takeoverRows,
  takeovers,
  toldPhases,
} from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { command } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { enteredPlaces } from './establishing';
import { keepPlans, openTakeover, takeoverRow } from './planning';

/** How many cases a refusal names. */
const mostNamed = 20;

/**
 * Takes back the whole act: cases, applications, results and the burial places that came by it alone. The rows of the file stay
 * and can be taken over again.
 * @throws DomainError `takeover.not-done`; `takeover.worked-on` with the numbers of the cases on which people have worked since
 */
export const undoRegister = command(
  'register.take-over',
  z.strictObject({ takeoverId: id() }),
  async ({ takeoverId }, { actor, tx, record }) => {
    const takeover = await takeoverRow(takeoverId);
    if (takeover.state !== 'done') throw new DomainError('takeover.not-done');
    const taken = await tx
      .select({ id: cases.id, number: cases.number })
      .from(cases)
      .where(eq(cases.takeoverId, takeoverId));
    await refuseWorkedOn(taken);
    const caseIds = taken.map((one) => one.id);
    for (const part of parts(caseIds)) await remove(tx, part);
    await removePlaces(tx, (takeover.settings[enteredPlaces] ?? '').split(' ').filter(Boolean));
    const undone = { ...takeover, state: 'undone' as const, undoneBy: staffIdOf(actor), undoneAt: now() };
    await tx.update(takeovers).set(undone).where(eq(takeovers.id, takeoverId));
    await tx
      .update(takeoverRows)
      .set({ caseId: null, applicationId: null, outcome: 'takes' })
      .where(and(eq(takeoverRows.takeoverId, takeoverId), eq(takeoverRows.outcome, 'taken')));
    await keepPlans(tx, undone);
    for (const caseId of caseIds) record({ kind: 'case.takeover-undone', caseId, data: { takeoverId } });
    record({ kind: 'register.undone', subjectId: takeoverId, data: { takeoverId, cases: caseIds.length } });
    return { cases: caseIds.length };
  },
);

/** Forgets a file that is not taken over: its rows and what they said. */
export const discardRegister = command(
  'register.take-over',
  z.strictObject({ takeoverId: id() }),
  async ({ takeoverId }, { tx, record }) => {
    const { counts } = await openTakeover(takeoverId);
    await tx.delete(takeoverRows).where(eq(takeoverRows.takeoverId, takeoverId));
    await tx.delete(takeovers).where(eq(takeovers.id, takeoverId));
    record({ kind: 'register.discarded', subjectId: takeoverId, data: { takeoverId, rows: counts.rows ?? 0 } });
  },
);

/** Whatever a person did to one of the cases or applications since stands in the events. */
async function refuseWorkedOn(taken: readonly { id: string; number: number }[]): Promise<void> {
  const worked = new Set<string>();
  for (const part of parts(taken.map((one) => one.id))) {
    const touched = await read()
      .selectDistinct({ caseId: events.caseId })
      .from(events)
      .where(
        and(
          inArray(events.caseId, part),
          ne(events.actorRole, 'system'),
          notInArray(events.kind, ['case.taken-over', 'case.takeover-undone', 'lookup.made']),
        ),
      );
    const signedIn = await read()
      .selectDistinct({ caseId: applications.caseId })
      .from(applications)
      .innerJoin(events, eq(events.applicationId, applications.id))
      .where(
        and(inArray(applications.caseId, part), ne(events.kind, 'case.taken-over'), ne(events.actorRole, 'system')),
      );
    for (const { caseId } of [...touched, ...signedIn]) if (caseId) worked.add(caseId);
  }
  if (worked.size === 0) return;
  const numbers = taken.filter((one) => worked.has(one.id)).map((one) => one.number);
  const named = numbers.sort((a, b) => a - b).slice(0, mostNamed);
  throw new DomainError(
    'takeover.worked-on',
    {},
    {
      count: numbers.length,
      cases: named.join(', ') + (numbers.length > named.length ? ', …' : ''),
    },
  );
}

/** Children first: the database refuses an orphan. */
async function remove(tx: WriteDb, caseIds: string[]): Promise<void> {
  const of = (column: SQLiteColumn) => inArray(column, caseIds);
  const own = tx.select({ id: applications.id }).from(applications).where(inArray(applications.caseId, caseIds));
  const stated = tx.select({ id: conclusions.id }).from(conclusions).where(inArray(conclusions.caseId, caseIds));
  await tx.delete(notices).where(inArray(notices.applicationId, own));
  await tx.delete(toldPhases).where(inArray(toldPhases.applicationId, own));
  await tx.delete(matchCandidates).where(or(of(matchCandidates.caseId), of(matchCandidates.otherCaseId)));
  await tx.delete(fileOpenings).where(of(fileOpenings.caseId));
  await tx.delete(burials).where(of(burials.caseId));
  await tx.delete(conclusionEvidence).where(inArray(conclusionEvidence.conclusionId, stated));
  await tx.delete(conclusions).where(of(conclusions.caseId));
  await tx.delete(evidence).where(of(evidence.caseId));
  await tx.delete(notes).where(of(notes.caseId));
  await tx.delete(applications).where(of(applications.caseId));
  for (const caseId of caseIds)
    await tx.delete(jobs).where(and(eq(jobs.kind, 'match.case'), eq(jobs.state, 'queued'), eq(jobs.input, { caseId })));
  await tx.delete(cases).where(inArray(cases.id, caseIds));
}

/** Burial places that came by this act, that nobody has changed since and nothing rests on any more. */
async function removePlaces(tx: WriteDb, placeIds: string[]): Promise<void> {
  for (const placeId of placeIds) {
    const [burial] = await tx.select({ id: burials.id }).from(burials).where(eq(burials.burialPlaceId, placeId));
    const [stated] = await tx
      .select({ id: conclusions.id })
      .from(conclusions)
      .where(eq(conclusions.burialPlaceId, placeId));
    if (burial || stated) continue;
    await tx.delete(burialPlaces).where(and(eq(burialPlaces.id, placeId), eq(burialPlaces.version, 1)));
  }
}

/** SQLite takes a limited number of values in one statement. */
function parts(ids: readonly string[]): string[][] {
  const cut: string[][] = [];
  for (let at = 0; at < ids.length; at += 500) cut.push(ids.slice(at, at + 500));
  return cut;
}
