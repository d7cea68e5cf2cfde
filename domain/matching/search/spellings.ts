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

/**
 * At most 30 whole names, each once, in the order in which they are worth trying: what was asked, other spellings known of him, the
 * forms of Russian clerks, Latin, then the names of records that are likely or possibly his. A part of which only an initial or a
 * torn end is known is left as it is.
 */
export function spellingsOf(person: Person, matches: readonly Found[]): string[] {
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
  const all = [
    fullName(asked),
    ...others,
    ...clerks.map(fullName),
    fullName(named((part) => latinForm(first[partNames[part] ?? 'surname']))),
    fullName(named((part) => germanForm(first[partNames[part] ?? 'surname']))),
    ...recorded.map(fullName),
  ];
  const known = new Map<string, string>();
  for (const spelling of all) {
    const key = spelling.trim().toLowerCase();
    if (key && !known.has(key)) known.set(key, spelling.trim());
  }
  return [...known.values()].slice(0, mostSpellings);
}

const named = (part: (at: number) => string): WrittenName => ({
  surname: part(0),
  givenName: part(1),
  patronymic: part(2),
});
