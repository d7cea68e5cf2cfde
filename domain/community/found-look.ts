/** The cheap look at many cases for a few found men: which pairs are worth the score. One pass over the cases, a word looked at once. */
import { baseOf } from '../matching/sound/base';
import { skeletonKeys, skeletonOf } from '../matching/sound/skeleton';
import { soundsOf } from '../matching/sound/sound';
import { readDate } from '../partial-date';
import { nameFields, partOf, type Readings } from './found-person';
import { certainLetters, isUncertain, leastFit, type Pattern, patternLikeness, patternOf } from './uncertain-name';

/** Years of birth further apart than this are two men's, whatever the names say. */
const yearsApart = 8;
/** A pattern with fewer certain letters says nothing that a search could rest on. */
const leastCertain = 2;

/** What the look needs of a case: the words of each part of its man's name. */
export type CaseNames = { caseId: string; parts: string[]; earliest: number; latest: number };

export type Looking<Man> = {
  men: { man: Man; needed: number; earliest: number; latest: number }[];
  /** Every part of every name that says something, by the man's place in the list. */
  parts: {
    man: number;
    keys: ReadonlySet<string> | null;
    pattern: Pattern | null;
    part: 'surname' | 'given' | 'patronymic';
  }[];
  /** Parts that a word meets, kept since names repeat. */
  met: Map<string, number[]>;
};

/** Prepares a look for these men. */
export function lookingFor<Man extends Readings>(men: readonly Man[]): Looking<Man> {
  const looking: Looking<Man> = { men: [], parts: [], met: new Map() };
  for (const [at, man] of men.entries()) {
    let parts = 0;
    for (const field of nameFields) {
      const part = partOf[field];
      const written = man[field];
      if (!isUncertain(written)) {
        const keys = new Set(wordsOf(written).flatMap(keysOf));
        if (keys.size === 0) continue;
        looking.parts.push({ man: at, keys, pattern: null, part });
      } else {
        const pattern = certainLetters(written) >= leastCertain ? patternOf(written, part) : null;
        if (!pattern) continue;
        looking.parts.push({ man: at, keys: null, pattern, part });
      }
      parts += 1;
    }
    looking.men.push({ man, needed: Math.min(2, parts), ...yearsOf(man.birth) });
  }
  return looking;
}

/** The men who may be the man of this case: years that can meet, and two parts of the name alike, one where one is all that is known. */
export function menFor<Man>(looking: Looking<Man>, one: CaseNames): Man[] {
  const byMan = new Map<number, { mine: Set<number>; theirs: Set<number> }>();
  const known = one.parts.filter((part) => part !== '');
  for (const [at, part] of known.entries())
    for (const word of wordsOf(part))
      for (const met of metBy(looking, word)) {
        const man = looking.parts[met]?.man ?? -1;
        const pair = byMan.get(man) ?? { mine: new Set(), theirs: new Set() };
        byMan.set(man, pair);
        pair.mine.add(at);
        pair.theirs.add(met);
      }
  return [...byMan].flatMap(([at, { mine, theirs }]) => {
    const looked = looking.men[at];
    if (!looked || looked.needed === 0) return [];
    if (looked.earliest - one.latest > yearsApart || one.earliest - looked.latest > yearsApart) return [];
    return Math.min(mine.size, theirs.size) >= Math.min(looked.needed, known.length) ? [looked.man] : [];
  });
}

function metBy<Man>(looking: Looking<Man>, word: string): number[] {
  const known = looking.met.get(word);
  if (known) return known;
  const keys = keysOf(word);
  const met = looking.parts.flatMap((part, at) =>
    (part.keys ? keys.some((key) => part.keys?.has(key)) : fits(part.pattern, word, part.part)) ? [at] : [],
  );
  looking.met.set(word, met);
  return met;
}

const fits = (pattern: Pattern | null, word: string, part: 'surname' | 'given' | 'patronymic'): boolean =>
  pattern !== null && patternLikeness(pattern, word, part) >= leastFit;

const wordsOf = (written: string): string[] => written.split(/[\s,;./()-]+/).filter((word) => word.length > 1);

/** A word may stand in any part: its root is taken as each. */
function keysOf(word: string): string[] {
  const bases = soundsOf(word).flatMap((sound) => [
    baseOf(sound, 'surname'),
    baseOf(sound, 'patronymic'),
    baseOf(sound, 'given'),
  ]);
  return [...new Set(bases)].flatMap((base) => skeletonKeys(skeletonOf(base)));
}

function yearsOf(birth: string): { earliest: number; latest: number } {
  const { earliest, latest } = readDate(birth);
  return {
    earliest: earliest ? Number(earliest.slice(0, 4)) : Number.NEGATIVE_INFINITY,
    latest: latest ? Number(latest.slice(0, 4)) : Number.POSITIVE_INFINITY,
  };
}
