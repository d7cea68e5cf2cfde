/** The mail server in the settings: none, or one that is described whole. Read by `env.ts`. */
import { readFileSync } from 'node:fs';

export interface MailSettings {
  host: string;
  port: number;
  /** `starttls`: begins plainly and must change over; `tls`: encrypted from the first byte; `none`: never. */
  tls: 'starttls' | 'tls' | 'none';
  /** Who signs in to the server; none where it asks nobody. */
  user: string | null;
  password: string | null;
  /** The address letters come from. */
  from: string;
}

type Source = Record<string, string | undefined>;

const names = ['SMTP_HOST', 'SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD', 'SMTP_PASSWORD_FILE', 'SMTP_TLS', 'MAIL_FROM'];
const ports = { tls: 465, starttls: 587, none: 25 } as const;
const ways = Object.keys(ports) as (keyof typeof ports)[];

const isHost = (text: string) =>
  /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$|^[0-9a-f:]*:[0-9a-f:]+$/i.test(text);
const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
const isAddress = (text: string) => /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(text);

/** What is wrong with the settings of mail, a line a problem; nothing when there are none. */
export function mailProblems(stated: Source): string[] {
  const given = Object.keys(stated).filter((name) => /^(?:SMTP|MAIL)_/.test(name));
  if (given.length === 0) return [];
  const { SMTP_HOST: host, SMTP_PORT: port, SMTP_USER: user, SMTP_TLS: tls, MAIL_FROM: from } = stated;
  const passwords = ['SMTP_PASSWORD', 'SMTP_PASSWORD_FILE'].filter((name) => stated[name] !== undefined);
  const wrong: [boolean, string][] = [
    ...given
      .filter((name) => !names.includes(name))
      .map((name): [boolean, string] => [true, `${name} is not a setting of this program`]),
    [host === undefined, `SMTP_HOST is needed with ${given.join(', ')}`],
    [
      host !== undefined && !isHost(host),
      'SMTP_HOST must be the name or number of the mail server and nothing else, such as mail.example.kz',
    ],
    [
      port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535),
      'SMTP_PORT must be a whole number from 1 to 65535',
    ],
    [tls !== undefined && !ways.some((way) => way === tls), 'SMTP_TLS must be one of starttls, tls, none'],
    [from === undefined, 'MAIL_FROM is needed with SMTP_HOST: the address letters come from'],
    [
      from !== undefined && !isAddress(from),
      'MAIL_FROM must be one e-mail address and nothing else, such as izdeu@example.kz',
    ],
    [stated.BASE_URL === undefined, 'BASE_URL is needed with SMTP_HOST: letters lead people there'],
    [passwords.length === 2, 'SMTP_PASSWORD and SMTP_PASSWORD_FILE are both set: keep one of them'],
    [user !== undefined && passwords.length === 0, 'SMTP_PASSWORD (or SMTP_PASSWORD_FILE) is needed with SMTP_USER'],
    [user === undefined && passwords.length > 0, `SMTP_USER is needed with ${passwords.join(', ')}`],
    [
      tls === 'none' && user !== undefined && host !== undefined && !isLoopback(host),
      'SMTP_TLS is none, and the password would travel for everybody to read: use starttls or tls',
    ],
  ];
  return wrong.filter(([isWrong]) => isWrong).map(([, says]) => says);
}

/**
 * The mail server of settings without problems; null when none is set. TLS is demanded unless the server is this machine or
 * SMTP_TLS says none.
 * @param fail makes the error for a password file that cannot be read
 */
export function mailOf(stated: Source, fail: (message: string) => Error): MailSettings | null {
  const { SMTP_HOST: host, SMTP_USER: user, MAIL_FROM: from } = stated;
  if (!host || !from) return null;
  const tls = ways.find((way) => way === stated.SMTP_TLS) ?? (isLoopback(host) ? 'none' : 'starttls');
  return {
    host,
    port: Number(stated.SMTP_PORT ?? ports[tls]),
    tls,
    user: user ?? null,
    password: stated.SMTP_PASSWORD ?? (stated.SMTP_PASSWORD_FILE ? fileText(stated.SMTP_PASSWORD_FILE, fail) : null),
    from,
  };
}

function fileText(file: string, fail: (message: string) => Error): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    throw fail(`SMTP_PASSWORD_FILE cannot be read: ${file}`);
  }
  if (!text) throw fail(`SMTP_PASSWORD_FILE is empty: ${file}`);
  return text;
}
