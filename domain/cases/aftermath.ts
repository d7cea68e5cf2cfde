/** What happened after a conclusion was confirmed: what came to light since, and of a revoked one who has to hear of it. */
import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, conclusions, events, evidence, letters, notes, staff } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import type { EventKind } from '../events';
import { id } from '../input';
import { confirmedConclusion } from './guards';

/** Something that bears on a conclusion and was not known when it was confirmed. */
export type LaterFinding = {
  seq: number;
  at: number;
  kind: EventKind;
  by: string | null;
  /** Of a piece of evidence; '' for anything else. */
  citation: string;
  /** The field a choice was made for, or the fields corrected. */
  fields: string[];
};

export type ToldWrongly = {
  letterId: string;
  kind: string;
  number: string | null;
  /** Null for a letter that went to no applicant. */
  applicant: string | null;
  settledAt: number | null;
  /** The letter that corrects it went out then. */
  correctedAt: number | null;
  /** One is being written. */
  correcting: boolean;
};

export type Revoked = { conclusionId: string; at: number; by: string | null; reason: string; told: ToldWrongly[] };

/** What can shake a conclusion. */
const weighty = [
  'evidence.attached',
  'evidence.described',
  'evidence.removed',
  'fact.chosen',
  'case.corrected',
] as const satisfies readonly EventKind[];

/** Findings since the conclusion in force was confirmed, the newest first; and every revoked conclusion, the last first. */
export const conclusionAftermath = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => ({
  later: await laterFindings(caseId),
  revoked: await revokedOf(caseId),
}));

export type Aftermath = Awaited<ReturnType<typeof conclusionAftermath>>;

async function laterFindings(caseId: string): Promise<LaterFinding[]> {
  const conclusion = await confirmedConclusion(caseId);
  if (!conclusion) return [];
  const [confirmed] = await read()
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(eq(events.caseId, caseId), eq(events.kind, 'conclusion.confirmed'), eq(events.subjectId, conclusion.id)),
    );
  if (!confirmed) return [];
  const rows = await read()
    .select({ event: events, by: staff.name })
    .from(events)
    .leftJoin(staff, eq(staff.id, events.actorId))
    .where(and(eq(events.caseId, caseId), inArray(events.kind, [...weighty])))
    .orderBy(desc(events.seq));
  const since = rows.filter(({ event }) => event.seq > confirmed.seq);
  const citations = await citationsOf(since.flatMap(({ event }) => event.subjectId ?? []));
  return since.map(({ event, by }) => {
    const { field, fields } = JSON.parse(event.data) as { field?: string; fields?: string[] };
    return {
      seq: event.seq,
      at: event.at,
      kind: event.kind as EventKind,
      by,
      citation: citations.get(event.subjectId ?? '') ?? '',
      fields: event.kind === 'evidence.described' ? [] : field ? [field] : (fields ?? []),
    };
  });
}

const citationsOf = async (ids: string[]) =>
  new Map(
    (
      await read()
        .select({ id: evidence.id, citation: evidence.citation })
        .from(evidence)
        .where(inArray(evidence.id, ids))
    ).map((row) => [row.id, row.citation]),
  );

async function revokedOf(caseId: string): Promise<Revoked[]> {
  const rows = await read()
    .select({ conclusionId: conclusions.id, at: conclusions.revokedAt, by: staff.name })
    .from(conclusions)
    .leftJoin(staff, eq(staff.id, conclusions.revokedBy))
    .where(and(eq(conclusions.caseId, caseId), isNotNull(conclusions.revokedAt)))
    .orderBy(desc(conclusions.revokedAt));
  if (rows.length === 0) return [];
  const acts = await revocations(caseId);
  const told = await toldWrongly([...acts.values()].flatMap((act) => act.letters));
  return rows.map(({ conclusionId, at, by }) => {
    const act = acts.get(conclusionId);
    return {
      conclusionId,
      at: at ?? 0,
      by,
      reason: act?.reason ?? '',
      told: told.filter(({ letterId }) => act?.letters.includes(letterId)),
    };
  });
}

type Act = { letters: string[]; reason: string };

/** What each revocation said, by the conclusion. */
async function revocations(caseId: string): Promise<Map<string, Act>> {
  const rows = await read()
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.caseId, caseId), eq(events.kind, 'conclusion.revoked')));
  const acts = rows.map(({ data }) => JSON.parse(data) as { conclusionId: string; letters: string[]; noteId: string });
  const texts = await read()
    .select({ id: notes.id, text: notes.text })
    .from(notes)
    .where(
      inArray(
        notes.id,
        acts.map(({ noteId }) => noteId),
      ),
    );
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  return new Map(acts.map((act) => [act.conclusionId, { letters: act.letters, reason: textOf.get(act.noteId) ?? '' }]));
}

async function toldWrongly(ids: string[]): Promise<ToldWrongly[]> {
  const rows = await read()
    .select({ letter: letters, applicant: applications.applicantName })
    .from(letters)
    .leftJoin(applications, eq(applications.id, letters.applicationId))
    .where(inArray(letters.id, ids))
    .orderBy(asc(letters.settledAt), asc(letters.id));
  const corrections = await read()
    .select({ correctsId: letters.correctsId, state: letters.state, settledAt: letters.settledAt })
    .from(letters)
    .where(
      and(
        inArray(letters.caseId, [...new Set(rows.map(({ letter }) => letter.caseId))]),
        inArray(letters.correctsId, ids),
      ),
    );
  return rows.map(({ letter: { id: letterId, kind, number, settledAt }, applicant }) => {
    const own = corrections.filter(
      (one) => one.correctsId === letterId && !['discarded', 'cannot-be-sent'].includes(one.state),
    );
    const sent = own.find(({ state }) => state === 'sent' || state === 'handed-over');
    return {
      letterId,
      kind,
      number,
      applicant,
      settledAt,
      correctedAt: sent?.settledAt ?? null,
      correcting: !sent && own.length > 0,
    };
  });
}
