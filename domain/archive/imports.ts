/** Imports of record files: entered, agreed to, stopped and withdrawn by a person; read in by the worker or the command line. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { and, eq, inArray, max } from 'drizzle-orm';
import * as z from 'zod/mini';
import { imports, jobs, sources } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { now } from '../clock';
import { command, preparedCommand } from '../command';
import { newId } from '../identity';
import { flag, id, oneOf, requiredLine } from '../input';
import { queueJob } from '../jobs';
import { DomainError } from '../result';
import { agreedMapping, formats, openedTable, readMapping, refusalOf } from './agreed-mapping';
import { casesResting, laterImportsOver } from './import-ties';
import { type MappedField, type Mapping, mappedFields } from './reading/formats';
import { asRefusal } from './reading/refusal';

/** Which column of the file fills which value of a record; a value left out, or given as '', is not filled. */
const mappingShape = z.optional(z.record(z.string(), z.string().check(z.maxLength(2000))));

/** Where a file lies on this machine; given by our own code, never typed. */
const filePath = () => requiredLine(1000);

type ReadFile = { sha256: string; columns: string[]; mapping: Mapping };

/**
 * Enters an import. `prepared` waits for a person to agree to its mapping; `queued` gives it to the worker; else the caller runs it.
 */
export const startImport = preparedCommand(
  'archive.import',
  z.strictObject({
    sourceKey: requiredLine(80),
    fileName: requiredLine(300),
    path: filePath(),
    format: oneOf(formats),
    queued: z.boolean(),
    prepared: z.optional(z.boolean()),
    /** Corrects the mapping that the layout makes. */
    mapping: mappingShape,
  }),
  async ({ path, format, mapping, prepared }): Promise<ReadFile> => {
    const sha256 = await hashFile(path);
    const isAsked = Object.keys(mapping ?? {}).length > 0;
    if (!isAsked && !prepared) return { sha256, columns: [], mapping: {} };
    if (isAsked) return { sha256, ...(await agreedMapping(path, format, mapping ?? {})) };
    const { columns, mapping: guessed } = await openedTable(path, format);
    return { sha256, columns, mapping: guessed };
  },
  async (input, context, { sha256, columns, mapping }): Promise<{ importId: string }> => {
    const { actor, tx, record } = context;
    await refuseUnknownSource(tx, input.sourceKey);
    const importId = newId();
    const [{ last } = { last: null }] = await tx.select({ last: max(imports.number) }).from(imports);
    await tx.insert(imports).values({
      id: importId,
      number: (last ?? 0) + 1,
      sourceKey: input.sourceKey,
      fileName: input.fileName,
      sha256,
      format: input.format,
      state: input.prepared ? 'prepared' : 'waiting',
      read: 0,
      added: 0,
      updated: 0,
      unchanged: 0,
      duplicates: 0,
      rejected: 0,
      lastLine: 0,
      columns,
      mapping: mapping as Record<string, string>,
      importedBy: 'staffId' in actor ? actor.staffId : null,
      startedAt: now(),
    });
    record({ kind: 'import.started', subjectId: importId, data: { importId, sourceKey: input.sourceKey } });
    if (input.queued && !input.prepared) await queueJob(context, 'archive.import', { importId, path: input.path });
    return { importId };
  },
);

/** The place of a column in the file, from 0; '' for none. */
const columnPlace = () => z.optional(z.string().check(z.regex(/^\d{0,4}$/, { error: () => 'import.unknown-column' })));

/** One input for every value of a record: the column that fills it. */
const placesShape = Object.fromEntries(mappedFields.map((field) => [field, columnPlace()])) as Record<
  MappedField,
  ReturnType<typeof columnPlace>
>;

/** Agrees to a prepared import, with its source and its mapping as changed by hand: the worker takes it up. */
export const beginImport = command(
  'archive.import',
  z.strictObject({ importId: id(), path: filePath(), sourceKey: requiredLine(80), ...placesShape }),
  async ({ importId, path, sourceKey, ...places }, context) => {
    const { tx, record } = context;
    const row = await importIn(tx, importId);
    if (row.state !== 'prepared') throw new DomainError('import.begun-already');
    await refuseUnknownSource(tx, sourceKey);
    const mapping = readMapping(namedColumns(places, row.columns), row.columns) as Record<string, string>;
    await tx
      .update(imports)
      .set({ state: 'waiting', sourceKey, mapping, startedAt: now() })
      .where(eq(imports.id, importId));
    record({ kind: 'import.agreed', subjectId: importId, data: { importId, sourceKey } });
    await queueJob(context, 'archive.import', { importId, path });
  },
);

