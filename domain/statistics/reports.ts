/** Monthly and yearly reports: asked for by a manager, made by the worker, kept as files. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { and, count, desc, eq, gt } from 'drizzle-orm';
import * as z from 'zod/mini';
import { reports, staff } from '@/db/schema';
import { filePath, partPath, place, refuseWithoutRoom } from '../attachments/files';
import { now } from '../clock';
import { command, query, unrecordedCommand } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { id, oneOf, requiredLine, whole } from '../input';
import { queueJob } from '../jobs';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { isPeriod } from './report-period';
import { type ReportSpan, reportSpan } from './report-plan';

export const reportForms = ['pdf', 'xlsx'] as const;
export const reportLanguages = ['kk', 'ru', 'en'] as const;

type Row = typeof reports.$inferSelect;

/** A report that waits longer than this, in milliseconds, was given up: making one takes seconds. */
const longestWait = 15 * 60_000;

/** A year, or a month of one; a form may give the month by itself. */
const period = () =>
  z.string({ error: () => 'input.required' }).check(
    z.trim(),
    z.refine((text) => isPeriod(text), { error: () => 'report.unknown-period' }),
  );

/**
 * Asks for a report about a month or a year that has begun.
 * @throws DomainError `report.future`, `report.asked-already` while the same one is being made
 */
export const askReport = command(
  'report.make',
  z.strictObject({ period: period(), language: oneOf(reportLanguages), form: oneOf(reportForms) }),
  async (input, context): Promise<{ reportId: string }> => {
    const { actor, tx, record } = context;
    if (dayOf(now()).slice(0, input.period.length) < input.period)
      throw new DomainError('report.future', { period: 'report.future' });
    const same = and(
      eq(reports.period, input.period),
      eq(reports.language, input.language),
      eq(reports.form, input.form),
      eq(reports.state, 'waiting'),
      gt(reports.askedAt, now() - longestWait),
    );
    const [waiting] = await tx.select({ id: reports.id }).from(reports).where(same).limit(1);
    if (waiting) throw new DomainError('report.asked-already');
    const reportId = newId();
    const askedBy = 'staffId' in actor ? actor.staffId : '';
    await tx.insert(reports).values({ id: reportId, ...input, state: 'waiting', askedBy, askedAt: now() });
    record({ kind: 'report.asked', subjectId: reportId, data: { reportId, period: input.period, form: input.form } });
    await queueJob(context, 'report.make', { reportId });
    return { reportId };
  },
);

export type ReportLine = Pick<Row, 'period' | 'language' | 'form' | 'state' | 'bytes' | 'askedAt' | 'readyAt'> & {
  reportId: string;
  askedBy: string;
};

/** The reports that were asked for, latest first. */
export const reportList = query(
  'report.read',
  z.strictObject({ limit: z._default(whole(1, 200), 25), offset: z._default(whole(0, 1_000_000), 0) }),
  async ({ limit, offset }): Promise<{ rows: ReportLine[]; total: number }> => {
    const rows = await read()
      .select({ row: reports, askedBy: staff.name })
      .from(reports)
      .innerJoin(staff, eq(staff.id, reports.askedBy))
      .orderBy(desc(reports.askedAt), desc(reports.id))
      .limit(limit)
      .offset(offset);
    const [counted] = await read().select({ total: count() }).from(reports);
    return {
      rows: rows.map(({ row, askedBy }) => ({
        ...{ reportId: row.id, period: row.period, language: row.language, form: row.form },
        ...{ bytes: row.bytes, askedAt: row.askedAt, readyAt: row.readyAt, askedBy },
        state: row.state === 'waiting' && row.askedAt < now() - longestWait ? 'failed' : row.state,
      })),
      total: counted?.total ?? 0,
    };
  },
);

/** A report that is ready, as it was made. @throws DomainError `report.not-found` */
export const reportFile = query(
  'report.read',
  z.strictObject({ reportId: id() }),
  async ({ reportId }): Promise<Pick<Row, 'period' | 'language' | 'form'> & { content: Buffer }> => {
    const [row] = await read().select().from(reports).where(eq(reports.id, reportId));
    const path = row?.state === 'ready' && row.sha256 ? filePath(row.sha256) : '';
    if (!row || !path || !existsSync(path)) throw new DomainError('report.not-found');
    const content = readFileSync(path);
    if (createHash('sha256').update(content).digest('hex') !== row.sha256) throw new DomainError('report.not-found');
    return { period: row.period, language: row.language, form: row.form, content };
  },
);

export type ReportToMake = Pick<Row, 'language' | 'form'> & ReportSpan;

/** What the worker is to make; null when it was made already. */
export const reportToMake = query(
  'report.run',
  z.strictObject({ reportId: id() }),
  async ({ reportId }): Promise<ReportToMake | null> => {
    const [row] = await read()
      .select()
      .from(reports)
      .where(and(eq(reports.id, reportId), eq(reports.state, 'waiting')));
    if (!row) return null;
    return { language: row.language, form: row.form, ...reportSpan(row.period, dayOf(row.askedAt)) };
  },
);

/** Keeps a report that stands finished among the parts. @throws DomainError `disk.full`, `report.not-found` when it no longer waits */
export const keepReport = command(
  'report.run',
  z.strictObject({
    reportId: id(),
    part: requiredLine(100),
    sha256: requiredLine(64),
    bytes: whole(1, Number.MAX_SAFE_INTEGER),
  }),
  async ({ reportId, part, sha256, bytes }, { tx, record }) => {
    refuseWithoutRoom(bytes);
    const kept = await tx
      .update(reports)
      .set({ state: 'ready', sha256, bytes, readyAt: now() })
      .where(and(eq(reports.id, reportId), eq(reports.state, 'waiting')))
      .returning({ id: reports.id });
    if (kept.length === 0) throw new DomainError('report.not-found');
    place(partPath(part), sha256);
    record({ kind: 'report.made', subjectId: reportId, data: { reportId } });
  },
);

/** Says that a report could not be made; it can be asked for again. */
export const failReport = unrecordedCommand(
  'report.run',
  z.strictObject({ reportId: id() }),
  async ({ reportId }, { tx }) => {
    await tx
      .update(reports)
      .set({ state: 'failed' })
      .where(and(eq(reports.id, reportId), eq(reports.state, 'waiting')));
  },
);
