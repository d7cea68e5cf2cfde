/** What must be so before a case can enter a status, brought about by the real commands: one entry a guard. */
import { and, eq, isNull } from 'drizzle-orm';
import { cases, conclusions, letters, questions, requestCases } from '@/db/schema';
import { logSearch } from '../archive/searches';
import { enterBurialPlace, setCountryToday } from '../burials/commands';
import { takeCase } from '../cases/commands';
import { editConclusion, proposeConclusion } from '../cases/conclusions';
import { attachEvidence } from '../cases/evidence';
import type { Fate } from '../cases/fates';
import { activeApplications, missingSources } from '../cases/guards';
import type { CaseRow } from '../cases/moving';
import type { Guard } from '../cases/pipeline';
import { approveLetter } from '../correspondence/letter-approving';
import { writeLetter } from '../correspondence/letter-drafting';
import type { LetterKind } from '../correspondence/letter-kinds';
import { registerLetter, settleLetter } from '../correspondence/letter-registering';
import { askQuestion } from '../correspondence/questions';
import { draftRequest, sendRequest } from '../correspondence/requests';
import { read } from '../database';
import type { Actor, StaffActor } from '../permissions';

/** A case and who works on it: the researcher holds it, the manager decides. */
export type CaseInHand = { caseId: string; researcher: StaffActor; manager: StaffActor };

export async function caseRow(caseId: string): Promise<CaseRow> {
  const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error(`No case ${caseId}`);
  return row;
}

/** The id and version a page of this case would carry now. */
export async function pageOf(caseId: string): Promise<{ caseId: string; version: number }> {
  return { caseId, version: (await caseRow(caseId)).version };
}

export const arrange: Readonly<Record<Guard, (hand: CaseInHand) => Promise<unknown>>> = {
  'open-question': (hand) => ask(hand),
  assignee: (hand) => takeFree(hand),
  'open-request': (hand) => request(hand),
  'conclusion-proposed': (hand) => propose(hand),
  'fate-confirmed': (hand) => edit(hand, { burialPlaceId: '', burialKind: '', burialPrecision: '' }),
  'burial-confirmed': async (hand) => edit(hand, await aBurial(hand)),
  'families-told': (hand) => write(hand, 'result'),
  'checklist-complete': (hand) => searchEverything(hand),
  'search-letter-sent': (hand) => write(hand, 'search-report'),
  'partner-and-letter': (hand) => write(hand, 'forwarding'),
  // Withdrawing the last application and naming the other case are the moves themselves.
  'applications-withdrawn': async () => undefined,
  'other-case-free': async () => undefined,
};

export async function ask(hand: CaseInHand, moveCase = false): Promise<string> {
  const [application] = await activeApplications(hand.caseId);
  if (!application) throw new Error('Nobody to ask');
  const question = { caseId: hand.caseId, addresseeId: application.id, text: 'Қай жылы әскерге алынды?', moveCase };
  return (await askQuestion(hand.researcher, question)).questionId;
}

export const openQuestions = (caseId: string) =>
  read()
    .select()
    .from(questions)
    .where(and(eq(questions.caseId, caseId), isNull(questions.answeredAt), isNull(questions.closedAt)));

export const openRequests = (caseId: string) =>
  read()
    .select({ id: requestCases.requestId })
    .from(requestCases)
    .where(and(eq(requestCases.caseId, caseId), isNull(requestCases.answeredAt)));

async function takeFree(hand: CaseInHand): Promise<void> {
  if (!(await caseRow(hand.caseId)).assigneeId) await takeCase(hand.researcher, await pageOf(hand.caseId));
}

export const request = (hand: CaseInHand): Promise<string> => requestAbout(hand.researcher, [hand.caseId]);

/** A request about these cases, drafted and sent. @param over of the draft, and the day `sentOn` it went out */
export async function requestAbout(
  actor: Actor,
  caseIds: string[],
  { sentOn = '', ...over }: { sentOn?: string; partnerId?: string; sourceKey?: string; text?: string } = {},
): Promise<string> {
  const { requestId } = await draftRequest(actor, {
    caseIds,
    partnerId: 'oblast-archive',
    sourceKey: 'oblast-archives',
    language: 'ru',
    channel: 'post',
    text: 'Просим сообщить сведения о призыве.',
    ...over,
  });
  await sendRequest(actor, { requestId, version: 1, sentOn });
  return requestId;
}

type Proposed = { fate: Fate; burialPlaceId: string; burialKind: string; burialPrecision: string };
const fateAlone: Proposed = { fate: 'killed', burialPlaceId: '', burialKind: '', burialPrecision: '' };

export async function attach(hand: CaseInHand, recordId = ''): Promise<string> {
  const citation = 'ЦАМО, ф. 58, оп. 818883, д. 1304';
  return (await attachEvidence(hand.researcher, { caseId: hand.caseId, recordId, citation })).evidenceId;
}

