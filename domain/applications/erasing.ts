/** Wiping what is personal about one applicant, table by table, inside the change that carries an erasure out. */
import { and, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import {
  applications,
  archiveRequests,
  attachments,
  cases,
  ceremonies,
  ceremonyCases,
  codeRenewals,
  conclusions,
  consents,
  drafts,
  erasureRequests,
  evidence,
  evidenceFacts,
  factChoices,
  letters,
  matchCandidates,
  memoryPages,
  memoryPhotos,
  messages,
  notes,
  notices,
  objections,
  questions,
  requestCases,
  requestReminders,
  searches,
  signIns,
  takeoverRows,
  tasks,
  throttles,
  uploads,
} from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { eraseAttachments } from '../attachments/removing';
import { now } from '../clock';
import { waitingStates } from '../correspondence/letter-kinds';
import { hashCode, hashToken, newAccessCode, newSalt } from '../identity';
import { personsOfCases } from '../matching/cases';
import type { Person } from '../matching/person';
import { endInvitations } from './ending-invitations';
import { notesOfEvents, ownNotes } from './own-notes';

type Application = typeof applications.$inferSelect;

/** Stands where an applicant's name or address stood in a text of ours. */
const wiped = '[…]';

/**
 * Wipes everything personal about one applicant. What stays: reference, receipt, channel, region, language, the case, the kinds
 * and days of consents and letters; everything else is emptied, and the access code is one that nobody knows.
 * @param group the case and those joined to it: texts of ours about them lose the applicant's name and addresses where these
 * stand word for word
 * @returns how many files went with it; their bytes are deleted by the sweep
 */
export async function wipeApplicant(tx: WriteDb, application: Application, group: string[]): Promise<number> {
  const { id } = application;
  await wipeWords(tx, id);
  await wipeWays(tx, application);
  await endInvitations(tx, id);
  await wipePhotos(tx, id);
  const files = await eraseAttachments(tx, id);
  await wipeFromOurTexts(tx, application, group);
  await tx
    .update(applications)
    .set({
      answers: {},
      applicantName: '',
      kinship: '',
      telephone: '',
      email: '',
      postalAddress: '',
      birthYear: null,
      helperName: '',
      helperContact: '',
      newsTo: 'applicant',
      tellFirst: 'page',
      ...unknownCode(),
      withdrawnAt: application.withdrawnAt ?? now(),
      erasedAt: now(),
    })
    .where(eq(applications.id, id));
  await wipeComparisons(tx, group);
  return files;
}

function unknownCode(): Pick<Application, 'codeSalt' | 'codeHash'> {
  const codeSalt = newSalt();
  return { codeSalt, codeHash: hashCode(newAccessCode(), codeSalt) };
}

/** What was said between the applicant and us. */
async function wipeWords(tx: WriteDb, applicationId: string): Promise<void> {
  await tx.update(questions).set({ text: '' }).where(eq(questions.applicationId, applicationId));
  await tx
    .update(questions)
    .set({ answer: '' })
    .where(and(eq(questions.applicationId, applicationId), sql`${questions.answer} is not null`));
  await tx
    .update(questions)
    .set({ closedAt: now() })
    .where(and(eq(questions.applicationId, applicationId), isNull(questions.answeredAt), isNull(questions.closedAt)));
  await tx.update(messages).set({ text: '' }).where(eq(messages.applicationId, applicationId));
  // Nobody is left to send them to; an emptied letter must not wait for the signatory or the post.
  await tx
    .update(letters)
    .set({ state: 'discarded', approvedBy: null, approvedAt: null, version: sql`${letters.version} + 1` })
    .where(and(eq(letters.applicationId, applicationId), inArray(letters.state, [...waitingStates])));
  await tx
    .update(letters)
    .set({ text: '', reason: '', recipient: '', frozen: null, sheetSha256: null })
    .where(eq(letters.applicationId, applicationId));
  await tx
    .update(takeoverRows)
    .set({ cells: {}, corrected: {}, problems: [] })
    .where(eq(takeoverRows.applicationId, applicationId));
  // What was chosen of their words is theirs; of a document it stays.
  await tx
    .update(factChoices)
    .set({ value: '', endedAt: sql`coalesce(${factChoices.endedAt}, ${now()})` })
    .where(and(eq(factChoices.origin, 'application'), eq(factChoices.originId, applicationId)));
  await tx
    .update(erasureRequests)
    .set({ reason: '', note: '' })
    .where(eq(erasureRequests.applicationId, applicationId));
  await tx
    .update(consents)
    .set({ revokedAt: now() })
    .where(and(eq(consents.applicationId, applicationId), isNull(consents.revokedAt)));
  const noteIds = [...(await ownNotes(applicationId)), ...(await notesOfEvents(applicationId))];
  if (noteIds.length > 0) await tx.update(notes).set({ text: '' }).where(inArray(notes.id, noteIds));
}

/** The ways in and out: drafts, files on their way, news, new codes, sign-ins, attempts counted by address. */
async function wipeWays(tx: WriteDb, { id, email, reference }: Application): Promise<void> {
  const own = await tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.applicationId, id));
  const draftIds = own.map((draft) => draft.id);
  await tx.delete(uploads).where(or(eq(uploads.applicationId, id), inArray(uploads.draftId, draftIds)));
  await tx.update(drafts).set({ answers: {}, codeOnce: null, usable: false }).where(eq(drafts.applicationId, id));
  await tx.delete(codeRenewals).where(eq(codeRenewals.applicationId, id));
  await tx
    .update(signIns)
    .set({ endedAt: Date.now() })
    .where(and(eq(signIns.applicationId, id), isNull(signIns.endedAt)));
  await tx
    .update(notices)
    .set({ state: 'dropped', settledAt: now() })
    .where(and(eq(notices.applicationId, id), notInArray(notices.state, ['sent', 'told', 'kept', 'dropped'])));
  await tx
    .update(notices)
    .set({ name: '', address: '', data: {}, lastAnswer: '' })
    .where(eq(notices.applicationId, id));
  // Attempts are counted by reference or address for an hour at most; nothing is left to guess at.
  const counted = [
    `track.reference:${reference}`,
    `message.application:${id}`,
    `code.email:${hashToken(email.toLowerCase())}`,
  ];
  await tx.delete(throttles).where(inArray(throttles.key, counted));
}

