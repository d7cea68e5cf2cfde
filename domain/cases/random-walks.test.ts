/** No sequence of commands, by any roles, reaches a status whose guard does not hold at that moment. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { aBurialPlace, caseRow } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, anAdministrator, aResearcher, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq } from '../testing/outcome';
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
    await aBurialPlace({ researcher, manager }, { countryToday: null }),
  ];
});
afterAll(() => database.close());

type Step = { name: string; which: number; who: number; chance: number[] };
const everyCommand = Object.keys(randomCommands);
const step: fc.Arbitrary<Step> = fc.record({
  // Joined and withdrawn cases go nowhere: enough of them come about by the first half.
  name: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...everyCommand) },
    { weight: 2, arbitrary: fc.constantFrom('prepare', 'prepare', 'move', 'move', 'confirm', 'edit', 'part') },
  ),
  which: fc.nat(1),
  // Half of the commands come from whoever usually sends them.
  who: fc.nat(17),
  chance: fc.array(fc.nat(97), { minLength: 4, maxLength: 4 }),
});
const start = fc.constantFrom(...statuses);
// Without a bias to small numbers, which would send everything from the first actor.
const walk = fc.noBias(
  fc.record({ starts: fc.tuple(start, start), steps: fc.array(step, { minLength: 25, maxLength: 40 }) }),
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

it('random commands by random roles', async () => {
  const entered = new Map<string, number>();
  let [accepted, refused] = [0, 0];
  const property = fc.asyncProperty(walk, async ({ starts, steps }) => {
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
        if (!one.name.startsWith('prepare')) expect(await lastSeq()).toBe(seq);
      }
      for (const to of await checkMoves(seq)) entered.set(to, (entered.get(to) ?? 0) + 1);
      for (const { caseId } of made) expect(isStatus((await caseRow(caseId)).status)).toBe(true);
    }
  });
  await fc.assert(property, { seed: 1941, numRuns: 40 });

  // The walks must have gone somewhere, or they prove nothing.
  expect(accepted).toBeGreaterThan(200);
  expect(refused).toBeGreaterThan(200);
  expect(entered.size).toBeGreaterThan(10);
});
