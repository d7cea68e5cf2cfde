/** What the text of a letter is prepared from: confirmed facts, what was searched and asked, terms; nothing that is not confirmed. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  applications,
  archiveRequests,
  cases,
  letters,
  type Names,
  partners,
  questions,
  requestCases,
  type SearchOutcome,
  searches,
  sources,
} from '@/db/schema';
import { leadingCaseId, memberIds, waitsForReply } from '../cases/guards';
import { termsInUse } from '../cases/terms-in-use';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { id, oneOf, optionalId } from '../input';
import { DomainError } from '../result';
import { holidayCalendar } from '../working-calendar';
import { addDays, addWorkingDays, dayOf } from '../working-days';
import { refuseForeignApplication, statedConclusion, wrongLetter } from './letter-guards';
import { type LetterKind, letterKinds } from './letter-kinds';
import { type Stated, statedFor } from './letter-stated';
import { inWords, type LetterLanguage, named, writtenDay } from './letter-words';

/** Everything in the words of the letter's language; '' or an empty list where there is nothing to say. */
export type LetterFacts = {
  kind: LetterKind;
  language: LetterLanguage;
  soldier: {
    surname: string;
    givenName: string;
    patronymic: string;
    birth: string;
    birthPlace: string;
    draftPlace: string;
  };
  /** Null where nobody has applied. */
  addressee: { name: string; reference: string; receivedOn: string } | null;
  /** The body that takes over. */
  partner: string;
  /** What a result letter states; null in every other. */
  stated: Stated | null;
  /** The last outcome of each source, in the order of the checklist. */
  searched: { source: string; outcome: SearchOutcome; reason: string }[];
  /** Bodies that have not answered yet. */
  waiting: { body: string; since: string }[];
  /** What we asked this applicant and have no answer to. */
  questions: string[];
  /** The day of the first answer, of the extended term, and of the next word. */
  firstAnswerBy: string;
  extendedTo: string;
  nextWordBy: string;
  /** The letter that told the result, or the one that is corrected. */
  earlier: { number: string; day: string } | null;
};

/**
 * Facts for the text of one letter.
 * @throws DomainError as writing it would: a result letter has none before something is confirmed
 */
export const letterFacts = query(
  'letter.write',
  z.strictObject({
    caseId: id(),
    kind: oneOf(letterKinds),
    language: oneOf(['kk', 'ru', 'en']),
    addresseeId: optionalId(),
    partnerId: optionalId(),
    correctsId: optionalId(),
  }),
  async ({ caseId, kind, language, addresseeId, partnerId, correctsId }): Promise<LetterFacts> => {
    const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
    if (!row) throw new DomainError('case.not-found');
    if (addresseeId) await refuseForeignApplication(caseId, addresseeId);
    const conclusion = await statedConclusion(caseId, kind);
    const wrong = kind === 'correction' ? await wrongLetter(caseId, { correctsId, addresseeId }) : null;
    const applied = addresseeId ? await applicationOf(addresseeId) : null;
    const terms = await termsInUse();
    const today = dayOf(now());
    const nextWord = kind === 'search-report' ? terms.nextWordOnWatch : terms.nextWord;
    return {
      kind,
      language,
      soldier: {
        surname: row.surname,
        givenName: row.givenName,
        patronymic: row.patronymic,
        birth: inWords(row.birthEdtf ?? row.birth, language),
        birthPlace: row.birthPlace === '?' ? '' : row.birthPlace,
        draftPlace: row.draftPlace === '?' ? '' : row.draftPlace,
      },
      addressee: applied && {
        name: applied.applicantName,
        reference: applied.reference,
        receivedOn: writtenDay(dayOf(applied.receivedAt), language),
      },
      partner: partnerId ? await bodyName(partnerId, language) : '',
      stated: conclusion ? await statedFor(conclusion.id, language) : null,
      searched: await searchedFor(caseId, language),
      waiting: await waitedFor(caseId, language),
      questions: addresseeId ? await asked(addresseeId) : [],
      firstAnswerBy: writtenDay(
        addWorkingDays(dayOf(applied?.receivedAt ?? now()), terms.firstAnswer, await holidayCalendar()),
        language,
      ),
      extendedTo: row.extendedTo ? writtenDay(row.extendedTo, language) : '',
      nextWordBy: writtenDay(addDays(today, nextWord), language),
      earlier: wrong
        ? inJournal(wrong, language)
        : kind === 'closing'
          ? await toldBy(caseId, addresseeId, language)
          : null,
    };
  },
);

async function applicationOf(applicationId: string) {
  const [row] = await read().select().from(applications).where(eq(applications.id, applicationId));
  return row ?? null;
}

async function bodyName(partnerId: string, language: LetterLanguage): Promise<string> {
  const [row] = await read().select({ name: partners.name }).from(partners).where(eq(partners.id, partnerId));
  return row ? named(row.name, language) : '';
}

/** What was logged last for each source; a search taken back counts for nothing. */
async function searchedFor(caseId: string, language: LetterLanguage): Promise<LetterFacts['searched']> {
  const rows = await read()
    .select({ key: searches.sourceKey, outcome: searches.outcome, reason: searches.reason, name: sources.name })
    .from(searches)
    .innerJoin(sources, eq(sources.key, searches.sourceKey))
    .where(and(eq(searches.caseId, caseId), isNull(searches.withdrawnAt)))
    .orderBy(asc(sources.position), desc(searches.searchedAt));
  const last = new Map<string, { name: Names; outcome: SearchOutcome; reason: string }>();
  for (const { key, ...row } of rows) if (!last.has(key)) last.set(key, row);
  return [...last.values()].map(({ name, outcome, reason }) => ({ source: named(name, language), outcome, reason }));
}

async function waitedFor(caseId: string, language: LetterLanguage): Promise<LetterFacts['waiting']> {
  const rows = await read()
    .select({ name: partners.name, sentAt: archiveRequests.sentAt })
    .from(archiveRequests)
    .innerJoin(requestCases, eq(requestCases.requestId, archiveRequests.id))
    .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
    .where(waitsForReply(caseId))
    .orderBy(asc(archiveRequests.sentAt));
  return rows.map(({ name, sentAt }) => ({
    body: named(name, language),
    since: sentAt ? writtenDay(dayOf(sentAt), language) : '',
  }));
}

async function asked(applicationId: string): Promise<string[]> {
  const rows = await read()
    .select({ text: questions.text })
    .from(questions)
    .where(and(eq(questions.applicationId, applicationId), isNull(questions.answeredAt), isNull(questions.closedAt)))
    .orderBy(asc(questions.askedAt));
  return rows.map(({ text }) => text);
}

/** The letter by which this applicant (or, without one, anybody of the case) was told the result. */
async function toldBy(caseId: string, applicationId: string | undefined, language: LetterLanguage) {
  const told = await read()
    .select()
    .from(letters)
    .where(
      and(
        inArray(letters.caseId, await memberIds(await leadingCaseId(caseId))),
        inArray(letters.kind, ['result', 'partial', 'certificate']),
        inArray(letters.state, ['sent', 'handed-over']),
        applicationId ? eq(letters.applicationId, applicationId) : undefined,
      ),
    )
    .orderBy(desc(letters.settledAt));
  const letter = told.find(({ kind }) => kind === 'result') ?? told[0];
  return letter ? inJournal(letter, language) : null;
}

const inJournal = ({ number, numberedOn }: typeof letters.$inferSelect, language: LetterLanguage) => ({
  number: number ?? '',
  day: numberedOn ? writtenDay(numberedOn, language) : '',
});
