/** Two relatives of one man, everything of the second one marked, so that a leak to the first one can be seen. */
import { eq } from 'drizzle-orm';
import { applications, attachments, consents } from '@/db/schema';
import { askForCode } from '../applications/codes';
import { addConsent } from '../applications/commands';
import { askErasure } from '../applications/erasure';
import { fields } from '../applications/fields';
import { joinCases, takeCase } from '../cases/commands';
import { now } from '../clock';
import { writeMessage } from '../correspondence/messages';
import { answerQuestion, askQuestion } from '../correspondence/questions';
import { read, theStore } from '../database';
import { newId } from '../identity';
import type { StaffActor } from '../permissions';
import { anApplication, type SentApplication } from './applications';
import { pageOf, sendLetter } from './arranging';
import { aManager, aResearcher } from './staff';

/** How the two applications came to be about one man. */
export const ties = ['hers joined to his', 'his joined to hers', 'one case'] as const;
type Tie = (typeof ties)[number];

/** No word of these letters stands anywhere else. */
export const mark = 'БОЗТОРҒАЙ';
/** Where B is reached. */
export const theirEmail = 'boztorgai@poshta.example';
const telephone = '+7 708 313 31 31';

export type TwoRelatives = {
  a: SentApplication;
  b: SentApplication;
  leadingCaseId: string;
  researcher: StaffActor;
  manager: StaffActor;
  /** Ids of rows of both, as somebody might try them: questions, messages, papers. */
  ids: string[];
  /** What must never reach A. */
  secrets: string[];
};

/** Answers of B: the mark in every field that takes a text; what names the man is the same as A's. */
const marked = Object.fromEntries(
  fields
    .filter(({ kind, name }) => ['text', 'textarea'].includes(kind) && !/^(surname|givenName|patronymic)$/.test(name))
    .map(({ name }) => [name, `${mark} ${name}`]),
);

export async function twoRelatives(tie: Tie): Promise<TwoRelatives> {
  const [researcher, manager] = [await aResearcher(), await aManager()];
  const a = await anApplication();
  const b = await anApplication({
    ...marked,
    kinship: 'sibling',
    telephone,
    email: theirEmail,
    'consent-sharing': 'on',
  });
  await tieTogether(tie, a, b, researcher);
  const leadingCaseId = tie === 'his joined to hers' ? b.caseId : a.caseId;
  if (tie === 'one case') await takeCase(researcher, await pageOf(leadingCaseId));
  const ofA = await correspondence(a, leadingCaseId, researcher, 'ата');
  const ofB = await correspondence(b, leadingCaseId, researcher, mark);
  await addConsent(b.applicant, { applicationId: b.applicationId, kind: 'ceremonies', how: 'web' });
  await askErasure(b.applicant, { applicationId: b.applicationId, reason: `${mark} өшіріңіз` });
  await askForCode({ role: 'visitor', address: newId() }, { email: theirEmail });
  await theStore().tx(async (tx) => {
    await tx.update(consents).set({ textVersion: mark }).where(eq(consents.applicationId, b.applicationId));
  });
  const given = await read().select().from(consents).where(eq(consents.applicationId, b.applicationId));
  const secrets = [mark, theirEmail, telephone, b.applicationId, b.reference, b.code, b.token, ...ofB];
  return {
    a,
    b,
    leadingCaseId,
    researcher,
    manager,
    ids: [...ofA, ...ofB],
    secrets: [...secrets, ...given.map(({ id }) => id)],
  };
}

async function tieTogether(tie: Tie, a: SentApplication, b: SentApplication, researcher: StaffActor): Promise<void> {
  if (tie === 'one case') {
    // Applications open cases of their own; two in one case come with a register taken over.
    await theStore().tx(async (tx) => {
      await tx.update(applications).set({ caseId: a.caseId }).where(eq(applications.id, b.applicationId));
    });
    return;
  }
  const [moved, into] = tie === 'hers joined to his' ? [b, a] : [a, b];
  await takeCase(researcher, await pageOf(moved.caseId));
  await takeCase(researcher, await pageOf(into.caseId));
  await joinCases(researcher, { ...(await pageOf(moved.caseId)), intoId: into.caseId, reason: 'Бір адам.' });
}

/** A question answered, one left open, a word from each side, a letter, papers. @returns the ids of the rows */
async function correspondence(
  { applicant, applicationId }: SentApplication,
  caseId: string,
  researcher: StaffActor,
  word: string,
): Promise<string[]> {
  const ask = (text: string) => askQuestion(researcher, { caseId, addresseeId: applicationId, text });
  const answered = (await ask(`${word} сұрақ`)).questionId;
  await answerQuestion(applicant, { applicationId, questionId: answered, answer: `${word} жауап` });
  const open = (await ask(`${word} ашық сұрақ`)).questionId;
  const theirs = (await writeMessage(applicant, { applicationId, text: `${word} хабарлама` })).messageId;
  const ours = (await writeMessage(researcher, { applicationId, text: `${word} музейден` })).messageId;
  const letterId = await sendLetter({ caseId, researcher, manager: await aManager() }, 'interim', applicationId, {
    text: `${word} хат`,
  });
  const papers = [await paper(applicationId, word, {}), await paper(applicationId, word, { questionId: answered })];
  return [answered, open, theirs, ours, letterId, ...papers];
}

async function paper(applicationId: string, word: string, place: { questionId?: string }): Promise<string> {
  const id = newId();
  await theStore().tx(async (tx) => {
    await tx.insert(attachments).values({
      id,
      applicationId,
      ...place,
      kind: 'photo',
      name: `${word}.jpg`,
      mediaType: 'image/jpeg',
      bytes: 1000,
      sha256: `${id.replaceAll('-', '')}${'0'.repeat(32)}`,
      viewSha256: `${id.replaceAll('-', '')}${'1'.repeat(32)}`,
      thumbSha256: `${id.replaceAll('-', '')}${'2'.repeat(32)}`,
      state: 'ready',
      refusal: '',
      addedAt: now(),
    });
  });
  return id;
}
