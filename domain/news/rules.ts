/** What every part of the news goes by: how long is waited, whom a line of contact reaches. Pure. */
import type { Phase } from '../cases/pipeline';
import type { LetterKind } from '../correspondence/letter-kinds';

/** How a member of staff told somebody. */
export const toldHows = ['telephone', 'messenger', 'post', 'in-person', 'cannot'] as const;
export type ToldHow = (typeof toldHows)[number];

const minute = 60_000;

/** How long is waited after each failed attempt, in milliseconds; after the last one a notice is given up. */
export const pauses: readonly number[] = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * minute);

/** A move that was a slip is taken back soon: news of a phase waits this long, in milliseconds. */
export const phaseRests = 10 * minute;

/**
 * How long a sending process is believed to be alive, in milliseconds: longer than any attempt may take. After that another one
 * takes the notice up.
 */
export const sendingLease = 4 * minute;

/** News that goes to those as well who withdrew: it answers what they did themselves, or guards what they hold. */
export const alwaysTold: readonly string[] = ['code-link', 'code-renewed', 'consent-revoked', 'erased'];

/** Letters that tell of a phase: whoever gets the letter is not told of the phase besides. */
export const lettersOfPhase: Partial<Record<Phase, readonly LetterKind[]>> = {
  'result-fate': ['result'],
  'result-burial': ['result', 'certificate'],
  'not-found-yet': ['search-report'],
  forwarded: ['forwarding'],
  closed: ['closing', 'result', 'certificate'],
};

/** How long a letter counts as the news of its phase, in milliseconds. */
export const letterTellsFor = 3 * 24 * 60 * minute;

/** Characters that end a line or a header somewhere; a name never needs them. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A name as it may stand in the head of a letter: one line, nothing invisible. */
export const oneLine = (text: string): string => text.replace(control, ' ').replace(/\s+/g, ' ').trim().slice(0, 200);

/** One address, and nothing that could be read as two, as a header or as a command (RFC 5321: 64 and 255 characters). */
const addressShape =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{3,255}$)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}\p{N}-]{2,}$/iu;

export const isAddress = (text: string): boolean => addressShape.test(text);

/** The first e-mail address in a line of contact; '' when there is none. */
export const addressIn = (contact: string): string =>
  contact
    .split(/[\s,;<>()]+/)
    .map((word) => word.replace(/^mailto:/i, ''))
    .find(isAddress) ?? '';

/** The first telephone number in a line of contact, as written; '' when there is none. */
export const telephoneIn = (contact: string): string =>
  /(?:\+|(?<![\d@.]))\d[\d\s().-]{4,}\d(?![\w@])/.exec(contact)?.[0]?.trim() ?? '';

/**
 * A telephone number as it is dialled from anywhere, `+` and digits (E.164); '' when the country cannot be told. Numbers of
 * Kazakhstan and Russia are written with 8 at home: 8 7xx becomes +7 7xx.
 */
export function dialled(telephone: string): string {
  const digits = telephone.replace(/\D/g, '');
  if (telephone.trim().startsWith('+')) return inRange(digits);
  if (/^00[1-9]/.test(digits)) return inRange(digits.slice(2));
  if (/^8\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  if (/^7\d{10}$/.test(digits)) return `+${digits}`;
  if (/^7\d{9}$/.test(digits)) return `+7${digits}`;
  return '';
}

const inRange = (digits: string) => (digits.length >= 8 && digits.length <= 15 ? `+${digits}` : '');
