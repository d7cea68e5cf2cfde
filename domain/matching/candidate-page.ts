/** One pair whole, for its page: both men field by field, what the verdict rests on, what was decided before. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, cases, events, matchCandidates, notes, staff } from '@/db/schema';
import type { FieldVerdict } from '@/domain/matching/verdict';
import { soldierFields } from '../applications/fields';
import { recordsByIds } from '../archive/records';
import { memberIds } from '../cases/guards';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { linesFor, type RecordLine, recordLines } from './candidate-queries';
import { personOfCase } from './cases';
import { comparedDigest } from './compared';
import { type Decision, stampOf } from './deciding';
import type { Person } from './person';
import { personOfRecord } from './persons';
import type { CandidateRow } from './plan';
import { comparePersons } from './search/find';

/** A decision as it was made. */
export type PastDecision = { state: Decision; at: number; by: string | null; reason: string };

/** Why the next best record is further away: its name, how much, and the field that tells them apart most. */
export type RunnerUp = { record: RecordLine; behind: number; verdict: FieldVerdict | null };

/** A case with what its relatives wrote of the soldier; nothing of the relatives themselves. */
export type CaseSide = {
  caseId: string;
  number: number;
  assigneeId: string | null;
  surname: string;
  givenName: string;
  patronymic: string;
  person: Person;
  /** Of each application, what was written: by the names of the fields. */
  told: { reference: string; answers: Record<string, string> }[];
};

/**
 * One candidate, seen from one of its cases.
 * @param input `caseId`: left out, the case it was proposed for
 * @throws DomainError `match.not-found`
 */
export const candidatePage = query(
  'match.read',
  z.strictObject({ candidateId: id(), caseId: z.optional(id()) }),
  async ({ candidateId, caseId: from }) => {
    const [row] = await read().select().from(matchCandidates).where(eq(matchCandidates.id, candidateId));
    const isAbout = row && (!from || from === row.caseId || from === row.otherCaseId);
    if (!row || !isAbout) throw new DomainError('match.not-found');
    const caseId = from ?? row.caseId;
    const [line] = await linesFor(caseId, eq(matchCandidates.id, candidateId));
    const left = await caseSide(caseId);
    const found = row.recordId === null ? null : ((await recordsByIds([row.recordId])).get(row.recordId) ?? null);
    const right = line?.other ? await caseSide(line.other.caseId) : null;
    if (!left || (!found && !right)) throw new DomainError('match.not-found');
    const other = found ? personOfRecord(found.record) : (right?.person ?? left.person);
    return {
      candidateId,
      state: row.state,
      bits: row.bits,
      band: row.band,
      gone: row.goneAt !== null,
      verdicts: line?.verdicts ?? row.verdicts,
      stamp: stampOf(row),
      left,
      right,
      found,
      record: found ? ((await recordLines([found.recordId])).get(found.recordId) ?? null) : null,
      /** The two are not any more what was compared: matching will run again. */
      outdated: comparedDigest(left.person, other) !== row.compared && row.otherCaseId !== caseId,
      runnerUp: await runnerUpOf(row, left.person),
      decisions: await decisionsOf(row),
      changedSince: line?.returned?.fields ?? [],
    };
  },
);

export type CandidatePage = Awaited<ReturnType<typeof candidatePage>>;

async function caseSide(caseId: string): Promise<CaseSide | null> {
  const [row] = await read()
    .select({
      caseId: cases.id,
      number: cases.number,
      assigneeId: cases.assigneeId,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
    })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!row) return null;
  const told = await read()
    .select({ reference: applications.reference, answers: applications.answers })
    .from(applications)
    .where(and(inArray(applications.caseId, await memberIds(caseId)), isNull(applications.withdrawnAt)))
    .orderBy(asc(applications.receivedAt));
  const ofSoldier = new Set(soldierFields.map(({ name }) => name));
  const only = (answers: Record<string, string>) =>
    Object.fromEntries(Object.entries(answers).filter(([name]) => ofSoldier.has(name)));
  return {
    ...row,
    person: await personOfCase(caseId),
    told: told.map(({ reference, answers }) => ({ reference, answers: only(answers) })),
  };
}

async function runnerUpOf(row: CandidateRow, asked: Person): Promise<RunnerUp | null> {
  if (!row.runnerUp) return null;
  const { recordId, bits: behind } = row.runnerUp;
  const found = (await recordsByIds([recordId])).get(recordId);
  const record = (await recordLines([recordId])).get(recordId);
  if (!found || !record) return null;
  const { verdicts } = await comparePersons(asked, personOfRecord(found.record));
  const bitsOf = new Map(row.verdicts.map(({ field, bits }) => [field, bits]));
  const lack = (verdict: FieldVerdict) => (bitsOf.get(verdict.field) ?? 0) - verdict.bits;
  const [verdict] = verdicts.filter((one) => lack(one) > 0).sort((a, b) => lack(b) - lack(a));
  return { record, behind, verdict: verdict ?? null };
}

/** Decisions on the pair, the last first, with the reasons given. */
async function decisionsOf(row: CandidateRow): Promise<PastDecision[]> {
  const rows = await read()
    .select({ at: events.at, data: events.data, by: staff.name })
    .from(events)
    .leftJoin(staff, eq(staff.id, events.actorId))
    .where(and(eq(events.caseId, row.caseId), eq(events.kind, 'match.decided')))
    .orderBy(asc(events.seq));
  const made = rows
    .map(({ at, data, by }) => ({ at, by, ...(JSON.parse(data) as DecidedData) }))
    .filter(({ candidateId }) => candidateId === row.id);
  const noteIds = made.flatMap(({ noteId }) => noteId ?? []);
  const texts = new Map(
    (await read().select({ id: notes.id, text: notes.text }).from(notes).where(inArray(notes.id, noteIds))).map(
      (note) => [note.id, note.text],
    ),
  );
  return made.reverse().map(({ state, at, by, noteId }) => ({ state, at, by, reason: texts.get(noteId ?? '') ?? '' }));
}

type DecidedData = { candidateId: string; state: Decision; noteId?: string };
