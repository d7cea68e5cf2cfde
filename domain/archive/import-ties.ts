/** What hangs on the records of an import: cases that rest on them, later imports that found them unchanged. */
import { and, asc, between, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { archiveRecords, cases, evidence, imports } from '@/db/schema';
import { read } from '../database';

type Brought = { number: number; firstRecord: number | null; lastRecord: number | null };

/** Cases whose standing evidence is a record of this import, by their numbers. */
export async function casesResting({ number, firstRecord, lastRecord }: Brought) {
  if (firstRecord === null || lastRecord === null) return [];
  return read()
    .selectDistinct({
      caseId: cases.id,
      number: cases.number,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
    })
    .from(evidence)
    .innerJoin(archiveRecords, eq(archiveRecords.id, evidence.recordId))
    .innerJoin(cases, eq(cases.id, evidence.caseId))
    .where(
      and(
        isNull(evidence.removedAt),
        isNotNull(evidence.recordId),
        between(evidence.recordId, firstRecord, lastRecord),
        eq(archiveRecords.importNumber, number),
      ),
    )
    .orderBy(asc(cases.number));
}

/**
 * Later imports of the same source that met records which were there already: what they found unchanged may be this import's, and
 * would be lost with it. A running one is named too, for it may yet meet some.
 */
export async function laterImportsOver({ number, sourceKey }: { number: number; sourceKey: string }) {
  const later = await read()
    .select({ importId: imports.id, fileName: imports.fileName, state: imports.state, unchanged: imports.unchanged })
    .from(imports)
    .where(
      and(
        eq(imports.sourceKey, sourceKey),
        gt(imports.number, number),
        inArray(imports.state, ['running', 'done', 'failed']),
      ),
    )
    .orderBy(asc(imports.number));
  return later.filter(({ state, unchanged }) => state === 'running' || unchanged > 0);
}
