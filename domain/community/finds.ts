/** Finds of search squads: what was found, where, and the men of it as their medallions and things read. */
import { and, eq, max } from 'drizzle-orm';
import * as z from 'zod/mini';
import { finds, foundMen, partners } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { isCountryToday } from '../countries';
import { newId } from '../identity';
import { degrees, id, line, oneOf, optionalId, requiredLine, text, version, whole, writtenDate } from '../input';
import { DomainError } from '../result';
import type { FoundMan } from './found-person';
import { findKinds } from './rules/finds';

/** Remains of more men than that were never counted by hand at one place. */
const mostRemains = 10_000;

const findShape = {
  kind: oneOf(findKinds),
  partnerId: optionalId(),
  foundBy: line(300),
  foundOn: writtenDate(),
  place: requiredLine(300),
  region: line(300),
  country: line(2).check(z.refine((code) => code === '' || isCountryToday(code), { error: () => 'input.choose' })),
  latitude: degrees(90),
  longitude: degrees(180),
  description: text(),
  remains: z.optional(z.union([z.literal(''), whole(0, mostRemains)])),
  keptAt: line(300),
};
const findSchema = z.object(findShape);

const ofFind = { findId: id(), version: version() };

/**
 * Enters a find. Who found it is one of the partners, or named in words.
 * @throws DomainError `input.invalid`, `partner.not-found`
 */
export const enterFind = command('find.write', z.strictObject(findShape), async (input, { actor, tx, record }) => {
  const columns = await columnsOf(tx, input);
  const findId = newId();
  const [highest] = await tx.select({ number: max(finds.number) }).from(finds);
  const number = (highest?.number ?? 0) + 1;
  const entered = { enteredBy: staffIdOf(actor), enteredAt: now() };
  await tx.insert(finds).values({ id: findId, number, ...columns, state: 'open', version: 1, ...entered });
  record({ kind: 'find.entered', subjectId: findId, data: { findId, kind: columns.kind } });
  return { findId, number };
});

async function columnsOf(tx: WriteDb, { partnerId, remains, ...input }: z.infer<typeof findSchema>) {
  if ((input.latitude === null) !== (input.longitude === null))
    throw new DomainError('input.invalid', {
      [input.latitude === null ? 'latitude' : 'longitude']: 'burial-place.half-a-position',
    });
  if (!partnerId && !input.foundBy) throw new DomainError('input.invalid', { foundBy: 'find.nobody-found-it' });
  if (partnerId) {
    const [partner] = await tx.select({ id: partners.id }).from(partners).where(eq(partners.id, partnerId));
    if (!partner) throw new DomainError('input.invalid', { partnerId: 'partner.not-found' });
  }
  return { ...input, partnerId: partnerId ?? null, remains: typeof remains === 'number' ? remains : null };
}

/** Corrects a find. @throws DomainError `find.not-found`, `find.stale`, `find.nothing-changed` */
export const changeFind = command(
  'find.write',
  z.strictObject({ ...ofFind, ...findShape }),
  async ({ findId, version, ...input }, context) => {
    const before = await findRow(context.tx, findId, version);
    const next = await columnsOf(context.tx, input);
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter((field) => before[field] !== next[field]);
    if (fields.length === 0) throw new DomainError('find.nothing-changed');
    await changed(context, before, fields, next);
  },
);

/** Closes a find: nothing more is looked for. Its men without a case are no longer held against cases. */
export const closeFind = command('find.write', z.strictObject(ofFind), async ({ findId, version }, { tx, record }) => {
  const row = await findRow(tx, findId, version);
  if (row.state === 'closed') throw new DomainError('find.closed-already');
  await updateFind(tx, row, { state: 'closed' });
  record({ kind: 'find.closed', subjectId: findId, data: { findId } });
});

/** Opens a closed find again. */
export const reopenFind = command('find.write', z.strictObject(ofFind), async ({ findId, version }, { tx, record }) => {
  const row = await findRow(tx, findId, version);
  if (row.state === 'open') throw new DomainError('find.open-already');
  await updateFind(tx, row, { state: 'open' });
  record({ kind: 'find.reopened', subjectId: findId, data: { findId } });
});

const manShape = {
  surname: line(),
  givenName: line(),
  patronymic: line(),
  birth: line(100),
  birthPlace: line(300),
  draftPlace: line(300),
  kin: line(500),
  reading: text(),
};

/**
 * Enters a man of a find, as his medallion or thing reads: `?` one letter nobody can read, `[ае]` one of these, `…` a torn part.
 * @throws DomainError `find.nothing-read` when nothing at all is said of him
 */
export const enterFoundMan = command(
  'find.write',
  z.strictObject({ ...ofFind, ...manShape }),
  async ({ findId, version, ...man }, context) => {
    const find = await findRow(context.tx, findId, version);
    refuseSilence(man);
    const [last] = await context.tx
      .select({ position: max(foundMen.position) })
      .from(foundMen)
      .where(eq(foundMen.findId, findId));
    const manId = newId();
    const position = (last?.position ?? 0) + 1;
    await context.tx.insert(foundMen).values({ id: manId, findId, position, ...man });
    await changed(context, find, ['men']);
    return { manId };
  },
);

/** Corrects the reading of a found man. */
export const changeFoundMan = command(
  'find.write',
  z.strictObject({ ...ofFind, manId: id(), ...manShape }),
  async ({ findId, version, manId, ...man }, context) => {
    const find = await findRow(context.tx, findId, version);
    const before = await manRow(context.tx, findId, manId);
    refuseSilence(man);
    if ((Object.keys(man) as (keyof typeof man)[]).every((field) => before[field] === man[field]))
      throw new DomainError('find.nothing-changed');
    await context.tx.update(foundMen).set(man).where(eq(foundMen.id, manId));
    await changed(context, find, ['men']);
  },
);

function refuseSilence(man: Readonly<Record<keyof typeof manShape, string>>): void {
  if (Object.values(man).every((value) => value === ''))
    throw new DomainError('input.invalid', { reading: 'find.nothing-read' });
}

type FindRow = typeof finds.$inferSelect;

async function changed(context: Context, row: FindRow, fields: string[], patch: Partial<FindRow> = {}): Promise<void> {
  await updateFind(context.tx, row, patch);
  record(context, row.id, fields);
}

const record = (context: Context, findId: string, fields: string[]): void =>
  context.record({ kind: 'find.changed', subjectId: findId, data: { findId, fields } });

/** @throws DomainError `find.not-found`, `find.stale` */
export async function findRow(tx: WriteDb, findId: string, version?: number): Promise<FindRow> {
  const [row] = await tx.select().from(finds).where(eq(finds.id, findId));
  if (!row) throw new DomainError('find.not-found');
  if (version !== undefined && row.version !== version) throw new DomainError('find.stale');
  return row;
}

/** Changes columns of a find and raises its version. */
export async function updateFind(tx: WriteDb, row: FindRow, patch: Partial<FindRow>): Promise<void> {
  const updated = await tx
    .update(finds)
    .set({ ...patch, version: row.version + 1 })
    .where(and(eq(finds.id, row.id), eq(finds.version, row.version)))
    .returning({ id: finds.id });
  if (updated.length === 0) throw new DomainError('find.stale');
}

/** @throws DomainError `find.man-not-found` when he is none of this find */
export async function manRow(tx: WriteDb, findId: string, manId: string): Promise<FoundMan> {
  const [row] = await tx
    .select()
    .from(foundMen)
    .where(and(eq(foundMen.id, manId), eq(foundMen.findId, findId)));
  if (!row) throw new DomainError('find.man-not-found');
  return row;
}
