/** Commands as anybody might send them in any order: well-formed, mostly by those who may, aimed at one of a few cases. */
import { and, eq, isNull } from 'drizzle-orm';
import { applications, evidence, letters } from '@/db/schema';
import { withdrawApplication } from '../applications/commands';
import { logSearch } from '../archive/searches';
import { assignCase, correctCase, decideMove, joinCases, moveUnseen, partCase, takeCase } from '../cases/commands';
import {
  confirmConclusion,
  editConclusion,
  markSensitive,
  proposeConclusion,
  releaseConclusion,
  sendBackConclusion,
} from '../cases/conclusions';
import { attachEvidence, removeEvidence } from '../cases/evidence';
import { burialPrecisions, fates } from '../cases/fates';
import { activeApplications, guardChecks, missingSources } from '../cases/guards';
import { statusOf } from '../cases/moving';
import { choicesFrom, pipeline, type Status, statuses } from '../cases/pipeline';
import { revokeConclusion } from '../cases/revoking';
import { approveLetter } from '../correspondence/letter-approving';
import { writeLetter } from '../correspondence/letter-drafting';
import { letterKinds } from '../correspondence/letter-kinds';
import { registerLetter, settleLetter } from '../correspondence/letter-registering';
import { answerQuestion, askQuestion, closeQuestion, recordAnswer } from '../correspondence/questions';
import { recordReply } from '../correspondence/request-answers';
import { read } from '../database';
import type { Actor, StaffActor } from '../permissions';
import { arrange, type CaseInHand, caseRow, openQuestions, openRequests, requestAbout } from './arranging';

/** `chance`: whole numbers that choose what is sent, read in order. */
export type Aim = {
  caseId: string;
  otherCaseId: string;
  chance: readonly number[];
  places: readonly string[];
  people: Pick<CaseInHand, 'researcher' | 'manager'>;
};

/** Who usually sends a command; anybody else is as good for trying. */
type Usual = 'holder' | 'manager' | 'applicant';
type Send = (actor: Actor, aim: Aim) => Promise<unknown>;
type Entry = readonly [usual: Usual, send: Send];

const pick = <T>(list: readonly T[], n = 0): T | undefined => list[n % Math.max(1, list.length)];
/** Nobody's row: what an empty choice sends. */
const nobody = '00000000-0000-7000-8000-000000000000';

const page = async ({ caseId }: Aim) => ({ caseId, version: (await caseRow(caseId)).version });
const one = async (rows: Promise<{ id: string }[]>, n = 0) => pick(await rows, n)?.id ?? nobody;

const applicationOf = ({ caseId, chance }: Aim) =>
  one(read().select({ id: applications.id }).from(applications).where(eq(applications.caseId, caseId)), chance[0]);
const evidenceOf = ({ caseId, chance }: Aim) =>
  one(
    read()
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(eq(evidence.caseId, caseId), isNull(evidence.removedAt))),
    chance[1],
  );
/** A letter in this state as its page would name it, the version included where it matters. */
const letterOf = async ({ caseId }: Aim, state: 'draft' | 'approved' | 'registered') => {
  const [row] = await read()
    .select({ letterId: letters.id, version: letters.version })
    .from(letters)
    .where(and(eq(letters.caseId, caseId), eq(letters.state, state)));
  return { caseId, letterId: nobody, version: 1, ...row };
};

const proposal = async (aim: Aim) => {
  const [fate = 0, , place = 0, precision = 0] = aim.chance;
  const burial = pick(['', ...aim.places], place) ?? '';
  return {
    ...(await page(aim)),
    fate: pick(fates, fate),
    summary: 'Донесение.',
    evidenceIds: await evidenceOf(aim),
    ...(burial
      ? { burialPlaceId: burial, burialKind: 'primary', burialPrecision: pick(burialPrecisions, precision) }
      : {}),
  };
};

const search = async (actor: Actor, { caseId }: Aim, sourceKey: string) =>
  logSearch(actor, { caseId, sourceKey, asked: 'Сәрсенов', outcome: 'nothing' });

const reason = 'Себебі осы.';

/** Every other time one of the choices the page shows whose guards hold, else any status at all. */
async function target({ caseId, chance: [first = 0, second = 0] }: Aim): Promise<Status | undefined> {
  const row = await caseRow(caseId);
  const possible: Status[] = [];
  for (const choice of choicesFrom(statusOf(row))) {
    const refusals = await Promise.all(pipeline[choice].guards.map((guard) => guardChecks[guard](row)));
    if (refusals.every((refusal) => refusal === null)) possible.push(choice);
  }
  return second % 2 === 0 && possible.length > 0 ? pick(possible, first) : pick(statuses, first);
}

/** Does what one of the choices asks for, every other time all but the first of it. */
async function prepare(aim: Aim): Promise<void> {
  const hand = { caseId: aim.caseId, ...aim.people };
  const choice = pick(choicesFrom(statusOf(await caseRow(aim.caseId))), aim.chance[0]);
  if (!choice || (await activeApplications(aim.caseId)).length === 0) return;
  for (const guard of pipeline[choice].guards.slice((aim.chance[1] ?? 0) % 2)) await arrange[guard](hand);
}

