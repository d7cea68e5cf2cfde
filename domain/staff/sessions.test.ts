import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signIns, staff, throttles } from '@/db/schema';
import { read } from '../database';
import { hashToken } from '../identity';
import { DomainError } from '../result';
import { anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { anAdministrator, aResearcher } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { staffPassword } from '../testing/staff';
import { limits } from '../throttle';
import { changeStaff } from './commands';
import { actorOf, signInApplicant, signInLimits, signInStaff, signOut } from './sessions';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => {
  vi.useRealTimers();
  database.close();
});

const address = '192.0.2.9';
const emailOf = async (staffId: string) =>
  (await read().select().from(staff).where(eq(staff.id, staffId)))[0]?.email ?? expect.fail('nobody');
const wrongCode = 'AAAA-AAAA-AAAA';

async function outcomes(calls: Promise<unknown>[]): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const code of await Promise.all(calls.map(refusalOf))) counted[code] = (counted[code] ?? 0) + 1;
  return counted;
}

describe('an applicant', () => {
  it('follows the own application by reference and code, as they were typed', async () => {
    const { reference, code, applicationId } = await anApplication();
    const seq = await lastSeq();
    const token = await signInApplicant(
      { reference: ` ${reference.toLowerCase()}`, code: code.replaceAll('-', ' ') },
      address,
    );
    expect(await actorOf(token)).toEqual({ role: 'applicant', applicationId });
    expect(await eventsAfter(seq)).toMatchObject([{ kind: 'applicant.signed-in', applicationId }]);
    expect((await read().select().from(signIns)).map(({ id }) => id)).toEqual([hashToken(token)]);
  });

  it('reads the same refusal for a wrong code, an unknown reference and nonsense', async () => {
    const { reference, code } = await anApplication();
    for (const [typed, key] of [
      [reference, wrongCode],
      ['AAA-AAA', code],
      ['AAA-AAA', wrongCode],
      ['', ''],
      ['☃', '<script>'],
    ] as const) {
      const refused = await signInApplicant({ reference: typed, code: key }, address).catch((error) => error);
      expect(refused).toBeInstanceOf(DomainError);
      expect({ ...refused }).toEqual({ ...new DomainError('track.wrong') });
    }
  });

  it('of sixty guesses at once just the allowed ones reach the code, then even the right one waits', async () => {
    const { reference, code } = await anApplication();
    const guesses = Array.from({ length: 60 }, (_, n) =>
      signInApplicant({ reference, code: wrongCode }, `10.0.0.${n}`),
    );
    const { attempts } = limits['track.reference'];
    expect(await outcomes(guesses)).toEqual({ 'track.wrong': attempts, 'access.too-many-attempts': 60 - attempts });
    expect(await refusalOf(signInApplicant({ reference, code }, '10.1.0.1'))).toBe('access.too-many-attempts');
  });

  it('an unknown reference is slowed down just as a known one, and so is an address that tries many', async () => {
    const unknown = Array.from({ length: 20 }, (_, n) =>
      signInApplicant({ reference: 'AAA-AAA', code: wrongCode }, `10.0.0.${n}`),
    );
    expect(await outcomes(unknown)).toEqual({ 'track.wrong': 8, 'access.too-many-attempts': 12 });
    const letters = 'ADEFHJKLMNPRTUXY3479';
    const many = Array.from({ length: 60 }, (_, n) =>
      signInApplicant({ reference: `XX${letters[n % 20]}-A${letters[n % 19]}A`, code: wrongCode }, address),
    );
    expect(await outcomes(many)).toEqual({ 'track.wrong': 30, 'access.too-many-attempts': 30 });
  });

  it('is forgiven earlier mistakes by a right code', async () => {
    const { reference, code } = await anApplication();
    for (let n = 0; n < 5; n++) await refusalOf(signInApplicant({ reference, code: wrongCode }, address));
    await signInApplicant({ reference, code }, address);
    expect((await read().select().from(throttles)).map(({ key }) => key)).not.toContain(`track.reference:${reference}`);
  });
});

describe('a member of staff', () => {
  it('signs in by address and password, and is read anew at every request', async () => {
    const member = await aResearcher();
    const email = await emailOf(member.staffId);
    const token = await signInStaff({ email: ` ${email.toUpperCase()} `, password: staffPassword }, address);
    expect(await actorOf(token)).toMatchObject(member);
    const next = { memberId: member.staffId, name: member.name, role: 'manager', active: true };
    await changeStaff(await anAdministrator(), next);
    expect(await actorOf(token)).toMatchObject({ role: 'manager', staffId: member.staffId });
  });

  it('who left is signed out at once and cannot come back', async () => {
    const member = await aResearcher();
    const email = await emailOf(member.staffId);
    const token = await signInStaff({ email, password: staffPassword }, address);
    const ended = { memberId: member.staffId, name: member.name, role: 'researcher', active: false };
    await changeStaff(await anAdministrator(), ended);
    expect(await actorOf(token)).toEqual({ role: 'visitor', address: undefined });
    expect(await refusalOf(signInStaff({ email, password: staffPassword }, address))).toBe('sign-in.wrong');
  });

  it('of sixty guesses at once five reach the hash; known and unknown accounts answer alike', async () => {
    const email = await emailOf((await aResearcher()).staffId);
    for (const account of [email, 'nobody@staff.test']) {
      const guess = (_: unknown, n: number) =>
        signInStaff({ email: account, password: 'wrong password' }, `10.0.0.${n}`);
      expect(await outcomes(Array.from({ length: 60 }, guess))).toEqual({
        'sign-in.wrong': 5,
        'access.too-many-attempts': 55,
      });
    }
    expect(await refusalOf(signInStaff({ email, password: staffPassword }, address))).toBe('access.too-many-attempts');
  });

  it('signs out on the server: the cookie is worth nothing after', async () => {
    const email = await emailOf((await aResearcher()).staffId);
    const token = await signInStaff({ email, password: staffPassword }, address);
    await signOut(token);
    expect((await actorOf(token)).role).toBe('visitor');
    await signOut(token);
  });
});

describe('a sign-in', () => {
  it.each(['staff', 'applicant'] as const)(
    'of %s ends when idle, and after its longest time in use as well',
    async (who) => {
      const begin = new Date('2026-03-02T04:00:00Z');
      vi.useFakeTimers({ now: begin, toFake: ['Date'] });
      const token = await beginOf(who);
      const { idle, absolute } = signInLimits[who];
      vi.setSystemTime(begin.getTime() + idle - 1);
      expect((await actorOf(token)).role).not.toBe('visitor');
      vi.setSystemTime(begin.getTime() + 2 * idle);
      expect((await actorOf(token)).role).toBe('visitor');

      vi.setSystemTime(begin);
      const used = await beginOf(who);
      for (let at = 0; at < absolute; at += idle / 2) {
        vi.setSystemTime(begin.getTime() + at);
        expect((await actorOf(used)).role).not.toBe('visitor');
      }
      vi.setSystemTime(begin.getTime() + absolute);
      expect((await actorOf(used)).role).toBe('visitor');
    },
  );

  async function beginOf(who: 'staff' | 'applicant'): Promise<string> {
    if (who === 'staff')
      return signInStaff({ email: await emailOf((await aResearcher()).staffId), password: staffPassword }, address);
    return signInApplicant(await anApplication(), address);
  }

  it('is nobody’s when the token is unknown or missing', async () => {
    expect(await actorOf(undefined, address)).toEqual({ role: 'visitor', address });
    expect(await actorOf('unknown', address)).toEqual({ role: 'visitor', address });
  });
});
