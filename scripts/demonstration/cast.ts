/** Who asks for whom: stories made of the planned applications. */
import { joinCases, openFoundCase } from '@/domain/cases/commands';
import { addDays } from '@/domain/working-days';
import { lookup, moveTo, note, take } from './acts';
import { answersOf } from './answers';
import { fallenAt } from './found-at';
import { inventRelative, inventSoldier, type Relative, type Soldier } from './person';
import type { PlannedApplication } from './plan';
import { reasons } from './remarks';
import { intake } from './stages';
import { tellings } from './stories';
import { Story } from './story';
import { isWorked } from './working-hours';
import type { World } from './world';

/** Plans every story; nothing is carried out yet. */
export function castStories(world: World, planned: readonly PlannedApplication[]): void {
  const hosts: Story[] = [];
  for (const [number, application] of planned.entries()) {
    if (application.ending === 'joined') continue;
    const story = storyOf(world, application, inventedFor(world, application), number);
    tellings[application.ending](story, application);
    if (['searching', 'awaiting-reply', 'on-watch'].includes(application.ending)) hosts.push(story);
  }
  for (const [number, application] of planned.entries())
    if (application.ending === 'joined') joinStory(world, application, number, hosts);
  for (const [n, day] of ['2018-09-17', '2019-05-13', '2019-10-07'].entries()) foundStory(world, day, n);
}

function inventedFor({ by }: World, { place }: PlannedApplication): Soldier {
  if (!place) return inventSoldier(by);
  const reported = [...new Set([place.reportedRegion, place.reportedName])].filter(Boolean).join(', ');
  return inventSoldier(by, { ...fallenAt(place), place: reported });
}

function storyOf(world: World, { ending, day }: PlannedApplication, soldier: Soldier, number: number): Story {
  const { by, staff } = world;
  const story = new Story(world, soldier, by.pick(staff.researchers), by.pick(staff.managers), day);
  const relative = writerOn(inventRelative(by, soldier, number), day);
  const consents = consentsOf(world, ending === 'burial' ? number % 3 !== 0 : by.chance(0.5));
  return story.receive(relative, answersOf(by, soldier, relative, consents), consents);
}

/** On a day off nobody rings, comes by or brings the post: they write on the site. */
const writerOn = (relative: Relative, day: string): Relative =>
  isWorked(day) || relative.channel === 'email' ? relative : { ...relative, channel: 'web' };

function consentsOf({ by }: World, publication: boolean): string[] {
  return [
    ...(by.chance(0.95) ? ['processing'] : []),
    ...(publication ? ['publication'] : []),
    ...(by.chance(0.6) ? ['sharing'] : []),
    ...(by.chance(0.5) ? ['ceremonies'] : []),
  ];
}

/** A second relative asks for the same man; the researcher sees it and joins the cases. */
function joinStory(world: World, application: PlannedApplication, number: number, hosts: Story[]): void {
  const { by } = world;
  const before = addDays(application.day, -10);
  const fitting = hosts.filter((host) => host.receivedOn < before);
  const host = by.pick(fitting.length > 0 ? fitting : hosts);
  hosts.splice(hosts.indexOf(host), 1);
  const story = intake(storyOf(world, application, host.soldier, number));
  story.staff(by.int(1, 9), async () => {
    await joinCases(story.handler, {
      ...(await story.page()),
      intoId: host.caseId,
      reason: by.pick(reasons.sameMan),
    });
    host.kin.push(...story.kin);
  });
}

/** A search squad's find: a soldier is known, his relatives are sought. */
function foundStory(world: World, day: string, n: number): void {
  const { by, staff } = world;
  const soldier = inventSoldier(by);
  const story = new Story(world, soldier, by.pick(staff.researchers), by.pick(staff.managers), day);
  const { surname, given, patronymic, birth, origin } = soldier;
  story
    .staff(0.5, async () => {
      const { caseId } = await openFoundCase(story.handler, {
        origin: n === 1 ? 'grave-list' : 'find',
        ...{ surname: surname.ru, givenName: given.ru, patronymic: n === 0 ? '' : patronymic.ru },
        otherSpellings: '',
        birth: String(birth.year),
        birthPlace: n === 0 ? '' : `${origin.oblast.ru} обл.`,
        draftPlace: `${origin.district.ru} РВК`,
      });
      story.caseId = caseId;
    })
    .soon(take(story))
    .soon(moveTo(story, 'checking'))
    .staff(2, moveTo(story, 'searching'))
    .staff(1, lookup(story))
    .soon(note(story));
}