/** A place beyond the columns becomes a name that no column has, to be refused with its field. */
function namedColumns(places: Readonly<Record<string, string | undefined>>, columns: readonly string[]) {
  return Object.fromEntries(
    Object.entries(places).map(([field, place]) => [field, place ? (columns[Number(place)] ?? '\0') : '']),
  );
}

/** Gives an import that broke off (a full disk, a worker that died) to the worker again: it goes on after its last line. */
export const resumeImport = command(
  'archive.import',
  z.strictObject({ importId: id(), path: filePath() }),
  async ({ importId, path }, context) => {
    const row = await importIn(context.tx, importId);
    const isOpen = row.state === 'waiting' || row.state === 'running' || row.state === 'failed';
    if (!isOpen || row.stopAskedAt !== null || (await isAtWork(context.tx, importId)))
      throw new DomainError('import.not-resumable');
    await queueJob(context, 'archive.import', { importId, path });
  },
);

/**
 * Stops an import that is not finished: whoever reads it in stops after the rows in hand and takes out everything that came in.
 * @throws DomainError `import.not-cancellable` when it is over
 */
export const cancelImport = command('archive.import', z.strictObject({ importId: id() }), async (input, context) => {
  const { tx, record } = context;
  const row = await importIn(tx, input.importId);
  const isOpen = row.state === 'prepared' || row.state === 'waiting' || row.state === 'running';
  if (!isOpen || row.stopAskedAt !== null) throw new DomainError('import.not-cancellable');
  const isEmpty = row.state !== 'running' && row.firstRecord === null;
  await tx
    .update(imports)
    .set({ stopAskedAt: now(), ...(isEmpty && { state: 'cancelled', finishedAt: now() }) })
    .where(eq(imports.id, row.id));
  const data = { importId: row.id };
  if (isEmpty) record({ kind: 'import.cancelled', subjectId: row.id, data: { ...data, records: 0 } });
  else {
    record({ kind: 'import.stop-asked', subjectId: row.id, data });
    // Where nobody is reading it in any more, the worker takes it out.
    await queueJob(context, 'archive.take-out', { importId: row.id });
  }
});

/**
 * Asks for one import to be taken out whole: the worker does it, or the caller when not `queued`. Refused while a case rests on one
 * of its records, and while a later import of the same source found records unchanged that may be this one's.
 * @throws DomainError `import.in-use` with the numbers of the cases, `import.met-again` with the later imports,
 * `import.source-busy` while another import of the source runs, `import.not-withdrawable` in any other state
 */
export const withdrawImport = command(
  'archive.withdraw',
  z.strictObject({ importId: id(), queued: z._default(flag(), true) }),
  async ({ importId, queued }, context) => {
    const { tx, record } = context;
    const row = await importIn(tx, importId);
    const isWhole = row.state === 'done' || row.state === 'failed';
    if (!isWhole || row.stopAskedAt !== null) throw new DomainError('import.not-withdrawable');
    const resting = await casesResting(row);
    if (resting.length > 0) {
      const numbers = resting.map(({ number }) => number).join(', ');
      throw new DomainError('import.in-use', {}, { cases: resting.length, numbers });
    }
    const later = await laterImportsOver(row);
    if (later.some(({ state }) => state === 'running')) throw new DomainError('import.source-busy');
    if (later.length > 0) {
      const files = later.map(({ fileName }) => fileName).join(', ');
      throw new DomainError('import.met-again', {}, { imports: later.length, files });
    }
    await tx.update(imports).set({ stopAskedAt: now() }).where(eq(imports.id, importId));
    record({ kind: 'import.withdraw-asked', subjectId: importId, data: { importId } });
    if (queued) await queueJob(context, 'archive.take-out', { importId });
  },
);

async function importIn(tx: WriteDb, importId: string): Promise<typeof imports.$inferSelect> {
  const [row] = await tx.select().from(imports).where(eq(imports.id, importId));
  if (!row) throw new DomainError('import.not-found');
  return row;
}

async function refuseUnknownSource(tx: WriteDb, sourceKey: string): Promise<void> {
  const [source] = await tx.select({ key: sources.key }).from(sources).where(eq(sources.key, sourceKey));
  if (!source) throw new DomainError('input.invalid', { sourceKey: 'source.not-found' });
}

async function isAtWork(tx: WriteDb, importId: string): Promise<boolean> {
  const open = await tx
    .select({ input: jobs.input })
    .from(jobs)
    .where(and(eq(jobs.kind, 'archive.import'), inArray(jobs.state, ['queued', 'running'])));
  return open.some(({ input }) => input.importId === importId);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    throw refusalOf(asRefusal(error, path));
  }
  return hash.digest('hex');
}
