/** What leaves the house of one case as a file for genealogists: the soldier, his parents and wife as documents name them. */
import { eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, type Names, sources } from '@/db/schema';
import { type Kin, readKin } from '../archive/normalising/kin';
import { recordsByIds } from '../archive/records';
import type { FactField } from '../cases/fact-fields';
import { readFacts } from '../cases/facts';
import { command } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { openCase } from './cases';
import type { caseWhole } from './shapes';

/** A value that a document states; `evidenceId` says which. */
export type Stated = { value: string; evidenceId: string };

export type CaseExport = {
  sought: z.infer<typeof caseWhole>;
  /** As an archive record has it; '' where none says. */
  sex: 'M' | 'F' | '';
  /** What documents state. What only a relative wrote is not given out. */
  stated: Partial<Record<FactField, Stated>>;
  /** Parents and wife, the dead of another age; children and brothers may live, or be the applicant. */
  kin: (Kin & { evidenceId: string })[];
  /** Name of the source of each piece of evidence that is an archive record. */
  sourceOf: ReadonlyMap<string, Names>;
};

/**
 * Takes one case out as data for a file; recorded. A case whose confirmed fate is not released does not leave the house.
 * @throws DomainError `case.not-found`; `case.fate-not-released`
 */
export const exportCase = command(
  'case.export',
  z.strictObject({ caseId: id() }),
  async ({ caseId }, { actor, record }): Promise<CaseExport> => {
    const [row] = await read().select({ id: cases.id }).from(cases).where(eq(cases.id, caseId));
    if (!row) throw new DomainError('case.not-found');
    const sought = await openCase(actor, { caseId });
    if (sought.conclusion?.withheld) throw new DomainError('case.fate-not-released');
    const stated = await statedByDocuments(caseId);
    const records = await recordsByIds(sought.evidence.flatMap(({ recordId }) => recordId ?? []));
    const documents = sought.evidence.flatMap(({ id: evidenceId, recordId }) => {
      const found = records.get(recordId ?? 0);
      return found ? [{ evidenceId, found }] : [];
    });
    const names = await namesOf(documents.map(({ found }) => found.sourceKey));
    record({ kind: 'case.exported', caseId, data: { form: 'gedcom' } });
    return {
      sought,
      sex: sexOf(documents.map(({ found }) => found.record.sex)),
      stated,
      kin: stated.kin ? closeKin(stated.kin) : [],
      sourceOf: new Map(
        documents.flatMap(({ evidenceId, found }) => {
          const name = names.get(found.sourceKey);
          return name ? [[evidenceId, name] as const] : [];
        }),
      ),
    };
  },
);

async function statedByDocuments(caseId: string): Promise<CaseExport['stated']> {
  const stated: CaseExport['stated'] = {};
  for (const { field, goesBy, open, groups } of await readFacts(caseId)) {
    if (open) continue;
    const values = groups.flatMap((group) => group.values).filter(({ origin }) => origin === 'evidence');
    const best = values.find(({ value }) => value === goesBy) ?? values[0];
    if (best?.originId) stated[field] = { value: best.value, evidenceId: best.originId };
  }
  return stated;
}

const closeKin = ({ value, evidenceId }: Stated): CaseExport['kin'] =>
  readKin(value)
    .filter(({ relation, names }) => ['father', 'mother', 'wife'].includes(relation ?? '') && names.length > 0)
    .map((kin) => ({ ...kin, evidenceId }));

function sexOf(written: readonly string[]): CaseExport['sex'] {
  const said = written.map((text) => text.trim().toLowerCase()).find(Boolean) ?? '';
  if (/^(?:м|m|е)/u.test(said)) return 'M';
  return /^(?:ж|f|ә|w)/u.test(said) ? 'F' : '';
}

async function namesOf(keys: readonly string[]): Promise<Map<string, Names>> {
  const rows = await read()
    .select({ key: sources.key, name: sources.name })
    .from(sources)
    .where(inArray(sources.key, [...new Set(keys)]));
  return new Map(rows.map(({ key, name }) => [key, name]));
}
