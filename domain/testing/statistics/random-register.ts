/**
 * A register written plainly, row by row, as no sequence of commands might leave it: whatever the columns allow, with moments on the
 * edges of museum days. The events tell of every move; the spells and the queue are made from them as in a register grown old.
 */
import {
  applications,
  archiveRequests,
  burialPlaces,
  burials,
  caseJoins,
  cases,
  conclusions,
  events,
  letters,
  requestCases,
  searches,
  staff,
  tasks,
} from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { burialKinds, burialPrecisions } from '../../cases/fates';
import { pipeline, type Status, statuses } from '../../cases/pipeline';
import { remakeQueue } from '../../cases/queue-filling';
import { remakeSpells } from '../../cases/spells-filling';
import { bookkeep } from '../../change';
import { letterKinds } from '../../correspondence/letter-kinds';
import { read } from '../../database';
import { addDays, endOfDay, startOfDay } from '../../working-days';

/** First and last day on which anything happens. */
export const firstDay = '2018-09-01';
export const lastDay = '2020-03-31';
const span = 577;
/** Days on which much happens, at their very end and beginning: there an hour more or less shows. */
export const fullDays = [40, 110, 180, 181, 250, 320, 390, 391, 460, 530].map((n) => addDays(firstDay, n));

/** Numbers that look drawn, the same for the same seed (mulberry32). */
export function chanceFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (n: number) => Math.floor(next() * n);
  return {
    is: (share: number) => next() < share,
    upTo,
    pick: <T>(list: readonly T[]): T => {
      const one = list[upTo(list.length)];
      if (one === undefined) throw new Error('Nothing to choose from');
      return one;
    },
    /** A moment since another one: now and then the very first or last of its day. */
    moment: (since = startOfDay(firstDay)) => {
      const full = fullDays.filter((day) => endOfDay(day) >= since);
      const day = full[upTo(full.length)];
      if (day !== undefined && next() < 0.7) return next() < 0.6 ? endOfDay(day) : Math.max(since, startOfDay(day));
      const at = startOfDay(addDays(firstDay, upTo(span))) + upTo(86_400_000);
      return at >= since ? at : since + upTo(90 * 86_400_000);
    },
  };
}
type Chance = ReturnType<typeof chanceFrom>;

let ids = 0;
const anId = () => `${(ids++).toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`;

/** Fills the open test database. @param count of cases */
export async function fillRandomly(seed: number, count: number): Promise<void> {
  const chance = chanceFrom(seed);
  const people = await read().select({ id: staff.id }).from(staff);
  const world = { chance, people: people.map(({ id }) => id).slice(0, 5), seq: 1_000_000 };
  await bookkeep(async (tx) => {
    const places = await addPlaces(tx, world);
    const made: string[] = [];
    for (let number = 1; number <= count; number++) made.push(await addCase(tx, world, number, places));
    await addJoins(tx, chance, made);
    for (let n = 0; n < count / 3; n++) await addRequest(tx, world, made);
    for (let n = 0; n < count * 2; n++) await addSearch(tx, chance, made);
    for (let n = 0; n < 40; n++) await addTask(tx, world, made);
  });
  await remakeSpells();
  await remakeQueue();
}

type World = { chance: Chance; people: string[]; seq: number };

async function addPlaces(tx: WriteDb, { chance, people }: World): Promise<string[]> {
  const made = Array.from({ length: 12 }, (_, n) => ({
    id: anId(),
    reportedName: `д. ${n}`,
    reportedRegion: chance.pick(['Орловская обл.', 'Бранденбург', '']),
    reportedCountry: chance.pick(['SU', 'DE', 'PL']),
    presentName: { kk: '', ru: '', en: '' },
    regionToday: chance.pick([
      { kk: 'Орёл облысы', ru: 'Орловская область', en: '' },
      { kk: ' ', ru: '', en: 'Masovia' },
      { kk: '', ru: '', en: '' },
    ]),
    countryToday: chance.pick(['RU', 'RU', 'DE', 'PL', null]),
    marked: false,
    regionOnly: false,
    version: 1,
    enteredBy: chance.pick(people),
  }));
  await tx.insert(burialPlaces).values(made);
  return made.map(({ id }) => id);
}

