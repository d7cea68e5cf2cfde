/** What a document outside the archive index says of the man, field by field, as written there. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { evidence, evidenceFacts } from '@/db/schema';
import { command } from '../command';
import { id, text } from '../input';
import { DomainError } from '../result';
import { type FactField, factFields } from './fact-fields';
import { descriptionsOf } from './fact-sources';
import { caseForWriting } from './moving';

const longest = 1000;
const fieldShape = Object.fromEntries(factFields.map((field) => [field, text(longest)])) as Record<
  FactField,
  ReturnType<typeof text>
>;

/**
 * Writes down what a document says; an empty field says nothing. What stood there before is replaced.
 * @throws DomainError `evidence.not-found`; `evidence.is-record` for a record of the index, which speaks for itself;
 * `case.nothing-changed`
 */
export const describeEvidence = command(
  'evidence.attach',
  z.strictObject({ caseId: id(), evidenceId: id(), ...fieldShape }),
  async ({ caseId, evidenceId, ...says }, { tx, record }) => {
    await caseForWriting(tx, caseId);
    const [found] = await tx
      .select()
      .from(evidence)
      .where(and(eq(evidence.id, evidenceId), eq(evidence.caseId, caseId), isNull(evidence.removedAt)));
    if (!found) throw new DomainError('evidence.not-found');
    if (found.recordId !== null) throw new DomainError('evidence.is-record');
    const before = (await descriptionsOf([evidenceId])).get(evidenceId);
    const changed = factFields.filter((field) => (before?.get(field) ?? '') !== says[field]);
    if (changed.length === 0) throw new DomainError('case.nothing-changed');
    await tx.delete(evidenceFacts).where(eq(evidenceFacts.evidenceId, evidenceId));
    const rows = factFields
      .filter((field) => says[field] !== '')
      .map((field) => ({ evidenceId, field, value: says[field] }));
    if (rows.length > 0) await tx.insert(evidenceFacts).values(rows);
    record({ kind: 'evidence.described', caseId, subjectId: evidenceId, data: { evidenceId, fields: changed } });
  },
);
