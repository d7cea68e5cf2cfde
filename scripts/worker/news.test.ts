import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { events, type NoticeKind, notices, settings } from '@/db/schema';
import { newsMail } from '@/documents/mails/news';
import { withdrawApplication } from '@/domain/applications/commands';
import { bookkeep } from '@/domain/change';
import { read } from '@/domain/database';
import { queueNotice } from '@/domain/news/outbox';
import { planNews } from '@/domain/news/planning';
import { pauses, sendingLease } from '@/domain/news/rules';
import { sendNext } from '@/domain/news/sending';
import { anApplication } from '@/domain/testing/applications';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { type MailTransport, mailTransport } from './mail-transport';
import { type TestMailServer, testMailServer } from './testing';

vi.stubEnv('BASE_URL', '');
vi.stubEnv('LOG_LEVEL', 'silent');

const base = 'https://izdeu.example.kz';
const host = 'izdeu.example.kz';
const running = new AbortController().signal;

let database: TestDatabase;
let server: TestMailServer;
let way: MailTransport;
/** How far the sender's clock is ahead, in milliseconds. */
let ahead = 0;
beforeEach(async () => {
  database = await openTestDatabase();
  server = await testMailServer();
  way = wayTo(server.port);
  ahead = 0;
  await planNews();
});
afterEach(async () => {
  way.close();
  await server.close();
  database.close();
});

/** For servers that say nothing: short enough for a test. */
const hasty = { answer: 400, letter: 3_000 };

const wayTo = (port: number, patience = { answer: 20_000, letter: 60_000 }) =>
  mailTransport(
    { host: '127.0.0.1', port, tls: 'none', user: null, password: null, from: 'izdeu@example.kz' },
    patience,
  );

const send = () =>
  sendNext(
    host,
    (outgoing) => {
      const { name, address, language, messageId } = outgoing;
      return way.send({ ...newsMail(outgoing, base), to: { name, address }, language, messageId }, running);
    },
    () => Date.now() + ahead,
  );

async function sendAll(): Promise<void> {
  while (await planNews());
  while (await send());
}

const onlyNotice = async () => {
  const [row] = await read().select().from(notices);
  if (!row) throw new Error('There is no notice');
  return row;
};

