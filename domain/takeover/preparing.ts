/** The old register before it is taken over: its file read, its columns mapped, its rows corrected. Nothing of it counts yet. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { takeoverRows, takeovers } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { preparedCommand, unrecordedCommand } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { flag, id, oneOf, requiredLine } from '../input';
import { DomainError } from '../result';
import { guessMapping, isTakeoverField, takeoverFields } from './columns';
import { guessOrder } from './dates';
import { keepPlans, openTakeover, sheetOrder, standingTwin } from './planning';
import { acceptable } from './problems';
import { readBook } from './reading/read-book';
import type { Table } from './reading/table';
import { acceptedKey, headingKey, leftOutKey, mergedKey } from './row';

/**
 * Reads a spreadsheet of the old register and says what would come of its rows. The bytes are not kept, only the rows as written.
 * @throws DomainError `input.invalid` with a `takeover.*` at the field `file` for what is no table, hostile, or taken over already
 */
export const readRegister = preparedCommand(
  'register.take-over',
  z.strictObject({ fileName: requiredLine(300), bytes: z.instanceof(Uint8Array) }),
  async ({ bytes }) => ({
    tables: tablesIn(Buffer.from(bytes)),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }),
  async ({ fileName }, { actor, tx, record }, { tables, sha256 }) => {
    if (await standingTwin(sha256)) throw new DomainError('input.invalid', { file: 'takeover.same-file' });
    const takeoverId = newId();
    const columns = [...new Set(tables.flatMap((table) => table.columns))];
    const guessed = guessMapping(columns);
    const mapping = Object.fromEntries(columns.map((column) => [column, guessed[column] ?? '']));
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
    const [takeover] = await tx
      .insert(takeovers)
      .values({
        id: takeoverId,
        fileName,
        sha256,
        state: 'read',
        mapping,
        settings: {
          order: guessOrder(cells),
          language: languageOf(cells),
          channel: 'post',
          [sheetOrder]: JSON.stringify(tables.map((table) => table.sheet)),
        },
        counts: {},
        uploadedBy: staffIdOf(actor),
        uploadedAt: now(),
      })
      .returning();
    if (!takeover) throw new DomainError('takeover.not-found');
    for (const table of tables)
      for (const row of table.rows)
        await tx.insert(takeoverRows).values({
          id: newId(),
          takeoverId,
          sheet: table.sheet,
          row: row.row,
          cells: {
            ...row.cells,
            ...(Object.keys(row.from).length > 0 ? { [mergedKey]: JSON.stringify(row.from) } : {}),
            ...(row.heading ? { [headingKey]: 'yes' } : {}),
          },
          problems: [],
          outcome: 'refused',
        });
    const counts = await keepPlans(tx, takeover);
    record({ kind: 'register.read', subjectId: takeoverId, data: { takeoverId, rows: counts.rows ?? 0 } });
    return { takeoverId, counts };
  },
);

function tablesIn(bytes: Buffer): Table[] {
  try {
    return readBook(bytes);
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError('input.invalid', { file: error.code }, error.details);
    throw error;
  }
}

/** Written mostly with Kazakh letters it is a Kazakh file. */
function languageOf(cells: readonly string[]): 'kk' | 'ru' {
  const kazakh = cells.filter((cell) => /[әғқңөұүһі]/i.test(cell)).length;
  const russian = cells.filter((cell) => /[ыэъё]/i.test(cell) && !/[әғқңөұүһі]/i.test(cell)).length;
  return kazakh >= russian ? 'kk' : 'ru';
}

