/** For every guard of the pipeline a case that lacks just what it asks for; used wherever a way past a guard is tried. */
import { joinCases, moveUnseen } from '../cases/commands';
import { activeApplications } from '../cases/guards';
import { type Guard, pipeline, type Status, statuses } from '../cases/pipeline';
import { anApplication } from './applications';
import { type CaseInHand, draftLetter, pageOf, searchEverything, write } from './arranging';
import { aCaseIn, type People } from './factories';

type Lacking = {
  from: Status;
  make?: (people: People) => Promise<CaseInHand>;
  /** What else the status asks for, or what makes the case lack this. */
  but?: (hand: CaseInHand) => Promise<unknown>;
};

const lacking: Partial<Record<`${Status} ${Guard}`, Lacking>> = {
  'needs-information open-question': { from: 'checking' },
  'searching assignee': { from: 'checking', make: untaken },
  'awaiting-reply open-request': { from: 'searching' },
  'under-review conclusion-proposed': { from: 'searching' },
  'fate-established fate-confirmed': { from: 'under-review' },
  'burial-established burial-confirmed': { from: 'under-review' },
  'family-informed families-told': { from: 'burial-established' },
  'closed families-told': { from: 'family-informed', but: anotherRelativeJoins },
  'on-watch checklist-complete': { from: 'searching', but: allButOneSource },
  'on-watch search-letter-sent': { from: 'searching', but: (hand) => searchEverything(hand) },
  'forwarded partner-and-letter': { from: 'searching', but: forwardingDraft },
  'withdrawn applications-withdrawn': { from: 'searching' },
  'joined other-case-free': { from: 'searching' },
};

/** Every status that has a guard, once for each. */
export const guardedStatuses = statuses.flatMap((to) => pipeline[to].guards.map((guard: Guard) => ({ to, guard })));

/** A case that could enter `to` but for this guard. @returns where it stands, too */
export async function aCaseLacking(to: Status, guard: Guard, people: People): Promise<CaseInHand & { from: Status }> {
  const entry = lacking[`${to} ${guard}`];
  if (!entry) throw new Error(`Say in domain/testing/lacking.ts how a case lacks ${guard} for ${to}`);
  const hand = await (entry.make?.(people) ?? aCaseIn(entry.from, { people }));
  await entry.but?.(hand);
  return { ...hand, from: entry.from };
}

async function untaken(people: People): Promise<CaseInHand> {
  const hand = { ...(await anApplication()), ...people };
  await moveUnseen(hand.manager, { caseId: hand.caseId, to: 'checking' });
  return hand;
}

async function anotherRelativeJoins({ caseId: intoId, ...people }: CaseInHand): Promise<void> {
  const { caseId } = await aCaseIn('searching', { people });
  await joinCases(people.researcher, { ...(await pageOf(caseId)), intoId, reason: 'Бір адам.' });
}

async function allButOneSource(hand: CaseInHand): Promise<void> {
  await searchEverything(hand, 'burial-passports');
  await write(hand, 'search-report');
}

async function forwardingDraft(hand: CaseInHand): Promise<void> {
  const [application] = await activeApplications(hand.caseId);
  await draftLetter(hand, 'forwarding', application?.id ?? '');
}