describe('a letter', () => {
  it.each([
    ['kk', 'Құрметті Айгүл Серікқызы,', 'Сәрсенов Ерғали Жұмабайұлы: өтініш қабылданды', 'Іздеу'],
    ['ru', 'Здравствуйте, Айгүл Серікқызы.', 'Сәрсенов Ерғали Жұмабайұлы: заявление принято', 'Іздеу'],
    ['en', 'Dear Айгүл Серікқызы,', 'Сәрсенов Ерғали Жұмабайұлы: your application has arrived', 'Izdeu'],
  ] as const)('arrives in %s, as text and as HTML', async (language, greeting, subject, from) => {
    const sent = await anApplication({ email: 'aigul@mail.test' }, language);
    await sendAll();
    const [letter] = await server.letters();
    expect(letter).toMatchObject({
      subject,
      from: { name: expect.stringMatching(new RegExp(`^(?:${from}|Іздеу|Издеу)$`)), address: 'izdeu@example.kz' },
      to: [{ name: 'Айгүл Серікқызы', address: 'aigul@mail.test' }],
      messageId: `<${(await onlyNotice()).id}@${host}>`,
    });
    expect(letter?.text).toContain(greeting);
    expect(letter?.text).toContain(`${base}/${language}/track`);
    expect(letter?.html).toContain(`<html lang="${language}">`);
    expect(letter?.html).toContain(`href="${base}/${language}/track"`);
    expect(letter?.html).not.toMatch(/<img|<script|<link|url\(|@import/i);
    for (const form of [letter?.text, letter?.html]) {
      expect(form).toContain(sent.reference);
      expect(form).not.toContain(sent.code);
      expect(form).not.toMatch(/1915|Акмолинский|красноармеец|undefined|mail\.|\{/);
    }
    const heads = new Map(letter?.headers.map(({ key, value }) => [key, value]));
    expect(heads.get('auto-submitted')).toBe('auto-generated');
    expect(heads.get('content-language')).toBe(language);
    expect([...heads.keys()].filter((key) => key.startsWith('list-') || key === 'x-mailer')).toEqual([]);
    expect(await onlyNotice()).toMatchObject({ state: 'sent', attempts: 1, maybeTwice: false });
  });

  it('cannot be given headers or readers by a name or an address', async () => {
    const evil = ['Айгүл\r\nBcc: all@evil.test', 'A" <x@evil.test>, "B', 'А\u2028Subject: Y', 'a,b;c <d@evil.test>'];
    for (const applicantName of evil) {
      const { applicationId } = await anApplication({ email: 'aigul@mail.test' });
      await bookkeep((tx) =>
        queueNotice(tx, {
          applicationId,
          kind: 'code-renewed',
          data: {},
          name: applicantName,
          address: 'aigul@mail.test',
        }),
      );
      for (const address of [
        'x@evil.test\r\nRCPT TO:<y@evil.test>',
        'a@b.test,c@evil.test',
        '<x@evil.test>',
        'a b@evil.test',
      ])
        await bookkeep((tx) => queueNotice(tx, { applicationId, kind: 'message', data: {}, address, eventSeq: 9 }));
    }
    const recipients: string[] = [];
    server.recipient = (address) => {
      recipients.push(address);
      return 'take';
    };
    await sendAll();
    expect(new Set(recipients)).toEqual(new Set(['aigul@mail.test']));
    for (const letter of await server.letters()) {
      expect(letter.to).toHaveLength(1);
      expect(letter.to?.[0]?.address).toBe('aigul@mail.test');
      expect([letter.cc, letter.bcc].flat().filter(Boolean)).toEqual([]);
    }
    for (const raw of server.raw) expect(raw).not.toMatch(/^(?:Bcc|Subject: Y)/im);
    const rows = await read().select().from(notices).where(eq(notices.kind, 'message'));
    expect(rows.map(({ state, address }) => [state, address])).toEqual(rows.map(() => ['by-hand', '']));
  });

  it('has words for every kind of news in every language', async () => {
    const kinds: [NoticeKind, Record<string, string>][] = [
      ...[
        'received',
        'searching',
        'waiting',
        'result-fate',
        'result-burial',
        'not-found-yet',
        'forwarded',
        'closed',
      ].map((phase): [NoticeKind, Record<string, string>] => ['phase', { phase }]),
      ['received', { day: '2020-02-24' }],
      ['question', {}],
      ['message', {}],
      ['term', { day: '2020-02-24' }],
      ['letter', { letterKind: 'certificate' }],
      ['code-link', { token: 'x', endsAt: '1580000000000' }],
      ['code-renewed', {}],
      ...['processing', 'publication', 'sharing', 'ceremonies'].map((consent): [NoticeKind, Record<string, string>] => [
        'consent-revoked',
        { consent },
      ]),
      ['erased', {}],
      ...['invited', 'agreed', 'changed', 'cancelled', 'withdrawn'].map(
        (what): [NoticeKind, Record<string, string>] => [
          'invitation',
          { what, title: 'Латвияға сапар', startsOn: '2020-05-07', answerBy: '2020-04-01' },
        ],
      ),
    ];
    const shared = {
      noticeId: '',
      name: '',
      address: 'a@b.test',
      onBehalfOf: 'Айгүл',
      reference: 'K7M-4QX',
      soldier: '',
    };
    for (const language of ['kk', 'ru', 'en'] as const)
      for (const [kind, data] of kinds) {
        const { subject, text, html } = newsMail({ ...shared, kind, data, language }, base);
        for (const form of [subject, text, html])
          expect(form, `${language} ${kind}`).not.toMatch(/undefined|mail\.[a-z]/);
      }
  });
});

describe('a mail server that', () => {
  it('refuses for good: given up at once, written into the history, and seen', async () => {
    await anApplication({ email: 'gone@mail.test' });
    server.recipient = () => 550;
    await sendAll();
    expect(await onlyNotice()).toMatchObject({
      state: 'given-up',
      attempts: 1,
      lastAnswer: expect.stringMatching(/^550/),
    });
    const [event] = await read().select().from(events).where(eq(events.kind, 'notice.settled'));
    expect(JSON.parse(event?.data ?? '{}')).toMatchObject({ kind: 'received', state: 'given-up' });
    expect(event?.data).not.toContain('@');
  });

  it('refuses for now: tried again with growing pauses, then given up', async () => {
    await anApplication({ email: 'busy@mail.test' });
    server.recipient = () => 450;
    let from = Date.now();
    await sendAll();
    for (const [index, pause] of pauses.entries()) {
      const { nextAt, attempts, state } = await onlyNotice();
      expect({ attempts, state }).toEqual({ attempts: index + 1, state: 'waiting' });
      expect(nextAt).toBeGreaterThanOrEqual(from + ahead + pause);
      expect(nextAt).toBeLessThanOrEqual(Date.now() + ahead + pause);
      expect(await send()).toBeNull();
      ahead += pause + 1_000;
      from = Date.now();
      expect(await send()).toBe('later');
    }
    expect(await onlyNotice()).toMatchObject({ state: 'given-up', attempts: pauses.length + 1 });
  });

  it('refused for now takes it later', async () => {
    await anApplication({ email: 'busy@mail.test' });
    server.recipient = () => 450;
    await sendAll();
    server.recipient = () => 'take';
    ahead = 61_000;
    await sendAll();
    expect(server.raw).toHaveLength(1);
    expect(await onlyNotice()).toMatchObject({ state: 'sent', attempts: 2, maybeTwice: false });
  });

  it('stalls at one reader holds up nobody else', async () => {
    await anApplication({ email: 'stall@mail.test' });
    await anApplication({ email: 'other@mail.test' });
    server.recipient = (address) => (address.startsWith('stall') ? 'stall' : 'take');
    way.close();
    way = wayTo(server.port, hasty);
    await sendAll();
    expect((await server.letters()).map(({ to }) => to?.[0]?.address)).toEqual(['other@mail.test']);
    const rows = await read().select().from(notices).orderBy(notices.id);
    expect(rows).toMatchObject([{ state: 'waiting', lastAnswer: '#silent', maybeTwice: false }, { state: 'sent' }]);
  });

  it('says nothing to anybody costs no notice an attempt, and is seen', async () => {
    await anApplication({ email: 'aigul@mail.test' });
    server.isMute = true;
    way.close();
    way = wayTo(server.port, hasty);
    while (await planNews());
    expect(await send()).toBe('unreachable');
    expect(await onlyNotice()).toMatchObject({ state: 'waiting', attempts: 0, lastAnswer: '#silent' });
    expect(await read().select().from(settings).where(eq(settings.key, 'news.trouble'))).toHaveLength(1);
    server.isMute = false;
    expect(await send()).toBe('sent');
    expect(await read().select().from(settings).where(eq(settings.key, 'news.trouble'))).toEqual([]);
  });

  it('is not there costs no notice an attempt', async () => {
    await anApplication({ email: 'aigul@mail.test' });
    way.close();
    way = wayTo(1);
    while (await planNews());
    expect(await send()).toBe('unreachable');
    expect(await onlyNotice()).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it('cuts the line after the letter: once more with the same Message-ID, then given up as uncertain', async () => {
    await anApplication({ email: 'aigul@mail.test' });
    const seen: string[] = [];
    server.letter = (raw) => {
      seen.push(/^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '');
      return 'drop';
    };
    await sendAll();
    expect(await onlyNotice()).toMatchObject({ state: 'waiting', maybeTwice: true, attempts: 1 });
    ahead = 24 * 3600_000;
    await sendAll();
    ahead *= 2;
    await sendAll();
    expect(await onlyNotice()).toMatchObject({ state: 'given-up', maybeTwice: true, attempts: 2 });
    expect(seen).toHaveLength(2);
    expect(new Set(seen).size).toBe(1);
  });
});

describe('the outbox', () => {
  it('sends two hundred letters, each once', async () => {
    for (let n = 0; n < 200; n++) await anApplication({ email: `reader${n}@mail.test` });
    await sendAll();
    const readers = (await server.letters()).map(({ to }) => to?.[0]?.address);
    expect(readers).toHaveLength(200);
    expect(new Set(readers).size).toBe(200);
    expect(server.connections).toBeLessThan(10);
  });

  it('sends nothing to who withdrew meanwhile', async () => {
    const sent = await anApplication({ email: 'aigul@mail.test' });
    while (await planNews());
    await withdrawApplication(sent.applicant, { applicationId: sent.applicationId });
    await sendAll();
    expect(server.raw).toEqual([]);
    expect(await onlyNotice()).toMatchObject({ state: 'dropped' });
  });

  it('wipes a link and a last letter as soon as they are out', async () => {
    const { applicationId } = await anApplication();
    const token = 'secret-token';
    await bookkeep(async (tx) => {
      await queueNotice(tx, { applicationId, kind: 'code-link', data: { token }, address: 'aigul@mail.test' });
      await queueNotice(tx, { applicationId, kind: 'erased', data: {}, name: 'Айгүл', address: 'aigul@mail.test' });
      await queueNotice(tx, {
        ...{ applicationId, kind: 'code-link', address: 'aigul@mail.test', eventSeq: 1 },
        data: { token, endsAt: String(Date.now() - 1) },
      });
    });
    await sendAll();
    expect(server.raw).toHaveLength(2);
    const [letter] = await server.letters();
    expect(letter?.text).toContain(`${base}/kk/track/new-code?code=secret-token`);
    const rows = await read().select().from(notices).where(eq(notices.state, 'sent')).orderBy(notices.kind);
    expect(rows.map(({ data, name, address }) => [data, name, address])).toEqual([
      [{}, 'Айгүл Серікқызы', 'aigul@mail.test'],
      [{}, '', ''],
    ]);
    expect(JSON.stringify(await read().select().from(notices))).not.toContain('secret-token');
  });

  it('says so when a sender was killed between sending and marking, and sends at most once more', async () => {
    await anApplication({ email: 'aigul@mail.test' });
    while (await planNews());
    const arrived = new Promise<void>((done) => {
      server.letter = (raw) => {
        server.raw.push(raw);
        done();
        return 'stall';
      };
    });
    const child: ChildProcess = spawn(
      process.execPath,
      ['--import', 'tsx', 'scripts/worker/send-in-test.ts', database.file, String(server.port)],
      { stdio: 'ignore', env: { ...process.env, BASE_URL: '', DATABASE_FILE: '' } },
    );
    await arrived;
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await onlyNotice()).toMatchObject({ state: 'sending' });
    server.letter = () => 'take';
    expect(await send()).toBeNull();
    ahead = sendingLease + 60_000;
    await sendAll();
    ahead *= 3;
    await sendAll();
    const letters = await server.letters();
    expect(letters).toHaveLength(2);
    expect(letters[0]?.messageId).toBe(letters[1]?.messageId);
    expect(await onlyNotice()).toMatchObject({ state: 'sent', maybeTwice: true });
  });
});

describe('the demonstration', () => {
  it('never opens a connection', async () => {
    await bookkeep(async (tx) => {
      await tx.insert(settings).values({ key: 'demonstration', value: true });
    });
    await anApplication({ email: 'aigul@mail.test' });
    const { newsRound } = await import('./news');
    const round = newsRound(way);
    expect(await round(running)).toBe(true);
    expect(await round(running)).toBe(false);
    expect(server.connections).toBe(0);
    expect(await onlyNotice()).toMatchObject({ state: 'kept' });
  });
});
