/** Relatives sought: the page that asks for the family of a soldier whose case began without one. */
import { and, eq, ne } from 'drizzle-orm';
import * as z from 'zod/mini';
import { appeals } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { activeApplications } from '../cases/guards';
import { caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { command } from '../command';
import { newId } from '../identity';
import { id, requiredLine, text, version } from '../input';
import { DomainError } from '../result';

const words = { textKk: text(2000), textRu: text(2000), textEn: text(2000), district: requiredLine(200) };
const ofAppeal = { appealId: id(), version: version() };

type Words = { textKk: string; textRu: string; textEn: string; district: string };

/** @throws DomainError `appeal.no-words` when nothing stands in any language */
function columnsOf({ textKk, textRu, textEn, district }: Words) {
  if (!textKk && !textRu && !textEn) throw new DomainError('input.invalid', { textKk: 'appeal.no-words' });
  return { text: { kk: textKk, ru: textRu, en: textEn }, district };
}

/**
 * Writes the appeal of a case that no family stands behind; one appeal a case at a time.
 * @throws DomainError `case.not-found`, `appeal.has-family`, `appeal.there-already`
 */
export const writeAppeal = command(
  'appeal.write',
  z.strictObject({ caseId: id(), ...words }),
  async ({ caseId, ...input }, { actor, tx, record }) => {
    const columns = columnsOf(input);
    const row = await caseForWriting(tx, caseId);
    await refuseWithFamily(caseId);
    if (row.status === 'joined' || row.status === 'withdrawn') throw new DomainError('appeal.case-ended');
    const [other] = await tx
      .select({ id: appeals.id })
      .from(appeals)
      .where(and(eq(appeals.caseId, caseId), ne(appeals.state, 'ended')));
    if (other) throw new DomainError('appeal.there-already');
    const appealId = newId();
    const written = { writtenBy: staffIdOf(actor), writtenAt: now() };
    await tx.insert(appeals).values({ id: appealId, caseId, state: 'draft', ...columns, version: 1, ...written });
    record({ kind: 'appeal.written', caseId, subjectId: appealId, data: { appealId } });
    return { appealId };
  },
);

async function refuseWithFamily(caseId: string): Promise<void> {
  if ((await activeApplications(caseId)).length > 0) throw new DomainError('appeal.has-family');
}

/** Changes the words of an appeal; a published one goes back to a draft, since a manager answers for what stands in public. */
export const changeAppeal = command(
  'appeal.write',
  z.strictObject({ ...ofAppeal, ...words }),
  async ({ appealId, version, ...input }, { tx, record }) => {
    const row = await appealRow(tx, appealId, version);
    if (row.state === 'ended') throw new DomainError('appeal.ended');
    const next = columnsOf(input);
    const fields = (['text', 'district'] as const).filter(
      (field) => JSON.stringify(row[field]) !== JSON.stringify(next[field]),
    );
    if (fields.length === 0) throw new DomainError('find.nothing-changed');
    await update(tx, row, { ...next, state: 'draft', publishedBy: null, publishedAt: null });
    record({ kind: 'appeal.changed', caseId: row.caseId, subjectId: appealId, data: { appealId, fields } });
  },
);

/** Puts an appeal before the public. @throws DomainError `appeal.not-draft`, `appeal.has-family` */
export const publishAppeal = command(
  'appeal.publish',
  z.strictObject(ofAppeal),
  async ({ appealId, version }, { actor, tx, record }) => {
    const row = await appealRow(tx, appealId, version);
    if (row.state !== 'draft') throw new DomainError('appeal.not-draft');
    await refuseWithFamily(row.caseId);
    await update(tx, row, { state: 'published', publishedBy: staffIdOf(actor), publishedAt: now() });
    record({ kind: 'appeal.published', caseId: row.caseId, subjectId: appealId, data: { appealId } });
  },
);

/** Takes an appeal down: the family was found, or the search for it ended. */
export const endAppeal = command(
  'appeal.write',
  z.strictObject(ofAppeal),
  async ({ appealId, version }, { tx, record }) => {
    const row = await appealRow(tx, appealId, version);
    if (row.state === 'ended') throw new DomainError('appeal.ended');
    await update(tx, row, { state: 'ended', endedAt: now() });
    record({ kind: 'appeal.ended', caseId: row.caseId, subjectId: appealId, data: { appealId } });
  },
);

type AppealRow = typeof appeals.$inferSelect;

async function appealRow(tx: WriteDb, appealId: string, version: number): Promise<AppealRow> {
  const [row] = await tx.select().from(appeals).where(eq(appeals.id, appealId));
  if (!row) throw new DomainError('appeal.not-found');
  if (row.version !== version) throw new DomainError('appeal.stale');
  return row;
}

async function update(tx: WriteDb, row: AppealRow, patch: Partial<AppealRow>): Promise<void> {
  const updated = await tx
    .update(appeals)
    .set({ ...patch, version: row.version + 1 })
    .where(and(eq(appeals.id, row.id), eq(appeals.version, row.version)))
    .returning({ id: appeals.id });
  if (updated.length === 0) throw new DomainError('appeal.stale');
}
