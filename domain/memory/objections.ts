/** Somebody says that something public is wrong or should not be there; a manager looks into it and answers. */
import { asc, count, desc, eq, max, ne } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, objections, staff } from '@/db/schema';
import { staffIdOf } from '../access';
import { publishedBehind, publishedEntry, publishedOfCase } from '../burials/public';
import { now } from '../clock';
import { command, preparedCommand, query } from '../command';
import { caseOfPublicAppeal } from '../community/appeal-queries';
import { read } from '../database';
import { newId } from '../identity';
import { flag, id, oneOf, requiredLine, requiredText, version, whole } from '../input';
import { DomainError } from '../result';
import { countAttempt } from '../throttle';
import { hold } from './holds';

export const objectionStates = ['received', 'upheld', 'declined'] as const;
const abouts = ['burial', 'memory', 'appeal'] as const;

/**
 * Takes an objection to what is public now.
 * @throws DomainError `objection.nothing-there`, `access.too-many-attempts`
 */
export const sendObjection = preparedCommand(
  'objection.send',
  z.strictObject({
    about: oneOf(abouts),
    aboutId: id(),
    language: oneOf(['kk', 'ru', 'en']),
    text: requiredText(4000),
    name: requiredLine(200),
    contact: requiredLine(300),
    relative: flag(),
  }),
  async (_, actor) => {
    if (actor.role === 'visitor' && actor.address) await countAttempt('objection.address', actor.address);
  },
  async ({ relative, ...said }, { tx, record }) => {
    const caseId = await caseBehind(said.about, said.aboutId);
    const [last] = await tx.select({ number: max(objections.number) }).from(objections);
    const objection = { id: newId(), number: (last?.number ?? 0) + 1 };
    await tx.insert(objections).values({
      ...objection,
      ...said,
      caseId,
      relative: relative ? 'yes' : 'no',
      state: 'received',
      receivedAt: now(),
      note: '',
      version: 1,
    });
    record({
      kind: 'objection.received',
      caseId,
      subjectId: objection.id,
      data: { objectionId: objection.id, about: said.about },
    });
    return { number: objection.number };
  },
);

/** Only what is public can be objected to: anything else looks like what never was. */
async function caseBehind(about: (typeof abouts)[number], aboutId: string): Promise<string> {
  if (about === 'memory') {
    const [entry] = await publishedBehind(aboutId);
    if (entry) return entry.caseId;
  } else if (about === 'burial') {
    const entry = await publishedEntry(aboutId);
    if (entry) return entry.caseId;
  } else {
    const caseId = await caseOfPublicAppeal(aboutId);
    if (caseId) return caseId;
  }
  throw new DomainError('objection.nothing-there');
}

export type ObjectionRow = {
  id: string;
  number: number;
  caseId: string;
  caseNumber: number;
  surname: string;
  givenName: string;
  patronymic: string;
  about: (typeof abouts)[number];
  aboutId: string;
  state: (typeof objectionStates)[number];
  language: 'kk' | 'ru' | 'en';
  text: string;
  name: string;
  contact: string;
  relative: 'yes' | 'no';
  receivedAt: number;
  note: string;
  decider: string | null;
  decidedAt: number | null;
  version: number;
};

const rows = () =>
  read()
    .select({ objection: objections, case: cases, decider: staff.name })
    .from(objections)
    .innerJoin(cases, eq(cases.id, objections.caseId))
    .leftJoin(staff, eq(staff.id, objections.decidedBy));

type Joined = {
  objection: typeof objections.$inferSelect;
  case: typeof cases.$inferSelect;
  decider: string | null;
};

const rowOf = ({ objection, case: man, decider }: Joined): ObjectionRow => {
  const { decidedBy: _, ...rest } = objection;
  const { number: caseNumber, surname, givenName, patronymic } = man;
  return { ...rest, caseNumber, surname, givenName, patronymic, decider };
};

/** Objections, the open ones first and the oldest of them at the top. */
export const objectionList = query(
  'objection.read',
  z.strictObject({
    view: z._default(oneOf(['open', 'decided']), 'open'),
    limit: z._default(whole(1, 200), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async ({ view, limit, offset }): Promise<{ total: number; open: number; rows: ObjectionRow[] }> => {
    const counts = await read()
      .select({ state: objections.state, n: count() })
      .from(objections)
      .groupBy(objections.state);
    const n = (isOpen: boolean) =>
      counts.filter(({ state }) => (state === 'received') === isOpen).reduce((sum, one) => sum + one.n, 0);
    const found = await rows()
      .where(view === 'open' ? eq(objections.state, 'received') : ne(objections.state, 'received'))
      .orderBy(view === 'open' ? asc(objections.receivedAt) : desc(objections.decidedAt))
      .limit(limit)
      .offset(offset);
    return { total: n(view === 'open'), open: n(true), rows: found.map(rowOf) };
  },
);

/** One objection. @throws DomainError `objection.not-found` */
export const objectionPage = query(
  'objection.read',
  z.strictObject({ objectionId: id() }),
  async ({ objectionId }): Promise<ObjectionRow & { isPublic: boolean }> => {
    const [row] = await rows().where(eq(objections.id, objectionId));
    if (!row) throw new DomainError('objection.not-found');
    return { ...rowOf(row), isPublic: (await publishedOfCase(row.objection.caseId)).length > 0 };
  },
);

/**
 * Upholds or declines an objection. Upholding it takes the case off every public page until a manager lets it back.
 * @throws DomainError `objection.not-found`, `objection.decided-already`, `case.stale`
 */
export const decideObjection = command(
  'objection.decide',
  z.strictObject({
    objectionId: id(),
    version: version(),
    decision: oneOf(['upheld', 'declined']),
    note: requiredText(2000),
  }),
  async ({ objectionId, version, decision, note }, context) => {
    const { actor, tx, record } = context;
    const [row] = await tx.select().from(objections).where(eq(objections.id, objectionId));
    if (!row) throw new DomainError('objection.not-found');
    if (row.state !== 'received') throw new DomainError('objection.decided-already');
    if (row.version !== version) throw new DomainError('case.stale');
    await tx
      .update(objections)
      .set({ state: decision, note, decidedBy: staffIdOf(actor), decidedAt: now(), version: version + 1 })
      .where(eq(objections.id, objectionId));
    const { caseId } = row;
    record({ kind: 'objection.decided', caseId, subjectId: objectionId, data: { objectionId, state: decision } });
    if (decision === 'upheld') await hold(context, caseId, objectionId);
  },
);

/** Wipes who objected and in which words; that it was, and how it ended, stays. @throws DomainError as deciding, `objection.open` */
export const eraseObjection = command(
  'objection.decide',
  z.strictObject({ objectionId: id() }),
  async ({ objectionId }, { tx, record }) => {
    const [row] = await tx.select().from(objections).where(eq(objections.id, objectionId));
    if (!row) throw new DomainError('objection.not-found');
    if (row.state === 'received') throw new DomainError('objection.open');
    await tx.update(objections).set({ text: '', name: '', contact: '' }).where(eq(objections.id, objectionId));
    record({ kind: 'objection.erased', caseId: row.caseId, subjectId: objectionId, data: { objectionId } });
  },
);
