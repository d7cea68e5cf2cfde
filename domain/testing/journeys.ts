/** Trips and ceremonies for tests, made through the real commands. */
import { and, eq, isNull } from 'drizzle-orm';
import { burials, ceremonies, trips } from '@/db/schema';
import type { Answers } from '../applications/fields';
import { now } from '../clock';
import { planCeremony } from '../community/ceremonies';
import { addStage } from '../community/trip-stages';
import { moveTrip, planTrip, showTrip } from '../community/trips';
import { read } from '../database';
import { addDays, dayOf } from '../working-days';
import { aCaseIn, type MadeCase, type People } from './factories';

/** A day so many days from now. */
export const inDays = (days: number): string => addDays(dayOf(now()), days);

export type Buried = MadeCase & { burialPlaceId: string };

/** A soldier whose burial is confirmed and told; the family agreed to be told of ceremonies unless `over` says otherwise. */
export async function aBuried(people?: People, over: Answers = {}): Promise<Buried> {
  const made = await aCaseIn('burial-established', {
    ...(people ? { people } : {}),
    answers: { 'consent-ceremonies': 'on', email: 'aigul@mail.test', ...over },
  });
  const [burial] = await read()
    .select({ burialPlaceId: burials.burialPlaceId })
    .from(burials)
    .where(and(eq(burials.caseId, made.caseId), isNull(burials.endedAt)));
  if (!burial) throw new Error('Nobody lies anywhere');
  return { ...made, burialPlaceId: burial.burialPlaceId };
}

export const tripInput = () => ({
  titleKk: 'Орёлға сапар',
  titleRu: 'Поездка в Орёл',
  startsOn: inDays(40),
  endsOn: inDays(43),
  answerBy: inDays(20),
  meetingKk: 'Музейдің алдында, сағат 9-да',
  documentsKk: 'Төлқұжат\nСақтандыру полисі',
  documentsRu: 'Паспорт\nСтраховой полис',
  noteKk: 'Жылы киім алыңыз.',
  contact: 'Дана Ерланқызы, +7 7172 00 00 00',
});

/** The id and version a page of it would carry now. */
export async function tripNow(tripId: string): Promise<{ tripId: string; version: number }> {
  const [row] = await read().select({ version: trips.version }).from(trips).where(eq(trips.id, tripId));
  return { tripId, version: row?.version ?? 0 };
}

export async function ceremonyNow(ceremonyId: string): Promise<{ ceremonyId: string; version: number }> {
  const [row] = await read()
    .select({ version: ceremonies.version })
    .from(ceremonies)
    .where(eq(ceremonies.id, ceremonyId));
  return { ceremonyId, version: row?.version ?? 0 };
}

/** A trip with one stage at each of these places. @param over `open`: families may be invited; `public`: everybody reads of it */
export async function aTrip(
  { researcher, manager }: People,
  burialPlaceIds: readonly string[],
  over: { open?: boolean; public?: boolean; places?: string } = {},
): Promise<string> {
  const { open = true, places = '' } = over;
  const { tripId } = await planTrip(researcher, { ...tripInput(), places });
  for (const burialPlaceId of burialPlaceIds)
    await addStage(researcher, { ...(await tripNow(tripId)), day: inDays(41), burialPlaceId, programmeKk: 'Гүл қою.' });
  if (open) await moveTrip(manager, { ...(await tripNow(tripId)), to: 'open' });
  if (over.public) await showTrip(manager, { ...(await tripNow(tripId)), public: 'on' });
  return tripId;
}

export const ceremonyInput = () => ({
  kind: 'last-rite',
  titleKk: 'Соңғы құрмет',
  day: inDays(30),
  time: '11:00',
  timeZone: 'Europe/Moscow',
  placeKk: 'Малая Осинка',
  country: 'RU',
  programmeKk: '11:00 Жиналу\n11:30 Гүл қою',
  contact: 'Дана Ерланқызы',
});

export async function aCeremony({ researcher }: People, over: object = {}): Promise<string> {
  return (await planCeremony(researcher, { ...ceremonyInput(), ...over })).ceremonyId;
}
