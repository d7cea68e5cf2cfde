/** The pipeline: one table of statuses, their guards and moves. Everything else about a status is read off it. Pure. */

export const statuses = [
  'received',
  'checking',
  'needs-information',
  'searching',
  'awaiting-reply',
  'under-review',
  'fate-established',
  'burial-established',
  'family-informed',
  'on-watch',
  'forwarded',
  'closed',
  'withdrawn',
  'joined',
] as const;
export type Status = (typeof statuses)[number];

/** What the relative reads; `phaseOf` decides, since some depend on the application. */
export const phases = [
  'received',
  'needs-you',
  'searching',
  'waiting',
  'result-fate',
  'result-burial',
  'not-found-yet',
  'forwarded',
  'closed',
  'withdrawn',
] as const;
export type Phase = (typeof phases)[number];

/** Conditions of entry, checked on the server on every path; each has one check in `guards.ts`. */
export const guards = [
  'open-question',
  'assignee',
  'open-request',
  'conclusion-proposed',
  'fate-confirmed',
  'burial-confirmed',
  'families-told',
  'checklist-complete',
  'search-letter-sent',
  'partner-and-letter',
  'applications-withdrawn',
  'other-case-free',
] as const;
export type Guard = (typeof guards)[number];

/** Guards that rest on a confirmed conclusion. */
export const resultGuards: readonly Guard[] = ['fate-confirmed', 'burial-confirmed', 'families-told'];

/**
 * How a move is made. `move`: a person's decision on the case page. The others follow from their own command and have no
 * button: asking, answering, confirming, sending back, revoking a confirmed conclusion, withdrawing, joining.
 */
export type Way = 'move' | 'answer' | 'confirm' | 'send-back' | 'revoke' | 'withdraw' | 'join';

type Move = { readonly way: Way /** A move back: it says why. */; readonly back?: true };
type Row = {
  readonly phase: Phase;
  readonly guards: readonly Guard[];
  readonly moves: Readonly<Partial<Record<Status, Move>>>;
  /** Whether work on the case goes on: questions can be asked, a next word to the family is due. */
  readonly open: boolean;
};

const forward = { way: 'move' } as const;
const back = { way: 'move', back: true } as const;

export const pipeline = {
  received: { phase: 'received', open: true, guards: [], moves: { checking: forward } },
  checking: {
    phase: 'received',
    open: true,
    guards: [],
    moves: { 'needs-information': forward, searching: forward, forwarded: forward },
  },
  'needs-information': {
    phase: 'needs-you',
    open: true,
    guards: ['open-question'],
    moves: { checking: back, searching: back, 'awaiting-reply': { way: 'answer' } },
  },
  searching: {
    phase: 'searching',
    open: true,
    guards: ['assignee'],
    moves: {
      'needs-information': forward,
      'awaiting-reply': forward,
      'under-review': forward,
      'on-watch': forward,
      forwarded: forward,
    },
  },
  'awaiting-reply': {
    phase: 'waiting',
    open: true,
    guards: ['open-request'],
    moves: {
      searching: back,
      'needs-information': forward,
      'under-review': forward,
      'on-watch': forward,
      forwarded: forward,
    },
  },
  'under-review': {
    phase: 'searching',
    open: true,
    guards: ['conclusion-proposed'],
    moves: {
      searching: { way: 'send-back', back: true },
      'fate-established': { way: 'confirm' },
      'burial-established': { way: 'confirm' },
    },
  },
  'fate-established': {
    phase: 'result-fate',
    open: true,
    guards: ['fate-confirmed'],
    moves: { searching: back, 'under-review': back, 'family-informed': forward },
  },
  'burial-established': {
    phase: 'result-burial',
    open: true,
    guards: ['burial-confirmed'],
    moves: { searching: { way: 'revoke', back: true }, 'under-review': back, 'family-informed': forward },
  },
  'family-informed': {
    phase: 'result-fate',
    open: true,
    guards: ['families-told'],
    moves: { searching: back, 'under-review': back, closed: forward },
  },
  'on-watch': {
    phase: 'not-found-yet',
    open: true,
    guards: ['checklist-complete', 'search-letter-sent'],
    moves: { searching: back, 'under-review': forward },
  },
  forwarded: { phase: 'forwarded', open: false, guards: ['partner-and-letter'], moves: { searching: back } },
  closed: { phase: 'closed', open: false, guards: ['families-told'], moves: { searching: back } },
  withdrawn: { phase: 'withdrawn', open: false, guards: ['applications-withdrawn'], moves: { searching: back } },
  joined: { phase: 'searching', open: false, guards: ['other-case-free'], moves: {} },
} as const satisfies Record<Status, Row>;

/** Every move of the table, those to `joined` and `withdrawn` from everywhere included. */
export function movesFrom(status: Status): Readonly<Partial<Record<Status, Move>>> {
  if (status === 'joined') return {};
  const moves: Partial<Record<Status, Move>> = { ...pipeline[status].moves };
  if (status !== 'withdrawn') moves.withdrawn = { way: 'withdraw' };
  moves.joined = { way: 'join' };
  return moves;
}

/** The targets a person can choose on the case page. */
export function choicesFrom(status: Status): Status[] {
  return statuses.filter((target) => movesFrom(status)[target]?.way === 'move');
}

export const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text);

/** What the relative of one application reads of a case. */
export function phaseOf(facts: {
  status: Status;
  /** This application has a question without an answer. */
  asked: boolean;
  withdrawn: boolean;
  /** The applicant may see a result now: nothing sensitive unreleased, and told first where they wished so. */
  resultVisible: boolean;
  /** A burial is confirmed. */
  burialKnown: boolean;
  /** A fate or burial is confirmed. */
  resultKnown: boolean;
}): Phase {
  if (facts.withdrawn) return 'withdrawn';
  const phase = pipeline[facts.status].phase;
  if (facts.status === 'needs-information') return facts.asked ? 'needs-you' : 'searching';
  if (phase === 'result-fate' || phase === 'result-burial' || phase === 'closed') {
    if (facts.resultKnown && !facts.resultVisible) return 'searching';
    if (phase === 'closed') return 'closed';
    return facts.burialKnown ? 'result-burial' : 'result-fate';
  }
  return phase;
}
