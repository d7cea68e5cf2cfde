/** Conclusions: proposed by one person, confirmed or sent back by another. */
import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import * as z from 'zod/mini';
import { burialPlaces, burials, type cases, conclusionEvidence, conclusions, evidence, memoryPages } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { flag, id, ids, line, oneOf, optionalId, requiredText, version, writtenDate } from '../input';
import { DomainError } from '../result';
import { burialKinds, burialPrecisions, fates, isWithheld } from './fates';
import { confirmedConclusion, guardChecks } from './guards';
import { caseForWriting, moveCase, updateCase, writeNote } from './moving';

type Conclusion = typeof conclusions.$inferSelect;

const conclusionShape = {
  fate: oneOf(fates),
  fateDate: writtenDate({ earliest: '1936-01-01', latest: '2099-12-31' }),
  burialPlaceId: optionalId(),
  burialKind: z.optional(z.union([oneOf(burialKinds), z.literal('')])),
  burialPrecision: z.optional(z.union([oneOf(burialPrecisions), z.literal('')])),
  summary: requiredText(),
  evidenceIds: ids(),
};

type Proposal = {
  fate: string;
  fateDate: string;
  burialPlaceId?: string | undefined;
  burialKind?: string | undefined;
  burialPrecision?: string | undefined;
  summary: string;
  evidenceIds: string[];
};

/** Proposes fate and burial on named evidence. One proposal stands at a time. */
export const proposeConclusion = command(
  'conclusion.propose',
  z.strictObject({ caseId: id(), version: version(), ...conclusionShape }),
  async (input, { actor, tx, record }) => {
    const row = await caseForWriting(tx, input.caseId, input.version);
    if (row.status === 'joined' || row.status === 'withdrawn') throw new DomainError('case.no-such-move');
    if (await standingProposal(tx, row.id)) throw new DomainError('conclusion.stands-already');
    const burial = await burialOf(tx, input);
    const conclusionId = newId();
    await tx.insert(conclusions).values({
      id: conclusionId,
      caseId: row.id,
      state: 'proposed',
      sensitive: false,
      fate: input.fate,
      fateDate: input.fateDate,
      ...burial,
      summary: input.summary,
      proposedBy: staffIdOf(actor),
      proposedAt: now(),
      lastEditedBy: staffIdOf(actor),
    });
    await linkEvidence(tx, row.id, conclusionId, input.evidenceIds);
    await updateCase(tx, row, {});
    record({ kind: 'conclusion.proposed', caseId: row.id, subjectId: conclusionId, data: { conclusionId } });
    return { conclusionId };
  },
);

/** Changes a standing proposal; whoever edits last cannot confirm it. */
export const editConclusion = command(
  'conclusion.propose',
  z.strictObject({ caseId: id(), version: version(), ...conclusionShape }),
  async (input, { actor, tx, record }) => {
    const row = await caseForWriting(tx, input.caseId, input.version);
    const proposal = await proposalOf(tx, row.id);
    const burial = await burialOf(tx, input);
    const next = { fate: input.fate, fateDate: input.fateDate, ...burial, summary: input.summary };
    const changed = (Object.keys(next) as (keyof typeof next)[]).filter((field) => proposal[field] !== next[field]);
    await tx.delete(conclusionEvidence).where(eq(conclusionEvidence.conclusionId, proposal.id));
    await linkEvidence(tx, row.id, proposal.id, input.evidenceIds);
    await tx
      .update(conclusions)
      .set({ ...next, lastEditedBy: staffIdOf(actor), releasedAt: null, releasedBy: null })
      .where(eq(conclusions.id, proposal.id));
    await updateCase(tx, row, {});
    record({
      kind: 'conclusion.edited',
      caseId: row.id,
      subjectId: proposal.id,
      data: { conclusionId: proposal.id, fields: changed },
    });
  },
);

async function standingProposal(tx: WriteDb, caseId: string): Promise<Conclusion | undefined> {
  const [row] = await tx
    .select()
    .from(conclusions)
    .where(and(eq(conclusions.caseId, caseId), eq(conclusions.state, 'proposed')));
  return row;
}

async function proposalOf(tx: WriteDb, caseId: string): Promise<Conclusion> {
  const proposal = await standingProposal(tx, caseId);
  if (!proposal) throw new DomainError('conclusion.not-found');
  return proposal;
}