async function tell(
  tx: WriteDb,
  world: World,
  event: Partial<typeof events.$inferInsert> & { kind: string; at: number },
) {
  world.seq += 1;
  const usual = { actorRole: 'researcher', data: '{}', prevHash: '', hash: `${world.seq}` };
  await tx.insert(events).values({ ...usual, ...event, seq: world.seq });
}

async function addCase(tx: WriteDb, world: World, number: number, places: readonly string[]): Promise<string> {
  const { chance, people } = world;
  const id = anId();
  const receivedAt = chance.moment();
  const isTakenOver = chance.is(0.15);
  const origin = !isTakenOver && chance.is(0.15) ? chance.pick(['find', 'grave-list'] as const) : 'application';
  const way: Status[] = [isTakenOver ? chance.pick(['closed', 'on-watch', 'family-informed'] as const) : 'received'];
  const moves: number[] = [];
  const all = statuses.filter((status) => status !== 'joined');
  for (let at = receivedAt; chance.is(0.75) && way.length < 7; ) {
    at = chance.is(0.1) ? at : chance.is(0.5) ? chance.moment(at) : at + chance.upTo(40 * 86_400_000);
    moves.push(at);
    way.push(chance.pick(chance.is(0.7) ? all.filter((status) => pipeline[status].open) : all));
  }
  await tx.insert(cases).values({
    id,
    number,
    origin,
    status: way.at(-1) ?? 'received',
    statusSince: moves.at(-1) ?? receivedAt,
    version: 1,
    assigneeId: chance.is(0.7) ? chance.pick(people) : null,
    surname: 'Ахметов',
    givenName: 'Қасым',
    patronymic: '',
    otherSpellings: '',
    searchText: '',
    birth: '',
    birthPlace: '',
    draftPlace: '',
    receivedAt,
    takeoverId: isTakenOver ? 'an-act' : null,
    takeoverStands: isTakenOver && moves.length === 0,
  });
  for (const [n, at] of moves.entries()) {
    const data = JSON.stringify({ from: way[n], to: way[n + 1] });
    await tell(tx, world, {
      kind: 'case.moved',
      caseId: id,
      at,
      data,
      actorRole: chance.is(0.2) ? 'system' : 'manager',
    });
  }
  while (chance.is(0.1)) {
    const at = chance.moment(receivedAt);
    const to = addDays(lastDay, -chance.upTo(300));
    await tell(tx, world, { kind: 'case.extended', caseId: id, at, data: JSON.stringify({ to, noteId: '' }) });
  }
  for (let n = origin === 'application' ? 1 + chance.upTo(2) : chance.upTo(2); n > 0; n--)
    await addApplication(tx, world, id, receivedAt);
  while (chance.is(0.4)) await addConclusion(tx, world, id, receivedAt, places);
  return id;
}

async function addApplication(tx: WriteDb, { chance, people }: World, caseId: string, since: number): Promise<void> {
  const id = anId();
  const receivedAt = chance.is(0.7) ? since : chance.moment(since);
  await tx.insert(applications).values({
    id,
    reference: id,
    codeSalt: '',
    codeHash: '',
    caseId,
    channel: chance.pick(['web', 'post', 'visit'] as const),
    language: 'kk',
    receivedAt,
    answers: {},
    applicantName: '',
    kinship: 'son',
    telephone: '',
    email: '',
    postalAddress: '',
    region: chance.pick(['KZ-71', 'KZ-75', '']),
    helperName: '',
    helperContact: '',
    newsTo: 'applicant',
    tellFirst: 'page',
    withdrawnAt: chance.is(0.15) ? chance.moment(receivedAt) : null,
  });
  for (let n = chance.upTo(3); n > 0; n--)
    await tx.insert(letters).values({
      id: anId(),
      caseId,
      applicationId: id,
      kind: chance.pick(letterKinds),
      language: 'kk',
      text: '',
      state: chance.pick(['sent', 'sent', 'handed-over', 'draft', 'cannot-be-sent'] as const),
      writtenBy: chance.pick(people),
      writtenAt: receivedAt,
      settledAt: chance.is(0.4) ? chance.moment(receivedAt) : receivedAt + chance.upTo(40 * 86_400_000),
      reason: '',
    });
}

