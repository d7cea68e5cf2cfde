import { desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeRenewals, drafts, notes, notices, throttles } from '@/db/schema';
import { read } from '../database';
import type { Actor } from '../permissions';
import { actorOf, signInApplicant } from '../staff/sessions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { anApplication, aResearcher, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { limits } from '../throttle';
import { askForCode, codeByLink, linkLife, renewByLink, renewCode } from './codes';
import { receiptByToken } from './receipt';

let database: TestDatabase;
let made: Awaited<ReturnType<typeof anApplication>>;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await anApplication({ email: 'Aigul@Poshta.example' });
});
afterEach(() => {
  vi.useRealTimers();
  database.close();
});

let client = 0;
const visitor = (): Actor => ({ role: 'visitor', address: `192.0.2.${client++ % 250}` });
const ask = (email: string) => askForCode(visitor(), { email });
const linksOf = async (applicationId = made.applicationId) =>
  read().select().from(notices).where(eq(notices.applicationId, applicationId)).orderBy(desc(notices.id));
const lastToken = async () => (await linksOf()).find(({ kind }) => kind === 'code-link')?.data.token ?? '';

async function opens({ reference, code }: Pick<MadeCase, 'reference' | 'code'>): Promise<boolean> {
  return signInApplicant({ reference, code }, visitor().role).then(
    () => true,
    () => false,
  );
}

describe('a link to a new code', () => {
  it('is sent to the address we hold, however it is typed, and kept only as a hash', async () => {
    const before = await lastSeq();
    await ask(' aigul@POSHTA.example ');
    const [notice] = await linksOf();
    expect(notice).toMatchObject({ kind: 'code-link', address: 'Aigul@Poshta.example', name: 'Айгүл Серікқызы' });
    const token = await lastToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await read().select().from(codeRenewals))).not.toContain(token);
    expect(await eventsAfter(before)).toMatchObject([
      { kind: 'code.link-asked', applicationId: made.applicationId, data: {} },
    ]);
    expect(JSON.stringify(await read().select().from(throttles)).toLowerCase()).not.toContain('aigul');
  });

  it('goes to the helper where the helper gets the news, and to no helper otherwise', async () => {
    const helper = { helperName: 'Дана', helperContact: '+7 701 000 00 00, dana@poshta.example' };
    const withNews = await anApplication({ ...helper, newsTo: 'helper' });
    const without = await anApplication(helper);
    await ask('dana@poshta.example');
    expect(await linksOf(withNews.applicationId)).toMatchObject([{ address: 'dana@poshta.example', name: 'Дана' }]);
    expect(await linksOf(without.applicationId)).toEqual([]);
    await ask('ana@poshta.example');
    expect(await read().$count(codeRenewals)).toBe(1);
  });

  it('is asked for with the same answer whether we know the address or not, and recorded both times', async () => {
    const before = await lastSeq();
    expect(await ask('nobody@poshta.example')).toEqual(await ask('aigul@poshta.example'));
    expect((await eventsAfter(before)).map(({ kind }) => kind)).toEqual(['code.link-asked', 'code.link-asked']);
    expect(await refusalOf(ask('not an address'))).toBe('input.invalid');
  });

  it('is asked for only so often, known or not', async () => {
    for (const email of ['aigul@poshta.example', 'nobody@poshta.example']) {
      for (let n = 0; n < limits['code.email'].attempts; n++) await ask(email);
      // Asked too often, it gets no more mail; whoever asks reads the same.
      const before = await read().select().from(codeRenewals);
      expect(await refusalOf(ask(email))).toBe('accepted');
      expect(await read().select().from(codeRenewals)).toHaveLength(before.length);
    }
    const one: Actor = { role: 'visitor', address: '203.0.113.9' };
    for (let n = 0; n < limits['code.address'].attempts; n++) await askForCode(one, { email: `n${n}@poshta.example` });
    expect(await refusalOf(askForCode(one, { email: 'n@poshta.example' }))).toBe('access.too-many-attempts');
  });

  it('looks without doing anything, works once, and ends the old code with all it opened', async () => {
    const signedIn = await signInApplicant(made, 'here');
    await ask('aigul@poshta.example');
    const token = await lastToken();
    for (let n = 0; n < 3; n++) expect(await codeByLink(visitor(), { token })).toMatchObject({ surname: 'Сәрсенов' });
    expect(await opens(made)).toBe(true);

    const before = await lastSeq();
    const renewed = await renewByLink(visitor(), { token });
    expect(renewed).toMatchObject({ reference: made.reference, surname: 'Сәрсенов', language: 'kk' });
    expect(await opens(made)).toBe(false);
    expect(await opens(renewed)).toBe(true);
    expect(await actorOf(signedIn)).toMatchObject({ role: 'visitor' });
    expect(await receiptByToken(visitor(), { token: made.token })).toBeNull();
    expect((await read().select().from(drafts)).map(({ codeOnce }) => codeOnce)).toEqual([null]);
    expect(await eventsAfter(before, { kind: 'code.renewed' })).toMatchObject([
      { applicationId: made.applicationId, data: { by: 'applicant', how: 'link' } },
    ]);
    expect(await refusalOf(renewByLink(visitor(), { token }))).toBe('code.link-over');
    expect(await codeByLink(visitor(), { token })).toBeNull();
  });

  it('is over after an hour, and with every other one when a newer was used', async () => {
    await ask('aigul@poshta.example');
    const first = await lastToken();
    await ask('aigul@poshta.example');
    const second = await lastToken();
    expect(second).not.toBe(first);
    await renewByLink(visitor(), { token: second });
    expect(await refusalOf(renewByLink(visitor(), { token: first }))).toBe('code.link-over');

    await ask('aigul@poshta.example');
    const late = await lastToken();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + linkLife });
    expect(await codeByLink(visitor(), { token: late })).toBeNull();
    expect(await refusalOf(renewByLink(visitor(), { token: late }))).toBe('code.link-over');
  });

  it('of anybody’s making opens nothing', async () => {
    for (const token of ['', 'x', made.code, `${'a'.repeat(43)}`])
      expect(await refusalOf(renewByLink(visitor(), { token }))).toBe('code.link-over');
  });
});

