/** Re-estimating weights from decided pairs: counts held against what the program assumes. Pure. */
import type { FieldVerdict } from '@/domain/matching/verdict';
import { readDate } from '../partial-date';
import { nameSounds } from './name-sound';
import { yearClass } from './search/bits';
import { classCount, classOf, ourWeights, type Weights } from './search/weights';
import type { NamePart } from './sound/base';
import { likeness } from './sound/distance';

/** Confirmed pairs that say something of a field before its shares are touched. */
export const enough = 50;
/**
 * How many pairs the present shares weigh as (Dirichlet prior): with as many confirmations as this the new share stands half way. A
 * museum confirms a few hundred in years, so it takes as long to leave what was learned on many thousands.
 */
const priorPairs = 200;

/** The fields whose shares are counted, by the name they have in verdicts. */
const nameFields = [
  ['surname', 'surname'],
  ['givenName', 'given'],
  ['patronymic', 'patronymic'],
] as const satisfies readonly (readonly [string, NamePart])[];

export type FieldReport = {
  field: string;
  /** Confirmed and rejected pairs by class: names from like to different, years by 0, 1, 2, 3, 4 to 5, more. */
  confirmed: number[];
  rejected: number[];
  before: number[];
  /** The same as before while there are too few. */
  after: number[];
  isChanged: boolean;
};

export type Estimate = { weights: Weights; fields: FieldReport[] };

type Pairs = readonly (readonly FieldVerdict[])[];

/**
 * New shares for names and years, from all decisions and the weights of the program, so that learning twice learns once; places, orders
 * and the rest stay as they are: a verdict does not say their classes.
 * @param before the weights in use, which the report is held against
 */
export function estimate(confirmed: Pairs, rejected: Pairs, before: Weights, prior: Weights = ourWeights): Estimate {
  const names = nameFields.map(([field, part], at): FieldReport => {
    const count = (pairs: Pairs) => counted(pairs, classCount + 1, (verdicts) => nameClass(verdicts, field, part));
    return reportOf(field, count(confirmed), count(rejected), before.names[at] ?? [], prior.names[at] ?? []);
  });
  const byYear = (pairs: Pairs) => counted(pairs, before.years.length, birthClass);
  const years = reportOf('birth', byYear(confirmed), byYear(rejected), before.years, prior.years);
  const [surname = [], given = [], patronymic = []] = names.map(({ after }) => after);
  return { weights: { ...before, names: [surname, given, patronymic], years: years.after }, fields: [...names, years] };
}

function reportOf(
  field: string,
  confirmed: number[],
  rejected: number[],
  before: number[],
  prior: number[],
): FieldReport {
  const pairs = confirmed.reduce((sum, count) => sum + count, 0);
  const after = pairs >= enough ? smoothed(confirmed, prior) : before;
  return { field, confirmed, rejected, before, after, isChanged: after.some((share, at) => share !== before[at]) };
}

/** Shares that sum to what the prior's sum to. */
function smoothed(counts: readonly number[], prior: readonly number[]): number[] {
  const sum = prior.reduce((total, share) => total + share, 0);
  const pairs = counts.reduce((total, count) => total + count, 0);
  return prior.map((share, at) => (sum * (share * priorPairs + (counts[at] ?? 0))) / (sum * priorPairs + pairs));
}

function counted(pairs: Pairs, classes: number, classIn: (verdicts: readonly FieldVerdict[]) => number | null) {
  const counts = new Array<number>(classes).fill(0);
  for (const verdicts of pairs) {
    const at = classIn(verdicts);
    if (at !== null) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The class of likeness of a name in a decided pair; null where one of the two has none, or a part of it only. */
function nameClass(verdicts: readonly FieldVerdict[], field: string, part: NamePart): number | null {
  const said = verdicts.find((one) => one.field === field && one.verdict !== 'missing');
  if (!said) return null;
  const sounds = (written: string) => nameSounds(written, part).filter(({ kind }) => kind === 'full');
  const likenesses = sounds(said.left).flatMap((a) => sounds(said.right).map((b) => likeness(a.base, b.base)));
  return likenesses.length === 0 ? null : classOf(Math.max(...likenesses));
}

function birthClass(verdicts: readonly FieldVerdict[]): number | null {
  const said = verdicts.find((one) => one.field === 'birth' && one.verdict !== 'missing');
  if (!said) return null;
  const [a, b] = [yearOf(said.left), yearOf(said.right)];
  return a === null || b === null ? null : yearClass(Math.abs(a - b));
}

function yearOf(written: string): number | null {
  const { earliest } = readDate(written);
  return earliest ? Number(earliest.slice(0, 4)) : null;
}

/** By how many bits the new weights move a pair; the shares of names that are alike in the index stay what they are. */
export function movedBy(verdicts: readonly FieldVerdict[], { fields }: Estimate): number {
  let moved = 0;
  for (const { field, before, after } of fields) {
    const part = nameFields.find(([name]) => name === field)?.[1];
    const at = part ? nameClass(verdicts, field, part) : birthClass(verdicts);
    if (at !== null) moved += Math.log2((after[at] ?? 1) / (before[at] ?? 1));
  }
  return moved;
}
