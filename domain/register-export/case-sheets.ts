/** Cases, and what was concluded of them. */
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
  burialPlaces,
  caseJoins,
  cases,
  conclusionEvidence,
  conclusions,
  evidence,
  staff,
  takeovers,
} from '@/db/schema';
import { read } from '../database';
import { country, day, type ExportSheet, onDay, rowsAtOnce } from './columns';

const joinedTo = alias(cases, 'joined_to');

const casesAfter = (number: number) =>
  read()
    .select({ row: cases, assignee: staff.name, joinedTo: joinedTo.number, file: takeovers.fileName })
    .from(cases)
    .leftJoin(staff, eq(staff.id, cases.assigneeId))
    .leftJoin(caseJoins, and(eq(caseJoins.caseId, cases.id), isNull(caseJoins.partedAt)))
    .leftJoin(joinedTo, eq(joinedTo.id, caseJoins.intoId))
    .leftJoin(takeovers, eq(takeovers.id, cases.takeoverId))
    .where(gt(cases.number, number))
    .orderBy(asc(cases.number))
    .limit(rowsAtOnce);
type CaseLine = Awaited<ReturnType<typeof casesAfter>>[number];

export const casesSheet: ExportSheet<CaseLine> = {
  key: 'cases',
  next: (after) => casesAfter(after?.row.number ?? 0),
  columns: [
    { key: 'case', width: 9, cell: ({ row }) => row.number },
    { key: 'status', width: 22, cell: ({ row }, { text }) => text(`status.${row.status}`) },
    { key: 'since', width: 12, cell: ({ row }) => day(row.statusSince) },
    { key: 'surname', width: 18, cell: ({ row }) => row.surname },
    { key: 'givenName', width: 16, cell: ({ row }) => row.givenName },
    { key: 'patronymic', width: 18, cell: ({ row }) => row.patronymic },
    { key: 'otherSpellings', width: 24, cell: ({ row }) => row.otherSpellings },
    { key: 'birth', width: 14, cell: ({ row }) => row.birth },
    { key: 'birthPlace', width: 28, cell: ({ row }) => row.birthPlace },
    { key: 'draftPlace', width: 24, cell: ({ row }) => row.draftPlace },
    { key: 'origin', width: 16, cell: ({ row }, { text }) => text(`origin.${row.origin}`) },
    { key: 'received', width: 12, cell: ({ row }) => day(row.receivedAt) },
    { key: 'extendedTo', width: 12, cell: ({ row }) => onDay(row.extendedTo) },
    { key: 'assignee', width: 22, cell: ({ assignee }) => assignee },
    { key: 'joinedTo', width: 10, cell: (line) => line.joinedTo },
    { key: 'takenOver', width: 30, cell: ({ file, row }) => file && `${file}; ${row.takeoverPlace}` },
  ],
};

const proposer = alias(staff, 'proposer');
const decider = alias(staff, 'decider');

async function resultsAfter(id: string) {
  const rows = await read()
    .select({ row: conclusions, number: cases.number, place: burialPlaces, by: proposer.name, decidedBy: decider.name })
    .from(conclusions)
    .innerJoin(cases, eq(cases.id, conclusions.caseId))
    .leftJoin(burialPlaces, eq(burialPlaces.id, conclusions.burialPlaceId))
    .leftJoin(proposer, eq(proposer.id, conclusions.proposedBy))
    .leftJoin(decider, eq(decider.id, conclusions.decidedBy))
    .where(gt(conclusions.id, id))
    .orderBy(asc(conclusions.id))
    .limit(rowsAtOnce);
  const cited = await read()
    .select({ conclusionId: conclusionEvidence.conclusionId, citation: evidence.citation })
    .from(conclusionEvidence)
    .innerJoin(evidence, eq(evidence.id, conclusionEvidence.evidenceId))
    .where(
      inArray(
        conclusionEvidence.conclusionId,
        rows.map(({ row }) => row.id),
      ),
    );
  return rows.map((line) => ({
    ...line,
    citations: cited.filter((one) => one.conclusionId === line.row.id).map((one) => one.citation),
  }));
}
type ResultLine = Awaited<ReturnType<typeof resultsAfter>>[number];

export const resultsSheet: ExportSheet<ResultLine> = {
  key: 'results',
  next: (after) => resultsAfter(after?.row.id ?? ''),
  columns: [
    { key: 'case', width: 9, cell: ({ number }) => number },
    { key: 'conclusionState', width: 16, cell: ({ row }, { text }) => text(`registerExport.state.${row.state}`) },
    { key: 'fate', width: 22, cell: ({ row }, { text }) => text(`fate.${row.fate}`) },
    { key: 'fateDate', width: 14, cell: ({ row }) => row.fateDate },
    { key: 'burialPlace', width: 36, cell: ({ place }) => place?.reportedName ?? null },
    { key: 'countryToday', width: 18, cell: ({ place }, words) => country(place?.countryToday ?? null, words) },
    {
      key: 'burialKind',
      width: 18,
      cell: ({ row }, { text }) => row.burialKind && text(`burialKind.${row.burialKind}`),
    },
    {
      key: 'precision',
      width: 18,
      cell: ({ row }, { text }) => row.burialPrecision && text(`precision.${row.burialPrecision}`),
    },
    { key: 'summary', width: 50, cell: ({ row }) => row.summary },
    { key: 'citations', width: 40, cell: ({ citations }) => citations.join('\n') },
    { key: 'proposedBy', width: 22, cell: ({ by }) => by },
    { key: 'proposedOn', width: 12, cell: ({ row }) => day(row.proposedAt) },
    { key: 'decidedBy', width: 22, cell: ({ decidedBy }) => decidedBy },
    { key: 'decidedOn', width: 12, cell: ({ row }) => day(row.decidedAt) },
  ],
};
