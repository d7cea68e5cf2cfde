/** Whether two sources say the same of a man. Pure but for the table of places it is given. */
import { readFate } from '../archive/normalising/fate';
import { type Kin, readKin } from '../archive/normalising/kin';
import { readRank } from '../archive/normalising/rank';
import { readUnit, unitKey } from '../archive/normalising/unit';
import { nameSounds } from '../matching/name-sound';
import { type PlaceFacts, placeFacts } from '../matching/place-sound';
import { kinLikeness } from '../matching/search/compare';
import type { RelatedRegions } from '../matching/search/related-regions';
import { classes } from '../matching/search/weights';
import { likeness } from '../matching/sound/distance';
import { rough } from '../matching/sound/rough';
import { fold } from '../names';
import { readDate } from '../partial-date';
import type { Gazetteer } from '../places/gazetteer';
import { type FactField, type FactMeaning, factTable } from './fact-fields';
import { type Fate, fates, openFates } from './fates';

/**
 * `same`: one thing in two spellings. `fits`: both can be true, one says more or something else. `differs`: they contradict each
 * other, and a person has to choose.
 */
export type Relation = 'same' | 'fits' | 'differs';

/** What places are read by. */
export type Atlas = { gazetteer: Gazetteer; related: RelatedRegions };

/** Compares two values of one field as written. What cannot be read contradicts nothing. */
export function relate(field: FactField, left: string, right: string, atlas: Atlas): Relation {
  if (fold(left) === fold(right) && fold(left) !== '') return 'same';
  return relations[factTable[field].meaning](left, right, atlas, field);
}

type Relate = (left: string, right: string, atlas: Atlas, field: FactField) => Relation;

const relations: Readonly<Record<FactMeaning, Relate>> = {
  name: (left, right, _atlas, field) => relateNames(left, right, field),
  date: relateDates,
  place: (left, right, atlas) => relatePlaces(placeOf(left, atlas), placeOf(right, atlas), atlas),
  drafted: relateDrafted,
  rank: relateRanks,
  unit: relateUnits,
  kin: relateKin,
  fate: relateFates,
  // Free text is for a person to judge.
  text: () => 'fits',
};

const nameParts = { surname: 'surname', givenName: 'given', patronymic: 'patronymic' } as const;

/** By sound: what can hardly be told apart is one name, what is near may be a clerk's spelling of it. */
function relateNames(left: string, right: string, field: FactField): Relation {
  const part = field in nameParts ? nameParts[field as keyof typeof nameParts] : 'given';
  const [a, b] = [nameSounds(left, part), nameSounds(right, part)];
  if (a.length === 0 || b.length === 0) return 'fits';
  let best = 0;
  for (const one of a)
    for (const two of b) {
      if (one.kind === 'full' && two.kind === 'full') best = Math.max(best, likeness(one.base, two.base));
      else if (agreesInPart(one, two)) best = Math.max(best, partAgrees);
    }
  if (best >= classes[1]) return 'same';
  return best >= classes[2] ? 'fits' : 'differs';
}

type Sound = ReturnType<typeof nameSounds>[number];
/** An initial that agrees is no contradiction, and no proof either. */
const partAgrees = classes[2];

function agreesInPart(one: Sound, two: Sound): boolean {
  const [a, b] = [rough(one.base), rough(two.base)];
  const letters = Math.min(a.length, b.length);
  const isEnd = one.kind === 'end' || two.kind === 'end';
  return isEnd ? a.slice(-letters) === b.slice(-letters) : a.slice(0, letters) === b.slice(0, letters);
}

/** By the days they can mean: dates that share a day do not contradict each other. */
function relateDates(left: string, right: string): Relation {
  const [a, b] = [readDate(left), readDate(right)];
  if (a.edtf === null || b.edtf === null) return 'fits';
  if (a.earliest === b.earliest && a.latest === b.latest) return 'same';
  const isApart = (a.latest ?? '9999') < (b.earliest ?? '') || (b.latest ?? '9999') < (a.earliest ?? '');
  return isApart ? 'differs' : 'fits';
}