async function addConclusion(
  tx: WriteDb,
  { chance, people }: World,
  caseId: string,
  since: number,
  places: readonly string[],
): Promise<void> {
  const id = anId();
  const state = chance.pick(['confirmed', 'confirmed', 'superseded', 'rejected', 'proposed'] as const);
  const decidedAt = state === 'proposed' ? null : chance.moment(since - 1000);
  await tx.insert(conclusions).values({
    id,
    caseId,
    state,
    fate: 'killed',
    sensitive: false,
    fateDate: '',
    summary: '',
    proposedBy: chance.pick(people),
    proposedAt: since,
    lastEditedBy: chance.pick(people),
    decidedAt,
    revokedAt: decidedAt !== null && state === 'superseded' && chance.is(0.5) ? chance.moment(decidedAt) : null,
  });
  if (decidedAt === null || chance.is(0.3)) return;
  await tx.insert(burials).values({
    id: anId(),
    caseId,
    conclusionId: id,
    burialPlaceId: chance.pick(places),
    kind: chance.pick(['primary', ...burialKinds] as const),
    precision: chance.pick(burialPrecisions),
    establishedAt: decidedAt,
    endedAt: chance.is(0.3) ? chance.moment(decidedAt) : null,
  });
}

/** Some cases are joined to others, which are joined to none; some of them parted again, and joined again. */
async function addJoins(tx: WriteDb, chance: Chance, made: readonly string[]): Promise<void> {
  const leading = made.slice(0, made.length / 2);
  for (const caseId of made.slice(made.length / 2)) {
    if (!chance.is(0.25)) continue;
    let joinedAt = chance.moment();
    for (let isParted = true; isParted; ) {
      isParted = chance.is(0.4);
      const partedAt = isParted ? joinedAt + chance.upTo(60 * 86_400_000) : null;
      const intoId = chance.pick(leading);
      await tx.insert(caseJoins).values({ id: anId(), caseId, intoId, statusBefore: 'searching', joinedAt, partedAt });
      joinedAt = (partedAt ?? 0) + chance.upTo(20 * 86_400_000);
    }
  }
}

async function addRequest(tx: WriteDb, world: World, made: readonly string[]): Promise<void> {
  const { chance, people } = world;
  const id = anId();
  const sentAt = chance.is(0.1) ? null : chance.moment();
  const state = sentAt === null ? 'draft' : chance.pick(['sent', 'closed'] as const);
  await tx.insert(archiveRequests).values({
    id,
    partnerId: chance.pick(['oblast-archive', 'rgva', 'memorial-zone']),
    sourceKey: 'oblast-archives',
    state,
    number: '',
    channel: 'post',
    text: '',
    writtenBy: chance.pick(people),
    sentAt,
    expectedOn: lastDay,
  });
  for (const caseId of new Set([chance.pick(made), chance.pick(made), chance.pick(made)])) {
    const isAnswered = sentAt !== null && chance.is(0.5);
    await tx.insert(requestCases).values({
      requestId: id,
      caseId,
      outcome: isAnswered ? chance.pick(['found', 'nothing', 'impossible'] as const) : null,
      answer: '',
      changed: '',
      answeredAt: isAnswered ? chance.moment(sentAt) : null,
    });
    if (state === 'closed' && !isAnswered && chance.is(0.7))
      await tell(tx, world, { kind: 'request.given-up', caseId, subjectId: id, at: chance.moment(sentAt ?? 0) });
  }
}

async function addSearch(tx: WriteDb, chance: Chance, made: readonly string[]): Promise<void> {
  const searchedAt = chance.moment();
  await tx.insert(searches).values({
    id: anId(),
    caseId: chance.pick(made),
    sourceKey: chance.pick(['obd-memorial', 'books-of-memory', 'pamyat-naroda']),
    asked: '',
    outcome: chance.pick(['found', 'nothing', 'impossible', 'not-applicable'] as const),
    reason: '',
    searchedAt,
    withdrawnAt: chance.is(0.15) ? chance.moment(searchedAt) : null,
  });
}

async function addTask(tx: WriteDb, { chance, people }: World, made: readonly string[]): Promise<void> {
  await tx.insert(tasks).values({
    id: anId(),
    caseId: chance.is(0.8) ? chance.pick(made) : null,
    text: '',
    dueOn: addDays(lastDay, chance.upTo(11) - 5),
    assigneeId: chance.pick(people),
    setBy: chance.pick(people),
    setAt: startOfDay(firstDay),
    doneAt: chance.is(0.4) ? startOfDay(lastDay) : null,
  });
}