/** Photographs of theirs leave the memory page with what was written below them. */
async function wipePhotos(tx: WriteDb, applicationId: string): Promise<void> {
  const theirs = tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(eq(attachments.applicationId, applicationId));
  await tx.delete(memoryPhotos).where(inArray(memoryPhotos.attachmentId, theirs));
}

/** Names and addresses of the applicant and the helper, where a text of ours about the case holds them word for word. */
async function wipeFromOurTexts(tx: WriteDb, application: Application, group: string[]): Promise<void> {
  const soldiers = await tx
    .select({
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
      other: cases.otherSpellings,
    })
    .from(cases)
    .where(inArray(cases.id, group));
  // An applicant called like the soldier must not take him out of what was found of him.
  const named = soldiers.map((names) => Object.values(names).join(' ').toLowerCase()).join('\n');
  const isSoldiers = (said: string) =>
    said
      .toLowerCase()
      .split(/\s+/)
      .every((word) => named.includes(word));
  const theirRequests = tx
    .select({ id: requestCases.requestId })
    .from(requestCases)
    .where(inArray(requestCases.caseId, group));
  const theirPages = tx.select({ id: memoryPages.id }).from(memoryPages).where(inArray(memoryPages.caseId, group));
  const theirCeremonies = tx
    .select({ id: ceremonyCases.ceremonyId })
    .from(ceremonyCases)
    .where(inArray(ceremonyCases.caseId, group));
  for (const said of sayings(application).filter((one) => !isSoldiers(one))) {
    const without = (column: Parameters<typeof sql>[1]) => sql<string>`replace(${column}, ${said}, ${wiped})`;
    // In JSON a quotation mark or a line break of an address stands escaped.
    const escaped = JSON.stringify(said).slice(1, -1);
    const withoutIn = (column: Parameters<typeof sql>[1]) => sql<never>`replace(${column}, ${escaped}, ${wiped})`;
    await tx
      .update(notes)
      .set({ text: without(notes.text) })
      .where(inArray(notes.caseId, group));
    await tx
      .update(tasks)
      .set({ text: without(tasks.text) })
      .where(inArray(tasks.caseId, group));
    await tx
      .update(archiveRequests)
      .set({ text: without(archiveRequests.text) })
      .where(inArray(archiveRequests.id, theirRequests));
    // Papers of the desk; an answer's are shown to every case of its request.
    await tx
      .update(attachments)
      .set({ name: without(attachments.name) })
      .where(or(inArray(attachments.caseId, group), inArray(attachments.requestId, theirRequests)));
    await tx
      .update(requestReminders)
      .set({ text: without(requestReminders.text) })
      .where(inArray(requestReminders.requestId, theirRequests));
    await tx
      .update(requestCases)
      .set({ answer: without(requestCases.answer), changed: without(requestCases.changed) })
      .where(inArray(requestCases.caseId, group));
    await tx
      .update(searches)
      .set({ asked: without(searches.asked), reason: without(searches.reason) })
      .where(inArray(searches.caseId, group));
    await tx
      .update(evidence)
      .set({ states: without(evidence.states) })
      .where(inArray(evidence.caseId, group));
    await tx
      .update(evidenceFacts)
      .set({ value: without(evidenceFacts.value) })
      .where(
        inArray(
          evidenceFacts.evidenceId,
          tx.select({ id: evidence.id }).from(evidence).where(inArray(evidence.caseId, group)),
        ),
      );
    await tx
      .update(memoryPages)
      .set({ story: withoutIn(memoryPages.story) })
      .where(inArray(memoryPages.caseId, group));
    await tx
      .update(memoryPhotos)
      .set({ caption: withoutIn(memoryPhotos.caption) })
      .where(inArray(memoryPhotos.pageId, theirPages));
    await tx
      .update(objections)
      .set({
        text: without(objections.text),
        name: without(objections.name),
        contact: without(objections.contact),
        note: without(objections.note),
      })
      .where(inArray(objections.caseId, group));
    await tx
      .update(ceremonies)
      .set({
        programme: withoutIn(ceremonies.programme),
        protocol: without(ceremonies.protocol),
        report: withoutIn(ceremonies.report),
      })
      .where(inArray(ceremonies.id, theirCeremonies));
    await tx
      .update(conclusions)
      .set({ summary: without(conclusions.summary) })
      .where(inArray(conclusions.caseId, group));
  }
}

