/** Everything that staff may read about a case, passage by passage: what the full text holds, and where a find is shown from. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import {
  applications,
  archiveRequests,
  attachments,
  cases,
  conclusions,
  evidence,
  evidenceFacts,
  letters,
  messages,
  notes,
  questions,
  requestCases,
  searches,
  tasks,
} from '@/db/schema';
import { known, soldierFields } from '../applications/fields';
import { read } from '../database';

/** Where a word can stand; the order in which a find is shown. */
export const textPlaces = [
  'names',
  'soldier',
  'applicant',
  'conclusion',
  'evidence',
  'note',
  'letter',
  'reply',
  'request',
  'answer',
  'message',
  'question',
  'search',
  'task',
  'paper',
] as const;
export type TextPlace = (typeof textPlaces)[number];

export type Passage = { place: TextPlace; text: string };
type Found = { caseId: string | null; passages: readonly Passage[] };

/** Answers of an application that are words, not choices of a list. */
const worded = soldierFields.filter(({ kind }) => kind !== 'radio' && kind !== 'select').map(({ name }) => name);

/** The passages of these cases by their ids, in the order of `textPlaces`; a joined case has its own. */
export async function passagesOf(caseIds: readonly string[]): Promise<Map<string, Passage[]>> {
  const ids = [...caseIds];
  const byCase = new Map<string, Passage[]>(ids.map((id) => [id, []]));
  for (const { caseId, passages } of [
    ...(await namesIn(ids)),
    ...(await applicationsIn(ids)),
    ...(await foundIn(ids)),
    ...(await correspondenceIn(ids)),
    ...(await requestsIn(ids)),
    ...(await workIn(ids)),
  ])
    byCase.get(caseId ?? '')?.push(...passages.filter((passage) => passage.text !== ''));
  for (const passages of byCase.values())
    passages.sort((a, b) => textPlaces.indexOf(a.place) - textPlaces.indexOf(b.place));
  return byCase;
}

const joined = (...texts: (string | number | null)[]) =>
  texts.filter((text) => text !== null && text !== '').join(', ');
const one = (caseId: string | null, place: TextPlace, ...texts: (string | null)[]): Found => ({
  caseId,
  passages: [{ place, text: joined(...texts) }],
});

async function namesIn(ids: string[]): Promise<Found[]> {
  const rows = await read().select().from(cases).where(inArray(cases.id, ids));
  return rows.map((row) => ({
    caseId: row.id,
    passages: [
      { place: 'names', text: joined(row.surname, row.givenName, row.patronymic) },
      { place: 'names', text: row.otherSpellings },
      // Spellings of joined applications and of the case's own corrections, folded.
      { place: 'names', text: row.searchText.trim() },
      { place: 'soldier', text: joined(row.birth, row.birthPlace, row.draftPlace) },
      { place: 'soldier', text: String(row.number) },
    ],
  }));
}

async function applicationsIn(ids: string[]): Promise<Found[]> {
  const rows = await read().select().from(applications).where(inArray(applications.caseId, ids));
  return rows.flatMap((row): Found[] => [
    {
      caseId: row.caseId,
      passages: worded.map((name) => ({ place: 'soldier' as const, text: known(row.answers[name]) })),
    },
    one(
      row.caseId,
      'applicant',
      row.applicantName,
      row.telephone,
      digitsOf(row.telephone),
      row.email,
      row.postalAddress,
    ),
    one(row.caseId, 'applicant', row.helperName, row.helperContact),
  ]);
}

/** A telephone number is written in groups, and asked for without. */
const digitsOf = (telephone: string) => telephone.replace(/\D/g, '');

async function foundIn(ids: string[]): Promise<Found[]> {
  const kept = await read()
    .select()
    .from(evidence)
    .where(and(inArray(evidence.caseId, ids), isNull(evidence.removedAt)));
  const described = await read()
    .select({ caseId: evidence.caseId, value: evidenceFacts.value })
    .from(evidence)
    .innerJoin(evidenceFacts, eq(evidenceFacts.evidenceId, evidence.id))
    .where(and(inArray(evidence.caseId, ids), isNull(evidence.removedAt)));
  const concluded = await read().select().from(conclusions).where(inArray(conclusions.caseId, ids));
  const searched = await read()
    .select()
    .from(searches)
    .where(and(inArray(searches.caseId, ids), isNull(searches.withdrawnAt)));
  return [
    ...kept.map((row) => one(row.caseId, 'evidence', row.citation, row.states)),
    ...described.map((row) => one(row.caseId, 'evidence', row.value)),
    ...concluded.map((row) => one(row.caseId, 'conclusion', row.summary)),
    ...searched.map((row) => one(row.caseId, 'search', row.asked, row.reason)),
  ];
}

async function correspondenceIn(ids: string[]): Promise<Found[]> {
  const asked = await read().select().from(questions).where(inArray(questions.caseId, ids));
  const written = await read().select().from(messages).where(inArray(messages.caseId, ids));
  const sent = await read()
    .select({
      caseId: letters.caseId,
      state: letters.state,
      number: letters.number,
      text: letters.text,
      reason: letters.reason,
      recipient: letters.recipient,
    })
    .from(letters)
    .where(inArray(letters.caseId, ids));
  return [
    ...asked.map((row) => one(row.caseId, 'question', row.text)),
    ...asked.map((row) => one(row.caseId, 'answer', row.answer)),
    ...written.map((row) => one(row.caseId, 'message', row.text)),
    ...sent
      .filter((row) => row.state !== 'discarded')
      .map((row) => one(row.caseId, 'letter', row.number, row.recipient, row.text, row.reason)),
  ];
}

async function requestsIn(ids: string[]): Promise<Found[]> {
  const rows = await read()
    .select({
      caseId: requestCases.caseId,
      answer: requestCases.answer,
      changed: requestCases.changed,
      number: archiveRequests.number,
      text: archiveRequests.text,
    })
    .from(requestCases)
    .innerJoin(archiveRequests, eq(archiveRequests.id, requestCases.requestId))
    .where(inArray(requestCases.caseId, ids));
  return rows.flatMap((row) => [
    one(row.caseId, 'request', row.number, row.text),
    one(row.caseId, 'reply', row.answer, row.changed),
  ]);
}

async function workIn(ids: string[]): Promise<Found[]> {
  const written = await read().select().from(notes).where(inArray(notes.caseId, ids));
  const toDo = await read()
    .select({ caseId: tasks.caseId, text: tasks.text })
    .from(tasks)
    .where(inArray(tasks.caseId, ids));
  const ofApplications = await read()
    .select({ caseId: applications.caseId, name: attachments.name })
    .from(applications)
    .innerJoin(attachments, eq(attachments.applicationId, applications.id))
    .where(and(inArray(applications.caseId, ids), isNull(attachments.removedAt)));
  const ofDesk = await read()
    .select({ caseId: attachments.caseId, name: attachments.name })
    .from(attachments)
    .where(and(inArray(attachments.caseId, ids), isNull(attachments.removedAt)));
  return [
    ...written.map((row) => one(row.caseId, 'note', row.text)),
    ...toDo.map((row) => one(row.caseId, 'task', row.text)),
    ...[...ofApplications, ...ofDesk].map((row) => one(row.caseId, 'paper', row.name)),
  ];
}
