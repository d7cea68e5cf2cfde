/** The checks behind the guards of the pipeline; read inside the transaction that moves the case. */
import { and, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import {
  applications,
  archiveRequests,
  burialPlaces,
  burials,
  caseJoins,
  cases,
  conclusionEvidence,
  conclusions,
  evidence,
  letters,
  questions,
  requestCases,
  searches,
  sources,
} from '@/db/schema';
import { resultLetters, settledStates } from '../correspondence/letter-kinds';
import { read } from '../database';
import type { RefusalCode } from '../result';
import { coverageOf } from '../sources/coverage';
import { establishingPrecisions, type Fate, isWithheld, openFates } from './fates';
import { type Guard, guards } from './pipeline';

type CaseRow = typeof cases.$inferSelect;

type Check = (row: CaseRow) => Promise<RefusalCode | null>;

const ownChecks: Readonly<Record<Guard, Check>> = {
  'open-question': async (row) => pass(await openQuestions(row.id), 'guard.open-question'),
  assignee: async (row) => (row.assigneeId ? null : 'guard.assignee'),
  'open-request': async (row) => pass(await openRequests(row.id), 'guard.open-request'),
  'conclusion-proposed': (row) => conclusionProposed(row.id),
  'fate-confirmed': (row) => fateConfirmed(row.id),
  'burial-confirmed': (row) => burialConfirmed(row.id),
  'families-told': (row) => lettersSettled(row.id, resultLetters, 'guard.families-told'),
  'checklist-complete': (row) => checklistComplete(row.id),
  'search-letter-sent': async (row) =>
    (await activeApplications(row.id)).length === 0
      ? null
      : lettersSettled(row.id, ['search-report'], 'guard.search-letter-sent'),
  'partner-and-letter': (row) => partnerAndLetter(row.id),
  'applications-withdrawn': (row) => applicationsWithdrawn(row.id),
  'other-case-free': (row) => otherCaseFree(row.id),
};

/**
 * Each guard passes with null or answers with the refusal's code. A case taken over from the old register rests on that act for the
 * guards it names, and for no other, until a person moves it.
 */
export const guardChecks = Object.fromEntries(
  guards.map((guard): [Guard, Check] => [
    guard,
    async (row) => (row.takeoverStands && row.takeoverRests.includes(guard) ? null : ownChecks[guard](row)),
  ]),
) as Readonly<Record<Guard, Check>>;

const pass = (rows: readonly unknown[], code: RefusalCode): RefusalCode | null => (rows.length > 0 ? null : code);

/** The case and those joined to it: their applications are one family group for every rule. */
export async function memberIds(caseId: string): Promise<string[]> {
  const joined = await read()
    .select({ id: caseJoins.caseId })
    .from(caseJoins)
    .where(and(eq(caseJoins.intoId, caseId), isNull(caseJoins.partedAt)));
  return [caseId, ...joined.map((row) => row.id)];
}

/** The case this one is joined to, else itself. */
export async function leadingCaseId(caseId: string): Promise<string> {
  const [join] = await read()
    .select({ intoId: caseJoins.intoId })
    .from(caseJoins)
    .where(and(eq(caseJoins.caseId, caseId), isNull(caseJoins.partedAt)));
  return join?.intoId ?? caseId;
}

/** The applications of a case and of those joined to it that are not withdrawn. */
export async function activeApplications(caseId: string): Promise<(typeof applications.$inferSelect)[]> {
  return read()
    .select()
    .from(applications)
    .where(and(inArray(applications.caseId, await memberIds(caseId)), isNull(applications.withdrawnAt)));
}

/** Questions to applications of the case that wait for an answer. */
async function openQuestions(caseId: string) {
  return read()
    .select({ id: questions.id })
    .from(questions)
    .innerJoin(applications, eq(applications.id, questions.applicationId))
    .where(
      and(
        inArray(applications.caseId, await memberIds(caseId)),
        isNull(questions.answeredAt),
        isNull(questions.closedAt),
        isNull(applications.withdrawnAt),
      ),
    );
}

const openRequests = (caseId: string) =>
  read()
    .select({ sourceKey: archiveRequests.sourceKey })
    .from(archiveRequests)
    .innerJoin(requestCases, eq(requestCases.requestId, archiveRequests.id))
    .where(waitsForReply(caseId));

/** The rows of a case among requests (joined with their cases) that went out and wait for its answer. */
export const waitsForReply = (caseId: string) =>
  and(eq(requestCases.caseId, caseId), isNull(requestCases.answeredAt), eq(archiveRequests.state, 'sent'));

async function conclusionProposed(caseId: string): Promise<RefusalCode | null> {
  const rows = await read()
    .select({ citation: evidence.citation })
    .from(conclusions)
    .innerJoin(conclusionEvidence, eq(conclusionEvidence.conclusionId, conclusions.id))
    .innerJoin(evidence, eq(evidence.id, conclusionEvidence.evidenceId))
    .where(
      and(
        eq(conclusions.caseId, caseId),
        eq(conclusions.state, 'proposed'),
        isNull(evidence.removedAt),
        ne(evidence.citation, ''),
      ),
    );
  return pass(rows, 'guard.conclusion-proposed');
}

/** The conclusion in force: the one confirmed last and not superseded. */
export async function confirmedConclusion(caseId: string): Promise<typeof conclusions.$inferSelect | undefined> {
  const [row] = await read()
    .select()
    .from(conclusions)
    .where(and(eq(conclusions.caseId, caseId), eq(conclusions.state, 'confirmed')))
    .orderBy(desc(conclusions.decidedAt))
    .limit(1);
  return row;
}

async function fateConfirmed(caseId: string): Promise<RefusalCode | null> {
  const conclusion = await confirmedConclusion(caseId);
  if (!conclusion || openFates.includes(conclusion.fate as Fate)) return 'guard.fate-confirmed';
  return isWithheld(conclusion) ? 'guard.release' : null;
}

async function burialConfirmed(caseId: string): Promise<RefusalCode | null> {
  const conclusion = await confirmedConclusion(caseId);
  if (!conclusion) return 'guard.burial-confirmed';
  const rows = await read()
    .select({ id: burials.id })
    .from(burials)
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(
      and(
        eq(burials.conclusionId, conclusion.id),
        isNull(burials.endedAt),
        inArray(burials.precision, [...establishingPrecisions] as (typeof burials.$inferSelect)['precision'][]),
        isNotNull(burialPlaces.countryToday),
      ),
    );
  if (rows.length === 0) return 'guard.burial-confirmed';
  const cited = await read()
    .select({ id: evidence.id })
    .from(conclusionEvidence)
    .innerJoin(evidence, eq(evidence.id, conclusionEvidence.evidenceId))
    .where(
      and(eq(conclusionEvidence.conclusionId, conclusion.id), isNull(evidence.removedAt), ne(evidence.citation, '')),
    );
  if (cited.length === 0) return 'guard.burial-citation';
  return isWithheld(conclusion) ? 'guard.release' : null;
}

/**
 * For each application not withdrawn (or, without any, for the case): a settled letter; a result letter only since the conclusion in
 * force, and about no other.
 */
async function lettersSettled(
  caseId: string,
  kinds: readonly string[],
  code: RefusalCode,
): Promise<RefusalCode | null> {
  const members = await memberIds(caseId);
  const inForce = kinds.includes('result') ? await confirmedConclusion(caseId) : undefined;
  const settled = (
    await read()
      .select({
        applicationId: letters.applicationId,
        settledAt: letters.settledAt,
        conclusionId: letters.conclusionId,
      })
      .from(letters)
      .where(
        and(
          inArray(letters.caseId, members),
          inArray(letters.kind, [...kinds]),
          inArray(letters.state, [...settledStates]),
        ),
      )
  ).filter(
    (letter) =>
      (letter.settledAt ?? 0) >= (inForce?.decidedAt ?? 0) &&
      (!inForce || letter.conclusionId === null || letter.conclusionId === inForce.id),
  );
  const reached = new Set(settled.map((letter) => letter.applicationId));
  const waiting = await activeApplications(caseId);
  if (waiting.length === 0) return pass(settled, code);
  return waiting.every((application) => reached.has(application.id)) ? null : code;
}

/**
 * The sources of the checklist, as it stands today, that have neither an outcome nor an open archive request; one of which some
 * kinds of documents are left is among them. Searches taken back count for nothing.
 */
export async function missingSources(caseId: string): Promise<string[]> {
  const checklist = await read()
    .select({ key: sources.key, parts: sources.parts })
    .from(sources)
    .where(and(eq(sources.checklist, true), eq(sources.inUse, true)))
    .orderBy(sources.position, sources.key);
  const searched = await read()
    .select({ sourceKey: searches.sourceKey, parts: searches.parts, withdrawnAt: searches.withdrawnAt })
    .from(searches)
    .where(and(eq(searches.caseId, caseId), isNull(searches.withdrawnAt)));
  const waiting = (await openRequests(caseId)).map((row) => row.sourceKey);
  return checklist.filter((source) => !coverageOf(source, searched, waiting).isCovered).map(({ key }) => key);
}

async function checklistComplete(caseId: string): Promise<RefusalCode | null> {
  return (await missingSources(caseId)).length === 0 ? null : 'guard.checklist-complete';
}

async function partnerAndLetter(caseId: string): Promise<RefusalCode | null> {
  const rows = await read()
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        eq(letters.caseId, caseId),
        eq(letters.kind, 'forwarding'),
        isNotNull(letters.partnerId),
        inArray(letters.state, ['sent', 'handed-over']),
      ),
    );
  return pass(rows, 'guard.partner-and-letter');
}