describe('a new code by staff', () => {
  const checked = 'Жеке куәлігін көрсетті.';
  it('takes how identity was checked, and keeps it', async () => {
    const researcher = await aResearcher();
    const { applicationId, caseId } = made;
    const renew = (over: object) => renewCode(researcher, { applicationId, how: 'papers', checked, ...over });
    expect(await refusalOf(renew({ checked: ' ' }))).toBe('input.invalid');
    expect(await refusalOf(renew({ how: 'link' }))).toBe('input.invalid');
    expect(await opens(made)).toBe(true);

    const before = await lastSeq();
    await ask('aigul@poshta.example');
    const token = await lastToken();
    const renewed = await renew({});
    expect([await opens(made), await opens(renewed)]).toEqual([false, true]);
    expect(await codeByLink(visitor(), { token })).toBeNull();
    const [event] = await eventsAfter(before, { kind: 'code.renewed' });
    expect(event).toMatchObject({ caseId, applicationId, data: { by: 'staff', how: 'papers' } });
    const [note] = await read()
      .select()
      .from(notes)
      .where(eq(notes.id, String(event?.data.noteId)));
    expect(note?.text).toBe(checked);
    expect(JSON.stringify(event)).not.toContain(renewed.code);
  });

  it('is given by nobody but staff', async () => {
    const { applicationId } = made;
    const input = { applicationId, how: 'papers', checked };
    expect(await refusalOf(renewCode(made.applicant, input))).toBe('access.denied');
    expect(await refusalOf(renewCode(visitor(), input))).toBe('access.sign-in');
  });
});
