/**
 * What was compared of two men, as a digest a field: tells later whether anything a decision rested on has changed, and what. Pure.
 */
import { createHash } from 'node:crypto';
import { fold } from '../names';
import type { Person } from './person';

/** Compared as soon as one of the two has them: a name that comes to stand there is news. */
const names = ['surname', 'givenName', 'patronymic', 'otherSpellings'] as const;
/** Compared only where both have them. */
const facts = ['birth', 'birthPlace', 'residence', 'draftPlace', 'unit', 'kin'] as const;

export type ComparedField = (typeof names)[number] | (typeof facts)[number];
const comparedFields: readonly ComparedField[] = [...names, ...facts];

/** `field=digest` for every field that was compared, parted by `;`. Capitals, blanks and points change nothing. */
export function comparedDigest(asked: Person, other: Person): string {
  const parts = comparedFields.flatMap((field) => {
    const [left, right] = [fold(asked[field]), fold(other[field])];
    const counts = (names as readonly string[]).includes(field) ? left || right : left && right;
    return counts ? [`${field}=${shortHash(`${left}\n${right}`)}`] : [];
  });
  return parts.join(';');
}

/** The fields in which two digests differ, in the order of the fields; none when nothing changed. */
export function changedFields(before: string, after: string): ComparedField[] {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  return comparedFields.filter((field) => old.get(field) !== fresh.get(field));
}

const partsOf = (digest: string) => new Map(digest.split(';').map((part) => part.split('=') as [string, string]));

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 10);
