/** What families sent, and what was asked, sought and written for them. */
import { and, asc, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import {
  applications,
  archiveRequests,
  cases,
  consents,
  letters,
  partners,
  requestCases,
  searches,
  sources,
  staff,
} from '@/db/schema';
import { soldierFields } from '../applications/fields';
import { read } from '../database';
import { day, type ExportColumn, type ExportSheet, onDay, rowsAtOnce } from './columns';

async function applicationsAfter(id: string) {
  const rows = await read()
    .select({ row: applications, number: cases.number })
    .from(applications)
    .innerJoin(cases, eq(cases.id, applications.caseId))
    .where(gt(applications.id, id))
    .orderBy(asc(applications.id))
    .limit(rowsAtOnce);
  const ids = rows.map(({ row }) => row.id);
  const given = await read()
    .select({ applicationId: consents.applicationId, kind: consents.kind })
    .from(consents)
    .where(and(inArray(consents.applicationId, ids), isNull(consents.revokedAt)));
  return rows.map((line) => ({
    ...line,
    consents: given.filter((one) => one.applicationId === line.row.id).map((one) => one.kind),
  }));
}
type ApplicationLine = Awaited<ReturnType<typeof applicationsAfter>>[number];

/** As written by the family; "don't know" stays the question mark it is. */
const answers: ExportColumn<ApplicationLine>[] = soldierFields.map(({ name }) => ({
  key: `answer-${name}`,
  width: 18,
  cell: ({ row }) => row.answers[name] ?? null,
}));

export const applicationsSheet: ExportSheet<ApplicationLine> = {
  key: 'applications',
  next: (after) => applicationsAfter(after?.row.id ?? ''),
  columns: [
    { key: 'reference', width: 11, cell: ({ row }) => row.reference },
    { key: 'case', width: 9, cell: ({ number }) => number },
    { key: 'received', width: 12, cell: ({ row }) => day(row.receivedAt) },
    { key: 'channel', width: 14, cell: ({ row }, { text }) => text(`channel.${row.channel}`) },
    { key: 'language', width: 8, cell: ({ row }) => row.language },
    { key: 'applicantName', width: 28, cell: ({ row }) => row.applicantName },
    { key: 'kinship', width: 18, cell: ({ row }, { text }) => row.kinship && text(`kinship.${row.kinship}`) },
    { key: 'telephone', width: 18, cell: ({ row }) => row.telephone },
    { key: 'email', width: 24, cell: ({ row }) => row.email },
    { key: 'postalAddress', width: 32, cell: ({ row }) => row.postalAddress },
    { key: 'region', width: 12, cell: ({ row }) => row.region },
    { key: 'birthYear', width: 10, cell: ({ row }) => row.birthYear },
    { key: 'helperName', width: 24, cell: ({ row }) => row.helperName },
    { key: 'helperContact', width: 24, cell: ({ row }) => row.helperContact },
    {
      key: 'consents',
      width: 28,
      cell: (line, { text }) => line.consents.map((kind) => text(`consentKind.${kind}`)).join(', '),
    },
    { key: 'withdrawn', width: 12, cell: ({ row }) => day(row.withdrawnAt) },
    { key: 'erased', width: 12, cell: ({ row }) => day(row.erasedAt) },
    ...answers,
  ],
};

const searchesAfter = (id: string) =>
  read()
    .select({ row: searches, number: cases.number, source: sources.name, by: staff.name })
    .from(searches)
    .innerJoin(cases, eq(cases.id, searches.caseId))
    .leftJoin(sources, eq(sources.key, searches.sourceKey))
    .leftJoin(staff, eq(staff.id, searches.searchedBy))
    .where(gt(searches.id, id))
    .orderBy(asc(searches.id))
    .limit(rowsAtOnce);
type SearchLine = Awaited<ReturnType<typeof searchesAfter>>[number];

export const searchesSheet: ExportSheet<SearchLine> = {
  key: 'searches',
  next: (after) => searchesAfter(after?.row.id ?? ''),
  columns: [
    { key: 'case', width: 9, cell: ({ number }) => number },
    { key: 'source', width: 32, cell: ({ source, row }, { language }) => source?.[language] ?? row.sourceKey },
    { key: 'outcome', width: 18, cell: ({ row }, { text }) => text(`outcome.${row.outcome}`) },
    { key: 'asked', width: 40, cell: ({ row }) => row.asked },
    { key: 'reason', width: 40, cell: ({ row }) => row.reason },
    { key: 'searchedBy', width: 22, cell: ({ by }) => by },
    { key: 'searchedOn', width: 12, cell: ({ row }) => day(row.searchedAt) },
    { key: 'takenBack', width: 12, cell: ({ row }) => day(row.withdrawnAt) },
  ],
};

const requestsAfter = (requestId: string, caseId: string) =>
  read()
    .select({
      row: archiveRequests,
      one: requestCases,
      number: cases.number,
      partner: partners.name,
      source: sources.name,
    })
    .from(requestCases)
    .innerJoin(archiveRequests, eq(archiveRequests.id, requestCases.requestId))
    .innerJoin(cases, eq(cases.id, requestCases.caseId))
    .leftJoin(partners, eq(partners.id, archiveRequests.partnerId))
    .leftJoin(sources, eq(sources.key, archiveRequests.sourceKey))
    .where(
      or(
        gt(requestCases.requestId, requestId),
        and(eq(requestCases.requestId, requestId), gt(requestCases.caseId, caseId)),
      ),
    )
    .orderBy(asc(requestCases.requestId), asc(requestCases.caseId))
    .limit(rowsAtOnce);
type RequestLine = Awaited<ReturnType<typeof requestsAfter>>[number];

export const requestsSheet: ExportSheet<RequestLine> = {
  key: 'requests',
  next: (after) => requestsAfter(after?.one.requestId ?? '', after?.one.caseId ?? ''),
  columns: [
    { key: 'outgoing', width: 14, cell: ({ row }) => row.number },
    { key: 'case', width: 9, cell: ({ number }) => number },
    { key: 'body', width: 36, cell: ({ partner }, { language }) => partner?.[language] ?? null },
    { key: 'source', width: 30, cell: ({ source, row }, { language }) => source?.[language] ?? row.sourceKey },
    { key: 'requestState', width: 14, cell: ({ row }, { text }) => text(`registerExport.state.${row.state}`) },
    { key: 'sent', width: 12, cell: ({ row }) => day(row.sentAt) },
    { key: 'expected', width: 12, cell: ({ row }) => onDay(row.expectedOn) },
    { key: 'answered', width: 12, cell: ({ one }) => day(one.answeredAt) },
    { key: 'outcome', width: 18, cell: ({ one }, { text }) => one.outcome && text(`outcome.${one.outcome}`) },
    { key: 'answer', width: 50, cell: ({ one }) => one.answer },
    { key: 'changed', width: 40, cell: ({ one }) => one.changed },
    { key: 'text', width: 50, cell: ({ row }) => row.text },
  ],
};

const lettersAfter = (id: string) =>
  read()
    .select({ row: letters, number: cases.number, reference: applications.reference, by: staff.name })
    .from(letters)
    .innerJoin(cases, eq(cases.id, letters.caseId))
    .leftJoin(applications, eq(applications.id, letters.applicationId))
    .leftJoin(staff, eq(staff.id, letters.writtenBy))
    .where(gt(letters.id, id))
    .orderBy(asc(letters.id))
    .limit(rowsAtOnce);
type LetterLine = Awaited<ReturnType<typeof lettersAfter>>[number];

export const lettersSheet: ExportSheet<LetterLine> = {
  key: 'letters',
  next: (after) => lettersAfter(after?.row.id ?? ''),
  columns: [
    { key: 'outgoing', width: 14, cell: ({ row }) => row.number },
    { key: 'numberedOn', width: 12, cell: ({ row }) => onDay(row.numberedOn) },
    { key: 'case', width: 9, cell: ({ number }) => number },
    { key: 'reference', width: 11, cell: ({ reference }) => reference },
    { key: 'letterKind', width: 24, cell: ({ row }, { text }) => text(`letterKind.${row.kind}`) },
    { key: 'letterState', width: 20, cell: ({ row }, { text }) => text(`letterState.${row.state}`) },
    { key: 'language', width: 8, cell: ({ row }) => row.language },
    { key: 'writtenBy', width: 22, cell: ({ by }) => by },
    { key: 'writtenOn', width: 12, cell: ({ row }) => day(row.writtenAt) },
    { key: 'settledOn', width: 12, cell: ({ row }) => day(row.settledAt) },
    { key: 'reason', width: 30, cell: ({ row }) => row.reason },
    { key: 'text', width: 60, cell: ({ row }) => row.text },
  ],
};
