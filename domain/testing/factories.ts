/** Made through the real commands; used by unit tests and by the browser journeys. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { imports } from '@/db/schema';
import { withdrawApplication } from '../applications/commands';
import type { Answers } from '../applications/fields';
import { startImport } from '../archive/imports';
import { type ArchiveRow, recordsByIds } from '../archive/records';
import { runImport } from '../archive/taking-in/run';
import { decideMove, joinCases } from '../cases/commands';
import { confirmConclusion, sendBackConclusion } from '../cases/conclusions';
import { activeApplications } from '../cases/guards';
import { statusOf } from '../cases/moving';
import { movesFrom, pipeline, type Status, type Way } from '../cases/pipeline';
import { revokeConclusion } from '../cases/revoking';
import { recordAnswer } from '../correspondence/questions';
import { read } from '../database';
import { type StaffActor, systemActor } from '../permissions';
import { anApplication, type SentApplication } from './applications';
import { arrange, type CaseInHand, caseRow, openQuestions, pageOf } from './arranging';
import { aManager, aResearcher } from './staff';

export { anApplication } from './applications';
export { aBurialPlace } from './arranging';
export { aManager, anAdministrator, aResearcher } from './staff';

export type MadeCase = CaseInHand & SentApplication;
export type People = { researcher: StaffActor; manager: StaffActor };

/** The way a case usually comes to a status. */
const usualWay: Readonly<Record<Status, readonly Status[]>> = {
  received: [],
  checking: ['checking'],
  'needs-information': ['checking', 'needs-information'],
  searching: ['checking', 'searching'],
  'awaiting-reply': ['checking', 'searching', 'awaiting-reply'],
  'under-review': ['checking', 'searching', 'under-review'],
  'fate-established': ['checking', 'searching', 'under-review', 'fate-established'],
  'burial-established': ['checking', 'searching', 'under-review', 'burial-established'],
  'family-informed': ['checking', 'searching', 'under-review', 'burial-established', 'family-informed'],
  'on-watch': ['checking', 'searching', 'on-watch'],
  forwarded: ['checking', 'forwarded'],
  closed: ['checking', 'searching', 'under-review', 'burial-established', 'family-informed', 'closed'],
  withdrawn: ['checking', 'searching', 'withdrawn'],
  joined: ['checking', 'searching', 'joined'],
};

/**
 * A case with one application, walked to a status by the real commands. But for `received` it is taken by the researcher.
 * @param over `way`: the statuses to go through, when not the usual ones
 */
export async function aCaseIn(
  status: Status,
  over: { people?: People; answers?: Answers; way?: readonly Status[] } = {},
): Promise<MadeCase> {
  const people = over.people ?? { researcher: await aResearcher(), manager: await aManager() };
  const made = { ...(await anApplication(over.answers)), ...people };
  for (const next of over.way ?? usualWay[status]) await makeMove(made, next);
  return made;
}

/** Takes the case when it is free, brings about what the status asks for, and makes the move in its own way. */
export async function makeMove(hand: CaseInHand, to: Status): Promise<void> {
  await arrange.assignee(hand);
  const move = movesFrom(statusOf(await caseRow(hand.caseId)))[to];
  if (!move) throw new Error(`The table has no such move to ${to}`);
  for (const guard of pipeline[to].guards) await arrange[guard](hand);
  await moveBy[move.way](hand, to, move.back ? 'Жаңа дерек табылды.' : '');
}

/** The command behind each way of moving. */
export const moveBy: Readonly<Record<Way, (hand: CaseInHand, to: Status, reason: string) => Promise<void>>> = {
  move: async (hand, to, reason) => {
    await decideMove(hand.researcher, { ...(await pageOf(hand.caseId)), to, reason });
  },
  answer: async ({ caseId, researcher }) => {
    for (const { id } of await openQuestions(caseId))
      await recordAnswer(researcher, { caseId, questionId: id, answer: '1941 жылдың күзінде.' });
  },
  confirm: async (hand) => {
    await confirmConclusion(hand.manager, await pageOf(hand.caseId));
  },
  'send-back': async (hand, _to, reason) => {
    await sendBackConclusion(hand.manager, { ...(await pageOf(hand.caseId)), reason });
  },
  revoke: async (hand, _to, reason) => {
    await revokeConclusion(hand.manager, { ...(await pageOf(hand.caseId)), reason });
  },
  withdraw: async (hand) => {
    for (const { id } of await activeApplications(hand.caseId))
      await withdrawApplication({ role: 'applicant', applicationId: id }, { applicationId: id });
  },
  join: async (hand) => {
    const { caseId: intoId } = await anApplication();
    await joinCases(hand.researcher, { ...(await pageOf(hand.caseId)), intoId, reason: 'Бір адам.' });
  },
};

const typicalRecord = {
  source_record_id: '',
  surname: 'Сарсенов',
  given_name: 'Ергали',
  patronymic: 'Джумабаевич',
  birth_date: '__.__.1915',
  birth_place: 'Казахская ССР, Акмолинская обл.',
  rank: 'красноармеец',
  fate: 'убит',
  loss_date: '12.05.1942',
  archive: 'ЦАМО',
  fond: '58',
  opis: '818883',
  delo: '1304',
};

/** One record of the archive index, read in from a file. @param over columns of the native layout */
export async function anImportedRecord(
  over: Partial<typeof typicalRecord> = {},
  sourceKey = 'obd-memorial',
): Promise<ArchiveRow> {
  const row = { ...typicalRecord, ...over };
  const quoted = Object.values(row).map((cell) => `"${cell.replaceAll('"', '""')}"`);
  const importId = await importText(`${Object.keys(row).join(',')}\n${quoted.join(',')}\n`, sourceKey);
  const [one] = await read().select({ firstRecord: imports.firstRecord }).from(imports).where(eq(imports.id, importId));
  const kept = (await recordsByIds([one?.firstRecord ?? 0])).get(one?.firstRecord ?? 0);
  if (!kept) throw new Error('The record did not arrive');
  return kept;
}

/** Reads a text in as a record file. @returns the id of the import */
export async function importText(text: string, sourceKey = 'obd-memorial'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'izdeu-test-'));
  try {
    const path = join(folder, 'records.csv');
    await writeFile(path, text);
    const given = { sourceKey, fileName: 'records.csv', path, format: 'auto', queued: false };
    const { importId } = await startImport(systemActor, given);
    await runImport(importId, path);
    return importId;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