async function applicationsWithdrawn(caseId: string): Promise<RefusalCode | null> {
  return (await allWithdrawn(caseId)) ? null : 'guard.applications-withdrawn';
}

/** There are applications to the case or those joined to it, and every one was withdrawn. */
export async function allWithdrawn(caseId: string): Promise<boolean> {
  const all = await read()
    .select({ withdrawnAt: applications.withdrawnAt })
    .from(applications)
    .where(inArray(applications.caseId, await memberIds(caseId)));
  return all.length > 0 && all.every(({ withdrawnAt }) => withdrawnAt !== null);
}

/** The case this one is being joined to is there, open to it, and not joined itself; nothing is joined to this one. */
async function otherCaseFree(caseId: string): Promise<RefusalCode | null> {
  const [join] = await read()
    .select({ status: cases.status, intoId: caseJoins.intoId })
    .from(caseJoins)
    .innerJoin(cases, eq(cases.id, caseJoins.intoId))
    .where(and(eq(caseJoins.caseId, caseId), isNull(caseJoins.partedAt)));
  if (!join || join.intoId === caseId || join.status === 'joined') return 'guard.other-case-free';
  // A family that asks would read that the search ended at its own wish.
  if (join.status === 'withdrawn' && (await activeApplications(caseId)).length > 0) return 'guard.other-case-withdrawn';
  return (await memberIds(caseId)).length > 1 ? 'guard.others-joined-here' : null;
}
