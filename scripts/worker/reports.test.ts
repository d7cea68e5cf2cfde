/** A report from the manager's wish to the file, over the real queue of jobs. */
import { existsSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { reports } from '@/db/schema';
import { filePath } from '@/domain/attachments/files';
import { sweepPapers } from '@/domain/attachments/sweep';
import { atMoment, now } from '@/domain/clock';
import { read } from '@/domain/database';
import { askReport, reportFile, reportList } from '@/domain/statistics/reports';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { aCaseIn, type MadeCase } from '@/domain/testing/factories';
import { startOfDay } from '@/domain/working-days';

// Vite has a setting of its own under this name.
vi.stubEnv('BASE_URL', '');
vi.stubEnv('LOG_LEVEL', 'silent');
const { workOnce } = await import('./work');

const noon = startOfDay('2020-02-03') + 12 * 3600_000;
const january = { period: '2020-01', language: 'ru', form: 'pdf' } as const;

let database: TestDatabase;
let hand: MadeCase;
beforeAll(async () => {
  database = await openTestDatabase();
  hand = await atMoment(startOfDay('2020-01-15'), () => aCaseIn('burial-established'));
});
afterAll(() => database.close());

const ask = (over: object = {}, at = noon) => atMoment(at, () => askReport(hand.manager, { ...january, ...over }));
const work = () => atMoment(noon, () => workOnce(new AbortController().signal, 'quick'));
const rowOf = async (reportId: string) => (await read().select().from(reports).where(eq(reports.id, reportId)))[0];

describe('a report', () => {
  it('is made by the worker, kept, and the same when it is asked for again', { timeout: 120_000 }, async () => {
    const { reportId } = await ask();
    expect(await rowOf(reportId)).toMatchObject({ state: 'waiting', sha256: null });
    await expect(reportFile(hand.manager, { reportId })).rejects.toMatchObject({ code: 'report.not-found' });
    expect(await work()).toBe(true);
    const row = await rowOf(reportId);
    expect(row).toMatchObject({ state: 'ready', readyAt: noon });
    await sweepPapers();
    expect(existsSync(filePath(row?.sha256 ?? ''))).toBe(true);
    const { content, period } = await reportFile(hand.manager, { reportId });
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(content).toHaveLength(row?.bytes ?? 0);
    expect(period).toBe('2020-01');

    const { reportId: second } = await ask({}, noon + 1);
    await work();
    expect((await rowOf(second))?.sha256).toBe(row?.sha256);
  });

  it('is a workbook as well, and a year', { timeout: 60_000 }, async () => {
    const { reportId } = await ask({ period: '2020', form: 'xlsx', language: 'kk' });
    await work();
    const { content } = await reportFile(hand.manager, { reportId });
    expect(content.subarray(0, 2).toString()).toBe('PK');
  });

  it('is not made twice while it is being made, and is said to have failed when it never came', async () => {
    const other = { ...january, language: 'en', form: 'xlsx' };
    await ask(other);
    await expect(ask(other)).rejects.toMatchObject({ code: 'report.asked-already' });
    const later = noon + 3600_000;
    const { rows } = await atMoment(later, () => reportList(hand.manager, {}));
    expect(rows.find(({ language, form }) => language === 'en' && form === 'xlsx')?.state).toBe('failed');
    await expect(ask(other, later)).resolves.toBeDefined();
  });

  it('is refused of what has not begun, and to researchers', async () => {
    await expect(ask({ period: '2020-03' })).rejects.toMatchObject({ code: 'report.future' });
    await expect(ask({ period: '2020-13' })).rejects.toMatchObject({ fields: { period: 'report.unknown-period' } });
    await expect(askReport(hand.researcher, january)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(reportList(hand.researcher, {})).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('stands in the list with who asked, latest first', async () => {
    const { rows, total } = await atMoment(noon, () => reportList(hand.manager, { limit: 2 }));
    expect(rows).toHaveLength(2);
    expect(total).toBeGreaterThan(2);
    expect(rows[0]).toMatchObject({ askedBy: hand.manager.name });
    expect(rows[0]?.askedAt).toBeGreaterThanOrEqual(rows[1]?.askedAt ?? 0);
    expect(now()).toBeGreaterThan(noon);
  });
});
