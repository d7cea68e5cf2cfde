/** What goes for trips, ceremonies and invitations alike. Pure. */

import type { Names } from '@/db/schema/correspondence';
import type { CeremonyKind, CeremonyState, InvitationState, TripState } from '@/db/schema/journeys';

/** Where a trip goes on to from each state. `open`: families are invited and may answer. */
export const tripMoves = {
  planned: ['open', 'cancelled'],
  open: ['held', 'planned', 'cancelled'],
  held: [],
  cancelled: ['planned'],
} as const satisfies Readonly<Record<TripState, readonly TripState[]>>;

export const ceremonyMoves = {
  planned: ['held', 'cancelled'],
  held: [],
  cancelled: ['planned'],
} as const satisfies Readonly<Record<CeremonyState, readonly CeremonyState[]>>;

export const tripStates = ['planned', 'open', 'held', 'cancelled'] as const satisfies readonly TripState[];
export const ceremonyStates = ['planned', 'held', 'cancelled'] as const satisfies readonly CeremonyState[];

export const ceremonyKinds = [
  'last-rite',
  'handing-over',
  'memorial',
  'other',
] as const satisfies readonly CeremonyKind[];

/** These are held for a soldier who was found: inviting to one says so. */
export const kindsOfFound: readonly CeremonyKind[] = ['last-rite', 'handing-over'];

/** What is still before the family or before us; the others are over. */
export const openInvitations: readonly InvitationState[] = ['invited', 'accepted', 'asked'];

export const answers = ['accepted', 'declined', 'later'] as const;

/** The most persons one family can come with. */
export const mostPersons = 20;

/** Time zones of the places where ceremonies are held, by their IANA names. */
export const timeZones = [
  'Asia/Almaty',
  'Europe/Moscow',
  'Europe/Minsk',
  'Europe/Kiev',
  'Europe/Chisinau',
  'Europe/Riga',
  'Europe/Vilnius',
  'Europe/Tallinn',
  'Europe/Warsaw',
  'Europe/Berlin',
  'Europe/Budapest',
  'Europe/Prague',
  'Europe/Vienna',
  'Europe/Bucharest',
  'Europe/Helsinki',
  'Asia/Yekaterinburg',
  'Asia/Tashkent',
  'Asia/Bishkek',
] as const;

type Language = keyof Names;

/** The text in a language; where nobody wrote it, in the first one that somebody did. */
export const inLanguage = (names: Names, language: Language): string =>
  names[language] || names.kk || names.ru || names.en;

export type DocumentLine = {
  /** What is kept when the family has shown it: the line in the first language there is, without commas (forms join by them). */
  key: string;
  text: string;
};

/** The documents to bring, a line each. Lines of the languages belong together by their number. */
export function documentLines(documents: Names, language: Language): DocumentLine[] {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const first = lines(inLanguage(documents, 'kk'));
  const told = lines(documents[language]);
  const keys = first.map((line) => line.replaceAll(',', ''));
  return [...new Set(keys)].map((key) => {
    const at = keys.indexOf(key);
    return { key, text: (told.length === keys.length ? told[at] : first[at]) ?? key };
  });
}