/** Proposes on a piece of evidence attached for it; leaves a proposal that stands as it is. */
export async function propose(hand: CaseInHand, over: Partial<Proposed> = {}): Promise<void> {
  if (await standing(hand.caseId)) return;
  const shape = { ...fateAlone, ...over, summary: 'Погиб в бою, как сказано в донесении.' };
  const evidenceIds = [await attach(hand)];
  await proposeConclusion(hand.researcher, { ...(await pageOf(hand.caseId)), ...shape, evidenceIds });
}

/** Changes the standing proposal, whose evidence becomes a new piece. */
export async function edit(hand: CaseInHand, over: Partial<Proposed>): Promise<void> {
  const fate = ((await standing(hand.caseId))?.fate ?? 'killed') as Fate;
  const shape = { ...fateAlone, fate, ...over, summary: 'Погиб в бою, уточнено по донесению.' };
  const evidenceIds = [await attach(hand)];
  await editConclusion(hand.researcher, { ...(await pageOf(hand.caseId)), ...shape, evidenceIds });
}

export async function standing(caseId: string): Promise<typeof conclusions.$inferSelect | undefined> {
  const [row] = await read()
    .select()
    .from(conclusions)
    .where(and(eq(conclusions.caseId, caseId), eq(conclusions.state, 'proposed')));
  return row;
}

/** A primary burial at a place whose country a manager has named. */
export async function aBurial(hand: CaseInHand): Promise<Partial<Proposed>> {
  const burialPlaceId = await aBurialPlace(hand);
  return { burialPlaceId, burialKind: 'primary', burialPrecision: 'settlement' };
}

export type PlaceOver = { reportedCountry?: string; countryToday?: string | null; reportedName?: string };

/** @param over `countryToday` null leaves the manager's entry out */
export async function aBurialPlace(
  { researcher, manager }: Pick<CaseInHand, 'researcher' | 'manager'>,
  { countryToday = 'RU', ...over }: PlaceOver = {},
): Promise<string> {
  const { burialPlaceId } = await enterBurialPlace(researcher, {
    reportedName: 'д. Малая Осинка',
    reportedRegion: 'Орловская обл.',
    reportedCountry: 'SU',
    presentNameRu: 'Малая Осинка',
    ...over,
  });
  if (countryToday) await setCountryToday(manager, { burialPlaceId, version: 1, countryToday, regionOnly: false });
  return burialPlaceId;
}

/** Writes and sends a letter of this kind to every application not withdrawn; to the body that takes over when forwarding. */
export async function write(hand: CaseInHand, kind: LetterKind): Promise<void> {
  const applications = await activeApplications(hand.caseId);
  const addressees = applications.length > 0 ? applications.map((application) => application.id) : [''];
  for (const addresseeId of addressees) await sendLetter(hand, kind, addresseeId);
}

/**
 * One letter all its way: written, approved, registered under the next number, sent by post.
 * @param addresseeId an application of the case; '' where nobody has applied
 */
export async function sendLetter(
  hand: CaseInHand,
  kind: LetterKind,
  addresseeId: string,
  over: Partial<LetterShape> = {},
): Promise<string> {
  const letterId = await registeredLetter(hand, kind, addresseeId, over);
  await settleLetter(hand.researcher, { caseId: hand.caseId, letterId, state: 'sent', channel: 'post' });
  return letterId;
}

type LetterShape = { language: string; text: string; correctsId: string };

export async function draftLetter(
  hand: CaseInHand,
  kind: LetterKind,
  addresseeId: string,
  over: Partial<LetterShape> = {},
): Promise<string> {
  const partnerId = kind === 'forwarding' ? 'oblast-archive' : '';
  const text = 'Құрметті Айгүл Серікқызы, жауабымызды жолдаймыз.';
  const letter = { caseId: hand.caseId, kind, addresseeId, partnerId, language: 'kk', text, ...over };
  return (await writeLetter(hand.researcher, letter)).letterId;
}

/** A letter that has its number and only has to go out. */
export async function registeredLetter(
  hand: CaseInHand,
  kind: LetterKind,
  addresseeId: string,
  over: Partial<LetterShape> = {},
): Promise<string> {
  const letterId = await draftLetter(hand, kind, addresseeId, over);
  await approve(hand, letterId);
  await registerLetter(hand.researcher, { caseId: hand.caseId, letterId });
  return letterId;
}

/** The signatory approves a letter as it stands. */
export async function approve({ caseId, manager }: CaseInHand, letterId: string): Promise<void> {
  const [row] = await read().select({ version: letters.version }).from(letters).where(eq(letters.id, letterId));
  await approveLetter(manager, { caseId, letterId, version: row?.version ?? 0 });
}

/** Looks into every source of the checklist that has no outcome yet. @param except a source left out */
export async function searchEverything(hand: CaseInHand, except = ''): Promise<void> {
  for (const sourceKey of await missingSources(hand.caseId))
    if (sourceKey !== except)
      await logSearch(hand.researcher, { caseId: hand.caseId, sourceKey, asked: 'Сәрсенов', outcome: 'nothing' });
}
