/** Makes the demonstration register: invented people, their true history through the real commands, the archive index. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '@/db/migrate';
import { drafts, settings, throttles } from '@/db/schema';
import { startImport } from '@/domain/archive/imports';
import { runImport } from '@/domain/archive/taking-in/run';
import { bookkeep } from '@/domain/change';
import { atMoment } from '@/domain/clock';
import { closeStore, useStore as takeStore, theStore } from '@/domain/database';
import { takeInAllTexts } from '@/domain/desk/text-round';
import { withBytes } from '@/domain/identity';
import { settingKeys } from '@/domain/opening';
import { systemActor } from '@/domain/permissions';
import { completeReference } from '@/domain/reference';
import { startOfDay } from '@/domain/working-days';
import { castStories } from './cast';
import { makeFinds } from './finds';
import { generator } from './generator';
import { makeJourneys } from './journeys';
import { matchMadeRegister } from './matching';
import { makeMemories } from './memory';
import { planDemonstrationNews } from './news';
import { planApplications } from './plan';
import { csvOf, type RecordSource, strangers } from './records';
import { planDemonstrationRequests } from './requests';
import { addMembers } from './staff';
import { timeline } from './timeline';
import { recordId, type World } from './world';

const hour = 3600_000;

/** When each source was imported, and how many strangers it holds beside the men of the stories. */
const imports: readonly { source: RecordSource; day: string; strangers: number }[] = [
  { source: 'obd-memorial', day: '2018-02-19', strangers: 11_800 },
  { source: 'books-of-memory', day: '2018-02-20', strangers: 5_600 },
  { source: 'pamyat-naroda', day: '2018-02-21', strangers: 3_000 },
  { source: 'prisoner-of-war', day: '2019-03-12', strangers: 1_300 },
];

export type DemonstrationOptions = {
  /** Share of the full register, 0 to 1. */
  scale?: number;
  seed?: number;
  /** Told the share done, 0 to 1. */
  tell?: (share: number) => void;
};

/**
 * Fills `file`, which must not hold a register yet, and closes it. The same seed gives the same register, but for passwords.
 * Takes the place of the store of this process.
 */
export async function makeDemonstration(
  file: string,
  { scale = 1, seed = 1_945, tell = () => {} }: DemonstrationOptions = {},
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-demonstration-'));
  takeStore(file);
  try {
    migrate(theStore().engine.writer);
    await mark(settingKeys.demonstration, true);
    await withBytes(generator(seed).bytes, () => fill(folder, scale, seed, tell));
    await forgetTheMaking();
  } finally {
    closeStore();
    rmSync(folder, { recursive: true });
  }
}

const mark = (key: string, value: unknown) =>
  bookkeep(async (tx) => {
    await tx.insert(settings).values({ key, value });
  });

async function fill(folder: string, scale: number, seed: number, tell: (share: number) => void): Promise<void> {
  const begin = startOfDay('2018-02-12') + 9 * hour;
  await atMoment(begin, () => completeReference(systemActor));
  const { staff, passwords } = await addMembers(begin + 10 * 60_000);
  await mark(settingKeys.demonstrationPasswords, passwords);

  const by = generator(seed + 1);
  const line = timeline();
  const world: World = { by, staff, timeline: line, records: new Map(), places: new Map(), requests: { written: 0 } };
  castStories(world, planApplications(by, scale));
  for (const { source, day, strangers: count } of imports) {
    const file = path.join(folder, `${source}.csv`);
    writeRecords(world, source, Math.round(count * scale), file);
    line.addAlone(startOfDay(day) + 10 * hour, () => importFile(world, source, file));
  }
  planDemonstrationRequests(world);
  planDemonstrationNews(world);
  await line.run(tell);
  await makeJourneys(world);
  await makeFinds(world);
  await makeMemories(world);
  await matchMadeRegister();
  await takeInAllTexts();
}

/** The men of the stories stand among strangers, in no order. */
function writeRecords(world: World, source: RecordSource, count: number, file: string): void {
  const known = world.records.get(source) ?? [];
  const rows = [...strangers(world.by, source, count, (n) => recordId(source, known.length + n)), ...known];
  writeFileSync(file, csvOf(world.by.shuffle(rows)));
}

async function importFile({ staff }: World, sourceKey: string, file: string): Promise<void> {
  const started = { sourceKey, fileName: path.basename(file), path: file, format: 'native', queued: false };
  const { importId } = await startImport(staff.administrator, started);
  await runImport(importId, file);
}

/** Drafts and counted attempts live in real time and end with the making. */
async function forgetTheMaking(): Promise<void> {
  await bookkeep(async (tx) => {
    await tx.delete(drafts);
    await tx.delete(throttles);
  });
  theStore().engine.writer.exec('VACUUM');
}
