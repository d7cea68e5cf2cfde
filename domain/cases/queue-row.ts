/** The row of a case in the queue, worked out from what is known of it. Pure. */
import type { caseQueue, cases } from '@/db/schema';
import { type DayCalendar, dayOf } from '../working-days';
import { isStatus, type Status, statuses } from './pipeline';
import { type Due, nextDue, type Terms } from './terms';

export type QueueRow = typeof caseQueue.$inferSelect;
type CaseRow = typeof cases.$inferSelect;

/** An application that counts: not withdrawn, of the case or of one joined to it. */
export type Relative = { kinship: string; birthYear: number | null };

/** What a row of the queue rests on; moments in milliseconds since 1970. */
export type QueueFacts = {
  row: CaseRow;
  relatives: readonly Relative[];
  /** The last letter that answered the family and reached it. */
  lastWordAt: number | null;
  /** When the conclusion in force was confirmed. */
  resultAt: number | null;
};

/** The row but for its term: all that the term rests on is in it. */
export type UndatedRow = Omit<QueueRow, 'dueKind' | 'dueDay'>;

export const rankOf = (status: Status): number => statuses.indexOf(status);

/** @throws Error when no status has this rank */
export function statusAt(rank: number): Status {
  const status = statuses[rank];
  if (!status) throw new Error(`No status of rank ${rank}`);
  return status;
}

/** Unknown year of birth, and the rank of a case without applications: both stand last. */
const unknownYear = 9999;
const nobody = 3;

const kinshipRank = (kinship: string): number =>
  kinship === 'spouse' || kinship === 'son' || kinship === 'daughter' ? 0 : kinship === 'sibling' ? 1 : 2;

export function undatedRow({ row, relatives, lastWordAt, resultAt }: QueueFacts): UndatedRow {
  if (!isStatus(row.status)) throw new Error(`Unknown status ${row.status}`);
  const rank = Math.min(nobody, ...relatives.map((one) => kinshipRank(one.kinship)));
  const oldest = Math.min(unknownYear, ...relatives.map((one) => one.birthYear ?? unknownYear));
  return {
    number: row.number,
    caseId: row.id,
    statusRank: rankOf(row.status),
    statusSince: row.statusSince,
    assigneeId: row.assigneeId ?? '',
    urgency: rank * 10_000 + oldest,
    nameKey: nameKey(row),
    receivedAt: row.receivedAt,
    applications: relatives.length,
    lastWordAt,
    resultAt,
    extendedTo: row.extendedTo,
    takeoverStands: row.takeoverStands,
  };
}

/** The next term of a row, by the terms and days off as they stand. */
export function dueOf(row: UndatedRow, calendar: DayCalendar, terms: Terms): Due | null {
  return nextDue(
    {
      status: statusAt(row.statusRank),
      receivedDay: dayOf(row.receivedAt),
      lastWordDay: row.lastWordAt ? dayOf(row.lastWordAt) : null,
      extendedTo: row.extendedTo,
      resultDay: row.resultAt ? dayOf(row.resultAt) : null,
      hasApplication: row.applications > 0,
      takeoverStands: row.takeoverStands,
    },
    calendar,
    terms,
  );
}

const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
/** Past every script in use, so that Kazakh and Russian stand together after Latin. */
const lettersFrom = 0x3000;

/** Surname and given name spelled so that plain comparison gives the order of the Kazakh alphabet, which holds the Russian one. */
export function nameKey({ surname, givenName }: { surname: string; givenName: string }): string {
  return [...`${surname}\u0001${givenName}`.normalize('NFC').toLowerCase()]
    .map((letter) => {
      const place = alphabet.indexOf(letter);
      return place < 0 ? letter : String.fromCharCode(lettersFrom + place);
    })
    .join('');
}
