/** What the museum sets for itself. */
import * as z from 'zod/mini';
import { settings } from '@/db/schema';
import { defaultTerms, type Terms } from '../cases/terms';
import { termNames, termRanges, termsInUse, termsSetting } from '../cases/terms-in-use';
import { command, query } from '../command';
import { reminderDays, remindersSetting } from '../correspondence/request-reminders';
import { whole } from '../input';
import { DomainError } from '../result';

const term = (name: keyof Terms) => whole(...termRanges[name]);

/**
 * Changes the terms, in the units of `defaultTerms`; every term of every case is then read anew.
 * @throws DomainError `case.nothing-changed`; `input.number` at a field out of its range
 */
export const changeTerms = command(
  'setting.write',
  z.strictObject({
    firstAnswer: term('firstAnswer'),
    forwarding: term('forwarding'),
    notice: term('notice'),
    nextWord: term('nextWord'),
    nextWordOnWatch: term('nextWordOnWatch'),
  }),
  async (input: Terms, { tx, record }) => {
    const before = await termsInUse();
    if (termNames.every((name) => before[name] === input[name])) throw new DomainError('case.nothing-changed');
    await tx
      .insert(settings)
      .values({ key: termsSetting, value: input })
      .onConflictDoUpdate({ target: settings.key, set: { value: input } });
    record({ kind: 'setting.changed', data: { key: termsSetting } });
  },
);

/** Days after sending at which a request is reminded of, at most. */
const latestReminder = 1000;
const reminder = () => whole(1, latestReminder);

/**
 * Changes after how many calendar days an unanswered request is reminded of: three times, each later than the one before.
 * @throws DomainError `case.nothing-changed`; `setting.not-rising` at the field that is no later
 */
export const changeReminders = command(
  'setting.write',
  z.strictObject({ first: reminder(), second: reminder(), third: reminder() }),
  async ({ first, second, third }, { tx, record }) => {
    if (second <= first) throw new DomainError('input.invalid', { second: 'setting.not-rising' });
    if (third <= second) throw new DomainError('input.invalid', { third: 'setting.not-rising' });
    const value = [first, second, third];
    if (JSON.stringify(await reminderDays()) === JSON.stringify(value)) throw new DomainError('case.nothing-changed');
    await tx
      .insert(settings)
      .values({ key: remindersSetting, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } });
    record({ kind: 'setting.changed', data: { key: remindersSetting } });
  },
);

/** The terms in use, what they were at first, and what each may be; and the days of reminders. */
export const termSettings = query('setting.write', z.strictObject({}), async () => ({
  terms: await termsInUse(),
  first: defaultTerms,
  ranges: termRanges,
  reminders: await reminderDays(),
}));
