/** The acts of the demonstration's staff: each plans nothing, it does one thing when its moment comes. */

import { preparedText } from '@/documents/letters/text';
import { makeLookup } from '@/domain/archive/find';
import { logSearch } from '@/domain/archive/searches';
import { addNote, assignCase, decideMove, extendTerm, takeCase } from '@/domain/cases/commands';
import { attachEvidence } from '@/domain/cases/evidence';
import type { Status } from '@/domain/cases/pipeline';
import { now } from '@/domain/clock';
import { approveLetter } from '@/domain/correspondence/letter-approving';
import { writeLetter } from '@/domain/correspondence/letter-drafting';
import { letterFacts } from '@/domain/correspondence/letter-facts';
import type { LetterKind } from '@/domain/correspondence/letter-kinds';
import { registerLetter, settleLetter } from '@/domain/correspondence/letter-registering';
import { answerQuestion, askQuestion, closeQuestion, recordAnswer } from '@/domain/correspondence/questions';
import { recordReply } from '@/domain/correspondence/request-answers';
import { draftRequest, sendRequest } from '@/domain/correspondence/requests';
import type { StaffActor } from '@/domain/permissions';
import { addDays, dayOf } from '@/domain/working-days';
import { hindrances, questionFor, reasons, replies, requestText } from './remarks';
import type { Story } from './story';
import { importedRecord, type PlannedRecord, sourceName } from './world';

/** Partners written to, the source their answer counts for, and the language of the letter. */
export const bodies = [
  { partnerId: 'central-archive-mod-ru', sourceKey: 'written-requests', inKazakh: false },
  { partnerId: 'military-medical-archive-ru', sourceKey: 'written-requests', inKazakh: false },
  { partnerId: 'oblast-archive', sourceKey: 'oblast-archives', inKazakh: true },
  { partnerId: 'defence-department', sourceKey: 'oblast-archives', inKazakh: true },
  { partnerId: 'rgva', sourceKey: 'prisoner-of-war', inKazakh: false },
  { partnerId: 'commissariat-ru', sourceKey: 'burial-passports', inKazakh: false },
  { partnerId: 'memorial-zone', sourceKey: 'squads-and-communities', inKazakh: true },
] as const;
export type Body = { partnerId: string; sourceKey: string; inKazakh: boolean };

/** Sources in the index from the beginning. */
export const imported = ['pamyat-naroda', 'obd-memorial', 'books-of-memory'] as const;

export const take = (story: Story) => async () => {
  const { by } = story.world;
  if (by.chance(0.7)) return takeCase(story.handler, await story.page());
  await assignCase(story.manager, { ...(await story.page()), assigneeId: story.handler.staffId, note: '' });
};

/** The handler goes on leave or changes the desk: another goes on, with a note. */
export const handOver = (story: Story, to: StaffActor) => async () => {
  const note = story.world.by.pick(reasons.handedOver);
  await assignCase(story.manager, { ...(await story.page()), assigneeId: to.staffId, note });
  story.handler = to;
};

export const moveTo =
  (story: Story, to: Status, reason = '') =>
  async () => {
    await decideMove(story.handler, { ...(await story.page()), to, reason });
  };

export const note = (story: Story) => async () => {
  await addNote(story.handler, { caseId: story.caseId, text: story.world.by.pick(reasons.notes) });
};

export const extend = (story: Story) => async () => {
  const to = addDays(dayOf(now()), story.world.by.int(20, 55));
  await extendTerm(story.manager, { ...(await story.page()), to, reason: story.world.by.pick(reasons.extended) });
};

/** A letter to everyone who wrote, each in their own language, all its way; `upTo`: as far as it has come by now. */
export const letter =
  (story: Story, kind: LetterKind, partnerId = '', upTo: 'draft' | 'approved' | 'registered' | 'settled' = 'settled') =>
  async () => {
    for (const kin of story.kin) {
      const { relative } = kin;
      const about = {
        caseId: story.caseId,
        kind,
        addresseeId: kin.applicationId,
        partnerId,
        language: relative.language,
      };
      const text = preparedText(await letterFacts(story.handler, about));
      const { letterId } = await writeLetter(story.handler, { ...about, text });
      if (upTo === 'draft') continue;
      await approveLetter(story.manager, { caseId: story.caseId, letterId, version: 1 });
      if (upTo === 'approved') continue;
      await registerLetter(story.handler, { caseId: story.caseId, letterId });
      if (upTo === 'registered') continue;
      const byHand = kind === 'certificate' && story.world.by.chance(0.4);
      await settleLetter(story.handler, {
        caseId: story.caseId,
        letterId,
        state: byHand ? 'handed-over' : 'sent',
        channel: byHand ? 'in-person' : relative.email ? 'email' : 'post',
      });
    }
  };

