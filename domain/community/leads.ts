/** What members of the public tell us: sent from a public page, read and decided by staff, wiped when nobody needs it any more. */
import { and, eq, max } from 'drizzle-orm';
import * as z from 'zod/mini';
import { leads } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { emptyLog } from '../applications/after-erasure';
import { leadingCaseId } from '../cases/guards';
import { caseByNumber } from '../cases/queries';
import { now } from '../clock';
import { command, preparedCommand } from '../command';
import { newId } from '../identity';
import { id, line, oneOf, requiredText, text, version, whole } from '../input';
import { DomainError } from '../result';
import { countAttempt } from '../throttle';

const leadSubjects = ['burial', 'memory', 'appeal'] as const;

/**
 * Keeps what somebody told us. `about`: the page it was written from. A name and a way to answer are welcome, not asked for.
 * @returns the number by which the sender can speak of it
 * @throws DomainError `access.too-many-attempts`
 */
export const sendLead = preparedCommand(
  'lead.send',
  z.strictObject({
    language: oneOf(['kk', 'ru', 'en']),
    about: z.optional(z.union([oneOf(leadSubjects), z.literal('')])),
    aboutId: line(40),
    soldier: line(300),
    text: requiredText(4000),
    knownFrom: text(1000),
    name: line(200),
    contact: line(300),
  }),
  async (_, actor) => {
    if (actor.role === 'visitor') await countAttempt('lead.address', actor.address ?? 'unknown');
  },
  async ({ about, aboutId, ...told }, { tx, record }) => {
    const leadId = newId();
    const [highest] = await tx.select({ number: max(leads.number) }).from(leads);
    const number = (highest?.number ?? 0) + 1;
    const isAbout = about && /^[0-9a-f-]{36}$/.test(aboutId);
    await tx.insert(leads).values({
      id: leadId,
      number,
      state: 'new',
      ...told,
      about: isAbout ? about : null,
      aboutId: isAbout ? aboutId : null,
      receivedAt: now(),
      note: '',
      version: 1,
    });
    record({ kind: 'lead.received', subjectId: leadId, data: { leadId } });
    return { number };
  },
);

const ofLead = { leadId: id(), version: version() };

/**
 * Says which case a lead is about, by the case's number; a case joined to another stands for that one.
 * @throws DomainError `lead.not-found`, `lead.stale`, `lead.erased`, `input.invalid` when there is no such case
 */
export const linkLead = command(
  'lead.decide',
  z.strictObject({ ...ofLead, caseNumber: whole(1, 999_999_999), note: text(1000) }),
  async ({ leadId, version, caseNumber, note }, { actor, tx, record }) => {
    const row = await leadRow(tx, leadId, version);
    const caseId = await leadingCaseId(await numbered(actor, caseNumber));
    await decide(tx, row, { state: 'linked', caseId, note: note || row.note, decidedBy: staffIdOf(actor) });
    record({ kind: 'lead.linked', caseId, subjectId: leadId, data: { leadId } });
  },
);

async function numbered(actor: Parameters<typeof caseByNumber>[0], caseNumber: number): Promise<string> {
  try {
    return (await caseByNumber(actor, { intoNumber: caseNumber })).caseId;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'input.invalid')
      throw new DomainError('input.invalid', { caseNumber: 'case.not-found' });
    throw error;
  }
}

/** Whoever told us was answered, by whatever way; `note` says how and what. A link to a case stays. */
export const answerLead = command(
  'lead.decide',
  z.strictObject({ ...ofLead, note: requiredText(1000) }),
  async ({ leadId, version, note }, { actor, tx, record }) => {
    const row = await leadRow(tx, leadId, version);
    await decide(tx, row, { state: 'answered', note, decidedBy: staffIdOf(actor) });
    record({ kind: 'lead.decided', ...about(row), subjectId: leadId, data: { leadId, state: 'answered' } });
  },
);

/** Nothing can be done with it; `note` says why. A link to a case is taken back. */
export const setLeadAside = command(
  'lead.decide',
  z.strictObject({ ...ofLead, note: requiredText(1000) }),
  async ({ leadId, version, note }, { actor, tx, record }) => {
    const row = await leadRow(tx, leadId, version);
    await decide(tx, row, { state: 'set-aside', caseId: null, note, decidedBy: staffIdOf(actor) });
    record({ kind: 'lead.decided', ...about(row), subjectId: leadId, data: { leadId, state: 'set-aside' } });
  },
);

const about = ({ caseId }: LeadRow) => (caseId ? { caseId } : {});

const wipe = command('lead.decide', z.strictObject(ofLead), async ({ leadId, version }, { actor, tx, record }) => {
  const row = await leadRow(tx, leadId, version);
  const blank = { name: '', contact: '', text: '', knownFrom: '', soldier: '' };
  // What nobody has decided yet is put aside with it: there is nothing left to decide on.
  const state = row.state === 'new' ? 'set-aside' : row.state;
  await decide(tx, row, { ...blank, state, erasedAt: now(), decidedBy: row.decidedBy ?? staffIdOf(actor) });
  record({ kind: 'lead.erased', ...about(row), subjectId: leadId, data: { leadId } });
});

/**
 * Deletes what a person told us and who it was; the row with its number, its state and our note stays. Afterwards nothing of it is
 * left in the database file or in its write-ahead log.
 * @throws DomainError `lead.erased`
 */
export const eraseLead = Object.assign(
  async (...given: Parameters<typeof wipe>): Promise<void> => {
    await wipe(...given);
    await emptyLog();
  },
  { kind: wipe.kind, permission: wipe.permission, schema: wipe.schema },
);

type LeadRow = typeof leads.$inferSelect;

async function leadRow(tx: WriteDb, leadId: string, version: number): Promise<LeadRow> {
  const [row] = await tx.select().from(leads).where(eq(leads.id, leadId));
  if (!row) throw new DomainError('lead.not-found');
  if (row.version !== version) throw new DomainError('lead.stale');
  if (row.erasedAt) throw new DomainError('lead.erased');
  return row;
}

async function decide(tx: WriteDb, row: LeadRow, patch: Partial<LeadRow>): Promise<void> {
  const updated = await tx
    .update(leads)
    .set({ ...patch, decidedAt: now(), version: row.version + 1 })
    .where(and(eq(leads.id, row.id), eq(leads.version, row.version)))
    .returning({ id: leads.id });
  if (updated.length === 0) throw new DomainError('lead.stale');
}
