/** A found man held against a case: his name may have letters nobody can read, which are filled in from the case and then count less. */
import type { foundMen } from '@/db/schema';
import { nameParts } from '../matching/name-parts';
import { nobody, type Person } from '../matching/person';
import { bandOf } from '../matching/search/bands';
import { comparePersons } from '../matching/search/find';
import type { Band, FieldVerdict } from '../matching/verdict';
import { fullName } from '../names';
import { isUncertain, leastFit, patternLikeness, patternOf, toldShare } from './uncertain-name';

export type FoundMan = typeof foundMen.$inferSelect;

export const nameFields = ['surname', 'givenName', 'patronymic'] as const;
type NameField = (typeof nameFields)[number];
export const partOf = { surname: 'surname', givenName: 'given', patronymic: 'patronymic' } as const;

/** What a found man says of himself, marks of uncertainty and all. */
const personOfFound = (man: Readings): Person => ({
  ...nobody,
  surname: man.surname,
  givenName: man.givenName,
  patronymic: man.patronymic,
  birth: man.birth,
  birthPlace: man.birthPlace,
  draftPlace: man.draftPlace,
  kin: man.kin,
});

export type Readings = Pick<FoundMan, NameField | 'birth' | 'birthPlace' | 'draftPlace' | 'kin'>;

export type FoundMatch = { bits: number; band: Band; verdicts: FieldVerdict[] };

/** A part of the name as it stands on the find, and the case's own word that fits it best. */
type Restored = { written: string; as: string; fits: boolean; share: number };

/** What is kept of a part's weight when its letters fit by sound only. */
const bySoundOnly = 0.7;

/**
 * How far the man of a case and a found man agree: the score of matching, in bits. A part with uncertain letters weighs what the same
 * part read in full would, times the share of its letters that are certain: a pattern never beats a full reading.
 */
export async function compareFound(asked: Person, man: Readings): Promise<FoundMatch> {
  const found = personOfFound(man);
  const restored = new Map<NameField, Restored>();
  for (const field of nameFields)
    if (isUncertain(found[field])) {
      const one = restoredFrom(asked, field, found[field]);
      restored.set(field, one);
      found[field] = one.as;
    }
  const { verdicts: read } = await comparePersons(asked, found);
  const verdicts = read.map((verdict) => weighed(verdict, restored.get(verdict.field as NameField)));
  const bits = verdicts.reduce((sum, one) => sum + one.bits, 0);
  const beyondName = verdicts.some(({ field, bits: own }) => !isName(field) && own > 0.5);
  return { bits, verdicts, band: bandOf({ bits, beyondName }, Number.POSITIVE_INFINITY) };
}

const isName = (field: string): boolean => field === 'prior' || nameFields.some((one) => one === field);

/** The word of the case that the pattern fits best, its own field's before others; without one, what can be read of it. */
function restoredFrom(asked: Person, field: NameField, written: string): Restored {
  const pattern = patternOf(written, partOf[field]);
  if (!pattern) return { written, as: '', fits: false, share: 0 };
  let best = { as: '', likeness: 0 };
  for (const name of namesOf(asked, field)) {
    const likeness = patternLikeness(pattern, name, partOf[field]);
    if (likeness > best.likeness) best = { as: name, likeness };
  }
  if (best.likeness < leastFit) return { written, as: readable(written), fits: false, share: toldShare(written, '') };
  const share = toldShare(written, best.as) * (best.likeness === 1 ? 1 : bySoundOnly);
  return { written, as: best.as, fits: true, share };
}

/** Every word by which a case calls its man, those of this field first. */
function namesOf(asked: Person, field: NameField): string[] {
  const parts = nameParts(asked);
  const others = asked.otherSpellings.split(/[\s,;/]+/);
  return [...new Set([parts[field], ...nameFields.map((one) => parts[one]), ...others])].filter(
    (name) => name.length > 1,
  );
}

/** The longest stretch of letters that can be read. */
const readable = (written: string): string =>
  written
    .replace(/\[[^\]]*\]?/g, ' ')
    .split(/[^\p{L}]+/u)
    .reduce((longest, one) => (one.length > longest.length ? one : longest), '');

function weighed(verdict: FieldVerdict, restored: Restored | undefined): FieldVerdict {
  if (!restored) return verdict;
  const shown = { ...verdict, right: restored.written };
  if (restored.as === '') return { ...shown, verdict: 'missing', reason: 'missing', bits: 0 };
  if (!restored.fits)
    return {
      ...shown,
      verdict: 'differs',
      reason: 'pattern-differs',
      bits: Math.min(0, verdict.bits) * restored.share,
    };
  return { ...shown, verdict: 'similar', reason: 'pattern-fits', bits: Math.max(0, verdict.bits) * restored.share };
}

/** As it stands on the find, '' when nothing of the name can be read. */
export const nameOfFound = (man: Pick<FoundMan, NameField>): string => fullName(man);