/** One look into all imported sources at once. */
export const lookup = (story: Story) => async () => {
  const { surname, given } = story.soldier;
  story.made.searched.push(...imported);
  await makeLookup(story.handler, { surname: surname.ru, givenName: given.ru, forCase: story.caseId });
};

type Outcome = 'found' | 'nothing' | 'impossible' | 'not-applicable';

export const search = (story: Story, sourceKey: string, outcome: Outcome) => async () => {
  const { surname, given, birth, origin } = story.soldier;
  story.made.searched.push(sourceKey);
  await logSearch(story.handler, {
    caseId: story.caseId,
    sourceKey,
    asked: `${surname.ru} ${given.ru}, ${birth.year}, ${origin.district.ru} р-н`,
    outcome,
    reason: outcome === 'impossible' || outcome === 'not-applicable' ? story.world.by.pick(hindrances[outcome]) : '',
  });
};

export const ask = (story: Story, withMove: boolean) => async () => {
  const { by } = story.world;
  const kin = by.pick(story.kin);
  const [text] = questionFor(by, kin.relative.language);
  story.made.questionOf = kin;
  const { questionId } = await askQuestion(story.handler, {
    caseId: story.caseId,
    addresseeId: kin.applicationId,
    text,
    moveCase: withMove,
  });
  story.made.questionId = questionId;
};

const questionOf = (story: Story) => {
  const { questionId, questionOf: kin } = story.made;
  if (!questionId || !kin) throw new Error('Nothing was asked');
  return { questionId, kin };
};

/** The relative answers on the tracking page, or somebody at the museum writes down what was said. */
export const answer = (story: Story, onPage: boolean) => async () => {
  const { questionId, kin } = questionOf(story);
  const [, text] = questionFor(story.world.by, kin.relative.language);
  const { applicationId } = kin;
  if (onPage) await answerQuestion({ role: 'applicant', applicationId }, { applicationId, questionId, answer: text });
  else await recordAnswer(story.handler, { caseId: story.caseId, questionId, answer: text });
};

/** Nobody answers: the question is closed and the search goes on. */
export const goOnUnanswered = (story: Story) => async () => {
  const { questionId } = questionOf(story);
  await closeQuestion(story.handler, { caseId: story.caseId, questionId });
  await moveTo(story, 'searching', story.world.by.pick(reasons.noAnswer))();
};

/** @param days until the answer is expected */
export const request = (story: Story, body: Body, days: number) => async () => {
  const { requests, by } = story.world;
  requests.written += 1;
  const { requestId } = await draftRequest(story.handler, {
    caseIds: story.caseId,
    partnerId: body.partnerId,
    sourceKey: body.sourceKey,
    language: body.inKazakh ? 'kk' : 'ru',
    number: `${dayOf(now()).slice(2, 4)}/${String(requests.written).padStart(3, '0')}`,
    channel: by.chance(0.7) ? 'post' : 'email',
    text: requestText(story.soldier, body.inKazakh),
  });
  await sendRequest(story.handler, { requestId, version: 1, expectedOn: addDays(dayOf(now()), days) });
  story.made.requestId = requestId;
};

export const reply = (story: Story, outcome: 'found' | 'nothing') => async () => {
  const { requestId } = story.made;
  if (!requestId) throw new Error('Nothing was requested');
  const text = story.world.by.pick(replies[outcome]);
  await recordReply(story.handler, { caseId: story.caseId, requestId, outcome, answer: text });
};

/** A record of the index, attached as belonging to the case. */
export const evidence = (story: Story, planned: PlannedRecord) => async () => {
  const { id, citation } = await importedRecord(planned);
  const { fate = '', loss_date = '', primary_burial = '' } = planned.row;
  const { evidenceId } = await attachEvidence(story.handler, {
    caseId: story.caseId,
    recordId: id,
    citation: `${sourceName(planned.source, 'ru')}: ${citation}`,
    states: [fate, loss_date, primary_burial && `похоронен: ${primary_burial}`].filter(Boolean).join(', '),
  });
  story.made.evidenceIds.push(evidenceId);
};