/** What would tell who the applicant was; short words are no proof of anybody. */
export function sayings(application: Application): string[] {
  const { applicantName, telephone, email, postalAddress, helperName, helperContact } = application;
  return [applicantName, telephone, email, postalAddress, helperName, helperContact]
    .filter((text) => text.length >= 5)
    .sort((a, b) => b.length - a.length);
}

/** What a comparison quotes of a case from its applications, as it stands there now. */
const quotes: Readonly<Record<string, (person: Person) => string>> = {
  birthPlace: (person) => person.birthPlace || person.residence,
  residence: (person) => person.residence,
  unit: (person) => person.unit,
  rank: (person) => person.rank,
  kin: (person) => person.kin,
};

/** Comparisons keep their verdicts, but quote of the case only what it still says. */
async function wipeComparisons(tx: WriteDb, group: string[]): Promise<void> {
  const rows = await tx
    .select()
    .from(matchCandidates)
    .where(or(inArray(matchCandidates.caseId, group), inArray(matchCandidates.otherCaseId, group)));
  const persons = await personsOfCases(group);
  const quoted = (caseId: string | null, field: string, text: string): string => {
    const person = caseId ? persons.get(caseId) : undefined;
    const quote = quotes[field];
    return text && person && quote ? quote(person) : text;
  };
  for (const { id, caseId, otherCaseId, verdicts } of rows) {
    const kept = verdicts.map((one) => ({
      ...one,
      left: quoted(caseId, one.field, one.left),
      right: quoted(otherCaseId, one.field, one.right),
    }));
    await tx.update(matchCandidates).set({ verdicts: kept }).where(eq(matchCandidates.id, id));
  }
}
