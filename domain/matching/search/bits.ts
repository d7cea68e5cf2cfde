/** Weights of evidence for one question: bits for each class of each field, from how common its answers are in the index. */
import { yearCode } from '../index/compact-row';
import type { PlaceName } from '../place-sound';
import { aDistrict, aRegion, aSettlement, imagined, imaginedNames, imaginedYear } from './background';
import type { IndexView } from './index-view';
import type { AskedName, Asking, Question, SimilarPlaces } from './question';
import { similarNames } from './similar-names';
import { classCount, type Weights } from './weights';

export type PlaceBits = { same: number; differs: number };

export type QuestionBits = {
  /** [part asked][field of the record] → bits by class of likeness; the last class is "different". */
  names: (Float64Array[] | null)[];
  /** By difference in years 0, 1, 2, 3, 4–5, more; null without a year. */
  years: number[] | null;
  region: PlaceBits | null;
  district: (PlaceBits & { ids: ReadonlyMap<number, number> }) | null;
  settlement: (PlaceBits & { ids: ReadonlyMap<number, number> }) | null;
};

const leastYearBits = -6;
const strayShare = 0.03;
const misplacedMore = 1.5;
/** How often a name is written with one particular slip. */
const specificSlip = 0.001;
/** Places that sound at least so alike count as the same. */
const leastPlace = 0.79;
const mostPlaceNames = 10_000;

export function bitsOf(question: Question, asking: Asking, weights: Weights): QuestionBits {
  const { view } = asking;
  const { totals } = view;
  const { records } = totals;
  const { region, district, settlement } = question.place;
  return {
    names: question.names.map((name, part) => (name ? nameBits(name, part, weights, view) : null)),
    years: question.year === 0 ? null : yearBits(question.year, totals.years, records, weights),
    region:
      region === 0
        ? null
        : agreement(weights.region, ((totals.regions[region] ?? 0) + imagined * aRegion) / (records + imagined)),
    district: district && placeBits(district, weights.district, totals.having.district, aDistrict, asking),
    settlement: settlement && placeBits(settlement, weights.settlement, totals.having.settlement, aSettlement, asking),
  };
}

function nameBits(name: AskedName, part: number, weights: Weights, view: IndexView): Float64Array[] {
  const shares = weights.names[part] as number[];
  const { having } = view.totals;
  const byField = [having.surname, having.given, having.patronymic].map((withName, field) => {
    const all = withName + imagined;
    const counts = name.similar?.counts[field] ?? new Float64Array(classCount + 1);
    const slip = slipOf(counts);
    const bits = new Float64Array(classCount + 1);
    let alike = imaginedNames(name.similar?.bases ?? [], field);
    let stray = 0;
    for (let at = 0; at < classCount; at++) {
      // Names at least that similar: a likeness that is less can never weigh more.
      alike += counts[at] as number;
      stray += strays(name, at);
      const ratio = (shares[at] as number) / ((alike + stray) / all);
      bits[at] = Math.log2((1 - slip.share) * ratio + slip.share * slippedRatio(at, alike, slip.meant, all, shares));
    }
    bits[classCount] = Math.log2((shares[classCount] as number) / Math.max(0.02, 1 - alike / all));
    // A class that is too common must not say less than being different.
    for (let at = classCount - 1; at >= 0; at--) bits[at] = Math.max(bits[at] as number, bits[classCount] as number);
    return bits;
  });
  // A surname among the given names is rare by misplacement only: it says hardly more than in its own place.
  const own = byField[part] as Float64Array;
  for (const bits of byField)
    for (let at = 0; at < classCount; at++)
      bits[at] = Math.min(bits[at] as number, (own[at] as number) + misplacedMore);
  return byField;
}

/**
 * A rare spelling beside a very common one is mostly a slip of the common one: then a record that repeats the slip says no more
 * about the man than one that has the name right. `share`: how likely it is a slip; `meant`: records with what was meant.
 */
function slipOf(counts: Float64Array): { share: number; meant: number } {
  const meant = (counts[1] as number) + (counts[2] as number) + (counts[3] as number);
  const slips = meant * specificSlip;
  const own = Math.max((counts[0] as number) - slips, 0.15 * (counts[0] as number)) + 0.05;
  return { share: slips / (slips + own), meant };
}

function slippedRatio(at: number, alike: number, meant: number, all: number, shares: readonly number[]): number {
  if (at === 0) return all / (meant + 1);
  const near = (shares[1] as number) + (shares[2] as number) + (shares[3] as number);
  const share = at <= 3 ? ((shares[at] as number) / near) * 0.9 : (shares[at] as number);
  return share / (alike / all);
}

/** A name may stand in any field by mistake: what is common in one is not quite rare in another. */
function strays(name: AskedName, at: number): number {
  let sum = 0;
  for (let field = 0; field < 3; field++) sum += name.similar?.counts[field]?.[at] ?? 0;
  return sum * strayShare;
}

function yearBits(year: number, years: readonly number[], records: number, weights: Weights): number[] {
  const shares = new Array<number>(6).fill(0);
  for (let difference = -30; difference <= 30; difference++) {
    const code = yearCode(year + difference);
    const own = yearClass(Math.abs(difference));
    if (code > 0)
      shares[own] = (shares[own] ?? 0) + ((years[code] ?? 0) + imaginedYear(year + difference)) / (records + imagined);
  }
  return shares.map((share, own) =>
    Math.max(leastYearBits, Math.log2((weights.years[own] as number) / Math.max(share, 1e-4))),
  );
}

export const yearClass = (difference: number): number => (difference <= 3 ? difference : difference <= 5 ? 4 : 5);

function agreement(sure: number, share: number): PlaceBits {
  const common = Math.min(0.98, Math.max(share, 1e-6));
  return { same: Math.log2(sure / common), differs: Math.log2((1 - sure) / (1 - common)) };
}

/** Places whose name sounds alike count as the same; a known place goes by all of its names. */
function placeBits(place: PlaceName, sure: number, having: number, before: number, asking: Asking) {
  const { view } = asking;
  const ids = new Map<number, number>([[place.id, 1]]);
  let records = view.totals.places[place.base] ?? 0;
  for (const base of asking.placeNames(place)) {
    const similar = similarPlaces(base, asking);
    for (const [id, likeness] of similar.ids) ids.set(id, likeness);
    records += similar.records;
  }
  return { ...agreement(sure, (records + imagined * before) / (having + imagined)), ids };
}

function similarPlaces(base: string, { view, similarPlaceNames }: Asking): SimilarPlaces {
  const known = similarPlaceNames.get(base);
  if (known) return known;
  const found = similarNames(view, [{ kind: 'full', base, id: 0, key: 0 }], 'place');
  const records = Array.from(found.counts[3] ?? [])
    .slice(0, 4)
    .reduce((sum, count) => sum + count, 0);
  const similar = { ids: [...found.found].filter(([, likeness]) => likeness >= leastPlace), records };
  if (similarPlaceNames.size >= mostPlaceNames) similarPlaceNames.clear();
  similarPlaceNames.set(base, similar);
  return similar;
}
