/** Every value that the sources of a case state, field by field: applications, attached records, described documents, the case itself. */
import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm';
import { applications, cases, events, evidence, evidenceFacts } from '@/db/schema';
import { known } from '../applications/fields';
import { splitDraft } from '../archive/normalising/draft';
import { withNotes } from '../archive/normalising/notes';
import type { MappedRecord } from '../archive/reading/formats';
import { recordsByIds } from '../archive/records';
import { read } from '../database';
import { kinOf } from '../matching/cases';
import { fold } from '../names';
import { type FactField, factFields, factTable, isCarried, isSaid } from './fact-fields';
import type { FactValue } from './fact-groups';

type CaseRow = typeof cases.$inferSelect;

/**
 * The values of a case and of those joined to it, documents first, then relatives in the order they wrote. What the case itself says
 * is a value of its own only where nobody else says it in these words.
 */
export async function factValues(row: CaseRow, memberIds: readonly string[]): Promise<FactValue[]> {
  const numbers = new Map(
    (
      await read()
        .select({ id: cases.id, number: cases.number })
        .from(cases)
        .where(inArray(cases.id, [...memberIds]))
    ).map(({ id, number }) => [id, number]),
  );
  const ofCase = (caseId: string) => (caseId === row.id ? null : (numbers.get(caseId) ?? null));
  const stated = [...(await statedByEvidence(memberIds, ofCase)), ...(await statedByRelatives(memberIds, ofCase))];
  return [...stated, ...statedByCase(row, stated)];
}

async function statedByEvidence(memberIds: readonly string[], ofCase: (caseId: string) => number | null) {
  const rows = await read()
    .select()
    .from(evidence)
    .where(and(inArray(evidence.caseId, [...memberIds]), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.attachedAt), asc(evidence.id));
  const records = await recordsByIds(rows.flatMap(({ recordId }) => recordId ?? []));
  const described = await descriptionsOf(rows.map(({ id }) => id));
  const describedAt = await describedLast(memberIds);
  return rows.flatMap(({ id, caseId, recordId, citation, attachedAt }) => {
    const record = recordId === null ? undefined : records.get(recordId)?.record;
    const says = record ? saidByRecord(record) : described.get(id);
    return factFields.flatMap((field): FactValue[] => {
      const value = says?.get(field)?.trim() ?? '';
      if (!isSaid(value)) return [];
      const from = { origin: 'evidence' as const, originId: id, source: citation, applicant: '', recordId };
      return [
        { field, value, compared: value, ...from, ofCase: ofCase(caseId), since: describedAt.get(id) ?? attachedAt },
      ];
    });
  });
}

/** When what they say was written down last. */
async function describedLast(memberIds: readonly string[]): Promise<Map<string | null, number | null>> {
  const rows = await read()
    .select({ id: events.subjectId, at: max(events.at) })
    .from(events)
    .where(and(inArray(events.caseId, [...memberIds]), eq(events.kind, 'evidence.described')))
    .groupBy(events.subjectId);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** What documents outside the archive index say, as staff wrote it down, by the piece of evidence. */
export async function descriptionsOf(evidenceIds: readonly string[]): Promise<Map<string, Map<FactField, string>>> {
  const rows = await read()
    .select()
    .from(evidenceFacts)
    .where(inArray(evidenceFacts.evidenceId, [...evidenceIds]));
  const found = new Map<string, Map<FactField, string>>();
  for (const { evidenceId, field, value } of rows) {
    const own = found.get(evidenceId) ?? new Map<FactField, string>();
    found.set(evidenceId, own.set(field as FactField, value));
  }
  return found;
}

function saidByRecord(written: MappedRecord): Map<FactField, string> {
  const record = withNotes(written);
  const first = (names: readonly (keyof MappedRecord)[]) => names.map((name) => record[name]).find(isSaid) ?? '';
  const said = new Map(factFields.map((field) => [field, first(factTable[field].record)]));
  // «12.10.1941, Акмолинский РВК» stands in one column.
  const { date, place } = splitDraft(record.draftPlace);
  if (!said.get('draftDate')) said.set('draftDate', date);
  return said.set('draftPlace', place);
}

async function statedByRelatives(memberIds: readonly string[], ofCase: (caseId: string) => number | null) {
  const rows = await read()
    .select()
    .from(applications)
    .where(and(inArray(applications.caseId, [...memberIds]), isNull(applications.erasedAt)))
    .orderBy(asc(applications.receivedAt), asc(applications.id));
  return rows.flatMap(({ id, caseId, reference, applicantName, answers, receivedAt }) =>
    factFields.flatMap((field): FactValue[] => {
      const { value, compared } = saidByRelative(field, answers);
      if (!isSaid(value)) return [];
      const from = { origin: 'application' as const, originId: id, source: reference, applicant: applicantName };
      return [{ field, value, compared, ...from, recordId: null, ofCase: ofCase(caseId), since: receivedAt }];
    }),
  );
}

function saidByRelative(field: FactField, answers: Record<string, string>): { value: string; compared: string } {
  const given = factTable[field].answers.map((name) => known(answers[name]).trim()).filter(Boolean);
  if (field === 'kin') {
    const list = (name: string) => [known(answers[name])].filter(Boolean);
    // Bare names: the form's own words say who they are.
    return { value: given.join('; '), compared: kinOf(list('parents'), list('wife')) };
  }
  const [value = ''] = given;
  // A family that got no notice says nothing of his fate.
  const said = field === 'fate' && value === 'none' ? '' : value;
  return { value: said, compared: said };
}

function statedByCase(row: CaseRow, stated: readonly FactValue[]): FactValue[] {
  return factFields.filter(isCarried).flatMap((field): FactValue[] => {
    const value = row[field];
    if (!isSaid(value) || stated.some((one) => one.field === field && fold(one.value) === fold(value))) return [];
    const from = { origin: 'staff' as const, originId: null, source: '', applicant: '', recordId: null, ofCase: null };
    return [{ field, value, compared: value, ...from, since: row.receivedAt }];
  });
}
