/** Two men held side by side: every field says same, similar or different, and how many bits that weighs. */

import type { FieldVerdict } from '@/domain/matching/verdict';
import { readKin } from '../../archive/normalising/kin';
import { readUnit, unitKey } from '../../archive/normalising/unit';
import { readDate } from '../../partial-date';
import type { Gazetteer } from '../../places/gazetteer';
import { yearOf } from '../facts';
import { yearOfCode } from '../index/compact-row';
import { nameParts } from '../name-parts';
import { type NameSound, nameSounds } from '../name-sound';
import type { Person } from '../person';
import { placeFacts } from '../place-sound';
import { likeness } from '../sound/distance';
import { rough } from '../sound/rough';
import { type PlaceBits, type QuestionBits, yearClass } from './bits';
import { partNames, type Question } from './question';
import { beginningBits, partialBits, regionBits, together } from './rough-score';
import { classCount, classOf, orders, type Weights } from './weights';

export type Comparison = { bits: number; verdicts: FieldVerdict[]; beyondName: boolean };

type Part = { written: string; sounds: NameSound[] };
type Said = { verdict: FieldVerdict['verdict']; reason: string; bits: number };
const silent: Said = { verdict: 'missing', reason: 'missing', bits: 0 };

/** What the very same sound says more than one that can hardly be told from it. */
const equalSound = 0.5;
/** Bits of a full date that agrees to the day, beside its year, and of one that does not. */
const dayBits = { same: 6, differs: -1.2 };
const unitBits = { same: 7, differs: -0.4 };
const draftedBits = { same: 3.5, dependent: 1, differs: -0.6 };
const kinBits = { same: 7, similar: 4, differs: -1.5 };

export function compare(
  question: Question,
  other: Person,
  bits: QuestionBits,
  weights: Weights,
  gazetteer: Gazetteer,
): Comparison {
  const names = compareNames(question, other, bits, weights);
  const birth = compareBirth(question, other.birth, bits);
  const place = comparePlace(question, other, bits, gazetteer);
  const rest = [
    birth,
    place,
    compareDrafted(question, other, place.bits > 0, gazetteer),
    compareUnits(question, other),
    compareKin(question, other),
  ];
  const verdicts = [...names.verdicts, ...rest];
  const sum =
    names.verdicts.reduce((total, one) => total + one.bits, 0) + rest.reduce((total, one) => total + one.bits, 0);
  return { bits: sum, verdicts, beyondName: rest.some((one) => one.bits > 0.5) };
}

function compareNames(question: Question, other: Person, bits: QuestionBits, weights: Weights) {
  const written = nameParts(other);
  const parts: Part[] = [written.surname, written.givenName, written.patronymic].map((text, at) => ({
    written: text,
    sounds: nameSounds(text, partNames[at] ?? 'given'),
  }));
  let best: { total: number; order: number; said: Said[] } | undefined;
  for (let order = 0; order < orders.length; order++) {
    const said = [0, 1, 2].map((part) => sayName(question, part, parts, orders[order]?.[part] ?? part, bits));
    const [surname = silent, , patronymic = silent] = said;
    let total = (weights.orders[order] as number) + said.reduce((sum, one) => sum + one.bits, 0);
    if (question.oneRoot && surname.bits > 0 && patronymic.bits > 0) {
      const less = (1 - weights.dependent) * Math.min(surname.bits, patronymic.bits);
      said[2] = { ...patronymic, bits: patronymic.bits - less };
      total -= less;
    }
    if (!best || total > best.total + 1e-9) best = { total, order, said };
  }
  const { order, said } = best ?? { order: 0, said: [silent, silent, silent] };
  const verdicts: FieldVerdict[] = said.map((one, part) => ({
    field: (['surname', 'givenName', 'patronymic'] as const)[part] ?? 'surname',
    ...one,
    left: question.names[part]?.written ?? '',
    right: parts[orders[order]?.[part] ?? part]?.written ?? '',
  }));
  if (order > 0)
    verdicts.push({
      field: 'prior',
      verdict: 'similar',
      reason: 'order',
      left: [...partNames.keys()]
        .map((part) => question.names[part]?.written ?? '')
        .filter(Boolean)
        .join(' '),
      right: parts
        .map((part) => part.written)
        .filter(Boolean)
        .join(' '),
      bits: weights.orders[order] as number,
    });
  return { verdicts };
}

