/** The settings of this process: read and checked once, when the first of them is asked for. Server only. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type MailSettings, mailOf, mailProblems } from './env-mail';

/** A refusal the person who starts the program can act on: one line a problem. */
export class SettingsError extends Error {}

const flag = z.enum(['0', '1'], 'must be 0 or 1').default('0');
const whole = (from: number, to: number) => {
  const says = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, says)
    .transform(Number)
    .refine((value) => value >= from && value <= to, says);
};

const schema = z.object({
  DATABASE_FILE: z.string().optional(),
  DATABASE_URL: z.undefined('is for PostgreSQL, which this version cannot use yet: set DATABASE_FILE').optional(),
  DEMO_FILE: z.string().default('data/demo.db'),
  DEMO_PUBLIC: flag,
  NEXTAUTH_SECRET: z.string().optional(),
  NEXTAUTH_SECRET_FILE: z.string().optional(),
  BASE_URL: z
    .string()
    .refine(isOrigin, 'must be the address people type, such as https://izdeu.example.kz, and nothing after it')
    .optional(),
  PORT: whole(1, 65535).default(3000),
  HOST: z.string().optional(),
  TRUSTED_HOPS: whole(0, 9).default(0),
  MAP_TILES: z
    .string()
    .refine(isTilePattern, 'must be the https address of a tile with {z}, {x} and {y} in its path')
    .optional(),
  MAP_TILES_CREDIT: z.string().max(200).default(''),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be one of fatal … trace, silent')
    .default('info'),
});

type Source = Record<string, string | undefined>;

export interface Environment {
  /** Without DATABASE_FILE the program shows invented people and behaves accordingly. */
  isDemonstration: boolean;
  /** The demonstration may be reached from other machines. */
  isPublicDemonstration: boolean;
  /** Absolute path of the SQLite file. */
  databaseFile: string;
  /** Where people reach the site, without a final slash. */
  baseUrl: string;
  /** Reached by https: secure cookies and HSTS. */
  isSecure: boolean;
  /** The values of `Host` that are answered; any, when the demonstration is public. */
  allowedHosts: readonly string[] | 'any';
  /** Address and port to listen on. */
  host: string;
  port: number;
  /** How many proxies of our own stand in front and append to X-Forwarded-For. */
  trustedHops: number;
  logLevel: string;
  /** Pictures under the maps, and the words their makers ask for; null: our own drawing alone. */
  mapTiles: { pattern: string; credit: string; origin: string } | null;
  /** The server that takes our letters; null when none is set. */
  mail: MailSettings | null;
  /** What sign-in tokens are protected with. Asked for only by who needs it: the command line works without. */
  readonly secret: string;
}

let current: Environment | undefined;

export const env: Environment = new Proxy({} as Environment, {
  get: (_, name) => {
    current ??= readEnvironment(process.env);
    return Reflect.get(current, name);
  },
});

/** @throws SettingsError naming every setting that is wrong. */
export function readEnvironment(source: Source): Environment {
  // An empty value counts as none: that is how compose files and service units leave a setting out.
  const stated: Source = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  refuseContradictions(stated);
  const { data, error } = schema.safeParse(stated);
  const wrong = [
    ...(error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...mailProblems(stated),
  ];
  if (error || wrong.length > 0) throw new SettingsError(wrong.join('\n'));

  const isDemonstration = data.DATABASE_FILE === undefined;
  const isPublicDemonstration = isDemonstration && data.DEMO_PUBLIC === '1';
  const databaseFile = path.resolve(data.DATABASE_FILE ?? data.DEMO_FILE);
  const baseUrl = new URL(data.BASE_URL ?? `http://localhost:${data.PORT}`);
  const local = ['localhost', '127.0.0.1'].map((name) => new URL(`http://${name}:${data.PORT}`).host);
  return {
    isDemonstration,
    isPublicDemonstration,
    databaseFile,
    baseUrl: baseUrl.origin,
    isSecure: baseUrl.protocol === 'https:',
    allowedHosts: isPublicDemonstration ? 'any' : data.BASE_URL ? [baseUrl.host] : local,
    host: data.HOST ?? (isPublicDemonstration ? '0.0.0.0' : '127.0.0.1'),
    port: data.PORT,
    trustedHops: data.TRUSTED_HOPS,
    logLevel: data.LOG_LEVEL,
    mapTiles: data.MAP_TILES
      ? { pattern: data.MAP_TILES, credit: data.MAP_TILES_CREDIT, origin: new URL(data.MAP_TILES).origin }
      : null,
    mail: mailOf(stated, (message) => new SettingsError(message)),
    get secret() {
      return isDemonstration ? demonstrationSecret(databaseFile) : statedSecret(data);
    },
  };
}

function refuseContradictions(stated: Source) {
  if (stated.DATABASE_FILE && stated.DATABASE_URL)
    throw new SettingsError('DATABASE_FILE and DATABASE_URL are both set: keep one of them');
  if (stated.DATABASE_FILE || stated.DATABASE_URL) return;
  const foreign = Object.keys(stated).filter((name) => name === 'BASE_URL' || /^(SMTP|MAIL)_/.test(name));
  if (foreign.length > 0)
    throw new SettingsError(
      `${foreign.join(', ')} set, but no DATABASE_FILE: the demonstration is not meant for real use. Set DATABASE_FILE, or leave these out`,
    );
  if (stated.HOST && stated.DEMO_PUBLIC !== '1')
    throw new SettingsError('HOST is set, but the demonstration is seen by this machine only unless DEMO_PUBLIC=1');
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

/** An https address whose host is plain and whose path names zoom, column and row. */
function isTilePattern(text: string): boolean {
  const origin = /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?=\/)/.exec(text)?.[0];
  return (
    origin !== undefined &&
    URL.canParse(text) &&
    ['{z}', '{x}', '{y}'].every((name) => text.slice(origin.length).includes(name))
  );
}

/** Made once for each demonstration register and kept beside it, so that a restart signs nobody out. */
export function demonstrationSecret(databaseFile: string): string {
  const file = databaseFile.replace(/(\.db)?$/, '.secret');
  const known = readIfThere(file);
  if (known) return known;
  mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // Web and worker may come here at the same moment: a link appears whole and only once.
    linkSync(own, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(own);
  }
  return readFileSync(file, 'utf8');
}

function statedSecret(data: { NEXTAUTH_SECRET?: string; NEXTAUTH_SECRET_FILE?: string }): string {
  const secret = data.NEXTAUTH_SECRET ?? (data.NEXTAUTH_SECRET_FILE && readIfThere(data.NEXTAUTH_SECRET_FILE));
  const advice = 'make one with: openssl rand -base64 32';
  if (!secret) throw new SettingsError(`NEXTAUTH_SECRET (or NEXTAUTH_SECRET_FILE) is needed; ${advice}`);
  if (secret.length < 32) throw new SettingsError(`NEXTAUTH_SECRET is shorter than 32 characters; ${advice}`);
  if (new Set(secret).size < 10 || /secret|change|password|example|default|nextauth|12345/i.test(secret))
    throw new SettingsError(`NEXTAUTH_SECRET can be guessed; ${advice}`);
  return secret;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
