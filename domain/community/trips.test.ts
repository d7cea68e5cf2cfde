import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { burialPlaces } from '@/db/schema';
import { atMoment } from '../clock';
import type { StaffActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aBurialPlace, aManager, aResearcher } from '../testing/factories';
import { aCeremony, aTrip, ceremonyInput, ceremonyNow, inDays, tripInput, tripNow } from '../testing/journeys';
import { recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { startOfDay } from '../working-days';
import { changeCeremony, moveCeremony, planCeremony, showCeremony, writeProtocol } from './ceremonies';
import { ceremonyList, ceremonyPage, tripList, tripPage } from './journey-queries';
import { addCeremonyParticipant, addTripParticipant, removeTripParticipant } from './participants';
import { addStage, changeStage, removeStage } from './trip-stages';
import { changeTrip, moveTrip, planTrip } from './trips';

let database: TestDatabase;
let researcher: StaffActor;
let manager: StaffActor;
beforeEach(async () => {
  database = await openTestDatabase();
  [researcher, manager] = [await aResearcher(), await aManager()];
});
afterEach(() => database.close());

const placeOf = () => aBurialPlace({ researcher, manager });

describe('a trip', () => {
  it('is planned with stages in the order of their days', async () => {
    const burialPlaceId = await placeOf();
    const { tripId } = await planTrip(researcher, tripInput());
    await addStage(researcher, { ...(await tripNow(tripId)), day: inDays(42), burialPlaceId });
    await addStage(researcher, { ...(await tripNow(tripId)), day: inDays(40), programmeKk: 'Жолға шығу' });
    const { journey } = await tripPage(researcher, { tripId });
    expect(journey.stages.map(({ day, place }) => [day, place?.name?.ru ?? null])).toEqual([
      [inDays(40), null],
      [inDays(42), 'Малая Осинка'],
    ]);
    expect(await tripList(researcher, {})).toMatchObject([{ id: tripId, stages: 2, state: 'planned', invited: 0 }]);
  });

  it('names what is wrong with its days and title', async () => {
    const fields = (over: object) => refusedFields(planTrip(researcher, { ...tripInput(), ...over }));
    expect(await fields({ endsOn: inDays(39) })).toEqual({ endsOn: 'trip.ends-before-start' });
    expect(await fields({ answerBy: inDays(41) })).toEqual({ answerBy: 'trip.answer-after-start' });
    expect(await fields({ titleKk: '', titleRu: '' })).toEqual({ titleKk: 'journey.no-title' });
    expect(await fields({ places: '0' })).toEqual({ places: 'input.number' });
    expect(await fields({ startsOn: '2020-02-31' })).toEqual({ startsOn: 'input.day' });
  });

  it('keeps its stages within its days', async () => {
    const tripId = await aTrip({ researcher, manager }, [await placeOf()], { open: false });
    const outside = { ...(await tripNow(tripId)), day: inDays(50), programmeKk: 'Қайту' };
    expect(await refusedFields(addStage(researcher, outside))).toEqual({ day: 'trip.stage-outside' });
    const shorter = { ...(await tripNow(tripId)), ...tripInput(), endsOn: inDays(40) };
    expect(await refusedFields(changeTrip(researcher, shorter))).toEqual({ startsOn: 'trip.stage-outside' });
    const empty = { ...(await tripNow(tripId)), day: inDays(41) };
    expect(await refusedFields(addStage(researcher, empty))).toEqual({ programmeKk: 'input.required' });
  });

  it('changes and loses a stage of its own only', async () => {
    const mine = await aTrip({ researcher, manager }, [await placeOf()], { open: false });
    const other = await aTrip({ researcher, manager }, [await placeOf()], { open: false });
    const stageId = (await tripPage(researcher, { tripId: mine })).journey.stages[0]?.stageId ?? '';
    const foreign = { ...(await tripNow(other)), stageId };
    expect(await refusalOf(removeStage(researcher, foreign))).toBe('stage.not-found');
    expect(await refusalOf(changeStage(researcher, { ...foreign, day: inDays(41), programmeKk: 'x' }))).toBe(
      'stage.not-found',
    );
    await changeStage(researcher, { ...(await tripNow(mine)), stageId, day: inDays(42), programmeKk: 'Ас беру' });
    await removeStage(researcher, { ...(await tripNow(mine)), stageId });
    expect((await tripPage(researcher, { tripId: mine })).journey.stages).toEqual([]);
  });

  it('is opened by a manager once it has a stage, and held only when it is over', async () => {
    const bare = (await planTrip(researcher, tripInput())).tripId;
    expect(await refusalOf(moveTrip(manager, { ...(await tripNow(bare)), to: 'open' }))).toBe('trip.no-stages');
    const tripId = await aTrip({ researcher, manager }, [await placeOf()], { open: false });
    expect(await refusalOf(moveTrip(researcher, { ...(await tripNow(tripId)), to: 'open' }))).toBe('access.denied');
    expect(await refusalOf(moveTrip(manager, { ...(await tripNow(tripId)), to: 'held' }))).toBe('trip.no-such-move');
    const opening = { ...(await tripNow(tripId)), to: 'open' };
    expect(await recordedBy(() => moveTrip(manager, opening))).toEqual(['trip.moved']);
    expect(await refusalOf(moveTrip(manager, opening))).toBe('trip.no-such-move');
    expect(await refusalOf(moveTrip(manager, { ...(await tripNow(tripId)), to: 'held' }))).toBe('trip.not-over');
    const held = { ...(await tripNow(tripId)), to: 'held' };
    await atMoment(startOfDay(inDays(44)), () => moveTrip(manager, held));
    expect(await refusalOf(changeTrip(researcher, { ...(await tripNow(tripId)), ...tripInput() }))).toBe('trip.over');
    expect(await tripList(researcher, { view: 'past' })).toMatchObject([{ id: tripId, state: 'held' }]);
  });

  it('refuses a stale page', async () => {
    const { tripId } = await planTrip(researcher, tripInput());
    await changeTrip(researcher, { tripId, version: 1, ...tripInput(), contact: 'Басқа' });
    expect(await refusalOf(changeTrip(researcher, { tripId, version: 1, ...tripInput() }))).toBe('case.stale');
  });

  it('tells of a grave no more than its settlement, unless the place is a marked one', async () => {
    const tripId = await aTrip({ researcher, manager }, [await placeOf()]);
    const pointAs = async (place: Partial<typeof burialPlaces.$inferInsert>) => {
      await database.store.tx((tx) =>
        tx.update(burialPlaces).set({ latitude: 53.12345, longitude: 36.98765, regionOnly: false, ...place }),
      );
      return (await tripPage(researcher, { tripId })).journey.stages[0]?.place?.point ?? null;
    };
    const rounded = { latitude: 53.12, longitude: 36.99, approximate: true };
    expect(await pointAs({ coordinatePrecision: 'settlement', marked: false })).toEqual(rounded);
    expect(await pointAs({ coordinatePrecision: 'settlement', marked: true })).toEqual(rounded);
    const exact = { latitude: 53.12345, longitude: 36.98765, approximate: false };
    expect(await pointAs({ coordinatePrecision: 'grave', marked: true })).toEqual(exact);
    expect(await pointAs({ coordinatePrecision: 'grave', marked: false })).not.toMatchObject({ latitude: 53.12345 });
  });

  it('takes partners and guests along', async () => {
    const { tripId } = await planTrip(researcher, tripInput());
    await addTripParticipant(researcher, { tripId, version: 1, partnerId: 'memorial-zone', part: 'Жол көрсетеді' });
    await addTripParticipant(researcher, { tripId, version: 2, name: 'Ә. Омаров' });
    expect(await refusedFields(addTripParticipant(researcher, { tripId, version: 3 }))).toEqual({
      name: 'input.required',
    });
    const unknown = { tripId, version: 3, partnerId: 'nobody' };
    expect(await refusedFields(addTripParticipant(researcher, unknown))).toEqual({ partnerId: 'partner.not-found' });
    const { participants } = (await tripPage(researcher, { tripId })).journey;
    expect(participants.map(({ partner, name }) => [partner !== null, name])).toEqual([
      [true, ''],
      [false, 'Ә. Омаров'],
    ]);
    const participantId = participants[1]?.participantId ?? '';
    await removeTripParticipant(researcher, { tripId, version: 3, participantId });
    expect((await tripPage(researcher, { tripId })).journey.participants).toHaveLength(1);
  });
});

describe('a ceremony', () => {
  it('is planned, held when its day has come, and then written down', async () => {
    const ceremonyId = await aCeremony({ researcher, manager });
    const protocol = async () => ({ ...(await ceremonyNow(ceremonyId)), protocol: 'Сөз сөйледі.', reportKk: 'Өтті.' });
    expect(await refusalOf(writeProtocol(researcher, await protocol()))).toBe('ceremony.not-held');
    const held = async () => moveCeremony(manager, { ...(await ceremonyNow(ceremonyId)), to: 'held' });
    expect(await refusalOf(held())).toBe('ceremony.not-over');
    await atMoment(startOfDay(inDays(31)), held);
    await writeProtocol(researcher, await protocol());
    const { row } = await ceremonyPage(researcher, { ceremonyId });
    expect(row).toMatchObject({ state: 'held', protocol: 'Сөз сөйледі.', report: { kk: 'Өтті.' } });
    expect(
      await refusalOf(changeCeremony(researcher, { ...(await ceremonyNow(ceremonyId)), ...ceremonyInput() })),
    ).toBe('ceremony.over');
    expect(await ceremonyList(researcher, { view: 'past' })).toMatchObject([{ id: ceremonyId }]);
  });

  it('is shown and called off by a manager only', async () => {
    const ceremonyId = await aCeremony({ researcher, manager });
    const shown = { ...(await ceremonyNow(ceremonyId)), public: 'on' };
    expect(await refusalOf(showCeremony(researcher, shown))).toBe('access.denied');
    const off = { ...(await ceremonyNow(ceremonyId)), to: 'cancelled' };
    expect(await refusalOf(moveCeremony(researcher, off))).toBe('access.denied');
    expect(await recordedBy(() => moveCeremony(manager, off))).toEqual(['ceremony.moved']);
    await moveCeremony(manager, { ...(await ceremonyNow(ceremonyId)), to: 'planned' });
  });

  it('names what is wrong with it', async () => {
    const fields = (over: object) => refusedFields(planCeremony(researcher, { ...ceremonyInput(), ...over }));
    expect(await fields({ time: '25:00' })).toEqual({ time: 'journey.clock-time' });
    expect(await fields({ timeZone: 'Europe/Nowhere' })).toEqual({ timeZone: 'input.choose' });
    expect(await fields({ country: 'SU' })).toEqual({ country: 'input.choose' });
    expect(await fields({ placeKk: '' })).toEqual({ placeKk: 'input.required' });
    expect(await fields({ titleKk: '' })).toEqual({ titleKk: 'journey.no-title' });
  });

  it('has guests', async () => {
    const ceremonyId = await aCeremony({ researcher, manager });
    await addCeremonyParticipant(researcher, { ceremonyId, version: 1, name: 'Ә. Омаров', part: 'Сөз сөйлейді' });
    expect((await ceremonyPage(researcher, { ceremonyId })).journey.participants).toMatchObject([
      { name: 'Ә. Омаров', part: 'Сөз сөйлейді' },
    ]);
  });
});
