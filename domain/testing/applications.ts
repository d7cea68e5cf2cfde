/** Applications for tests, written and sent as a relative does it. Everybody in them is invented. */
import { eq } from 'drizzle-orm';
import { applications } from '@/db/schema';
import { sendApplication } from '../applications/commands';
import { draftByToken, saveDraft } from '../applications/drafts';
import { type Answers, type FieldName, fieldsOf, steps } from '../applications/fields';
import { read } from '../database';
import { newId } from '../identity';
import type { Actor } from '../permissions';

export const typicalAnswers: Answers = {
  surname: 'Сәрсенов',
  givenName: 'Ерғали',
  patronymic: 'Жұмабайұлы',
  otherSpellings: 'Сарсенов Ергали Джумабаевич',
  birth: '1915',
  birthPlace: 'Ақмола облысы',
  draftPlace: 'Акмолинский РВК',
  rank: 'красноармеец',
  unit: '?',
  lastLetter: 'Харьков, 1942',
  noticeKind: 'missing',
  parents: 'Жұмабай, Бәтима',
  applicantName: 'Айгүл Серікқызы',
  kinship: 'grandchild',
  telephone: '+7 700 000 00 00',
  tellFirst: 'page',
  newsTo: 'applicant',
  'consent-processing': 'on',
  'consent-publication': 'on',
};

export type SentApplication = {
  applicationId: string;
  caseId: string;
  reference: string;
  code: string;
  /** Under which the draft is found. */
  token: string;
  applicant: Actor;
};

/** Goes through the steps and sends. @param over answers over the typical ones; '' leaves one out */
export async function anApplication(over: Answers = {}, language: 'kk' | 'ru' | 'en' = 'kk'): Promise<SentApplication> {
  // Every relative sits at another address, so that no throttle is met by accident.
  const visitor: Actor = { role: 'visitor', address: newId() };
  const token = await aDraft(over, language, visitor);
  const { applicationId } = await sendApplication(visitor, { token });
  const draft = await draftByToken(visitor, { token });
  const [row] = await read().select().from(applications).where(eq(applications.id, applicationId));
  if (!row || !draft?.codeOnce) throw new Error('The application did not arrive');
  return {
    applicationId,
    caseId: row.caseId,
    reference: row.reference,
    code: draft.codeOnce,
    token,
    applicant: { role: 'applicant', applicationId },
  };
}

/** Goes through the steps without sending. @returns the token of the draft */
export async function aDraft(over: Answers, language: 'kk' | 'ru' | 'en', visitor: Actor): Promise<string> {
  const answers: Answers = { ...typicalAnswers, ...over };
  let token: string | undefined;
  for (const step of steps) {
    const typed = Object.fromEntries(fieldsOf(step).map(({ name }) => [name, answers[name as FieldName] ?? '']));
    ({ token } = await saveDraft(visitor, { ...(token ? { token } : {}), language, step, answers: typed }));
  }
  if (!token) throw new Error('No draft was made');
  return token;
}
