/** A letter gets its outgoing number, goes out, and what became of it is written down. */
import * as z from 'zod/mini';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { command } from '../command';
import { day, id, line, oneOf, text } from '../input';
import { DomainError } from '../result';
import { dayOf, endOfDay } from '../working-days';
import { subjectOf, updateLetter } from './letter-drafting';
import { letterIn, refuseNotTheirs, refuseUnconfirmed } from './letter-guards';
import { letterChannels, settledStates } from './letter-kinds';
import { isTaken, nextNumber } from './letter-numbers';
import { datedSheet, refuseChangedFacts } from './letter-sheets';

/** A museum day that may be left out: today then. */
const pastDay = () => z.optional(z.union([day(), z.literal('')]));

/**
 * Registers an approved letter under the number and day of the chancellery's journal, or under the next number of our own counter
 * when none is given. The sheet says what was approved, and its number and day.
 * @throws DomainError `letter.number-taken`, `input.day-in-future`, `letter.day-too-early`, `letter.facts-changed`,
 * `letter.not-theirs`, and what a changed conclusion throws
 */
export const registerLetter = command(
  'letter.register',
  z.strictObject({ caseId: id(), letterId: id(), number: line(60), day: pastDay() }),
  async (input, { actor, tx, record }) => {
    const letter = await letterIn(input, ['approved']);
    const numberedOn = input.day || dayOf(now());
    refuseDay(numberedOn, dayOf(letter.writtenAt));
    await refuseNotTheirs(letter);
    await refuseUnconfirmed(letter);
    const approved = await refuseChangedFacts(letter);
    if (input.number && (await isTaken(tx, input.number)))
      throw new DomainError('input.invalid', { number: 'letter.number-taken' });
    const number = input.number || (await nextNumber(tx, numberedOn));
    const frozen = datedSheet(approved, { ...letter, number, numberedOn });
    await updateLetter(tx, letter, {
      state: 'registered',
      number,
      numberedOn,
      registeredBy: staffIdOf(actor),
      frozen,
    });
    record({
      kind: 'letter.registered',
      ...subjectOf(letter),
      data: { letterId: letter.id, kind: letter.kind, number },
    });
    return { number };
  },
);

/**
 * Says how a registered letter reached its reader, when and whom, or why it cannot. A letter whose conclusion fell meanwhile, or
 * whose addressee applied for somebody else, can only be kept back.
 */
export const settleLetter = command(
  'letter.write',
  z.strictObject({
    caseId: id(),
    letterId: id(),
    state: oneOf(settledStates),
    channel: oneOf(letterChannels),
    day: pastDay(),
    recipient: line(300),
    reason: text(1000),
  }),
  async (input, { actor, tx, record }) => {
    const letter = await letterIn(input, ['registered']);
    if (input.state === 'cannot-be-sent' && !input.reason)
      throw new DomainError('input.invalid', { reason: 'letter.reason-needed' });
    if (input.state !== 'cannot-be-sent') {
      await refuseNotTheirs(letter);
      await refuseUnconfirmed(letter);
    }
    const settledOn = input.day || dayOf(now());
    refuseDay(settledOn, letter.numberedOn ?? settledOn);
    await updateLetter(tx, letter, {
      state: input.state,
      channel: input.channel,
      reason: input.reason,
      recipient: input.recipient || letter.recipient,
      settledBy: staffIdOf(actor),
      // Whatever else was done on a day gone by was done before the letter went out.
      settledAt: Math.min(now(), endOfDay(settledOn)),
    });
    record({
      kind: 'letter.settled',
      ...subjectOf(letter),
      data: { letterId: letter.id, kind: letter.kind, state: input.state },
    });
  },
);

function refuseDay(given: string, earliest: string): void {
  if (given > dayOf(now())) throw new DomainError('input.invalid', { day: 'input.day-in-future' });
  if (given < earliest) throw new DomainError('input.invalid', { day: 'letter.day-too-early' });
}
