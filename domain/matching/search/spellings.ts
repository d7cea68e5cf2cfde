/** Spellings of a man's name worth typing into other databases: as asked, as a Russian clerk wrote it, in Latin, as records have it. */
import type { Band } from '@/domain/matching/verdict';
import type { MappedRecord } from '../../archive/reading/formats';
import { fullName } from '../../names';
import { nameParts, type WrittenName } from '../name-parts';
import type { Person } from '../person';
import { clerkForms, germanForm, latinForm } from './name-forms';

type Found = { band: Band; found: { record: Pick<MappedRecord, 'surname' | 'givenName' | 'patronymic'> } };

const mostSpellings = 30;
const partNames = ['surname', 'givenName', 'patronymic'] as const;

/** One whole name as it can be typed, and its parts for forms that ask for them one by one. */
export type Spelling = { written: string; name: WrittenName };

/**
 * At most 30 whole names, each once, in the order in which they are worth trying: what was asked, other spellings known of him, the
 * forms of Russian clerks, Latin, then the names of records that are likely or possibly his. A part of which only an initial or a
 * torn end is known is left as it is.
 */
export const spellingsOf = (person: Person, matches: readonly Found[]): string[] =>
  spellingsInParts(person, matches).map(({ written }) => written);

/** The same names with their parts. */
export function spellingsInParts(person: Person, matches: readonly Found[]): Spelling[] {
  const asked = nameParts(person);
  const others = person.otherSpellings
    .split(/[,;\n/]+/)
    .map((one) => one.trim())
    .filter(Boolean);
  const forms = partNames.map((part) => clerkForms(asked[part], part));
  const most = Math.max(...forms.map((one) => one.length));
  const clerks: WrittenName[] = [];
  for (let at = 0; at < most; at++) clerks.push(named((part) => forms[part]?.[at] ?? forms[part]?.[0] ?? ''));
  const [first = asked] = clerks;
  const recorded = matches.filter(({ band }) => band !== 'unlikely').map(({ found }) => nameParts(found.record));
  const all: Spelling[] = [
    whole(asked),
    ...others.map((written) => ({ written, name: nameParts({ surname: written, givenName: '', patronymic: '' }) })),
    ...clerks.map(whole),
    whole(named((part) => latinForm(first[partNames[part] ?? 'surname']))),
    whole(named((part) => germanForm(first[partNames[part] ?? 'surname']))),
    ...recorded.map(whole),
  ];
  const known = new Map<string, Spelling>();
  for (const { written, name } of all) {
    const key = written.trim().toLowerCase();
    if (key && !known.has(key)) known.set(key, { written: written.trim(), name });
  }
  return [...known.values()].slice(0, mostSpellings);
}

const whole = (name: WrittenName): Spelling => ({ written: fullName(name), name });

const named = (part: (at: number) => string): WrittenName => ({
  surname: part(0),
  givenName: part(1),
  patronymic: part(2),
});
