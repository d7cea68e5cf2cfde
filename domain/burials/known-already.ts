/** While a relative applies: entries of the public register that may be the man asked about. A hint, never a hurdle. */
import * as z from 'zod/mini';
import { query } from '../command';
import { line } from '../input';
import { nameParts, type WrittenName } from '../matching/name-parts';
import { nameSounds } from '../matching/name-sound';
import { nobody } from '../matching/person';
import { Remembered } from '../matching/remembered';
import { possibleBits } from '../matching/search/bands';
import { comparePersons } from '../matching/search/find';
import { likeness } from '../matching/sound/distance';
import type { FieldVerdict } from '../matching/verdict';
import { type PublicBurial, publishedBurials } from './public';

/** So many are shown at most: more would be a list of namesakes, and that the register is itself. */
const mostShown = 3;
/** From here on two names are held side by side in earnest; below it they are strangers. 0 to 1. */
const nearSound = 0.79;
/** So many at most are weighed one by one. */
const mostWeighed = 12;

const soundsOf = new Remembered(
  (name: string) => [
    ...new Set(
      (['surname', 'given', 'patronymic'] as const).flatMap((part) => nameSounds(name, part).map(({ base }) => base)),
    ),
  ],
  20_000,
);

/**
 * At most three published entries, the likeliest first; an entry whose consent was taken back is not among them from that moment.
 * Asked are surname, given name and father's name as typed, other spellings, and the birth as written; '' what is not known. With
 * fewer than two parts of the name nobody is offered. Surname and given name must agree, father's name and year of birth must not
 * speak against it, and together they must weigh what makes a match possible (domain/matching/search/bands.ts).
 */
export const mayBeKnown = query(
  'burials.read-public',
  z.strictObject({
    surname: line(200),
    givenName: line(200),
    patronymic: line(200),
    otherSpellings: line(1000),
    birth: line(200),
  }),
  async (asked): Promise<PublicBurial[]> => {
    const typed = nameParts(asked);
    if (partsOf(typed).length < 2) return [];
    const heard = partsOf(typed)
      .concat(
        asked.otherSpellings
          .split(/[\s,;/]+/)
          .filter(Boolean)
          .slice(0, 12),
      )
      .map(sounds);
    const near = (await publishedBurials()).filter((entry) => sharesTwoNames(heard, entry)).slice(0, mostWeighed);
    const weighed: { entry: PublicBurial; bits: number }[] = [];
    for (const entry of near) {
      const { surname, givenName, patronymic, birth } = entry;
      const { bits, verdicts } = await comparePersons(
        { ...nobody, ...asked },
        { ...nobody, surname, givenName, patronymic, birth },
      );
      if (bits >= possibleBits && mayBeHe(verdicts)) weighed.push({ entry, bits });
    }
    return weighed
      .sort((a, b) => b.bits - a.bits)
      .slice(0, mostShown)
      .map(({ entry }) => entry);
  },
);

const partsOf = ({ surname, givenName, patronymic }: WrittenName): string[] =>
  [surname, givenName, patronymic].filter(Boolean);

const sounds = (name: string): readonly string[] => soundsOf.of(name);

/** Two of the names sound alike, in whatever field they stand: quick, so that the rest is asked of few. */
function sharesTwoNames(heard: readonly (readonly string[])[], entry: WrittenName): boolean {
  const shared = partsOf(nameParts(entry)).filter((name) =>
    sounds(name).some((one) => heard.some((other) => other.some((base) => likeness(one, base) >= nearSound))),
  );
  return shared.length >= 2;
}

const mayBeHe = (verdicts: readonly FieldVerdict[]): boolean =>
  verdicts.every(({ field, verdict }) => verdict !== 'differs' && (field !== 'surname' || verdict !== 'missing'));