function sayName(question: Question, part: number, parts: Part[], field: number, bits: QuestionBits): Said {
  const name = question.names[part];
  const other = parts[field];
  const own = bits.names[part]?.[field];
  if (!name || !other || !own || other.sounds.length === 0) return silent;
  let best: Said = { verdict: 'differs', reason: 'name-differs', bits: own[classCount] as number };
  const better = (said: Said) => {
    if (said.bits > best.bits) best = said;
  };
  for (const sound of other.sounds) {
    if (sound.kind !== 'full' || !name.similar) {
      better(sayPartial(name.sounds, sound));
      continue;
    }
    const alike = name.similar.found.get(sound.id) ?? bestLikeness(name.similar.bases, sound.base);
    const at = classOf(alike);
    if (at === classCount) continue;
    const equal = sameLetters(name.written, other.written);
    better({
      verdict: at === 0 ? 'same' : 'similar',
      reason: equal ? 'name-same' : at === 0 ? 'name-same-sound' : at <= 2 ? 'name-near-sound' : 'name-far-sound',
      bits: (own[at] as number) + (at === 0 && name.similar.bases.includes(sound.base) ? equalSound : 0),
    });
  }
  return best;
}

const bestLikeness = (bases: readonly string[], base: string): number =>
  bases.reduce((best, one) => Math.max(best, likeness(one, base)), 0);

const sameLetters = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** One of the two is a beginning or an end only. */
function sayPartial(asked: readonly NameSound[], other: NameSound): Said {
  for (const one of asked) {
    const a = rough(one.base);
    const b = rough(other.base);
    const letters = Math.min(a.length, b.length);
    const ends = one.kind === 'end' || other.kind === 'end';
    const agrees = ends ? a.slice(-letters) === b.slice(-letters) : a.slice(0, letters) === b.slice(0, letters);
    if (agrees) return { verdict: 'similar', reason: ends ? 'name-end' : 'name-beginning', bits: partialBits(letters) };
  }
  return { verdict: 'differs', reason: 'name-beginning-differs', bits: beginningBits.differs };
}

function compareBirth(question: Question, written: string, bits: QuestionBits): FieldVerdict {
  const base = { field: 'birth', left: question.person.birth, right: written };
  const other = readDate(written);
  const otherYear = yearOfCode(yearOf(written));
  if (!bits.years || otherYear === 0) return { ...base, ...silent };
  const { birth } = question;
  const exact = isDay(birth) && isDay(other);
  const difference = Math.abs(otherYear - question.year);
  const byYear = bits.years[yearClass(difference)] as number;
  if (exact && birth.earliest === other.earliest)
    return { ...base, verdict: 'same', reason: 'date-same', bits: byYear + dayBits.same };
  const days = exact ? dayBits.differs : 0;
  if (difference === 0) {
    const reason = exact ? 'year-same-day-differs' : 'year-same';
    return { ...base, verdict: exact ? 'similar' : 'same', reason, bits: byYear + days };
  }
  return {
    ...base,
    verdict: difference <= 5 ? 'similar' : 'differs',
    reason: difference <= 5 ? 'year-near' : 'year-differs',
    bits: byYear + Math.max(days, -0.3),
  };
}

const isDay = (date: ReturnType<typeof readDate>): boolean => date.earliest !== null && date.earliest === date.latest;

