/** No sequence of commands, by any roles, reaches a status whose guard does not hold at that moment. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { aBurialPlace, caseRow } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, anAdministrator, aResearcher, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq } from '../testing/outcome';
import { expectQueueInStep } from '../testing/queue-in-step';
import { randomCommands } from '../testing/random-commands';
import { isWithheld } from './fates';
import { confirmedConclusion, guardChecks } from './guards';
import { isStatus, movesFrom, pipeline, type Status, statuses } from './pipeline';

let database: TestDatabase;
let staff: Actor[];
let places: string[];
beforeAll(async () => {
  database = await openTestDatabase();
  const [researcher, manager] = [await aResearcher(), await aManager()];
  staff = [researcher, manager, await aResearcher(), await aManager(), await anAdministrator()];
  places = [
    await aBurialPlace({ researcher, manager }),
    await aBurialPlace({ researcher, manager }, { countryToday: 'HU', reportedCountry: 'HU' }),
    await aBurialPlace({ researcher, manager }, { countryToday: null }),
  ];
});
afterAll(() => database.close());

type Step = { name: string; which: number; who: number; chance: number[] };
const walksOf = (
  start: fc.Arbitrary<Status>,
  name: fc.Arbitrary<string>,
  length: { minLength: number; maxLength: number },
) =>
  // Without a bias to small numbers, which would send everything from the first actor.
  fc.noBias(
    fc.record({
      starts: fc.tuple(start, start),
      steps: fc.array(
        fc.record({
          name,
          which: fc.nat(1),
          // Two of three come from whoever usually sends them.
          who: fc.nat(26),
          chance: fc.array(fc.nat(97), { minLength: 4, maxLength: 4 }),
        }),
        length,
      ),
    }),
  );

/** Everything everywhere; joined and withdrawn cases go nowhere, so what leads there is a part of it. */
const anywhere = walksOf(
  fc.constantFrom(...statuses),
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(randomCommands)) },
    { weight: 2, arbitrary: fc.constantFrom('prepare', 'prepare', 'move', 'move', 'confirm', 'part') },
  ),
  { minLength: 25, maxLength: 40 },
);

/** Around a review, where two pairs of eyes and a release are asked for. */
const deciding = walksOf(
  fc.constant('under-review'),
  fc.constantFrom(
    'attach',
    'propose',
    'edit',
    'editAsManager',
    'editAsManager',
    'mark',
    'release',
    'confirm',
    'confirm',
    'sendBack',
    'prepare',
    'move',
  ),
  { minLength: 10, maxLength: 18 },
);

function actorOf({ name, who }: Step, made: MadeCase, other: MadeCase): Actor {
  const anybody: Actor[] = [...staff, made.applicant, other.applicant, { role: 'visitor' }, { role: 'system' }];
  const usual = { holder: made.researcher, manager: made.manager, applicant: made.applicant };
  return anybody[who] ?? usual[randomCommands[name]?.[0] ?? 'holder'];
}

/** What was moved has passed the guards of where it is, by a move of the table. */
async function checkMoves(seq: number): Promise<string[]> {
  const moves = await eventsAfter(seq, { kind: 'case.moved' });
  for (const { caseId, data } of moves) {
    const [from, to] = [String(data.from), String(data.to)] as [Status, Status];
    const row = await caseRow(caseId ?? '');
    expect(row.status).toBe(to);
    // Parting restores what was before, whatever has become of its conditions.
    if (from === 'joined') continue;
    expect(movesFrom(from), `${from} → ${to}`).toHaveProperty(to);
    for (const guard of pipeline[to].guards) expect(await guardChecks[guard](row), `${to}: ${guard}`).toBeNull();
    if (to === 'fate-established' || to === 'burial-established') await checkConfirmed(row.id);
  }
  return moves.map(({ data }) => String(data.to));
}

async function checkConfirmed(caseId: string): Promise<void> {
  const conclusion = await confirmedConclusion(caseId);
  if (!conclusion) throw new Error('Established without a confirmed conclusion');
  expect([conclusion.proposedBy, conclusion.lastEditedBy]).not.toContain(conclusion.decidedBy);
  expect(isWithheld(conclusion)).toBe(false);
}

/** What the walks came to: how often each status was entered, how many commands were accepted and refused. */
async function walkAll(walks: typeof anywhere, numRuns: number) {
  const entered = new Map<string, number>();
  let [accepted, refused] = [0, 0];
  const property = fc.asyncProperty(walks, async ({ starts, steps }) => {
    const people = { researcher: staff[0], manager: staff[1] } as Pick<MadeCase, 'researcher' | 'manager'>;
    const made = [await aCaseIn(starts[0], { people }), await aCaseIn(starts[1], { people })] as const;
    for (const one of steps) {
      const [mine, other] = one.which === 0 ? made : [made[1], made[0]];
      const aim = { caseId: mine.caseId, otherCaseId: other.caseId, chance: one.chance, places, people };
      const seq = await lastSeq();
      try {
        await randomCommands[one.name]?.[1](actorOf(one, mine, other), aim);
        accepted += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused += 1;
        if (one.name !== 'prepare') expect(await lastSeq()).toBe(seq);
      }
      for (const to of await checkMoves(seq)) entered.set(to, (entered.get(to) ?? 0) + 1);
      for (const { caseId } of made) expect(isStatus((await caseRow(caseId)).status)).toBe(true);
    }
  });
  await fc.assert(property, { seed: 1941, numRuns });
  return { entered, accepted, refused };
}

// The walks must have gone somewhere, or they prove nothing.

it('random commands by random roles, anywhere', async () => {
  const { entered, accepted, refused } = await walkAll(anywhere, 25);
  expect(Math.min(accepted, refused)).toBeGreaterThan(100);
  expect(entered.size).toBeGreaterThan(9);
  expect(await expectQueueInStep()).toBeGreaterThan(20);
}, 120_000);

it('random commands by random roles, around a review', async () => {
  const { entered } = await walkAll(deciding, 40);
  const established = (entered.get('fate-established') ?? 0) + (entered.get('burial-established') ?? 0);
  expect(established).toBeGreaterThan(5);
  expect(entered.get('searching')).toBeGreaterThan(2);
  await expectQueueInStep();
}, 120_000);
