/** Learning from decisions: a report first, and only by command what it says. */
import { and, desc, eq, gte, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { matchCandidates, matchWeights, nameAliases } from '@/db/schema';
import type { Band, FieldVerdict } from '@/domain/matching/verdict';
import { now } from '../clock';
import { command, query } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { DomainError } from '../result';
import { type Estimate, enough, estimate, type FieldReport, movedBy } from './estimating';
import { leastBits } from './plan';
import { queueAllMatching } from './queue';
import { likelyBits } from './search/bands';
import { ourWeights, type Weights } from './search/weights';
import { weightsInUse } from './weights-in-use';

/** A pair of spellings confirmed so often is put in use though they share no sound. */
const timesForUse = 2;
/** A move of a pair that is worth telling, in bits. */
const worthTelling = 0.5;

export type LearningReport = {
  /** Decisions by the band the pair was proposed in. */
  decisions: { band: Band; confirmed: number; rejected: number; unsure: number }[];
  /** Confirmed pairs a field needs before its shares change. */
  enough: number;
  fields: FieldReport[];
  /** Spellings that would come into use. */
  aliases: { writtenA: string; writtenB: string; times: number }[];
  candidates: {
    /** Open pairs; how many move by half a bit or more, and how many cross the bits of *likely* or fall under those of a proposal. */
    open: number;
    moved: number;
    overLikely: number;
    underLikely: number;
    underProposal: number;
    largest: number;
  };
};

/** What learning would change; changes nothing. */
export const matchingReport = query('match.teach', z.strictObject({}), async () => (await learned()).report);

/**
 * Puts in use what `matchingReport` says: the new weights and the spellings. All cases are matched again by the worker.
 * @throws DomainError `match.no-decisions` when nothing would change
 */
export const applyLearning = command('match.teach', z.strictObject({}), async (_, context) => {
  const { tx, record } = context;
  const { report, estimated } = await learned();
  const isChanged = report.fields.some((field) => field.isChanged);
  if (!isChanged && report.aliases.length === 0) throw new DomainError('match.no-decisions');
  if (isChanged) {
    const weightsId = newId();
    await tx.update(matchWeights).set({ inUse: false }).where(eq(matchWeights.inUse, true));
    await tx
      .insert(matchWeights)
      .values({ id: weightsId, weights: estimated.weights, report, inUse: true, madeAt: now() });
    const decisions = report.decisions.reduce((sum, { confirmed, rejected }) => sum + confirmed + rejected, 0);
    record({ kind: 'weights.changed', subjectId: weightsId, data: { weightsId, decisions } });
  }
  for (const { id: aliasId } of await waitingAliases()) {
    await tx.update(nameAliases).set({ inUse: true }).where(eq(nameAliases.id, aliasId));
    record({ kind: 'alias.switched', subjectId: aliasId, data: { aliasId, inUse: true } });
  }
  await queueAllMatching(context);
  return report;
});

async function learned(): Promise<{ report: LearningReport; estimated: Estimate }> {
  const decided = await read()
    .select({ state: matchCandidates.state, band: matchCandidates.band, verdicts: matchCandidates.verdicts })
    .from(matchCandidates)
    .where(inArray(matchCandidates.state, ['confirmed', 'rejected', 'unsure']))
    .orderBy(desc(matchCandidates.decidedAt));
  const verdictsOf = (state: string) => decided.filter((pair) => pair.state === state).map((pair) => pair.verdicts);
  const before = ((await weightsInUse()) as Weights | null) ?? ourWeights;
  const estimated = estimate(verdictsOf('confirmed'), verdictsOf('rejected'), before);
  const countOf = (band: Band, state: string) =>
    decided.filter((one) => one.band === band && one.state === state).length;
  const report: LearningReport = {
    decisions: (['likely', 'possible'] as const).map((band) => ({
      band,
      confirmed: countOf(band, 'confirmed'),
      rejected: countOf(band, 'rejected'),
      unsure: countOf(band, 'unsure'),
    })),
    enough,
    fields: estimated.fields,
    aliases: (await waitingAliases()).map(({ writtenA, writtenB, times }) => ({ writtenA, writtenB, times })),
    candidates: await movedCandidates(estimated),
  };
  return { report, estimated };
}

async function movedCandidates(estimated: Estimate): Promise<LearningReport['candidates']> {
  const open: { bits: number; verdicts: FieldVerdict[] }[] = await read()
    .select({ bits: matchCandidates.bits, verdicts: matchCandidates.verdicts })
    .from(matchCandidates)
    .where(and(eq(matchCandidates.state, 'proposed'), isNull(matchCandidates.goneAt)));
  const moves = open.map(({ bits, verdicts }) => ({ bits, by: movedBy(verdicts, estimated) }));
  const crossing = (limit: number, up: boolean) =>
    moves.filter(({ bits, by }) => (up ? bits < limit && bits + by >= limit : bits >= limit && bits + by < limit))
      .length;
  return {
    open: moves.length,
    moved: moves.filter(({ by }) => Math.abs(by) >= worthTelling).length,
    overLikely: crossing(likelyBits, true),
    underLikely: crossing(likelyBits, false),
    underProposal: crossing(leastBits, false),
    largest: moves.reduce((most, { by }) => (Math.abs(by) > Math.abs(most) ? by : most), 0),
  };
}

/** Learned from confirmed pairs often enough, and not in use. */
const waitingAliases = () =>
  read()
    .select()
    .from(nameAliases)
    .where(and(eq(nameAliases.inUse, false), eq(nameAliases.origin, 'confirmed'), gte(nameAliases.times, timesForUse)));
