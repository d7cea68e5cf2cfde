/** Reading the archive index and its imports, for their pages. */
import { and, asc, count, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRecords, cases, evidence, imports, jobs, rejectedRows, sources, staff } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id, whole } from '../input';
import { DomainError } from '../result';

export type SourceName = { kk: string; ru: string; en: string };

/** The facts of a case that a lookup is made for and a record is held against. @throws DomainError `case.not-found` */
export const caseInHand = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const [found] = await read()
    .select({
      caseId: cases.id,
      number: cases.number,
      assigneeId: cases.assigneeId,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
      otherSpellings: cases.otherSpellings,
      birth: cases.birth,
      birthPlace: cases.birthPlace,
      draftPlace: cases.draftPlace,
    })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!found) throw new DomainError('case.not-found');
  return found;
});

export type CaseInHand = Awaited<ReturnType<typeof caseInHand>>;

/**
 * One archive record whole: as written, with its import, all its versions (newest first) and the cases whose evidence it is.
 * @throws DomainError `archive.not-found`
 */
export const archiveRecord = query('archive.read', z.strictObject({ recordId: id() }), async ({ recordId }) => {
  const [record] = await read().select().from(archiveRecords).where(eq(archiveRecords.id, recordId));
  if (!record) throw new DomainError('archive.not-found');
  const [origin] = await read()
    .select({ fileName: imports.fileName, startedAt: imports.startedAt, source: sources.name })
    .from(imports)
    .leftJoin(sources, eq(sources.key, imports.sourceKey))
    .where(eq(imports.id, record.importId));
  const versions = await read()
    .select({ recordId: archiveRecords.id, version: archiveRecords.version, importedAt: imports.startedAt })
    .from(archiveRecords)
    .innerJoin(imports, eq(imports.id, archiveRecords.importId))
    .where(
      and(eq(archiveRecords.sourceKey, record.sourceKey), eq(archiveRecords.sourceRecordId, record.sourceRecordId)),
    )
    .orderBy(desc(archiveRecords.version));
  const usedBy = await read()
    .select({
      caseId: cases.id,
      number: cases.number,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
    })
    .from(evidence)
    .innerJoin(cases, eq(cases.id, evidence.caseId))
    .where(and(eq(evidence.recordId, recordId), isNull(evidence.removedAt)))
    .orderBy(asc(cases.number));
  return { record, origin: origin ?? null, versions, usedBy };
});

export type ArchiveRecordPage = Awaited<ReturnType<typeof archiveRecord>>;

const importLine = {
  importId: imports.id,
  source: sources.name,
  fileName: imports.fileName,
  format: imports.format,
  state: imports.state,
  read: imports.read,
  added: imports.added,
  updated: imports.updated,
  unchanged: imports.unchanged,
  duplicates: imports.duplicates,
  rejected: imports.rejected,
  refusal: imports.refusal,
  by: staff.name,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
};

const importLines = () =>
  read()
    .select(importLine)
    .from(imports)
    .leftJoin(sources, eq(sources.key, imports.sourceKey))
    .leftJoin(staff, eq(staff.id, imports.importedBy));

/** Imports, newest first, with how far the running ones are. */
export const importList = query(
  'archive.import',
  z.strictObject({ limit: z._default(whole(1, 200), 25), offset: z._default(whole(0, 1_000_000), 0) }),
  async ({ limit, offset }) => {
    const [counted] = await read().select({ total: count() }).from(imports);
    const rows = await importLines().orderBy(desc(imports.startedAt), desc(imports.id)).limit(limit).offset(offset);
    return { total: counted?.total ?? 0, rows: await withWork(rows) };
  },
);

/** One import with the beginning of its rejected rows. @throws DomainError `import.not-found` */
export const importPage = query('archive.import', z.strictObject({ importId: id() }), async ({ importId }) => {
  const [line] = await withWork(await importLines().where(eq(imports.id, importId)));
  if (!line) throw new DomainError('import.not-found');
  return line;
});

export type ImportLine = Awaited<ReturnType<typeof importPage>>;

/** The worker's side of imports: the share of the file that is read (0 to 1, null when not told), and why a job was given up. */
async function withWork<Row extends { importId: string; state: string }>(rows: Row[]) {
  const open = rows.some((row) => row.state === 'waiting' || row.state === 'running');
  const work = open
    ? await read()
        .select({ input: jobs.input, state: jobs.state, progress: jobs.progress, error: jobs.error })
        .from(jobs)
        .where(and(eq(jobs.kind, 'archive.import'), inArray(jobs.state, ['queued', 'running', 'failed'])))
        .orderBy(desc(jobs.createdAt))
        .limit(200)
    : [];
  return rows.map((row) => {
    const job = work.find(({ input }) => input.importId === row.importId);
    return {
      ...row,
      share: job?.progress?.percent === undefined ? null : job.progress.percent / 100,
      givenUp: job?.state === 'failed' ? job.error : null,
    };
  });
}

/** Rejected rows of one import after a line, in the order of the file. @throws DomainError `import.not-found` */
export const rejectedOfImport = query(
  'archive.import',
  z.strictObject({
    importId: id(),
    afterLine: z._default(whole(0, Number.MAX_SAFE_INTEGER), 0),
    limit: z._default(whole(1, 1000), 100),
  }),
  async ({ importId, afterLine, limit }) => {
    const [known] = await read().select({ id: imports.id }).from(imports).where(eq(imports.id, importId));
    if (!known) throw new DomainError('import.not-found');
    return read()
      .select({ line: rejectedRows.line, reason: rejectedRows.reason, row: rejectedRows.row })
      .from(rejectedRows)
      .where(and(eq(rejectedRows.importId, importId), gt(rejectedRows.line, afterLine)))
      .orderBy(asc(rejectedRows.line))
      .limit(limit);
  },
);

export type RejectedRow = Awaited<ReturnType<typeof rejectedOfImport>>[number];
