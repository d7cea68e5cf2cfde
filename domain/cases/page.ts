/** One whole case for its page: what is known, searched, asked and concluded. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  applications,
  archiveRequests,
  burialPlaces,
  caseJoins,
  cases,
  conclusionEvidence,
  conclusions,
  consents,
  evidence,
  letters,
  messages,
  notes,
  partners,
  questions,
  requestCases,
  searches,
  staff,
} from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError, type RefusalCode } from '../result';
import { isWithheld } from './fates';
import { confirmedConclusion, guardChecks, memberIds, missingSources } from './guards';
import { caseLines } from './lines';
import { type CaseRow, statusOf } from './moving';
import { choicesFrom, movesFrom, pipeline, type Status } from './pipeline';

/** A move a person may choose, and what still stands in its way. */
export type MoveChoice = { to: Status; back: boolean; refusal: RefusalCode | null };

/** One case whole. Staff are named; codes of applicants are not in it. */
export const casePage = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const [line] = await caseLines(eq(cases.id, caseId), 'number', 'ascending', { limit: 1, offset: 0 });
  const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
  if (!line || !row) throw new DomainError('case.not-found');
  const members = await memberIds(caseId);
  const names = new Map(
    (await read().select({ id: staff.id, name: staff.name }).from(staff)).map((m) => [m.id, m.name]),
  );
  const nameOf = (staffId: string | null) => (staffId ? (names.get(staffId) ?? null) : null);
  const inForce = await confirmedConclusion(caseId);
  return {
    line,
    version: row.version,
    origin: row.origin,
    otherSpellings: row.otherSpellings,
    birthEdtf: row.birthEdtf,
    draftPlace: row.draftPlace,
    extendedTo: row.extendedTo,
    moves: await moveChoices(row),
    joinedInto: await joinedInto(caseId),
    joinedHere: await joinedHere(caseId),
    applications: await familyOf(members),
    questions: await questionsOf(members, nameOf),
    messages: await messagesOf(members, nameOf),
    searches: (
      await read().select().from(searches).where(eq(searches.caseId, caseId)).orderBy(desc(searches.searchedAt))
    ).map(({ searchedBy, ...search }) => ({ ...search, by: nameOf(searchedBy) })),
    missingSources: await missingSources(caseId),
    requests: await requestsOf(caseId, nameOf),
    letters: await lettersOf(members, nameOf),
    evidence: await evidenceOf(caseId, nameOf),
    joinedEvidence: await joinedEvidenceOf(members.filter((member) => member !== caseId)),
    conclusions: await conclusionsOf(caseId, nameOf),
    /** A result may be told: confirmed, and nothing sensitive kept back. */
    resultTellable: inForce !== undefined && !isWithheld(inForce),
    notes: (
      await read()
        .select()
        .from(notes)
        .where(and(eq(notes.caseId, caseId), eq(notes.kind, 'note')))
        .orderBy(desc(notes.writtenAt))
    ).map(({ id, text, writtenAt, writtenBy }) => ({ id, text, writtenAt, by: nameOf(writtenBy) })),
  };
});

export type CasePage = Awaited<ReturnType<typeof casePage>>;
type NameOf = (staffId: string | null) => string | null;

async function moveChoices(row: CaseRow): Promise<MoveChoice[]> {
  const status = statusOf(row);
  const choices: MoveChoice[] = [];
  for (const to of choicesFrom(status)) {
    const refusals: (RefusalCode | null)[] = [];
    for (const guard of pipeline[to].guards) refusals.push(await guardChecks[guard](row));
    choices.push({
      to,
      back: movesFrom(status)[to]?.back === true,
      refusal: refusals.find((refusal) => refusal !== null) ?? null,
    });
  }
  return choices;
}

const shownCase = {
  caseId: cases.id,
  number: cases.number,
  surname: cases.surname,
  givenName: cases.givenName,
  patronymic: cases.patronymic,
};

async function joinedInto(caseId: string) {
  const [join] = await read()
    .select(shownCase)
    .from(caseJoins)
    .innerJoin(cases, eq(cases.id, caseJoins.intoId))
    .where(and(eq(caseJoins.caseId, caseId), isNull(caseJoins.partedAt)));
  return join ?? null;
}

const joinedHere = (caseId: string) =>
  read()
    .select(shownCase)
    .from(caseJoins)
    .innerJoin(cases, eq(cases.id, caseJoins.caseId))
    .where(and(eq(caseJoins.intoId, caseId), isNull(caseJoins.partedAt)))
    .orderBy(asc(cases.number));