/** The burial half of a proposal: all of it or none of it. */
async function burialOf(tx: WriteDb, input: Proposal) {
  if (!input.burialPlaceId) return { burialPlaceId: null, burialKind: null, burialPrecision: null };
  const [place] = await tx
    .select({ id: burialPlaces.id })
    .from(burialPlaces)
    .where(eq(burialPlaces.id, input.burialPlaceId));
  if (!place) throw new DomainError('input.invalid', { burialPlaceId: 'burial-place.not-found' });
  if (!input.burialKind) throw new DomainError('input.invalid', { burialKind: 'input.choose' });
  if (!input.burialPrecision) throw new DomainError('input.invalid', { burialPrecision: 'input.choose' });
  return {
    burialPlaceId: place.id,
    burialKind: input.burialKind as (typeof burialKinds)[number],
    burialPrecision: input.burialPrecision as (typeof burialPrecisions)[number],
  };
}

async function linkEvidence(tx: WriteDb, caseId: string, conclusionId: string, evidenceIds: string[]): Promise<void> {
  const wanted = [...new Set(evidenceIds)];
  if (wanted.length === 0) throw new DomainError('input.invalid', { evidenceIds: 'conclusion.no-evidence' });
  const there = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), inArray(evidence.id, wanted), isNull(evidence.removedAt)));
  if (there.length !== wanted.length) throw new DomainError('input.invalid', { evidenceIds: 'evidence.not-found' });
  await tx.insert(conclusionEvidence).values(wanted.map((evidenceId) => ({ conclusionId, evidenceId })));
}

/** Releases a sensitive fate to the family: a manager's decision, before it can be confirmed. */
export const releaseConclusion = command(
  'conclusion.release',
  z.strictObject({ caseId: id(), version: version() }),
  async (input, { actor, tx, record }) => {
    const row = await caseForWriting(tx, input.caseId, input.version);
    const proposal = await proposalOf(tx, row.id);
    await tx
      .update(conclusions)
      .set({ releasedBy: staffIdOf(actor), releasedAt: now() })
      .where(eq(conclusions.id, proposal.id));
    await updateCase(tx, row, {});
    record({
      kind: 'conclusion.released',
      caseId: row.id,
      subjectId: proposal.id,
      data: { conclusionId: proposal.id },
    });
  },
);

/** Marks a standing proposal as sensitive, or takes the mark off; a release given before falls. */
export const markSensitive = command(
  'conclusion.release',
  z.strictObject({ caseId: id(), version: version(), sensitive: flag() }),
  async (input, { tx, record }) => {
    const row = await caseForWriting(tx, input.caseId, input.version);
    const proposal = await proposalOf(tx, row.id);
    await tx
      .update(conclusions)
      .set({ sensitive: input.sensitive, releasedAt: null, releasedBy: null })
      .where(eq(conclusions.id, proposal.id));
    await updateCase(tx, row, {});
    record({
      kind: 'conclusion.edited',
      caseId: row.id,
      subjectId: proposal.id,
      data: { conclusionId: proposal.id, fields: ['sensitive'] },
    });
  },
);

/**
 * Confirms the proposal of a case under review. Confirming *is* the move to burial-established or fate-established; an earlier
 * conclusion and its burial end with it. Nobody confirms what they proposed or last edited.
 */
export const confirmConclusion = command(
  'conclusion.decide',
  z.strictObject({ caseId: id(), version: version(), note: line(1000) }),
  async (input, context) => {
    const { actor, tx, record } = context;
    const row = await caseForWriting(tx, input.caseId, input.version);
    if (row.status !== 'under-review') throw new DomainError('case.no-such-move');
    const proposal = await proposalOf(tx, row.id);
    const unfit = await guardChecks['conclusion-proposed'](row);
    if (unfit) throw new DomainError(unfit);
    const decider = staffIdOf(actor);
    if (decider === proposal.proposedBy || decider === proposal.lastEditedBy)
      throw new DomainError('conclusion.own-proposal');
    if (isWithheld(proposal)) throw new DomainError('guard.release');
    await endConclusionInForce(context, row.id);
    await tx
      .update(conclusions)
      .set({ state: 'confirmed', decidedBy: decider, decidedAt: now() })
      .where(eq(conclusions.id, proposal.id));
    record({
      kind: 'conclusion.confirmed',
      caseId: row.id,
      subjectId: proposal.id,
      data: { conclusionId: proposal.id },
    });
    if (proposal.burialPlaceId) await establishBurial(context, row.id, proposal);
    const to = await established(row);
    await moveCase(context, row, to, 'confirm', input.note);
    return { status: to };
  },
);

