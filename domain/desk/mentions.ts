/** Notes that call on a colleague, until they have seen them. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, mentions, notes, staff } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { query, unrecordedCommand } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { refuseUnfitMentions } from './colleagues';

/** The most colleagues one note calls on. */
const most = 20;

/**
 * Calls on colleagues with a note, inside a running change; whoever wrote it is left out.
 * @throws DomainError `mention.unfit` at the field `mentions`
 */
export async function callOn(tx: WriteDb, noteId: string, staffIds: readonly string[], writer: string): Promise<void> {
  const called = [...new Set(staffIds)].filter((one) => one !== writer);
  if (called.length === 0) return;
  if (called.length > most) throw new DomainError('input.invalid', { mentions: 'mention.unfit' });
  await refuseUnfitMentions(called);
  await tx.insert(mentions).values(called.map((staffId) => ({ noteId, staffId })));
}

export type Mention = {
  noteId: string;
  caseId: string;
  number: number;
  surname: string;
  givenName: string;
  patronymic: string;
  text: string;
  writtenAt: number;
  by: string | null;
};

/** Notes that call on whoever asks and were not seen yet, newest first; 100 at most. */
export const myMentions = query(
  'note.write',
  z.strictObject({}),
  async (_, actor): Promise<Mention[]> =>
    read()
      .select({
        noteId: notes.id,
        caseId: cases.id,
        number: cases.number,
        surname: cases.surname,
        givenName: cases.givenName,
        patronymic: cases.patronymic,
        text: notes.text,
        writtenAt: notes.writtenAt,
        by: staff.name,
      })
      .from(mentions)
      .innerJoin(notes, eq(notes.id, mentions.noteId))
      .innerJoin(cases, eq(cases.id, notes.caseId))
      .leftJoin(staff, eq(staff.id, notes.writtenBy))
      .where(and(eq(mentions.staffId, staffIdOf(actor)), isNull(mentions.seenAt)))
      .orderBy(desc(notes.writtenAt))
      .limit(100),
);

/** Whoever was called on has seen the note. @throws DomainError `mention.not-open` when nobody waits for that */
export const markMentionSeen = unrecordedCommand(
  'note.write',
  z.strictObject({ noteId: id() }),
  async ({ noteId }, { actor, tx }) => {
    const seen = await tx
      .update(mentions)
      .set({ seenAt: now() })
      .where(and(eq(mentions.noteId, noteId), eq(mentions.staffId, staffIdOf(actor)), isNull(mentions.seenAt)))
      .returning({ noteId: mentions.noteId });
    if (seen.length === 0) throw new DomainError('mention.not-open');
  },
);

/** Whom the notes of a case call on, by the note, and who of them has seen it. */
export const mentionsOfCase = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) =>
  read()
    .select({ noteId: mentions.noteId, staffId: mentions.staffId, name: staff.name, seenAt: mentions.seenAt })
    .from(mentions)
    .innerJoin(notes, eq(notes.id, mentions.noteId))
    .innerJoin(staff, eq(staff.id, mentions.staffId))
    .where(eq(notes.caseId, caseId))
    .orderBy(staff.name),
);
