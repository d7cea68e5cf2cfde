/** The stories of the demonstration, by how they end; each is planned whole before anything of it is carried out. */
import { withdrawApplication } from '@/domain/applications/commands';
import { dayOf, startOfDay } from '@/domain/working-days';
import { ask, goOnUnanswered, letter, moveTo } from './acts';
import { confirm, type Finding } from './conclusions';
import { findingFor, hideAnswer, sensitiveFinding } from './findings';
import { fallenAt } from './found-at';
import { type Ending, lastDay, type PlannedApplication } from './plan';
import { reasons } from './remarks';
import {
  allOtherLooks,
  awaitReply,
  beginSearch,
  close,
  conclude,
  decide,
  everyday,
  firstLooks,
  intake,
  keepWord,
  letterUnderWay,
  looksElsewhere,
  maybeRevoke,
  questionAnswered,
  replyComes,
  tellFamily,
} from './stages';
import type { Story } from './story';

/** Days from where the planning of a story has come to up to the last day, at least one. */
const rest = (story: Story): number =>
  Math.max(1, Math.floor((startOfDay(lastDay) - startOfDay(dayOf(story.now))) / (24 * 3600_000)));

export const tellings: Record<Exclude<Ending, 'joined'>, (story: Story, application: PlannedApplication) => void> = {
  received: () => undefined,

  checking(story) {
    hideAnswer(story, 0.3);
    intake(story);
  },

  searching(story) {
    const { by } = story.world;
    hideAnswer(story, 0.38);
    beginSearch(intake(story));
    // A few wait longer for their first answer than they should.
    if (by.chance(0.94)) firstLooks(story);
    const began = story.now;
    everyday(story);
    if (rest(story) > 60 && by.chance(0.4)) {
      awaitReply(story, 40);
      replyComes(story, by.int(20, Math.min(90, rest(story) - 20)), 'nothing');
    }
    if (rest(story) > 40 && by.chance(0.25)) questionAnswered(story);
    if (rest(story) > 110 && by.chance(0.15))
      story.staff(1, ask(story, true)).staff(by.int(32, 50), goOnUnanswered(story));
    keepWord(story, began, startOfDay(lastDay));
    if (rest(story) > 5 && by.chance(0.12)) letterUnderWay(story);
  },

  'awaiting-reply'(story) {
    const { by } = story.world;
    hideAnswer(story, 0.3);
    everyday(firstLooks(beginSearch(intake(story))));
    const began = story.now;
    // Most answers are not due yet; some bodies are late.
    const waited = by.int(4, Math.max(5, Math.min(rest(story), 95)));
    awaitReply(story.wait(rest(story) - waited), by.int(30, 60));
    keepWord(story, began, startOfDay(lastDay));
  },

  'needs-information'(story) {
    const { by } = story.world;
    hideAnswer(story, 0.3);
    intake(story);
    if (by.chance(0.6)) firstLooks(beginSearch(story));
    story.wait(rest(story) - by.int(3, 38)).staff(1, ask(story, true));
  },

  'on-watch'(story) {
    const { by } = story.world;
    hideAnswer(story, 0.07, 'prisoner-of-war');
    everyday(firstLooks(beginSearch(intake(story))));
    const began = story.now;
    const days = by.int(40, Math.max(41, rest(story) - 6));
    allOtherLooks(story, Math.min(days, 160) / 10);
    keepWord(story, began, story.now);
    story.staff(3, letter(story, 'search-report')).soon(moveTo(story, 'on-watch'));
    maybeRevoke(story);
  },

  forwarded(story) {
    const { by } = story.world;
    intake(story);
    const partnerId = by.pick(['defence-department', 'oblast-archive', 'police-special-archive', 'oblast-museum']);
    if (by.chance(0.25)) firstLooks(beginSearch(story));
    const said = letter(story, 'forwarding', partnerId);
    story.staff(by.int(5, 25) / 10, said).soon(moveTo(story, 'forwarded'));
  },

  withdrawn(story) {
    const { by } = story.world;
    intake(story);
    if (by.chance(0.6)) firstLooks(beginSearch(story));
    const [kin] = story.kin;
    const onPage = kin?.relative.channel === 'web';
    const withdraw = async () => {
      const applicationId = kin?.applicationId ?? '';
      const actor = onPage ? { role: 'applicant' as const, applicationId } : story.handler;
      await withdrawApplication(actor, { applicationId, reason: onPage ? '' : by.pick(reasons.withdrawn) });
    };
    if (onPage) story.relative(by.int(5, 12), withdraw);
    else story.staff(by.int(5, 12), withdraw);
  },

  'under-review'(story, { first }) {
    const { by } = story.world;
    const finding = first
      ? sensitiveFinding(story, 'executed')
      : findingFor(story, by.pick(['killed', 'killed', 'wounds', 'died-in-captivity']));
    everyday(firstLooks(beginSearch(intake(story))));
    const began = story.now;
    story.wait(rest(story) - by.int(8, 30));
    keepWord(story, began, story.now);
    conclude(story, finding, 0.6);
  },

  fate(story, { first }) {
    const { by } = story.world;
    const fate = by.weighted([
      ['killed', 60],
      ['wounds', 16],
      ['died-in-captivity', 18],
      ['illness', 6],
    ] as const);
    const finding = first ? sensitiveFinding(story, 'condemned') : findingFor(story, fate);
    if (!first && by.chance(0.14)) recentResult(story, finding);
    else toldResult(story, finding, 0.62);
  },

  'other-burial'(story, { place }) {
    const { by } = story.world;
    const burial = place && { place, kind: by.chance(0.7) ? ('reburial' as const) : ('unknown' as const) };
    const finding = findingFor(story, 'killed', burial);
    if (by.chance(0.3)) recentResult(story, finding);
    else toldResult(story, finding, 0.6);
  },

  burial(story, { place }) {
    const finding = findingFor(story, place ? fallenAt(place).fate : 'killed', place && { place, kind: 'primary' });
    toldResult(story, finding, 0.6);
  },
};

/** The whole way: searched, asked, found, concluded, told, and mostly closed. */
function toldResult(story: Story, finding: Finding, closed: number): void {
  const { by } = story.world;
  everyday(firstLooks(beginSearch(intake(story))));
  const began = story.now;
  // What follows the search takes up to two months.
  const forSearch = by.int(15, Math.max(16, rest(story) - 62));
  if (forSearch > 40 && by.chance(0.75)) {
    awaitReply(story, 45);
    replyComes(story, by.int(18, Math.min(120, forSearch - 15)), 'found');
  }
  looksElsewhere(story);
  keepWord(story, began, story.now);
  decide(conclude(story, finding, 1), finding);
  tellFamily(story, finding);
  if (by.chance(closed)) close(story);
}

/** Confirmed in the last days: the family is about to be told. */
function recentResult(story: Story, finding: Finding): void {
  everyday(firstLooks(beginSearch(intake(story))));
  const began = story.now;
  looksElsewhere(story);
  story.wait(rest(story) - 8);
  keepWord(story, began, story.now);
  conclude(story, finding, 0.4).staff(story.world.by.int(1, 3), confirm(story));
}