/** Says which column fills which field, and how the file is to be read. Columns left out keep filling nothing. */
export const mapRegister = unrecordedCommand(
  'register.take-over',
  z.strictObject({
    takeoverId: id(),
    order: oneOf(['day-first', 'month-first']),
    language: oneOf(['kk', 'ru', 'en']),
    channel: oneOf(['post', 'telephone', 'visit', 'email', 'web']),
    /** Fields by column. */
    fields: z.record(z.string(), z.string()),
  }),
  async ({ takeoverId, fields, ...chosen }, { tx }) => {
    const before = await openTakeover(takeoverId);
    const mapping = Object.fromEntries(
      Object.keys(before.mapping).map((column) => {
        const field = Object.hasOwn(fields, column) ? (fields[column] ?? '') : '';
        if (field && !isTakeoverField(field)) throw new DomainError('input.invalid', { fields: 'input.choose' });
        return [column, field];
      }),
    );
    const settings = { ...before.settings, ...chosen };
    const after = { ...before, mapping, settings };
    await tx.update(takeovers).set({ mapping, settings }).where(eq(takeovers.id, takeoverId));
    return { counts: await keepPlans(tx, after) };
  },
);

/**
 * Corrects a row by hand: values by field, an empty one too; what only looks wrong is accepted as it stands. What the file says
 * stays beside it.
 */
export const correctRow = unrecordedCommand(
  'register.take-over',
  z.strictObject({
    takeoverId: id(),
    rowId: id(),
    values: z.record(z.string(), z.string().check(z.maxLength(4000, { error: () => 'input.too-long' }))),
    accepted: z._default(z.array(z.string()), []),
  }),
  async ({ takeoverId, rowId, values, accepted }, { tx }) => {
    const takeover = await openTakeover(takeoverId);
    const row = await rowOfTakeover(takeoverId, rowId);
    const typed = takeoverFields.flatMap((field) => {
      const text = values[field];
      return text === undefined ? [] : [[field, text.replaceAll('\0', '').toWellFormed().trim()] as const];
    });
    const codes = acceptable.filter((code) => accepted.includes(code)).join(' ');
    const corrected = { ...row.corrected, ...Object.fromEntries(typed), [acceptedKey]: codes };
    await tx.update(takeoverRows).set({ corrected }).where(eq(takeoverRows.id, rowId));
    return { counts: await keepPlans(tx, takeover) };
  },
);

/** Leaves a row out, or takes it in again. */
export const leaveRowOut = unrecordedCommand(
  'register.take-over',
  z.strictObject({ takeoverId: id(), rowId: id(), leaveOut: flag() }),
  async ({ takeoverId, rowId, leaveOut }, { tx }) => {
    const takeover = await openTakeover(takeoverId);
    const row = await rowOfTakeover(takeoverId, rowId);
    const corrected = { ...row.corrected, [leftOutKey]: leaveOut ? 'yes' : 'no' };
    await tx.update(takeoverRows).set({ corrected }).where(eq(takeoverRows.id, rowId));
    return { counts: await keepPlans(tx, takeover) };
  },
);

/** Leaves out every row that is refused as it stands. */
export const leaveRefusedOut = unrecordedCommand(
  'register.take-over',
  z.strictObject({ takeoverId: id() }),
  async ({ takeoverId }, { tx }) => {
    const takeover = await openTakeover(takeoverId);
    const refused = await tx
      .select()
      .from(takeoverRows)
      .where(and(eq(takeoverRows.takeoverId, takeoverId), eq(takeoverRows.outcome, 'refused')));
    for (const row of refused)
      await tx
        .update(takeoverRows)
        .set({ corrected: { ...row.corrected, [leftOutKey]: 'yes' } })
        .where(eq(takeoverRows.id, row.id));
    return { counts: await keepPlans(tx, takeover) };
  },
);

async function rowOfTakeover(takeoverId: string, rowId: string) {
  const row = (await rowsById(takeoverId, rowId))[0];
  if (!row) throw new DomainError('takeover.row-not-found');
  return row;
}

const rowsById = (takeoverId: string, rowId: string) =>
  read()
    .select()
    .from(takeoverRows)
    .where(and(eq(takeoverRows.takeoverId, takeoverId), eq(takeoverRows.id, rowId)));