/** The conclusion in force, and the burial established by it, end; what was agreed to be told of them is agreed to no longer. */
export async function endConclusionInForce(context: Context, caseId: string): Promise<void> {
  const { tx, record } = context;
  const before = await confirmedConclusion(caseId);
  if (!before) return;
  await tx.update(conclusions).set({ state: 'superseded' }).where(eq(conclusions.id, before.id));
  const ended = await tx
    .update(burials)
    .set({ endedAt: now() })
    .where(and(eq(burials.caseId, caseId), isNull(burials.endedAt)))
    .returning({ id: burials.id });
  for (const burial of ended)
    record({ kind: 'burial.ended', caseId, subjectId: burial.id, data: { burialId: burial.id } });
  await reopenMemory(context, caseId);
}

/** The family agreed to a story of another result: it is a draft again, of a version nobody has read. */
async function reopenMemory({ tx, record }: Context, caseId: string): Promise<void> {
  const [page] = await tx
    .select()
    .from(memoryPages)
    .where(and(eq(memoryPages.caseId, caseId), ne(memoryPages.state, 'draft')));
  if (!page) return;
  // A withdrawn page stays so, but the answers given to it before do not count when it is asked about again.
  const state = page.state === 'withdrawn' ? page.state : 'draft';
  await tx
    .update(memoryPages)
    .set({ state, version: page.version + 1 })
    .where(eq(memoryPages.id, page.id));
  record({ kind: 'memory.changed', caseId, subjectId: page.id, data: { pageId: page.id, fields: ['conclusion'] } });
}

async function establishBurial({ tx, record }: Context, caseId: string, proposal: Conclusion): Promise<void> {
  if (!proposal.burialPlaceId || !proposal.burialKind || !proposal.burialPrecision) return;
  const burialId = newId();
  await tx.insert(burials).values({
    id: burialId,
    caseId,
    conclusionId: proposal.id,
    burialPlaceId: proposal.burialPlaceId,
    kind: proposal.burialKind,
    precision: proposal.burialPrecision,
    establishedAt: now(),
  });
  record({
    kind: 'burial.established',
    caseId,
    subjectId: burialId,
    data: { burialId, kind: proposal.burialKind, precision: proposal.burialPrecision },
  });
}

/** What the confirmed conclusion establishes; refused with the burial's reason when it establishes nothing. */
async function established(row: typeof cases.$inferSelect): Promise<'burial-established' | 'fate-established'> {
  const burialRefusal = await guardChecks['burial-confirmed'](row);
  if (!burialRefusal) return 'burial-established';
  const conclusion = await confirmedConclusion(row.id);
  // A named burial place that lacks its country is an oversight to mend, not a reason to establish the fate alone.
  if (conclusion?.burialPlaceId && conclusion.burialPrecision !== 'country')
    throw new DomainError('guard.burial-country');
  const fateRefusal = await guardChecks['fate-confirmed'](row);
  if (fateRefusal) throw new DomainError('conclusion.establishes-nothing');
  return 'fate-established';
}

/** Sends a proposal back to the search with a reason. */
export const sendBackConclusion = command(
  'conclusion.decide',
  z.strictObject({ caseId: id(), version: version(), reason: requiredText() }),
  async (input, context) => {
    const { actor, tx, record } = context;
    const row = await caseForWriting(tx, input.caseId, input.version);
    const proposal = await proposalOf(tx, row.id);
    await tx
      .update(conclusions)
      .set({ state: 'rejected', decidedBy: staffIdOf(actor), decidedAt: now() })
      .where(eq(conclusions.id, proposal.id));
    const noteId = await writeNote(context, row.id, 'reason', input.reason);
    record({
      kind: 'conclusion.sent-back',
      caseId: row.id,
      subjectId: proposal.id,
      data: { conclusionId: proposal.id, noteId },
    });
    await moveCase(context, row, 'searching', 'send-back', input.reason);
  },
);
