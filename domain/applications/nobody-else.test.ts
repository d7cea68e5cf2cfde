/** No sequence of what applicant A does and reads shows any datum of applicant B, or changes anything of B's. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { attachments, consents, letters, messages, notices, questions } from '@/db/schema';
import { writeMessage } from '../correspondence/messages';
import { askQuestion } from '../correspondence/questions';
import { read } from '../database';
import { type Actor, cellFor } from '../permissions';
import { DomainError } from '../result';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { type Callable, everyCommand } from '../testing/every-command';
import { inputs } from '../testing/inputs';
import { mark, type TwoRelatives, theirEmail, ties, twoRelatives } from '../testing/two-relatives';
import { addConsent, revokeConsent } from './commands';
import { trackedApplication } from './tracking';

let database: TestDatabase | undefined;
let callables: Callable[];
beforeAll(async () => {
  const everybody: Actor[] = [{ role: 'applicant', applicationId: '' }, { role: 'visitor' }];
  callables = (await everyCommand()).filter(({ permission }) => everybody.some((one) => cellFor(one, permission)));
});
afterEach(() => {
  database?.close();
  database = undefined;
});

type Step = { which: number; asVisitor: boolean; whose: number; ids: number[]; between: number };
const step: fc.Arbitrary<Step> = fc.record({
  which: fc.nat(9973),
  asVisitor: fc.boolean(),
  whose: fc.nat(1),
  ids: fc.array(fc.nat(9973), { minLength: 4, maxLength: 4 }),
  between: fc.nat(11),
});

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

/** What A's browser would send, with ids of A's and of B's in every place that takes one. */
function inputOf(name: string, two: TwoRelatives, { whose, ids }: Step): Record<string, unknown> {
  const { a, b } = two;
  const [own, other] = whose === 0 ? [a, b] : [b, a];
  const subject = {
    caseId: own.caseId,
    otherCaseId: other.caseId,
    applicationId: own.applicationId,
    staffId: two.researcher.staffId,
  };
  const input = inputs[name]?.(subject) ?? expect.fail(`no input for ${name}`);
  let next = 0;
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => {
      const chance = ids[next++ % ids.length] ?? 0;
      // A holds the own draft's link; B's is a secret like B's code.
      if (field === 'token') return [field, a.token];
      if (field === 'email') return [field, chance % 2 ? theirEmail : value];
      return [field, isId(value) && field !== 'applicationId' ? two.ids[chance % two.ids.length] : value];
    }),
  );
}

/** What A gets to see: the answer, or the refusal with its fields and details. */
async function seenBy(work: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await work()) ?? '';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return JSON.stringify([error.code, error.fields, error.details]);
  }
}

/** Meanwhile B and the museum go on. */
async function meanwhile({ b, researcher, leadingCaseId }: TwoRelatives, chance: number, n: number): Promise<void> {
  const { applicant, applicationId } = b;
  const acts: (() => Promise<unknown>)[] = [
    () => writeMessage(applicant, { applicationId, text: `${mark} ${n}` }),
    () =>
      askQuestion(researcher, {
        caseId: leadingCaseId,
        addresseeId: applicationId,
        text: `${mark} ${n}?`,
        moveCase: 'on',
      }),
    () => revokeConsent(applicant, { applicationId, kind: 'publication' }),
    () => addConsent(applicant, { applicationId, kind: 'publication', how: 'web' }),
  ];
  await seenBy(acts[chance] ?? (async () => undefined));
}

/** Everything kept of B that is B's own. */
async function keptOf(applicationId: string): Promise<unknown[]> {
  const kept: unknown[] = [];
  for (const table of [questions, messages, letters, consents, attachments, notices])
    kept.push(await read().select().from(table).where(eq(table.applicationId, applicationId)));
  return kept;
}

it('looks at every query and command that an applicant or a visitor may call', () => {
  const names = callables.map(({ name }) => name);
  for (const name of ['trackedApplication', 'papersOf', 'paperFile', 'ownData', 'writeMessage', 'renewByLink'])
    expect(names).toContain(name);
  expect(names.length).toBeGreaterThan(25);
});

it.each(ties)('nothing of B reaches A: %s', { timeout: 240_000 }, async (tie) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      database?.close();
      database = await openTestDatabase();
      const two = await twoRelatives(tie);
      const own: Actor = two.a.applicant;
      for (const [n, one] of steps.entries()) {
        await meanwhile(two, one.between, n);
        const { name, call } = callables[one.which % callables.length] ?? expect.fail('nothing to call');
        const actor: Actor = one.asVisitor ? { role: 'visitor', address: `client-${n}` } : own;
        const input = inputOf(name, two, one);
        const before = await keptOf(two.b.applicationId);
        const seen = await seenBy(() => call(actor, input));
        for (const secret of two.secrets) expect(seen, `${name} ${JSON.stringify(input)}`).not.toContain(secret);
        // Asking for B's link by B's address is anybody's right: the link goes to B.
        if (name !== 'askForCode') expect(await keptOf(two.b.applicationId), name).toEqual(before);
      }
      const page = JSON.stringify(await trackedApplication(own, { applicationId: two.a.applicationId }));
      for (const secret of two.secrets) expect(page).not.toContain(secret);
    }),
    // Without shrinking: what a step meets depends on all before it, and every try makes a register.
    { numRuns: 10, endOnFailure: true },
  );
});

it('would be seen: the same look at B’s own page finds every kind of mark', async () => {
  database = await openTestDatabase();
  const { b } = await twoRelatives('one case');
  const page = JSON.stringify(await trackedApplication(b.applicant, { applicationId: b.applicationId }));
  for (const part of ['сұрақ', 'жауап', 'хабарлама', 'музейден', 'хат']) expect(page).toContain(`${mark} ${part}`);
});