export const randomCommands: Readonly<Record<string, Entry>> = {
  take: ['holder', async (actor, aim) => takeCase(actor, await page(aim))],
  assign: [
    'manager',
    async (actor, aim) =>
      assignCase(actor, { ...(await page(aim)), assigneeId: (actor as StaffActor).staffId ?? nobody }),
  ],
  move: ['holder', async (actor, aim) => decideMove(actor, { ...(await page(aim)), to: await target(aim), reason })],
  moveUnseen: [
    'holder',
    async (actor, aim) => moveUnseen(actor, { caseId: aim.caseId, to: await target(aim), reason }),
  ],
  ask: [
    'holder',
    async (actor, aim) => {
      const addresseeId = await applicationOf(aim);
      const moveCase = (aim.chance[1] ?? 0) % 2 === 0;
      return askQuestion(actor, { caseId: aim.caseId, addresseeId, text: 'Қай жылы?', moveCase });
    },
  ],
  answer: [
    'applicant',
    async (actor, aim) => {
      const questionId = await one(openQuestions(aim.caseId), aim.chance[0]);
      return answerQuestion(actor, { applicationId: await applicationOf(aim), questionId, answer: '1941.' });
    },
  ],
  recordAnswer: [
    'holder',
    async (actor, { caseId }) =>
      recordAnswer(actor, { caseId, questionId: await one(openQuestions(caseId)), answer: '1941.' }),
  ],
  closeQuestion: [
    'holder',
    async (actor, { caseId }) => closeQuestion(actor, { caseId, questionId: await one(openQuestions(caseId)) }),
  ],
  request: ['holder', (actor, { caseId }) => requestAbout(actor, [caseId])],
  reply: [
    'holder',
    async (actor, { caseId }) =>
      recordReply(actor, { caseId, requestId: await one(openRequests(caseId)), outcome: 'nothing', answer: 'Нет.' }),
  ],
  attach: ['holder', (actor, { caseId }) => attachEvidence(actor, { caseId, citation: 'ЦАМО, ф. 58', states: '' })],
  remove: [
    'holder',
    async (actor, aim) => removeEvidence(actor, { caseId: aim.caseId, evidenceId: await evidenceOf(aim), reason }),
  ],
  propose: ['holder', async (actor, aim) => proposeConclusion(actor, await proposal(aim))],
  edit: ['holder', async (actor, aim) => editConclusion(actor, await proposal(aim))],
  editAsManager: ['manager', async (actor, aim) => editConclusion(actor, await proposal(aim))],
  release: ['manager', async (actor, aim) => releaseConclusion(actor, await page(aim))],
  mark: [
    'manager',
    async (actor, aim) => markSensitive(actor, { ...(await page(aim)), sensitive: (aim.chance[0] ?? 0) % 3 === 0 }),
  ],
  confirm: ['manager', async (actor, aim) => confirmConclusion(actor, await page(aim))],
  sendBack: ['manager', async (actor, aim) => sendBackConclusion(actor, { ...(await page(aim)), reason })],
  letter: [
    'holder',
    async (actor, aim) =>
      writeLetter(actor, {
        caseId: aim.caseId,
        kind: pick(letterKinds, aim.chance[1]),
        addresseeId: await applicationOf(aim),
        partnerId: 'oblast-archive',
        language: 'kk',
        text: 'Хат.',
      }),
  ],
  approve: ['manager', async (actor, aim) => approveLetter(actor, await letterOf(aim, 'draft'))],
  register: [
    'holder',
    async (actor, aim) => {
      const { caseId, letterId } = await letterOf(aim, 'approved');
      return registerLetter(actor, { caseId, letterId });
    },
  ],
  settle: [
    'holder',
    async (actor, aim) => {
      const { caseId, letterId } = await letterOf(aim, 'registered');
      return settleLetter(actor, { caseId, letterId, state: 'sent', channel: 'post' });
    },
  ],
  search: [
    'holder',
    async (actor, aim) => search(actor, aim, pick(await missingSources(aim.caseId), aim.chance[0]) ?? 'obd-memorial'),
  ],
  // Several commands in a row, as a working day has them.
  prepare: ['holder', (_, aim) => prepare(aim)],
  join: ['holder', async (actor, aim) => joinCases(actor, { ...(await page(aim)), intoId: aim.otherCaseId, reason })],
  revoke: ['manager', async (actor, aim) => revokeConclusion(actor, { ...(await page(aim)), reason })],
  part: ['holder', async (actor, aim) => partCase(actor, { ...(await page(aim)), reason })],
  withdraw: [
    'applicant',
    async (actor, aim) => withdrawApplication(actor, { applicationId: await applicationOf(aim), reason }),
  ],
  correct: [
    'holder',
    async (actor, aim) =>
      correctCase(actor, { ...(await page(aim)), surname: pick(['Ахметов', 'Сәрсенов'], aim.chance[0]) }),
  ],
};
