/** The score of a record from its compact row alone: thousands in a millisecond. The best are scored again from what is written. */
import { birthYearAt, get24, get32, yearOfCode } from '../index/compact-row';
import type { PlaceBits, QuestionBits } from './bits';
import { yearClass } from './bits';
import type { Question } from './question';
import { classCount, classOf, orders, type Weights } from './weights';

/** Bits of an unfinished name that agrees, and for each letter more. */
export const beginningBits = { first: 2.2, more: 1.6, most: 8, differs: -3 };

/** [part asked][field of the record] of the row that is being scored. */
const said = [new Float64Array(3), new Float64Array(3), new Float64Array(3)] as const;

export function roughScore(
  rows: Uint8Array,
  at: number,
  question: Question,
  bits: QuestionBits,
  weights: Weights,
): number {
  for (let field = 0; field < 3; field++) {
    const id = get32(rows, at + field * 4);
    for (let part = 0; part < 3; part++)
      (said[part] as Float64Array)[field] = partBits(question, bits, part, field, id);
  }
  let best = -1000;
  for (let order = 0; order < orders.length; order++) {
    const [a, b, c] = orders[order] as readonly [number, number, number];
    const surname = said[0][a] as number;
    const patronymic = said[2][c] as number;
    let sum = (weights.orders[order] as number) + surname + (said[1][b] as number) + patronymic;
    if (question.oneRoot && surname > 0 && patronymic > 0)
      sum -= (1 - weights.dependent) * Math.min(surname, patronymic);
    if (sum > best) best = sum;
  }
  return best + yearPart(birthYearAt(rows, at), question, bits) + placePart(rows, at, question, bits);
}

function partBits(question: Question, bits: QuestionBits, part: number, field: number, id: number): number {
  const name = question.names[part];
  const own = bits.names[part]?.[field];
  if (!name || !own || id === 0) return 0;
  const likeness = name.similar?.found.get(id);
  if (likeness !== undefined) return own[classOf(likeness)] as number;
  const letters = name.partial.get(id);
  if (letters !== undefined) return partialBits(letters);
  return own[classCount] as number;
}

export const partialBits = (letters: number): number =>
  Math.min(beginningBits.most, beginningBits.first + beginningBits.more * (letters - 1));

function yearPart(code: number, question: Question, bits: QuestionBits): number {
  if (!bits.years || code === 0) return 0;
  return bits.years[yearClass(Math.abs(yearOfCode(code) - question.year))] as number;
}

function placePart(rows: Uint8Array, at: number, question: Question, bits: QuestionBits): number {
  const region = rows[at + 19] as number;
  const byRegion = bits.region && region !== 0 ? regionBits(region, question, bits.region) : 0;
  const district = get24(rows, at + 12);
  const byDistrict = bits.district && district !== 0 ? say(bits.district, bits.district.ids.has(district)) : 0;
  const settlement = get24(rows, at + 15);
  const bySettlement =
    bits.settlement && settlement !== 0 ? say(bits.settlement, bits.settlement.ids.has(settlement)) : 0;
  return together(byRegion, byDistrict, bySettlement);
}

const say = (bits: PlaceBits, same: boolean): number => (same ? bits.same : bits.differs);

export function regionBits(region: number, question: Question, bits: PlaceBits): number {
  if (region === question.place.region) return bits.same;
  return question.related.has(region) ? bits.same / 3 : bits.differs;
}

/** A district lies in its region: where both agree the region adds little. */
export function together(region: number, district: number, settlement: number): number {
  const sum = region + district + settlement;
  return (district > 0 || settlement > 0) && region > 0 ? sum - region * 0.8 : sum;
}
