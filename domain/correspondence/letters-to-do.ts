/** Letters that wait for somebody: the signatory, the journal, the post, or a correction that is owed. */
import { and, asc, eq, inArray, isNotNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import * as z from 'zod/mini';
import { applications, cases, conclusions, letters } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import type { Actor } from '../permissions';
import { answeringLetters, waitingStates } from './letter-kinds';

/**
 * `approve`: the signatory's; `mend`: sent back by the signatory; `register`: approved; `send`: has its number; `correct`: what a
 * letter stated was taken back, and the family has not been told.
 */
export type LetterTask = 'approve' | 'mend' | 'register' | 'send' | 'correct';

export type LetterToDo = {
  what: LetterTask;
  /** The letter; of a correction that is owed, the wrong one. */
  letterId: string;
  caseId: string;
  /** The number of the case. */
  number: number;
  surname: string;
  givenName: string;
  patronymic: string;
  assigneeId: string | null;
  applicant: string | null;
  kind: string;
  language: string;
  /** Since when it waits for this, in milliseconds since 1970 (UTC). */
  since: number;
};

/**
 * What waits for this person, longest first: a manager approves and corrects everywhere; the other steps are theirs on cases in
 * their hands and, for a manager, on cases in nobody's.
 */
export const lettersToDo = query('case.read', z.strictObject({}), async (_, actor): Promise<LetterToDo[]> => {
  const all = [...(await waiting(ownPart(actor))), ...(await owed(ownCases(actor)))];
  return all.sort((a, b) => a.since - b.since);
});

/** Every letter that waits for anybody, longest first. */
export const everyLetterToDo = query('case.read', z.strictObject({}), async (): Promise<LetterToDo[]> => {
  const all = [...(await waiting(undefined)), ...(await owed(undefined))];
  return all.sort((a, b) => a.since - b.since);
});

/**
 * Of each of these cases the letter that will be the next word to the family and is not sent yet, where every application has one.
 * @param lines the cases, each with how many applications are not withdrawn
 */
export async function lettersOnTheirWay(
  lines: readonly { caseId: string; applications: number }[],
): Promise<Map<string, string>> {
  const rows = await read()
    .select({ caseId: letters.caseId, letterId: letters.id, applicationId: letters.applicationId })
    .from(letters)
    .where(
      and(
        inArray(
          letters.caseId,
          lines.map(({ caseId }) => caseId),
        ),
        inArray(letters.kind, [...answeringLetters]),
        inArray(letters.state, [...waitingStates]),
      ),
    )
    .orderBy(asc(letters.writtenAt));
  return new Map(
    lines.flatMap(({ caseId, applications }) => {
      const own = rows.filter((row) => row.caseId === caseId);
      const reached = new Set(own.map(({ applicationId }) => applicationId)).size;
      return own[0] && reached >= applications ? [[caseId, own[0].letterId]] : [];
    }),
  );
}

function ownCases(actor: Actor): SQL | undefined {
  if (!('staffId' in actor)) return sql`0`;
  if (actor.role === 'manager') return undefined;
  return heldBy(actor.staffId);
}

/** With a plus, so that the few letters that wait lead, and not the thousands of cases one has ever had. */
const heldBy = (staffId: string): SQL => sql`+${cases.assigneeId} = ${staffId}`;

function ownPart(actor: Actor): SQL | undefined {
  if (!('staffId' in actor)) return sql`0`;
  const mine = heldBy(actor.staffId);
  const toApprove = and(eq(letters.state, 'draft'), eq(letters.reason, ''));
  if (actor.role === 'manager') return or(toApprove, mine, sql`+${cases.assigneeId} is null`);
  // A draft that waits for the signatory is not this person's to do.
  return and(mine, or(inArray(letters.state, ['approved', 'registered']), sql`${letters.reason} <> ''`));
}

const shown = {
  // Neither its text nor what its sheet is made from: both are long.
  letter: {
    id: letters.id,
    kind: letters.kind,
    language: letters.language,
    state: letters.state,
    reason: letters.reason,
    writtenAt: letters.writtenAt,
    approvedAt: letters.approvedAt,
  },
  caseId: cases.id,
  number: cases.number,
  surname: cases.surname,
  givenName: cases.givenName,
  patronymic: cases.patronymic,
  assigneeId: cases.assigneeId,
  applicant: applications.applicantName,
};

async function waiting(part: SQL | undefined): Promise<LetterToDo[]> {
  const rows = await read()
    .select(shown)
    .from(letters)
    .innerJoin(cases, eq(cases.id, letters.caseId))
    .leftJoin(applications, eq(applications.id, letters.applicationId))
    .where(and(inArray(letters.state, [...waitingStates]), part))
    .orderBy(asc(letters.writtenAt));
  return rows.map(({ letter, ...found }) => ({
    ...found,
    what: taskOf(letter),
    letterId: letter.id,
    kind: letter.kind,
    language: letter.language,
    since: letter.approvedAt ?? letter.writtenAt,
  }));
}

function taskOf(letter: Pick<typeof letters.$inferSelect, 'state' | 'reason'>): LetterTask {
  if (letter.state === 'registered') return 'send';
  if (letter.state === 'approved') return 'register';
  return letter.reason ? 'mend' : 'approve';
}

/**
 * Result letters that reached a family and whose conclusion was taken back, without a correction on its way or settled. Whoever
 * had everything personal erased cannot be written to.
 */
async function owed(part: SQL | undefined): Promise<LetterToDo[]> {
  const correction = alias(letters, 'correction');
  const rows = await read()
    .select({ ...shown, revokedAt: conclusions.revokedAt })
    .from(conclusions)
    .innerJoin(letters, eq(letters.conclusionId, conclusions.id))
    .innerJoin(cases, eq(cases.id, letters.caseId))
    .leftJoin(applications, eq(applications.id, letters.applicationId))
    .leftJoin(
      correction,
      and(
        eq(correction.caseId, letters.caseId),
        eq(correction.correctsId, letters.id),
        notInArray(correction.state, ['discarded']),
      ),
    )
    .where(
      and(
        eq(conclusions.state, 'superseded'),
        isNotNull(conclusions.revokedAt),
        // With a plus, so that the few conclusions taken back lead, and not the many letters sent.
        sql`+${letters.state} in ('sent', 'handed-over')`,
        sql`${correction.id} is null`,
        sql`${applications.erasedAt} is null`,
        part,
      ),
    );
  return rows.map(({ letter, revokedAt, ...found }) => ({
    ...found,
    what: 'correct' as const,
    letterId: letter.id,
    kind: letter.kind,
    language: letter.language,
    since: revokedAt ?? letter.writtenAt,
  }));
}
