/** Parts of a story that many stories have in common. */
import { revokeConsent } from '@/domain/applications/commands';
import { startOfDay } from '@/domain/working-days';
import {
  answer,
  ask,
  bodies,
  evidence,
  extend,
  handOver,
  imported,
  letter,
  lookup,
  moveTo,
  note,
  reply,
  request,
  search,
  take,
} from './acts';
import { confirm, type Finding, handCertificate, propose, release, sendBack, tellResult } from './conclusions';
import { lastDay } from './plan';
import { reasons } from './remarks';
import type { Story } from './story';

/** Sources that are not imported: searched one by one. */
const others = ['own-register', 'batyrlarga-tagzym', 'podvig-naroda', 'oblast-archives', 'burial-passports'] as const;
const last = ['prisoner-of-war', 'unit-losses', 'squads-and-communities', 'written-requests'] as const;

const dayLength = 24 * 3600_000;

/** Taken, looked at, acknowledged. */
export function intake(story: Story): Story {
  const { by } = story.world;
  story.staff(by.int(4, 40) / 10, take(story)).soon(moveTo(story, 'checking'));
  if (by.chance(0.85)) story.soon(letter(story, 'acknowledgement'));
  return story;
}

/** The search begins; sometimes a question comes first. */
export function beginSearch(story: Story): Story {
  const { by } = story.world;
  if (by.chance(0.14)) questionAnswered(story);
  return story.staff(by.int(5, 50) / 10, moveTo(story, 'searching'));
}

export function questionAnswered(story: Story): Story {
  const { by } = story.world;
  story.staff(1, ask(story, true));
  const onPage = story.kin[0]?.relative.channel === 'web';
  const days = by.int(1, 14);
  return onPage ? story.relative(days, answer(story, true)) : story.staff(days, answer(story, false));
}

/** The first looks, then the first answer to the family. */
export function firstLooks(story: Story): Story {
  const { by } = story.world;
  looksIntoImported(story);
  for (const key of others.slice(0, by.int(1, 3))) {
    story.looked.add(key);
    story.soon(
      search(
        story,
        key,
        by.weighted([
          ['nothing', 85],
          ['impossible', 9],
          ['found', 6],
        ] as const),
      ),
    );
  }
  return story.staff(by.int(30, 60) / 10, letter(story, 'interim'));
}

/** At the sources' own sites, one after the other; now and then in the index, all at once. */
function looksIntoImported(story: Story): void {
  const { by } = story.world;
  if (by.chance(0.08)) {
    story.staff(by.int(5, 40) / 10, lookup(story));
    return;
  }
  for (const [i, key] of imported.entries()) {
    const look = search(
      story,
      key,
      by.weighted([
        ['nothing', 60],
        ['found', 36],
        ['impossible', 4],
      ] as const),
    );
    if (i === 0) story.staff(by.int(5, 40) / 10, look);
    else story.soon(look);
  }
}

/** Looks into the sources still missing on the checklist. @param pace days between two sittings */
export function allOtherLooks(story: Story, pace: number): Story {
  const { by } = story.world;
  for (const key of [...others, ...last].filter((key) => !story.looked.has(key))) {
    const outcome = by.weighted([
      ['nothing', 78],
      ['impossible', 7],
      ['not-applicable', key === 'prisoner-of-war' ? 40 : 6],
    ] as const);
    story.staff((pace * by.int(5, 15)) / 10, search(story, key, outcome));
  }
  return story;
}

/** A request is sent and the case waits for its answer. */
export function awaitReply(story: Story, term: number): Story {
  const { by } = story.world;
  const body = by.pick(bodies);
  return story.staff(by.int(1, 5), request(story, body, term)).soon(moveTo(story, 'awaiting-reply'));
}

/** The answer comes, and the search goes on. */
export function replyComes(story: Story, days: number, outcome: 'found' | 'nothing'): Story {
  const { by } = story.world;
  return story.staff(days, reply(story, outcome)).soon(moveTo(story, 'searching', by.pick(reasons.replyCame)));
}

/** Small things of everyday: a note, another handler, a longer term. */
export function everyday(story: Story): Story {
  const { by, staff } = story.world;
  if (by.chance(0.45)) story.staff(by.int(1, 6), note(story));
  if (by.chance(0.05)) story.staff(by.int(2, 9), extend(story)).soon(letter(story, 'extension'));
  if (by.chance(0.06)) {
    const next = by.pick(staff.researchers);
    if (next.staffId !== story.handler.staffId) story.staff(by.int(2, 12), handOver(story, next));
  }
  return story;
}

/** A word to the family about every eighty days; now and then one is forgotten, and the desk shows it as overdue. */
export function keepWord(story: Story, from: number, until: number): void {
  const { by } = story.world;
  for (let at = from; ; ) {
    at += by.int(68, 88) * dayLength;
    if (at >= until) return;
    if (by.chance(0.88)) story.beside(at, letter(story, 'interim'));
  }
}

/** On the last days: a letter that waits for the signatory, the journal or the post. */
export function letterUnderWay(story: Story): void {
  const { by } = story.world;
  const written = startOfDay(lastDay) - by.int(0, 3) * dayLength;
  story.beside(written, letter(story, 'interim', '', by.pick(['draft', 'approved', 'registered'])));
}

/** From a record to a conclusion under review. */
export function conclude(story: Story, finding: Finding, pace: number): Story {
  const { by } = story.world;
  story.staff(pace * by.int(2, 6), evidence(story, finding.record));
  story.staff(pace * by.int(1, 5), propose(story, finding)).soon(moveTo(story, 'under-review'));
  return story;
}

/** Looked at by a manager: one in eight comes back once and is proposed anew. */
export function decide(story: Story, finding: Finding): Story {
  const { by } = story.world;
  if (by.chance(0.12))
    story
      .staff(by.int(2, 8), sendBack(story))
      .staff(by.int(3, 9), propose(story, finding))
      .soon(moveTo(story, 'under-review'));
  story.staff(by.int(2, 9), async () => {
    if (finding.sensitive) await release(story)();
    await confirm(story)();
  });
  return story;
}

/** The letter goes out within three working days, with the certificate where there is one. */
export function tellFamily(story: Story, finding: Finding): Story {
  story.staff(story.world.by.int(5, 25) / 10, tellResult(story));
  if (finding.burial?.kind === 'primary') story.soon(handCertificate(story));
  return story.soon(moveTo(story, 'family-informed'));
}

export function close(story: Story): Story {
  return story.staff(story.world.by.int(6, 25), letter(story, 'closing')).soon(moveTo(story, 'closed'));
}

/** The last places to look before a conclusion. */
export function looksElsewhere(story: Story): Story {
  const { by } = story.world;
  for (const key of ['burial-passports', 'squads-and-communities', 'podvig-naroda'])
    story.staff(by.int(1, 3), search(story, key, by.chance(0.25) ? 'found' : 'nothing'));
  return story;
}

/** A few families change their mind about publication. */
export function maybeRevoke(story: Story): void {
  const [kin] = story.kin;
  if (!kin?.consents.includes('publication') || !story.world.by.chance(0.04)) return;
  story.relative(2, async () => {
    const { applicationId } = kin;
    await revokeConsent({ role: 'applicant', applicationId }, { applicationId, kind: 'publication' });
  });
}
