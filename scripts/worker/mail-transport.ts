/** The way to the mail server: one connection, kept for several letters, and what its answers mean for one of them. */
import { PassThrough } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Options as PoolOptions } from 'nodemailer/lib/smtp-pool';
import type { Attempt } from '@/domain/news/sending';
import type { MailSettings } from '@/env-mail';

export type Letter = {
  to: { name: string; address: string };
  /** Shown before our address. */
  from: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  messageId: string;
};

export type MailTransport = {
  /** Hands one letter over. @param stopping told that the worker ends: breaks off what was not handed over yet */
  send(letter: Letter, stopping: AbortSignal): Promise<Attempt>;
  close(): void;
};

export type Patience = {
  /** For a connection, a greeting, and each answer, in milliseconds. */
  answer: number;
  /** For one letter from its first byte to the last answer, in milliseconds; less than the lease of a notice. */
  letter: number;
};

const patience: Patience = { answer: 30_000, letter: 120_000 };
/** A server that took a letter lately is not asked again whether it is there, in milliseconds. */
const trusted = 60_000;

/** What the types of the library do not know yet. */
type Sending = SendMailOptions & { signal: AbortSignal; whenRead: () => void };
type Pool = PoolOptions & { pool: true; maxRequeues: number };

export function mailTransport(settings: MailSettings, { answer, letter: whole }: Patience = patience): MailTransport {
  const { host, port, tls, user, password } = settings;
  const options: Pool = {
    pool: true,
    maxConnections: 1,
    // A line that broke after the letter was handed over must not send it again behind our back.
    maxRequeues: 0,
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user && password ? { auth: { user, pass: password } } : {}),
    connectionTimeout: answer,
    greetingTimeout: answer,
    socketTimeout: answer,
    dnsTimeout: answer,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const pool = createTransport(options);
  // A connection that breaks while nothing is sent is nobody's failure.
  pool.on('error', () => undefined);
  pool.use('stream', (mail, done) => {
    mail.message.processFunc((input) => input.pipe(new PassThrough().once('end', (mail.data as Sending).whenRead)));
    done();
  });
  let seen = 0;

  async function send(letter: Letter, stopping: AbortSignal): Promise<Attempt> {
    const barred = await barrier();
    if (barred) return barred;
    const ending = new AbortController();
    let isHandedOver = false;
    const stop = () => {
      if (!isHandedOver) ending.abort();
    };
    stopping.addEventListener('abort', stop, { once: true });
    const sending: Sending = {
      ...mailOf(letter, settings.from),
      signal: AbortSignal.any([ending.signal, AbortSignal.timeout(whole)]),
      whenRead: () => {
        isHandedOver = true;
      },
    };
    try {
      const { response } = await pool.sendMail(sending);
      seen = Date.now();
      return { outcome: 'sent', said: response };
    } catch (error) {
      seen = 0;
      if (ending.signal.aborted) return { outcome: 'stopped', said: '#stopped' };
      return attemptOf(error, isHandedOver);
    } finally {
      stopping.removeEventListener('abort', stop);
    }
  }

  /** What keeps the server from letting us in at all; asked before a letter's attempts count. */
  async function barrier(): Promise<Attempt | null> {
    if (seen + trusted > Date.now()) return null;
    try {
      await pool.verify();
      return null;
    } catch (error) {
      return { outcome: 'unreachable', said: saidBy(error as SmtpError) };
    }
  }

  return { send, close: () => pool.close() };
}

/** Names and addresses go in as parts, never as lines: nothing in them can become a header. */
function mailOf({ to, from, subject, text, html, language, messageId }: Letter, address: string): SendMailOptions {
  return {
    from: { name: from, address },
    to,
    subject,
    text,
    html,
    messageId,
    // Answering machines keep silent (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

function attemptOf(error: unknown, isHandedOver: boolean): Attempt {
  const failed = error as SmtpError;
  const { code = '', command = '', responseCode } = failed;
  const said = saidBy(failed);
  const ofReader = command === 'RCPT TO' || command === 'DATA' || command === 'API';
  if (responseCode !== undefined) {
    if (!ofReader && responseCode !== 421) return { outcome: 'unreachable', said };
    return { outcome: responseCode >= 500 ? 'refused' : 'later', said };
  }
  if (isHandedOver) return { outcome: 'uncertain', said };
  if (code === 'EAUTH' || code === 'ETLS' || code === 'EDNS') return { outcome: 'unreachable', said };
  return { outcome: code === 'EENVELOPE' ? 'refused' : 'later', said };
}

/** The server's own words; where it said nothing, a code of ours. */
function saidBy({ response, code, message }: SmtpError): string {
  if (response) return response;
  if (code === 'ETIMEDOUT' || /timeout|aborted/i.test(message)) return '#silent';
  if (code === 'ETLS') return '#tls';
  if (code === 'EAUTH') return '#sign-in';
  return code === 'EENVELOPE' ? '#address' : '#broken';
}
