/** A trip with its families and a ceremony, at the end of the making: no figure and no case changes by them. */
import { desc, eq, isNull, sql } from 'drizzle-orm';
import { burialPlaces, burials, trips } from '@/db/schema';
import { atMoment } from '@/domain/clock';
import { planCeremony, showCeremony } from '@/domain/community/ceremonies';
import { answerInvitation } from '@/domain/community/invitation-answers';
import { inviteToTrip } from '@/domain/community/invitations';
import { tripPage } from '@/domain/community/journey-queries';
import { addCeremonyParticipant, addTripParticipant } from '@/domain/community/participants';
import { addStage } from '@/domain/community/trip-stages';
import { moveTrip, planTrip, showTrip } from '@/domain/community/trips';
import { read } from '@/domain/database';
import type { Actor } from '@/domain/permissions';
import { startOfDay } from '@/domain/working-days';
import type { World } from './world';

/** The last afternoon before the demonstration begins. */
const afternoon = startOfDay('2020-01-31') + 15 * 3600_000;
const minute = 60_000;

export async function makeJourneys({ staff }: World): Promise<void> {
  const [manager] = staff.managers;
  const places = await placesInRussia();
  if (!manager || places.length === 0) return;
  let at = afternoon;
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    at += minute;
    return atMoment(at, work);
  };
  await aTrip(manager, places, next);
  await aCeremony(manager, places[0], next);
}

type Next = <T>(work: () => Promise<T>) => Promise<T>;

/** Where most of them lie. */
async function placesInRussia(): Promise<string[]> {
  const rows = await read()
    .select({ id: burials.burialPlaceId })
    .from(burials)
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(sql`${isNull(burials.endedAt)} and ${burialPlaces.countryToday} = 'RU'`)
    .groupBy(burials.burialPlaceId)
    .orderBy(desc(sql`count(*)`), burials.burialPlaceId)
    .limit(3);
  return rows.map(({ id }) => id);
}

async function aTrip(manager: Actor, places: readonly string[], next: Next): Promise<void> {
  const { tripId } = await next(() =>
    planTrip(manager, {
      titleKk: 'Жеңістің 75 жылдығына орай Ресейдегі бауырластар зираттарына сапар',
      titleRu: 'Поездка к братским могилам в России к 75-летию Победы',
      titleEn: 'Trip to the common graves in Russia for the 75th anniversary of the Victory',
      startsOn: '2020-05-06',
      endsOn: '2020-05-10',
      answerBy: '2020-03-15',
      meetingKk: 'Нұр-Сұлтан, музейдің алдында, 6 мамыр, сағат 7:00',
      meetingRu: 'Нур-Султан, у входа в музей, 6 мая, 7:00',
      meetingEn: 'Nur-Sultan, in front of the museum, 6 May, 7:00',
      documentsKk: 'Жеке куәлік немесе төлқұжат\nСақтандыру полисі\nТуыстықты растайтын құжат',
      documentsRu: 'Удостоверение личности или паспорт\nСтраховой полис\nДокумент, подтверждающий родство',
      documentsEn: 'Identity card or passport\nInsurance policy\nDocument that proves the kinship',
      noteKk: 'Жол мен қонақүйді музей ұйымдастырады. Туған жердің бір уыс топырағын ала баруға болады.',
      noteRu: 'Дорогу и гостиницу организует музей. Можно взять с собой горсть родной земли.',
      noteEn: 'The museum arranges travel and lodging. You may bring a handful of earth from home.',
      places: '24',
      contact: 'Әскери археология бөлімі, +7 7172 00 00 00',
    }),
  );
  for (const [index, burialPlaceId] of places.entries())
    await next(async () =>
      addStage(manager, {
        ...(await versionOf(tripId)),
        day: `2020-05-0${7 + index}`,
        burialPlaceId,
        programmeKk: 'Гүл шоқтарын қою, құран оқу, жергілікті музеймен кездесу',
        programmeRu: 'Возложение цветов, молитва, встреча в местном музее',
        programmeEn: 'Laying of flowers, prayer, meeting at the local museum',
      }),
    );
  const along = { partnerId: 'memorial-zone' };
  await next(async () => addTripParticipant(manager, { ...(await versionOf(tripId)), ...along }));
  await next(async () => moveTrip(manager, { ...(await versionOf(tripId)), to: 'open' }));
  await next(async () => showTrip(manager, { ...(await versionOf(tripId)), public: 'on' }));
  const { families } = await next(() => tripPage(manager, { tripId }));
  const free = families.filter(({ hindrance }) => hindrance === null).map(({ applicationId }) => applicationId);
  // One stays to be invited.
  const applicationIds = free.slice(0, 6);
  if (applicationIds.length === 0) return;
  await next(() => inviteToTrip(manager, { tripId, applicationIds }));
  await answerAll(manager, tripId, next);
}

/** Two come, one cannot; the others have not answered yet. */
async function answerAll(manager: Actor, tripId: string, next: Next): Promise<void> {
  const { families } = await next(() => tripPage(manager, { tripId }));
  const invited = families.flatMap(({ invitation }) => (invitation ? [invitation] : []));
  const said = [
    { answer: 'accepted', persons: '2', words: 'Ұлыммен бірге барамын.' },
    { answer: 'accepted', persons: '1', words: '' },
    { answer: 'declined', words: 'Денсаулығым көтермейді.' },
  ];
  for (const [index, { id: invitationId, applicationId }] of invited.slice(0, said.length).entries()) {
    const applicant: Actor = { role: 'applicant', applicationId };
    await next(() => answerInvitation(applicant, { applicationId, invitationId, ...said[index] }));
  }
}

async function versionOf(tripId: string): Promise<{ tripId: string; version: number }> {
  const [row] = await read().select({ version: trips.version }).from(trips).where(eq(trips.id, tripId));
  return { tripId, version: row?.version ?? 0 };
}

async function aCeremony(manager: Actor, burialPlaceId: string | undefined, next: Next): Promise<void> {
  const { ceremonyId } = await next(() =>
    planCeremony(manager, {
      kind: 'memorial',
      titleKk: 'Қазақстандық жауынгерлерді еске алу',
      titleRu: 'Час памяти воинов-казахстанцев',
      titleEn: 'An hour in memory of the soldiers from Kazakhstan',
      day: '2020-05-07',
      time: '11:00',
      timeZone: 'Europe/Moscow',
      placeKk: 'Бауырластар зираты',
      placeRu: 'Братское кладбище',
      placeEn: 'Cemetery of common graves',
      country: 'RU',
      burialPlaceId,
      programmeKk: '11:00 Жиналу\n11:30 Гүл шоқтарын қою\n12:00 Құран оқу\n12:30 Ас беру',
      programmeRu: '11:00 Сбор\n11:30 Возложение цветов\n12:00 Молитва\n12:30 Поминальная трапеза',
      programmeEn: '11:00 Gathering\n11:30 Laying of flowers\n12:00 Prayer\n12:30 Meal in memory',
      contact: 'Әскери археология бөлімі, +7 7172 00 00 00',
    }),
  );
  const guests = { partnerId: 'memorial-zone' };
  await next(() => addCeremonyParticipant(manager, { ceremonyId, version: 1, ...guests }));
  await next(() => showCeremony(manager, { ceremonyId, version: 2, public: 'on' }));
}
