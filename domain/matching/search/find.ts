/** Finding a man in the index of archive records. */
import type { Band, FieldVerdict } from '@/domain/matching/verdict';
import { type ArchiveRow, recordsByIds } from '../../archive/records';
import type { Fate } from '../../cases/fates';
import { fates } from '../../cases/fates';
import { sourceNumber } from '../index/catching-up';
import { rowBytes, yearCode } from '../index/compact-row';
import { firstOf } from '../index/rows';
import type { Person } from '../person';
import { personOfRecord } from '../persons';
import { type AskingNow, askingNow } from './asking';
import { bandOf, likelyLead } from './bands';
import { bitsOf } from './bits';
import { candidates } from './candidates';
import { type Comparison, compare } from './compare';
import { type Question, questionOf } from './question';
import { roughScore } from './rough-score';
import { spellingsOf } from './spellings';

export type Match = {
  recordId: number;
  bits: number;
  band: Band;
  verdicts: FieldVerdict[];
  found: ArchiveRow;
};

export type Narrowing = {
  sources?: readonly string[] | undefined;
  fates?: readonly Fate[] | undefined;
  /** Years of loss, inclusive; records without one are left out when either is given. */
  lossFrom?: number | undefined;
  lossTo?: number | undefined;
};

/** How many of the best by compact row are scored again from what is written. */
const scoredAgain = 48;
/** Bits from which two records are taken for the same man's, and how many of them are looked at. */
const sisterBits = 26;
const mostSisters = 5;

/**
 * Archive records about a man, best first.
 * @param options.limit at most so many (1 to 200)
 * @returns the matches and the spellings that were searched: those asked for and names of the index that sound the same
 */
export async function findMan(
  person: Person,
  options: Narrowing & { limit?: number } = {},
): Promise<{ matches: Match[]; spellings: string[] }> {
  const asking = await askingNow();
  const question = questionOf(person, asking);
  const bits = bitsOf(question, asking, asking.weights);
  const limit = options.limit ?? 20;
  const chosen = await roughlyBest(question, bits, asking, options, Math.max(scoredAgain, limit + 10));
  const rows = await recordsByIds(chosen);
  const scored: (Comparison & { found: ArchiveRow })[] = [];
  for (const id of chosen) {
    const found = rows.get(id);
    // Superseded versions and withdrawn records stay in the index until it is made anew.
    if (!found || found.superseded) continue;
    scored.push({ ...compare(question, personOfRecord(found.record), bits, asking.weights, asking.gazetteer), found });
  }
  scored.sort((a, b) => b.bits - a.bits);
  const standing = standingOf(scored, asking);
  const matches = scored.slice(0, limit).map((one, at): Match => {
    const lead = at <= standing.sisters ? standing.lead : 0;
    return {
      recordId: one.found.recordId,
      bits: one.bits,
      band: bandOf(one, lead),
      verdicts: one.verdicts,
      found: one.found,
    };
  });
  return { matches, spellings: spellingsOf(person, matches) };
}

/** The same score for any two men, one of them the question. */
export async function comparePersons(
  asked: Person,
  other: Person,
): Promise<{ bits: number; band: Band; verdicts: FieldVerdict[] }> {
  const asking = await askingNow();
  const question = questionOf(asked, asking);
  const compared = compare(question, other, bitsOf(question, asking, asking.weights), asking.weights, asking.gazetteer);
  return { bits: compared.bits, verdicts: compared.verdicts, band: bandOf(compared, Number.POSITIVE_INFINITY) };
}

/**
 * How far the next man is behind the best record, and how many records after it are surely of the same man: one man stands in many
 * lists, and his other records do not count against him.
 */
function standingOf(
  scored: readonly (Comparison & { found: ArchiveRow })[],
  asking: AskingNow,
): { lead: number; sisters: number } {
  const [best, ...others] = scored;
  if (!best) return { lead: 0, sisters: 0 };
  for (const [sisters, other] of others.slice(0, mostSisters).entries()) {
    const lead = best.bits - other.bits;
    if (lead >= 2 * likelyLead || !areSisters(best.found, other.found, asking)) return { lead, sisters };
  }
  return { lead: Number.POSITIVE_INFINITY, sisters: Math.min(others.length, mostSisters) };
}

function areSisters(one: ArchiveRow, other: ArchiveRow, asking: AskingNow): boolean {
  const question = questionOf(personOfRecord(one.record), asking);
  const { bits, verdicts } = compare(
    question,
    personOfRecord(other.record),
    bitsOf(question, asking, asking.weights),
    asking.weights,
    asking.gazetteer,
  );
  return bits >= sisterBits && verdicts.every(({ field, verdict }) => verdict !== 'differs' || field === 'unit');
}

async function roughlyBest(
  question: Question,
  bits: ReturnType<typeof bitsOf>,
  { view, weights }: AskingNow,
  narrowing: Narrowing,
  most: number,
): Promise<number[]> {
  const admits = await filterOf(narrowing);
  const scored: [number, number][] = [];
  for (const id of candidates(question, view)) {
    const rows = view.rowsWith(id);
    if (!rows) continue;
    const at = (id - firstOf(id)) * rowBytes;
    if (admits && !admits(rows, at)) continue;
    scored.push([id, roughScore(rows, at, question, bits, weights)]);
  }
  scored.sort((a, b) => b[1] - a[1]);
  return scored.slice(0, most).map(([id]) => id);
}

async function filterOf({ sources, fates: asked, lossFrom, lossTo }: Narrowing) {
  if (!sources?.length && !asked?.length && lossFrom === undefined && lossTo === undefined) return null;
  const numbers = sources?.length ? new Set(await Promise.all(sources.map(sourceNumber))) : null;
  const codes = asked?.length ? new Set(asked.map((fate) => fates.indexOf(fate) + 1)) : null;
  const from = lossFrom === undefined ? 1 : yearCode(lossFrom);
  const to = lossTo === undefined ? 127 : yearCode(lossTo);
  const byPeriod = lossFrom !== undefined || lossTo !== undefined;
  return (rows: Uint8Array, at: number): boolean => {
    const year = rows[at + 20] as number;
    if (byPeriod && (year === 0 || year < from || year > to)) return false;
    if (codes && !codes.has(rows[at + 21] as number)) return false;
    return !numbers || numbers.has((rows[at + 22] as number) + (rows[at + 23] as number) * 256);
  };
}
