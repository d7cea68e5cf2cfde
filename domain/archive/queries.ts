/** Reading the archive index and its imports, for their pages. */
import { and, asc, count, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRecords, cases, evidence, imports, jobs, rejectedRows, sources, staff } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id, whole } from '../input';
import { DomainError } from '../result';
import { casesResting, laterImportsOver } from './import-ties';
import { type ArchiveRow, recordsByIds } from './records';

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
export const archiveRecord = query(
  'archive.read',
  z.strictObject({ recordId: whole(1, Number.MAX_SAFE_INTEGER) }),
  async ({ recordId }) => {
    const kept = (await recordsByIds([recordId])).get(recordId);
    if (!kept) throw new DomainError('archive.not-found');
    const [origin] = await read()
      .select({
        fileName: imports.fileName,
        format: imports.format,
        startedAt: imports.startedAt,
        source: sources.name,
      })
      .from(imports)
      .leftJoin(sources, eq(sources.key, imports.sourceKey))
      .where(eq(imports.id, kept.importId));
    const [{ identity } = { identity: 0 }] = await read()
      .select({ identity: archiveRecords.identity })
      .from(archiveRecords)
      .where(eq(archiveRecords.id, recordId));
    const versions = await read()
      .select({ recordId: archiveRecords.id, version: archiveRecords.version, importedAt: imports.startedAt })
      .from(archiveRecords)
      .innerJoin(imports, eq(imports.number, archiveRecords.importNumber))
      // Records of an older database have no identity before the next import: each is then shown for itself.
      .where(identity === 0 ? eq(archiveRecords.id, recordId) : eq(archiveRecords.identity, identity))
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
    return { record: shown(kept), origin: origin ?? null, versions, usedBy };
  },
);

/** A record as its page shows it. */
const shown = ({ recordId, record, ...kept }: ArchiveRow) => ({ ...record, ...kept, id: recordId });

export type ArchiveRecordPage = Awaited<ReturnType<typeof archiveRecord>>;

const importLine = {
  importId: imports.id,
  source: sources.name,
  number: imports.number,
  sourceKey: imports.sourceKey,
  fileName: imports.fileName,
  sha256: imports.sha256,
  format: imports.format,
  state: imports.state,
  stopAskedAt: imports.stopAskedAt,
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

/** The worker's side of imports: how far the file is read and at what pace, and why a job was given up. */
async function withWork<Row extends { importId: string; state: string; stopAskedAt: number | null }>(rows: Row[]) {
  const open = rows.some((row) => row.state === 'waiting' || row.state === 'running' || row.stopAskedAt !== null);
  const work = open
    ? await read()
        .select({ input: jobs.input, state: jobs.state, progress: jobs.progress, error: jobs.error })
        .from(jobs)
        .where(
          and(
            inArray(jobs.kind, ['archive.import', 'archive.take-out']),
            inArray(jobs.state, ['queued', 'running', 'failed']),
          ),
        )
        .orderBy(desc(jobs.createdAt))
        .limit(200)
    : [];
  return rows.map((row) => {
    const job = work.find(({ input }) => input.importId === row.importId);
    const { percent, rate = 0, left = -1, waiting = 0 } = job?.progress ?? {};
    return {
      ...row,
      /** The share of the file that is read (0 to 1), null when not told. */
      share: percent === undefined ? null : percent / 100,
      /** Rows a second; 0 when not told. */
      rate,
      /** Seconds to the end; null when not told. */
      left: left < 0 ? null : left,
      /** Another import is writing, and this one waits for its end. */
      isBehind: waiting > 0,
      /** A person asked for it to stop or to be withdrawn, and that is not done yet. */
      isEnding: row.stopAskedAt !== null && row.state !== 'cancelled' && row.state !== 'withdrawn',
      givenUp: job?.state === 'failed' ? job.error : null,
    };
  });
}

/** What withdrawing an import would touch: cases that rest on its records, later imports that met them unchanged. */
export const importTies = query('archive.withdraw', z.strictObject({ importId: id() }), async ({ importId }) => {
  const [row] = await read().select().from(imports).where(eq(imports.id, importId));
  if (!row) throw new DomainError('import.not-found');
  return { cases: await casesResting(row), later: await laterImportsOver(row) };
});

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
      .select({
        line: rejectedRows.line,
        reason: rejectedRows.reason,
        detail: rejectedRows.detail,
        row: rejectedRows.row,
      })
      .from(rejectedRows)
      .where(and(eq(rejectedRows.importId, importId), gt(rejectedRows.line, afterLine)))
      .orderBy(asc(rejectedRows.line))
      .limit(limit);
  },
);

export type RejectedRow = Awaited<ReturnType<typeof rejectedOfImport>>[number];
