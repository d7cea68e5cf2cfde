/** A register grown day by day through the real commands: the whole way of a case, its turns back and its ends, drawn by chance. */
import { withdrawApplication } from '../../applications/commands';
import { logSearch, withdrawSearch } from '../../archive/searches';
import { extendTerm, joinCases, openFoundCase, partCase } from '../../cases/commands';
import { activeApplications } from '../../cases/guards';
import { statusOf } from '../../cases/moving';
import { movesFrom, type Status } from '../../cases/pipeline';
import { atMoment, now } from '../../clock';
import { recordReply } from '../../correspondence/request-answers';
import { giveUpRequest, requestRow } from '../../correspondence/requests';
import { setTask } from '../../desk/tasks';
import { DomainError } from '../../result';
import { readRegister } from '../../takeover/preparing';
import { takeOverRegister } from '../../takeover/taking-over';
import { addDays, dayOf, startOfDay } from '../../working-days';
import { aBurialPlace, caseRow, edit, openRequests, pageOf, requestAbout, sendLetter } from '../arranging';
import { aCaseIn, aManager, anApplication, aResearcher, makeMove, type People } from '../factories';
import { chanceFrom, lastDay } from './random-register';

type Chance = ReturnType<typeof chanceFrom>;
type World = { chance: Chance; people: People; places: string[]; caseIds: string[] };

const days = 60;
const reason = 'Тексеру үшін.';

/** Fills the open test database; the same register for the same seed. */
export async function growRegister(seed: number): Promise<void> {
  const chance = chanceFrom(seed);
  const people = { researcher: await aResearcher(), manager: await aManager() };
  const world: World = { chance, people, places: [], caseIds: [] };
  const start = addDays(lastDay, -days * 3);
  await atMoment(startOfDay(start), async () => {
    for (const countryToday of ['RU', 'DE', 'PL', null])
      world.places.push(
        await aBurialPlace(people, { countryToday, reportedCountry: countryToday === 'DE' ? 'DE' : 'SU' }),
      );
    await takeOver(people);
  });
  for (let n = 0; n < days; n++) {
    const morning = startOfDay(addDays(start, n * 3)) + 9 * 3600_000;
    // Left to chance alone few would come to a result.
    if (n % 8 === 3)
      await atMoment(morning - 3600_000, async () => {
        const to = (['burial-established', 'fate-established', 'family-informed', 'on-watch'] as const)[(n >> 3) % 4];
        world.caseIds.push((await aCaseIn(to ?? 'searching', { people })).caseId);
      });
    for (let hour = 0; hour < 3; hour++) await atMoment(morning + hour * 3600_000, () => somethingHappens(world));
  }
}

async function takeOver({ manager }: People): Promise<void> {
  const text = [
    '№;Дата поступления;ФИО бойца;Год рождения;Заявитель;Состояние;Судьба;Место захоронения;Страна;Источник;Дата установления',
    '1;05.03.2019;Ахметов Қасым Болатұлы;1912;Айгүл;Не найден;;;;;',
    '2;06.03.2019;Оспанов Сәкен;1913;Дана;Закрыто;погиб;Орловская область;Россия;ЦАМО, ф. 58;10.07.2019',
    '3;07.03.2019;Иванов Иван;1914;Ольга;Семья извещена;убит;Орловская область;РФ;ЦАМО, ф. 33;11.08.2019',
  ].join('\n');
  const { takeoverId } = await readRegister(manager, { fileName: 'журнал.csv', bytes: Buffer.from(text) });
  await takeOverRegister(manager, { takeoverId });
}

/** What is not possible just then is refused, and nothing has happened. */
async function somethingHappens(world: World): Promise<void> {
  const { chance } = world;
  try {
    if (world.caseIds.length < 6 || chance.is(0.2)) await newcomer(world);
    else await chance.pick([advance, advance, advance, advance, sideways])(world, chance.pick(world.caseIds));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function newcomer({ chance, people, caseIds }: World): Promise<void> {
  const made = chance.is(0.15)
    ? await openFoundCase(people.researcher, { origin: 'find', surname: 'Ахметов' })
    : await anApplication();
  caseIds.push(made.caseId);
}

/** Moves by the table, most often on; a result as often with a burial of any kind as without. */
async function advance({ chance, people, places }: World, caseId: string): Promise<void> {
  const hand = { caseId, ...people };
  const status = statusOf(await caseRow(caseId));
  const ways = Object.keys(movesFrom(status)).filter((to) => to !== 'joined' && (to !== 'withdrawn' || chance.is(0.1)));
  if (ways.length === 0) return;
  const to = chance.pick(ways) as Status;
  if (status === 'under-review' && to === 'burial-established')
    await edit(hand, {
      burialPlaceId: chance.pick(places),
      burialKind: chance.pick(['primary', 'primary', 'reburial', 'unknown']),
      burialPrecision: chance.pick(['region', 'settlement', 'site', 'grave']),
    });
  // Where nobody has applied there is nobody to ask.
  if (to === 'needs-information' && (await activeApplications(caseId)).length === 0) return;
  await makeMove(hand, to);
}

async function sideways(world: World, caseId: string): Promise<void> {
  const { chance, people, caseIds } = world;
  const hand = { caseId, ...people };
  const page = await pageOf(caseId);
  const [application] = await activeApplications(caseId);
  const [request] = await openRequests(caseId);
  await chance.pick([
    async () => joinCases(people.manager, { ...page, intoId: chance.pick(caseIds), reason }),
    async () => partCase(people.manager, { ...page, reason }),
    async () => application && withdrawApplication(people.manager, { applicationId: application.id }),
    async () => application && sendLetter(hand, chance.pick(['interim', 'acknowledgement'] as const), application.id),
    async () => requestAbout(people.manager, [caseId]),
    async () =>
      request &&
      recordReply(people.manager, {
        caseId,
        requestId: request.id,
        outcome: chance.pick(['found', 'nothing']),
        answer: 'Жауап.',
      }),
    async () =>
      request &&
      giveUpRequest(people.manager, {
        requestId: request.id,
        version: (await requestRow(request.id)).version,
        caseId,
        reason,
      }),
    async () => {
      const looked = {
        caseId,
        sourceKey: 'obd-memorial',
        asked: 'Ахметов',
        outcome: chance.pick(['found', 'nothing']),
      };
      const { searchId } = await logSearch(people.manager, looked);
      if (chance.is(0.3)) await withdrawSearch(people.manager, { caseId, searchId });
    },
    async () => extendTerm(people.manager, { ...page, to: addDays(dayOf(now()), 20), reason }),
    async () =>
      setTask(people.manager, { caseId, text: 'Қоңырау шалу.', dueOn: lastDay, assigneeId: people.researcher.staffId }),
  ])();
}
