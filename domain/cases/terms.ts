/** Clocks of a case: what is due next, and when. Pure; overdue is computed, never stored. */
import { addDays, addWorkingDays, type DayCalendar } from '../working-days';
import { pipeline, type Status } from './pipeline';

/** The museum's terms; every one can be changed in the settings (`terms`). */
export const defaultTerms = {
  /** Working days from receipt to the first answer. */
  firstAnswer: 15,
  /** Working days from receipt to forwarding. */
  forwarding: 3,
  /** Working days from a confirmed conclusion to the family's notice. */
  notice: 3,
  /** Calendar days after the last word to the family. */
  nextWord: 90,
  /** The same for a case on watch. */
  nextWordOnWatch: 365,
};
export type Terms = typeof defaultTerms;

export type Due = { kind: 'first-answer' | 'notice' | 'next-word'; day: string };

/** What is known of a case when its next term is read; all days are museum days `YYYY-MM-DD`. */
export type TermFacts = {
  status: Status;
  receivedDay: string;
  /** The last letter of any kind that reached the family. */
  lastWordDay: string | null;
  extendedTo: string | null;
  /** The day the conclusion in force was confirmed. */
  resultDay: string | null;
  hasApplication: boolean;
  /** Taken over from the old register and not reopened since. */
  takeoverStands: boolean;
};

/** The next term of a case; null where no clock runs (closed, joined, withdrawn, forwarded; no application; taken over and not reopened). */
export function nextDue(facts: TermFacts, calendar: DayCalendar, terms: Terms = defaultTerms): Due | null {
  if (!pipeline[facts.status].open || !facts.hasApplication || facts.takeoverStands) return null;
  if (facts.status === 'fate-established' || facts.status === 'burial-established')
    return facts.resultDay ? { kind: 'notice', day: addWorkingDays(facts.resultDay, terms.notice, calendar) } : null;
  if (facts.lastWordDay === null)
    return {
      kind: 'first-answer',
      day: facts.extendedTo ?? addWorkingDays(facts.receivedDay, terms.firstAnswer, calendar),
    };
  if (facts.status === 'family-informed') return null;
  return {
    kind: 'next-word',
    day: addDays(facts.lastWordDay, facts.status === 'on-watch' ? terms.nextWordOnWatch : terms.nextWord),
  };
}

export const isOverdue = (due: Due | null, today: string): boolean => due !== null && due.day < today;
