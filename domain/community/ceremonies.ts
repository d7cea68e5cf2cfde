/** Ceremonies: a last military rite, a handing over of remains, an hour at a memorial. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { ceremonies } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { isCountryToday } from '../countries';
import { newId } from '../identity';
import { day, flag, id, line, oneOf, optionalId, requiredLine, text, version } from '../input';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { changedFields, clockTime, inThree, namesOf, titleOf } from './journey-input';
import { ceremonyKinds, ceremonyMoves, ceremonyStates, timeZones } from './rules/journeys';
import { refuseUnknownPlace } from './trip-stages';

type Ceremony = typeof ceremonies.$inferSelect;

const shape = {
  kind: oneOf(ceremonyKinds),
  ...inThree('title', line(200)),
  day: day(),
  time: clockTime(),
  timeZone: oneOf(timeZones),
  ...inThree('place', line(300)),
  country: requiredLine(2).check(z.refine(isCountryToday, { error: () => 'input.choose' })),
  burialPlaceId: optionalId(),
  ...inThree('programme', text(4000)),
  contact: line(200),
};
const given = z.strictObject(shape);

async function columnsOf(tx: WriteDb, input: z.infer<typeof given>) {
  const { kind, day, time, timeZone, country, burialPlaceId, contact } = input;
  const place = namesOf(input, 'place');
  if (!Object.values(place).some(Boolean)) throw new DomainError('input.invalid', { placeKk: 'input.required' });
  await refuseUnknownPlace(tx, burialPlaceId);
  return {
    kind,
    title: titleOf(input),
    day,
    time,
    timeZone,
    place,
    country: country as string,
    burialPlaceId: burialPlaceId ?? null,
    programme: namesOf(input, 'programme'),
    contact,
  };
}

/** Plans a ceremony. `day` and `time` are those of the place, `timeZone` its zone. */
export const planCeremony = command('ceremony.write', given, async (input, { actor, tx, record }) => {
  const ceremonyId = newId();
  await tx.insert(ceremonies).values({
    id: ceremonyId,
    ...(await columnsOf(tx, input)),
    state: 'planned',
    protocol: '',
    report: { kk: '', ru: '', en: '' },
    public: false,
    version: 1,
    plannedBy: staffIdOf(actor),
    plannedAt: now(),
  });
  record({ kind: 'ceremony.planned', subjectId: ceremonyId, data: { ceremonyId, kind: input.kind } });
  return { ceremonyId };
});

/** Changes a ceremony that is still planned. @throws DomainError `ceremony.not-found`, `case.stale`, `ceremony.over` */
export const changeCeremony = command(
  'ceremony.write',
  z.strictObject({ ceremonyId: id(), version: version(), ...shape }),
  async ({ ceremonyId, version, ...input }, context) => {
    const before = await plannedCeremony(context.tx, ceremonyId);
    const next = await columnsOf(context.tx, input);
    await writeCeremony(context, before, version, next, changedFields(before, next));
  },
);

/**
 * Writes down what was done, and the part of it that the public may read.
 * @throws DomainError `ceremony.not-found`, `case.stale`, `ceremony.not-held`
 */
export const writeProtocol = command(
  'ceremony.write',
  z.strictObject({
    ceremonyId: id(),
    version: version(),
    protocol: text(10_000),
    ...inThree('report', text(4000)),
  }),
  async ({ ceremonyId, version, protocol, ...input }, context) => {
    const before = await ceremonyRow(context.tx, ceremonyId);
    if (before.state !== 'held') throw new DomainError('ceremony.not-held');
    const next = { protocol, report: namesOf(input, 'report') };
    await writeCeremony(context, before, version, next, changedFields(before, next));
  },
);

/** Says whether the public reads of the ceremony. @throws DomainError `ceremony.not-found`, `case.stale` */
export const showCeremony = command(
  'ceremony.publish',
  z.strictObject({ ceremonyId: id(), version: version(), public: flag() }),
  async ({ ceremonyId, version, public: isPublic }, context) => {
    const before = await ceremonyRow(context.tx, ceremonyId);
    await writeCeremony(context, before, version, { public: isPublic }, ['public']);
  },
);

/**
 * Says that it was held, calls it off, or takes it up again.
 * @throws DomainError `ceremony.not-found`, `case.stale`, `ceremony.no-such-move`, `ceremony.not-over`
 */
export const moveCeremony = command(
  'ceremony.publish',
  z.strictObject({ ceremonyId: id(), version: version(), to: oneOf(ceremonyStates) }),
  async ({ ceremonyId, version, to }, { tx, record }) => {
    const ceremony = await ceremonyRow(tx, ceremonyId);
    const { state: from, day } = ceremony;
    if (!(ceremonyMoves[from] as readonly string[]).includes(to)) throw new DomainError('ceremony.no-such-move');
    if (to === 'held' && day > dayOf(now())) throw new DomainError('ceremony.not-over');
    await update(tx, ceremony, version, { state: to });
    record({ kind: 'ceremony.moved', subjectId: ceremonyId, data: { ceremonyId, from, to } });
  },
);

/** @throws DomainError `ceremony.not-found` */
export async function ceremonyRow(tx: WriteDb, ceremonyId: string): Promise<Ceremony> {
  const [row] = await tx.select().from(ceremonies).where(eq(ceremonies.id, ceremonyId));
  if (!row) throw new DomainError('ceremony.not-found');
  return row;
}

/** @throws DomainError `ceremony.over` when it was held or called off */
export async function plannedCeremony(tx: WriteDb, ceremonyId: string): Promise<Ceremony> {
  const ceremony = await ceremonyRow(tx, ceremonyId);
  if (ceremony.state !== 'planned') throw new DomainError('ceremony.over');
  return ceremony;
}

/** Writes the ceremony one version further and says which fields changed. @throws DomainError `case.stale` */
export async function writeCeremony(
  { tx, record }: Context,
  ceremony: Ceremony,
  version: number,
  next: Partial<Ceremony>,
  fields: string[],
): Promise<void> {
  await update(tx, ceremony, version, next);
  record({ kind: 'ceremony.changed', subjectId: ceremony.id, data: { ceremonyId: ceremony.id, fields } });
}

async function update(tx: WriteDb, ceremony: Ceremony, version: number, next: Partial<Ceremony>): Promise<void> {
  const written = await tx
    .update(ceremonies)
    .set({ ...next, version: version + 1 })
    .where(and(eq(ceremonies.id, ceremony.id), eq(ceremonies.version, version)))
    .returning({ id: ceremonies.id });
  if (written.length === 0) throw new DomainError('case.stale');
}