async function familyOf(members: string[]) {
  const rows = await read()
    .select()
    .from(applications)
    .where(inArray(applications.caseId, members))
    .orderBy(asc(applications.receivedAt));
  const given = await read()
    .select()
    .from(consents)
    .where(
      inArray(
        consents.applicationId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(consents.givenAt));
  return rows.map(({ codeHash: _hash, codeSalt: _salt, registeredBy: _by, ...application }) => ({
    ...application,
    consents: given
      .filter((consent) => consent.applicationId === application.id)
      .map(({ id, kind, how, textVersion, givenAt, revokedAt, confirmedAt }) => ({
        id,
        kind,
        how,
        textVersion,
        givenAt,
        revokedAt,
        confirmedAt,
      })),
  }));
}

async function questionsOf(members: string[], nameOf: NameOf) {
  const rows = await read()
    .select({ question: questions, applicant: applications.applicantName })
    .from(questions)
    .innerJoin(applications, eq(applications.id, questions.applicationId))
    .where(inArray(applications.caseId, members))
    .orderBy(desc(questions.askedAt));
  return rows.map(({ question: { askedBy, answerRecordedBy, ...question }, applicant }) => ({
    ...question,
    applicant,
    by: nameOf(askedBy),
    recordedBy: nameOf(answerRecordedBy),
  }));
}

async function messagesOf(members: string[], nameOf: NameOf) {
  const rows = await read()
    .select({ message: messages })
    .from(messages)
    .innerJoin(applications, eq(applications.id, messages.applicationId))
    .where(inArray(applications.caseId, members))
    .orderBy(desc(messages.writtenAt));
  return rows.map(({ message: { writtenBy, seenBy, ...message } }) => ({
    ...message,
    isOurs: writtenBy !== null,
    by: nameOf(writtenBy),
    seenBy: nameOf(seenBy),
  }));
}

async function requestsOf(caseId: string, nameOf: NameOf) {
  const rows = await read()
    .select({ request: archiveRequests, reply: requestCases, partner: partners.name })
    .from(archiveRequests)
    .innerJoin(requestCases, eq(requestCases.requestId, archiveRequests.id))
    .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
    .where(eq(requestCases.caseId, caseId))
    .orderBy(desc(archiveRequests.sentAt));
  return rows.map(
    ({ request: { writtenBy, ...request }, reply: { outcome, answer, changed, answeredAt }, partner }) => ({
      ...request,
      outcome,
      answer,
      changed,
      answeredAt,
      partner,
      by: nameOf(writtenBy),
    }),
  );
}

async function lettersOf(members: string[], nameOf: NameOf) {
  const rows = await read()
    .select({ letter: letters, applicant: applications.applicantName, partner: partners.name })
    .from(letters)
    .leftJoin(applications, eq(applications.id, letters.applicationId))
    .leftJoin(partners, eq(partners.id, letters.partnerId))
    .where(inArray(letters.caseId, members))
    .orderBy(desc(letters.writtenAt));
  return rows.map(({ letter: { writtenBy, ...letter }, applicant, partner }) => ({
    ...letter,
    applicant,
    partner,
    by: nameOf(writtenBy),
  }));
}

async function evidenceOf(caseId: string, nameOf: NameOf) {
  const rows = await read()
    .select()
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.attachedAt));
  return rows.map(({ id, recordId, citation, states, attachedAt, attachedBy }) => ({
    id,
    recordId,
    citation,
    states,
    attachedAt,
    by: nameOf(attachedBy),
  }));
}

/** Documents of joined cases; they stay with their own. */
const joinedEvidenceOf = (joined: string[]) =>
  read()
    .select({
      id: evidence.id,
      caseId: evidence.caseId,
      number: cases.number,
      recordId: evidence.recordId,
      citation: evidence.citation,
      states: evidence.states,
    })
    .from(evidence)
    .innerJoin(cases, eq(cases.id, evidence.caseId))
    .where(and(inArray(evidence.caseId, joined), isNull(evidence.removedAt)))
    .orderBy(asc(cases.number), asc(evidence.attachedAt));

async function conclusionsOf(caseId: string, nameOf: NameOf) {
  const rows = await read()
    .select({ conclusion: conclusions, place: burialPlaces })
    .from(conclusions)
    .leftJoin(burialPlaces, eq(burialPlaces.id, conclusions.burialPlaceId))
    .where(eq(conclusions.caseId, caseId))
    .orderBy(desc(conclusions.proposedAt));
  const links = await read()
    .select({ conclusionId: conclusionEvidence.conclusionId, evidenceId: evidence.id, citation: evidence.citation })
    .from(conclusionEvidence)
    .innerJoin(evidence, eq(evidence.id, conclusionEvidence.evidenceId))
    .where(eq(evidence.caseId, caseId));
  return rows.map(({ conclusion, place }) => ({
    ...conclusion,
    place,
    withheld: isWithheld(conclusion),
    restsOn: links.filter((link) => link.conclusionId === conclusion.id),
    proposer: nameOf(conclusion.proposedBy),
    editor: nameOf(conclusion.lastEditedBy),
    decider: nameOf(conclusion.decidedBy),
    releaser: nameOf(conclusion.releasedBy),
  }));
}