const placeOf = (written: string, { gazetteer }: Atlas) => placeFacts(gazetteer, written);

/** By region, district and settlement, where both name one; of regions that held one raion at different times either is right. */
function relatePlaces(a: PlaceFacts, b: PlaceFacts, atlas: Atlas): Relation {
  const levels = [
    sameRegion(a.region, b.region, atlas),
    a.district && b.district ? a.district.id === b.district.id : null,
    a.settlement && b.settlement ? a.settlement.id === b.settlement.id : null,
  ];
  if (levels.includes(false)) return 'differs';
  const isWhole = a.region === b.region && !a.district === !b.district && !a.settlement === !b.settlement;
  return isWhole && levels.includes(true) ? 'same' : 'fits';
}

function sameRegion(a: number, b: number, { related }: Atlas): boolean | null {
  if (a === 0 || b === 0) return null;
  return a === b || related.get(a)?.has(b) === true;
}

/** A commissariat is known by the one place it is called after. */
function relateDrafted(left: string, right: string, atlas: Atlas): Relation {
  const [a, b] = [placeOf(left, atlas), placeOf(right, atlas)];
  const [one, two] = [a.district ?? a.settlement, b.district ?? b.settlement];
  if (one && two) return one.id === two.id ? 'same' : 'differs';
  return sameRegion(a.region, b.region, atlas) === false ? 'differs' : 'fits';
}

/** Two words for one thing: the lists of a unit used either. */
const plainSoldier: readonly (string | null)[] = ['red-army-man', 'private'];

function relateRanks(left: string, right: string): Relation {
  const [a, b] = [readRank(left).key, readRank(right).key];
  if (a === null || b === null) return 'fits';
  if (a === b) return 'same';
  return plainSoldier.includes(a) && plainSoldier.includes(b) ? 'fits' : 'differs';
}

function relateUnits(left: string, right: string): Relation {
  const [a, b] = [readUnit(left).map(unitKey), readUnit(right).map(unitKey)];
  if (a.length === 0 || b.length === 0) return 'fits';
  const shared = a.filter((key) => b.includes(key)).length;
  if (shared === 0) return 'differs';
  return shared === a.length && shared === b.length ? 'same' : 'fits';
}

/** One man has one father, one mother; of a wife the lists know one at a time. Of others there may be several. */
const single = ['father', 'mother', 'wife'] as const;

function relateKin(left: string, right: string): Relation {
  const [a, b] = [readKin(left), readKin(right)];
  const alike = single
    .map((relation) => kinAlike(named(a, relation), named(b, relation)))
    .filter((one) => one !== null);
  if (alike.some((one) => one < classes[3])) return 'differs';
  return alike.length > 0 &&
    alike.length === a.length &&
    a.length === b.length &&
    alike.every((one) => one >= classes[1])
    ? 'same'
    : 'fits';
}

const named = (kin: readonly Kin[], relation: (typeof single)[number]) =>
  kin.find((one) => one.relation === relation && one.names.length > 0);

const kinAlike = (one: Kin | undefined, two: Kin | undefined): number | null =>
  one && two ? kinLikeness(one.names, two.names) : null;

/** Deaths without a cause stated agree with any other. */
const deaths: readonly Fate[] = ['killed', 'died-of-wounds', 'died-of-illness', 'died-in-captivity', 'executed'];

function relateFates(left: string, right: string): Relation {
  const [a, b] = [fateOf(left), fateOf(right)];
  if (!a || !b) return 'fits';
  if (a === b) return 'same';
  if (openFates.includes(a) || openFates.includes(b)) return 'fits';
  return (a === 'died' && deaths.includes(b)) || (b === 'died' && deaths.includes(a)) ? 'fits' : 'differs';
}

/** The fate a value states: a fate of ours by its name, or the cause as a list has it; null where it says none. */
export const fateOf = (written: string): Fate | null =>
  (fates as readonly string[]).includes(written) ? (written as Fate) : readFate(written);
