import { and, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRecords, conclusionEvidence, conclusions, evidence, imports } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { command } from '../command';
import { newId } from '../identity';
import { id, requiredLine, requiredText, text, whole } from '../input';
import { DomainError } from '../result';
import { caseForWriting, writeNote } from './moving';

/** A record of the archive index; an empty field is none. */
const optionalRecord = () =>
  z.optional(
    z.union([
      z.pipe(
        z.literal(''),
        z.transform(() => undefined),
      ),
      whole(1, Number.MAX_SAFE_INTEGER),
    ]),
  );

/** Attaches a record of the archive index, or a document outside it, as evidence with its citation. */
export const attachEvidence = command(
  'evidence.attach',
  z.strictObject({ caseId: id(), recordId: optionalRecord(), citation: requiredLine(1000), states: text() }),
  async (input, { actor, tx, record }) => {
    await caseForWriting(tx, input.caseId);
    if (input.recordId) await refuseAttachedTwice(tx, input.caseId, input.recordId);
    const evidenceId = newId();
    await tx.insert(evidence).values({
      id: evidenceId,
      caseId: input.caseId,
      recordId: input.recordId ?? null,
      citation: input.citation,
      states: input.states,
      attachedBy: staffIdOf(actor),
      attachedAt: now(),
    });
    record({
      kind: 'evidence.attached',
      caseId: input.caseId,
      subjectId: evidenceId,
      data: { evidenceId, ...(input.recordId ? { recordId: input.recordId } : {}) },
    });
    return { evidenceId };
  },
);

async function refuseAttachedTwice(tx: WriteDb, caseId: string, recordId: number): Promise<void> {
  const [known] = await tx
    .select({ stopAskedAt: imports.stopAskedAt })
    .from(archiveRecords)
    .innerJoin(imports, eq(imports.number, archiveRecords.importNumber))
    .where(eq(archiveRecords.id, recordId));
  // A record whose import is being taken out is as good as gone: nothing may come to rest on it.
  if (!known || known.stopAskedAt !== null) throw new DomainError('archive.record-not-found');
  const [there] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), eq(evidence.recordId, recordId), isNull(evidence.removedAt)));
  if (there) throw new DomainError('evidence.attached-already');
}

/** Takes a piece of evidence out of a case again; not while a standing conclusion rests on it. */
export const removeEvidence = command(
  'evidence.attach',
  z.strictObject({ caseId: id(), evidenceId: id(), reason: requiredText() }),
  async (input, context) => {
    const { tx, record } = context;
    const [found] = await tx
      .select()
      .from(evidence)
      .where(and(eq(evidence.id, input.evidenceId), eq(evidence.caseId, input.caseId), isNull(evidence.removedAt)));
    if (!found) throw new DomainError('evidence.not-found');
    const standing = await tx
      .select({ id: conclusions.id })
      .from(conclusionEvidence)
      .innerJoin(conclusions, eq(conclusions.id, conclusionEvidence.conclusionId))
      .where(and(eq(conclusionEvidence.evidenceId, found.id), inArray(conclusions.state, ['proposed', 'confirmed'])));
    if (standing.length > 0) throw new DomainError('evidence.in-use');
    const noteId = await writeNote(context, input.caseId, 'reason', input.reason);
    await tx.update(evidence).set({ removedAt: now() }).where(eq(evidence.id, found.id));
    record({
      kind: 'evidence.removed',
      caseId: input.caseId,
      subjectId: found.id,
      data: { evidenceId: found.id, noteId },
    });
  },
);
