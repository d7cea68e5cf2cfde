import { and, eq, isNull, max } from 'drizzle-orm';
import * as z from 'zod/mini';
import { caseJoins, cases } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { handTo } from '../desk/handing';
import { callOn } from '../desk/mentions';
import { newId } from '../identity';
import { day, id, ids, line, oneOf, requiredText, text, version, writtenDate } from '../input';
import { queueCaseMatching } from '../matching/queue';
import { foldedSpellings } from '../names';
import { readDate } from '../partial-date';
import { DomainError } from '../result';
import { addMonths, dayOf } from '../working-days';
import { endChoices } from './fact-choices';
import { allWithdrawn, confirmedConclusion } from './guards';
import { caseForWriting, moveCase, statusOf, updateCase, writeNote } from './moving';
import { isStatus, pipeline, resultGuards, type Status, statuses } from './pipeline';

/** What a case says of the soldier, as written. */
export type SoughtSoldier = {
  surname: string;
  givenName: string;
  patronymic: string;
  otherSpellings: string;
  birth: string;
  birthPlace: string;
  draftPlace: string;
};

const birthRange = { earliest: '1860-01-01', latest: '1931-12-31' };
const soldierShape = {
  surname: line(),
  givenName: line(),
  patronymic: line(),
  otherSpellings: text(1000),
  birth: writtenDate(birthRange),
  birthPlace: line(),
  draftPlace: line(),
};

const soldierColumns = (soldier: SoughtSoldier) => {
  const { edtf, earliest, latest } = readDate(soldier.birth);
  return {
    ...soldier,
    birthEdtf: edtf,
    birthEarliest: earliest,
    birthLatest: latest,
    searchText: foldedSpellings([soldier.surname, soldier.givenName, soldier.patronymic, soldier.otherSpellings]),
  };
};

/** Opens a case inside a running change. @returns its id */
export async function openCase(
  context: Context,
  origin: 'application' | 'find' | 'grave-list',
  soldier: SoughtSoldier,
  receivedAt: number,
): Promise<string> {
  const { tx, record } = context;
  const caseId = newId();
  const [highest] = await tx.select({ number: max(cases.number) }).from(cases);
  await tx.insert(cases).values({
    id: caseId,
    number: (highest?.number ?? 0) + 1,
    origin,
    status: 'received',
    statusSince: now(),
    version: 1,
    receivedAt,
    ...soldierColumns(soldier),
  });
  record({ kind: 'case.opened', caseId, data: { origin } });
  await queueCaseMatching(context, caseId);
  return caseId;
}

/** Opens a case without an application: it began from a find or a list of graves. */
export const openFoundCase = command(
  'case.open',
  z.strictObject({ origin: oneOf(['find', 'grave-list']), ...soldierShape }),
  async ({ origin, ...soldier }, context) => {
    if (!soldier.surname && !soldier.givenName && !soldier.patronymic)
      throw new DomainError('input.invalid', { surname: 'application.no-name' });
    return { caseId: await openCase(context, origin, soldier, now()) };
  },
);

/** Takes a free case: the one who calls becomes its assignee. */
export const takeCase = command(
  'case.take',
  z.strictObject({ caseId: id(), version: version() }),
  async (input, context) => {
    const { actor, tx, record } = context;
    const row = await caseForWriting(tx, input.caseId, input.version);
    if (row.assigneeId) throw new DomainError('case.taken');
    await updateCase(tx, row, { assigneeId: staffIdOf(actor) });
    record({ kind: 'case.assigned', caseId: row.id, data: { assigneeId: staffIdOf(actor) } });
  },
);

/** Assigns a case, or hands it over with a note to the next. */
export const assignCase = command(
  'case.assign',
  z.strictObject({ caseId: id(), version: version(), assigneeId: id(), note: text() }),
  async (input, context) => {
    const row = await caseForWriting(context.tx, input.caseId, input.version);
    await handTo(context, row, input.assigneeId, input.note);
  },
);

/** Moves a case by a person's decision. */
export const decideMove = command(
  'case.move',
  z.strictObject({ caseId: id(), version: version(), to: oneOf(statuses), reason: text() }),
  async (input, context) => {
    const row = await caseForWriting(context.tx, input.caseId, input.version);
    await moveCase(context, row, input.to, 'move', input.reason);
  },
);

/** Moves one case of a bulk choice: the same guards, without the version of a page. */
export const moveUnseen = command(
  'case.move',
  z.strictObject({ caseId: id(), to: oneOf(statuses), reason: text() }),
  async (input, context) => {
    await moveCase(context, await caseForWriting(context.tx, input.caseId), input.to, 'move', input.reason);
  },
);