function comparePlace(question: Question, other: Person, bits: QuestionBits, gazetteer: Gazetteer): FieldVerdict {
  const right = other.birthPlace || other.residence;
  const base = { field: 'birthPlace', left: question.person.birthPlace || question.person.residence, right };
  const { region, district, settlement } = placeFacts(gazetteer, right);
  const byRegion = bits.region && region !== 0 ? regionBits(region, question, bits.region) : null;
  const byDistrict = said(bits.district, district !== null, bits.district?.ids.has(district?.id ?? 0) ?? false);
  const bySettlement = said(
    bits.settlement,
    settlement !== null,
    bits.settlement?.ids.has(settlement?.id ?? 0) ?? false,
  );
  const told = [bySettlement, byDistrict, byRegion].filter((one) => one !== null);
  if (told.length === 0) return { ...base, ...silent };
  const sum = together(byRegion ?? 0, byDistrict ?? 0, bySettlement ?? 0);
  const level =
    (bySettlement ?? 0) > 0 ? 'settlement' : (byDistrict ?? 0) > 0 ? 'district' : (byRegion ?? 0) > 0 ? 'region' : null;
  if (!level) return { ...base, verdict: 'differs', reason: 'place-differs', bits: sum };
  const all = told.every((one) => one > 0);
  return { ...base, verdict: all ? 'same' : 'similar', reason: `place-${level}${all ? '' : '-only'}`, bits: sum };
}

function said(bits: PlaceBits | null, there: boolean, same: boolean): number | null {
  return bits && there ? (same ? bits.same : bits.differs) : null;
}

function compareDrafted(question: Question, other: Person, placeAgrees: boolean, gazetteer: Gazetteer): FieldVerdict {
  const base = { field: 'draftPlace', left: question.person.draftPlace, right: other.draftPlace };
  const theirs = placeFacts(gazetteer, other.draftPlace);
  const mine = question.drafted.district ?? question.drafted.settlement;
  const their = theirs.district ?? theirs.settlement;
  if (!mine || !their) return { ...base, ...silent };
  if (mine.id === their.id)
    return {
      ...base,
      verdict: 'same',
      reason: 'drafted-same',
      bits: placeAgrees ? draftedBits.dependent : draftedBits.same,
    };
  return { ...base, verdict: 'differs', reason: 'drafted-differs', bits: draftedBits.differs };
}

function compareUnits(question: Question, other: Person): FieldVerdict {
  const base = { field: 'unit', left: question.person.unit, right: other.unit };
  const theirs = readUnit(other.unit).map(unitKey);
  if (question.units.length === 0 || theirs.length === 0) return { ...base, ...silent };
  if (theirs.some((key) => question.units.includes(key)))
    return { ...base, verdict: 'same', reason: 'unit-same', bits: unitBits.same };
  return { ...base, verdict: 'differs', reason: 'unit-differs', bits: unitBits.differs };
}

function compareKin(question: Question, other: Person): FieldVerdict {
  const base = { field: 'kin', left: question.person.kin, right: other.kin };
  const theirs = readKin(other.kin);
  let best = 0;
  let compared = false;
  for (const mine of question.kin)
    for (const their of theirs) {
      if (mine.relation && their.relation && mine.relation !== their.relation) continue;
      const alike = kinLikeness(mine.names, their.names);
      if (alike === null) continue;
      compared = true;
      best = Math.max(best, alike);
    }
  if (!compared) return { ...base, ...silent };
  if (best >= 0.93) return { ...base, verdict: 'same', reason: 'kin-same', bits: kinBits.same };
  if (best >= 0.79) return { ...base, verdict: 'similar', reason: 'kin-similar', bits: kinBits.similar };
  return { ...base, verdict: 'differs', reason: 'kin-differs', bits: kinBits.differs };
}

/** How alike the best pair of given names is; surnames are not looked at: a wife's says nothing that the man's does not. */
export function kinLikeness(mine: readonly string[], theirs: readonly string[]): number | null {
  const sounds = (names: readonly string[]) => names.flatMap((name) => nameSounds(name, 'given').slice(0, 1));
  const [a, b] = [sounds(mine), sounds(theirs)];
  if (a.length === 0 || b.length === 0) return null;
  const given = (list: NameSound[]) => (list.length > 1 ? list.slice(0, 2) : list);
  let best = 0;
  for (const one of given(a)) for (const two of given(b)) best = Math.max(best, likeness(one.base, two.base));
  return best;
}
