/** The one recorded act by which the old register comes in; nothing of it, or all. */
import { eq, max, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, cases, notes, takeoverRows, takeovers } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { read } from '../database';
import { newId, newReference, newSalt } from '../identity';
import { id } from '../input';
import { queueCaseMatching } from '../matching/queue';
import { foldedSpellings } from '../names';
import { readDate } from '../partial-date';
import { DomainError } from '../result';
import { startOfDay } from '../working-days';
import { enteredPlaces, establish, type Places, placesOf } from './establishing';
import type { RowPlan } from './plan';
import type { PlannedRow } from './plan-row';
import { keepPlans, openTakeover, plansOf, rowsOf, standingTwin, type Takeover } from './planning';

/**
 * Takes the file over: applications without an access code, cases in the status they had, what was found. The manager who acts
 * stands for the guards each case names; no consent comes with it, nobody is told, no clock runs until a case is moved.
 * @throws DomainError `takeover.rows-refused` with how many rows still wait for a person, `takeover.nothing-to-take`,
 * `takeover.same-file`
 */
export const takeOverRegister = command(
  'register.take-over',
  z.strictObject({ takeoverId: id() }),
  async ({ takeoverId }, context) => {
    const { actor, tx, record } = context;
    const takeover = await openTakeover(takeoverId);
    if (await standingTwin(takeover.sha256)) throw new DomainError('takeover.same-file');
    const counts = await keepPlans(tx, takeover);
    if (counts.refused) throw new DomainError('takeover.rows-refused', {}, { count: counts.refused });
    const plans = (await plansOf(takeover)).filter(({ outcome }) => outcome === 'takes');
    if (plans.length === 0) throw new DomainError('takeover.nothing-to-take');
    const places = await placesOf();
    const taken = await takeRows(context, takeover, plans, places);
    await tx
      .update(takeovers)
      .set({
        state: 'done',
        counts: { ...counts, ...taken },
        settings: { ...takeover.settings, [enteredPlaces]: places.entered.join(' ') },
        decidedBy: staffIdOf(actor),
        decidedAt: now(),
        undoneBy: null,
        undoneAt: null,
      })
      .where(eq(takeovers.id, takeoverId));
    record({
      kind: 'register.taken-over',
      subjectId: takeoverId,
      data: { takeoverId, cases: taken.cases, applications: taken.applications },
    });
    return taken;
  },
);

type Taken = { cases: number; applications: number; burials: number };

async function takeRows(
  context: Context,
  takeover: Takeover,
  plans: readonly RowPlan[],
  places: Places,
): Promise<Taken> {
  const { tx } = context;
  const stored = new Map((await rowsOf(takeover.id)).map((row) => [row.id, row]));
  const caseOf = new Map<string, string>();
  const taken = { cases: 0, applications: 0, burials: 0 };
  let number = (await tx.select({ number: max(cases.number) }).from(cases))[0]?.number ?? 0;
  for (const { id: rowId, planned, together } of plans) {
    const row = stored.get(rowId);
    if (!row) throw new DomainError('takeover.row-not-found');
    const place = [row.sheet, String(row.row)].filter(Boolean).join(': ');
    let caseId = together ? caseOf.get(together) : undefined;
    if (caseId === undefined) {
      number += 1;
      caseId = await insertCase(context, takeover.id, planned, number, place);
      taken.cases += 1;
      if (planned.result) taken.burials += await establish(context, caseId, planned, places);
      await queueCaseMatching(context, caseId);
    }
    caseOf.set(rowId, caseId);
    const applicationId = await insertApplication(context, caseId, planned);
    taken.applications += 1;
    await tx.update(takeoverRows).set({ outcome: 'taken', caseId, applicationId }).where(eq(takeoverRows.id, rowId));
    context.record({
      kind: 'case.taken-over',
      caseId,
      applicationId,
      data: { takeoverId: takeover.id, place, rests: planned.rests },
    });
  }
  return taken;
}

/** Noon of a day, so that it is that day in every time zone of the country. */
const noon = (day: string): number => startOfDay(day) + 12 * 3600_000;

/** The only status that is written without a move: what its guards ask for rests on the act. */
async function insertCase(
  { actor, tx }: Context,
  takeoverId: string,
  planned: PlannedRow,
  number: number,
  place: string,
): Promise<string> {
  const caseId = newId();
  const { soldier, status } = planned;
  const { edtf, earliest, latest } = readDate(soldier.birth);
  await tx.insert(cases).values({
    id: caseId,
    number,
    origin: 'application',
    status,
    statusSince: noon(planned.informedOn ?? planned.resultOn ?? planned.receivedOn),
    version: 1,
    ...soldier,
    searchText: foldedSpellings([soldier.surname, soldier.givenName, soldier.patronymic, soldier.otherSpellings]),
    birthEdtf: edtf,
    birthEarliest: earliest,
    birthLatest: latest,
    receivedAt: noon(planned.receivedOn),
    takeoverId,
    takeoverPlace: place,
    takeoverRests: planned.rests,
    takeoverStands: true,
  });
  if (planned.remark)
    await tx.insert(notes).values({
      id: newId(),
      caseId,
      kind: 'note',
      text: planned.remark,
      writtenBy: staffIdOf(actor),
      writtenAt: now(),
    });
  return caseId;
}

async function insertApplication({ actor, tx }: Context, caseId: string, planned: PlannedRow): Promise<string> {
  const applicationId = newId();
  await tx.insert(applications).values({
    id: applicationId,
    reference: await freeReference(),
    // No code opens it until staff give one: no hash of a code is empty.
    codeSalt: newSalt(),
    codeHash: '',
    caseId,
    channel: planned.channel,
    language: planned.language,
    receivedAt: noon(planned.receivedOn),
    registeredBy: staffIdOf(actor),
    answers: planned.answers,
    ...planned.applicant,
    region: '',
    helperName: '',
    helperContact: '',
    newsTo: 'applicant',
    tellFirst: 'page',
    withdrawnAt: planned.status === 'withdrawn' ? noon(planned.informedOn ?? planned.receivedOn) : null,
  });
  return applicationId;
}

async function freeReference(): Promise<string> {
  for (;;) {
    const reference = newReference();
    const [used] = await read().select({ one: sql`1` }).from(applications).where(eq(applications.reference, reference));
    if (!used) return reference;
  }
}