/** Joins a case to another as the same man. */
export const joinCases = command(
  'case.join',
  z.strictObject({ caseId: id(), version: version(), intoId: id(), reason: requiredText() }),
  async (input, context) => {
    const { tx, record } = context;
    const row = await caseForWriting(tx, input.caseId, input.version);
    await caseForWriting(tx, input.intoId);
    await tx.insert(caseJoins).values({
      id: newId(),
      caseId: row.id,
      intoId: input.intoId,
      statusBefore: statusOf(row),
      joinedAt: now(),
    });
    await moveCase(context, row, 'joined', 'join', input.reason);
    record({ kind: 'case.joined', caseId: input.intoId, subjectId: row.id, data: { intoId: input.intoId } });
    // The family's words of the one now count for the other.
    await queueCaseMatching(context, input.intoId);
  },
);

/**
 * Parts a joined case again: it goes back to the status it had before, unless what held it there has fallen meanwhile. The case it
 * leaves ends when no family is left to it.
 */
export const partCase = command(
  'case.join',
  z.strictObject({ caseId: id(), version: version(), reason: requiredText() }),
  async (input, context) => {
    const { tx, record } = context;
    const row = await caseForWriting(tx, input.caseId, input.version);
    const [join] = await tx
      .select()
      .from(caseJoins)
      .where(and(eq(caseJoins.caseId, row.id), isNull(caseJoins.partedAt)));
    if (row.status !== 'joined' || !join || !isStatus(join.statusBefore)) throw new DomainError('case.no-such-move');
    const noteId = await writeNote(context, row.id, 'reason', input.reason);
    await tx.update(caseJoins).set({ partedAt: now() }).where(eq(caseJoins.id, join.id));
    const to = await statusAfterParting(row.id, join.statusBefore);
    await updateCase(tx, row, { status: to, statusSince: now() });
    record({ kind: 'case.parted', caseId: row.id, data: { fromId: join.intoId, noteId } });
    record({ kind: 'case.moved', caseId: row.id, data: { from: 'joined', to, noteId } });
    const left = await caseForWriting(tx, join.intoId);
    // It stood open for the family that has gone; its own had withdrawn before or meanwhile.
    if (left.status !== 'withdrawn' && (await allWithdrawn(left.id)))
      await moveCase(context, left, 'withdrawn', 'withdraw');
    for (const caseId of [row.id, join.intoId]) await queueCaseMatching(context, caseId);
  },
);

/** A family that withdrew meanwhile stays withdrawn; a result that was revoked meanwhile is looked for again. */
async function statusAfterParting(caseId: string, before: Status): Promise<Status> {
  if (await allWithdrawn(caseId)) return 'withdrawn';
  const rests = pipeline[before].guards.some((guard) => resultGuards.includes(guard));
  return rests && !(await confirmedConclusion(caseId)) ? 'searching' : before;
}

/** Corrects what the case says of the soldier; what the relatives wrote stays as it is. */
export const correctCase = command(
  'case.correct',
  z.strictObject({ caseId: id(), version: version(), ...soldierShape }),
  async ({ caseId, version, ...soldier }, context) => {
    const { tx, record } = context;
    const row = await caseForWriting(tx, caseId, version);
    const changed = (Object.keys(soldier) as (keyof SoughtSoldier)[]).filter((field) => row[field] !== soldier[field]);
    if (changed.length === 0) throw new DomainError('case.nothing-changed');
    await updateCase(tx, row, soldierColumns(soldier));
    record({ kind: 'case.corrected', caseId, data: { fields: changed } });
    await endChoices(context, caseId, changed);
    await queueCaseMatching(context, caseId);
  },
);

/** Extends the term of the first answer: a manager's reasoned decision, at most two months from today. */
export const extendTerm = command(
  'case.extend',
  z.strictObject({ caseId: id(), version: version(), to: day(), reason: requiredText() }),
  async (input, context) => {
    const { tx, record } = context;
    const row = await caseForWriting(tx, input.caseId, input.version);
    const today = dayOf(now());
    if (input.to <= today || input.to > addMonths(today, 2))
      throw new DomainError('input.invalid', { to: 'case.extension-too-long' });
    const noteId = await writeNote(context, row.id, 'reason', input.reason);
    await updateCase(tx, row, { extendedTo: input.to });
    record({ kind: 'case.extended', caseId: row.id, data: { to: input.to, noteId } });
  },
);

/** An internal note; relatives never see it. `mentions`: the colleagues it calls on. */
export const addNote = command(
  'note.write',
  z.strictObject({ caseId: id(), text: requiredText(), mentions: ids() }),
  async (input, context) => {
    const row = await caseForWriting(context.tx, input.caseId);
    const noteId = await writeNote(context, row.id, 'note', input.text);
    await callOn(context.tx, noteId, input.mentions, staffIdOf(context.actor));
    context.record({ kind: 'note.written', caseId: row.id, data: { noteId } });
  },
);
