import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demonstrationSecret, readEnvironment, SettingsError } from '@/env';

const strong = 'q8Jr2TfWbM0xVnZ5cLh7YdKs3AeGpU1i';
const real = {
  DATABASE_FILE: '/var/lib/izdeu/register.db',
  NEXTAUTH_SECRET: strong,
  BASE_URL: 'https://izdeu.example.kz',
};

describe('the demonstration', () => {
  it('is what runs when nothing is set, seen by this machine only', () => {
    expect(readEnvironment({})).toMatchObject({
      isDemonstration: true,
      databaseFile: path.resolve('data/demo.db'),
      baseUrl: 'http://localhost:3000',
      allowedHosts: ['localhost:3000', '127.0.0.1:3000'],
      host: '127.0.0.1',
      port: 3000,
      isSecure: false,
      trustedHops: 0,
    });
  });

  it('opens itself to others only when told to', () => {
    expect(readEnvironment({ DEMO_PUBLIC: '1' })).toMatchObject({ host: '0.0.0.0', allowedHosts: 'any' });
    expect(() => readEnvironment({ HOST: '0.0.0.0' })).toThrow(/DEMO_PUBLIC/);
  });

  it.each(['BASE_URL', 'SMTP_HOST', 'SMTP_URL', 'MAIL_FROM'])('refuses to start with %s', (name) => {
    expect(() => readEnvironment({ [name]: 'https://izdeu.example.kz' })).toThrow(
      new RegExp(`^${name} set.*DATABASE_FILE`),
    );
  });
});

describe('a real installation', () => {
  it('is reached by its address only', () => {
    const settings = readEnvironment(real);
    expect(settings).toMatchObject({
      isDemonstration: false,
      isPublicDemonstration: false,
      baseUrl: 'https://izdeu.example.kz',
      isSecure: true,
      allowedHosts: ['izdeu.example.kz'],
    });
    expect(settings.secret).toBe(strong);
  });

  it('is not the demonstration because somebody also asked for a public one', () => {
    expect(readEnvironment({ ...real, DEMO_PUBLIC: '1' })).toMatchObject({
      isPublicDemonstration: false,
      host: '127.0.0.1',
    });
  });

  it.each([
    ['', /is needed/],
    ['short', /shorter than 32/],
    ['a'.repeat(40), /guessed/],
    ['secretsecretsecretsecretsecretsecret', /guessed/],
    ['please-change-me-please-change-me-now', /guessed/],
  ])('refuses the secret "%s"', (secret, reason) => {
    expect(() => readEnvironment({ ...real, NEXTAUTH_SECRET: secret }).secret).toThrow(reason);
  });

  it('lets the command line work without a secret', () => {
    expect(readEnvironment({ DATABASE_FILE: 'a.db' }).databaseFile).toBe(path.resolve('a.db'));
  });
});

describe('wrong settings', () => {
  it.each([
    [{ DATABASE_FILE: 'a.db', DATABASE_URL: 'postgres://x' }, /both set/],
    [{ DATABASE_URL: 'postgres://x' }, /PostgreSQL/],
    [{ PORT: '0' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ PORT: '3000x' }, /PORT/],
    [{ TRUSTED_HOPS: '-1' }, /TRUSTED_HOPS/],
    [{ DEMO_PUBLIC: 'yes' }, /DEMO_PUBLIC/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ ...real, BASE_URL: 'izdeu.example.kz' }, /BASE_URL/],
    [{ ...real, BASE_URL: 'ftp://izdeu.example.kz' }, /BASE_URL/],
    [{ ...real, BASE_URL: 'https://izdeu.example.kz/kk' }, /BASE_URL/],
    [{ ...real, BASE_URL: 'https://user:word@izdeu.example.kz' }, /BASE_URL/],
  ])('%j', (source, reason) => {
    const attempt = () => readEnvironment(source);
    expect(attempt).toThrow(SettingsError);
    expect(attempt).toThrow(reason);
  });

  it('are all named at once, a line each', () => {
    expect(() => readEnvironment({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/^PORT .*\nLOG_LEVEL .*$/);
  });

  it('an empty value counts as none', () => {
    expect(readEnvironment({ DATABASE_FILE: '', PORT: '', BASE_URL: '' })).toMatchObject({
      isDemonstration: true,
      port: 3000,
    });
  });
});

describe('the mail server', () => {
  const mail = { ...real, SMTP_HOST: 'mail.example.kz', MAIL_FROM: 'izdeu@example.kz' };

  it('is none unless it is set', () => expect(readEnvironment(real).mail).toBeNull());

  it('is spoken to over TLS, unless it is this machine or it is said otherwise', () => {
    expect(readEnvironment(mail).mail).toEqual({
      host: 'mail.example.kz',
      port: 587,
      tls: 'starttls',
      user: null,
      password: null,
      from: 'izdeu@example.kz',
    });
    expect(readEnvironment({ ...mail, SMTP_TLS: 'tls' }).mail).toMatchObject({ port: 465, tls: 'tls' });
    expect(readEnvironment({ ...mail, SMTP_TLS: 'none' }).mail).toMatchObject({ port: 25, tls: 'none' });
    for (const SMTP_HOST of ['localhost', '127.0.0.1', '::1'])
      expect(readEnvironment({ ...mail, SMTP_HOST }).mail).toMatchObject({ tls: 'none' });
    const signedIn = { ...mail, SMTP_HOST: '127.0.0.1', SMTP_PORT: '2525', SMTP_USER: 'a', SMTP_PASSWORD: 'b' };
    expect(readEnvironment(signedIn).mail).toMatchObject({ port: 2525, user: 'a', password: 'b' });
  });

  it('takes its password from a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-env-'));
    const file = path.join(folder, 'password');
    const stated = { ...mail, SMTP_USER: 'a', SMTP_PASSWORD_FILE: file };
    expect(() => readEnvironment(stated)).toThrow(/^SMTP_PASSWORD_FILE cannot be read/);
    writeFileSync(file, '\n');
    expect(() => readEnvironment(stated)).toThrow(/^SMTP_PASSWORD_FILE is empty/);
    writeFileSync(file, 'word of the file\n');
    expect(readEnvironment(stated).mail?.password).toBe('word of the file');
    rmSync(folder, { recursive: true });
  });

  it.each([
    [{ SMTP_HOST: '' }, /^SMTP_HOST is needed with MAIL_FROM$/],
    [{ MAIL_FROM: '' }, /^MAIL_FROM is needed/],
    [{ BASE_URL: '' }, /^BASE_URL is needed/],
    [{ SMTP_HOST: 'smtp://mail.example.kz' }, /^SMTP_HOST must be/],
    [{ SMTP_HOST: 'mail.example.kz:25' }, /^SMTP_HOST must be/],
    [{ SMTP_PORT: '0' }, /^SMTP_PORT/],
    [{ SMTP_TLS: 'ssl' }, /^SMTP_TLS must be/],
    [{ SMTP_URL: 'smtp://x' }, /^SMTP_URL is not a setting/],
    [{ MAIL_FROM: 'Izdeu <izdeu@example.kz>' }, /^MAIL_FROM must be/],
    [{ MAIL_FROM: 'izdeu@example.kz\r\nBcc: x@y.kz' }, /^MAIL_FROM must be/],
    [{ SMTP_USER: 'a' }, /^SMTP_PASSWORD \(or SMTP_PASSWORD_FILE\) is needed/],
    [{ SMTP_PASSWORD: 'b' }, /^SMTP_USER is needed with SMTP_PASSWORD$/],
    [{ SMTP_USER: 'a', SMTP_PASSWORD: 'b', SMTP_PASSWORD_FILE: '/c' }, /both set/],
    [{ SMTP_USER: 'a', SMTP_PASSWORD: 'b', SMTP_TLS: 'none' }, /^SMTP_TLS is none/],
  ])('refuses %j', (over, reason) => {
    expect(() => readEnvironment({ ...mail, ...over })).toThrow(reason);
  });
});

describe('the demonstration’s secret', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'izdeu-env-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, kept beside the register and readable by its owner only', () => {
    const file = path.join(folder, 'new', 'demo.db');
    const secret = demonstrationSecret(file);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(demonstrationSecret(file)).toBe(secret);
    expect(readdirSync(path.dirname(file))).toEqual(['demo.secret']);
    expect(statSync(path.join(folder, 'new', 'demo.secret')).mode & 0o777).toBe(0o600);
  });

  it('differs from one register to the next', () => {
    expect(demonstrationSecret(path.join(folder, 'a.db'))).not.toBe(demonstrationSecret(path.join(folder, 'b.db')));
  });
});

describe('the pictures under the maps', () => {
  it('are none unless a tile server is set', () => {
    expect(readEnvironment(real).mapTiles).toBeNull();
    const tiles = { MAP_TILES: 'https://tiles.example.kz/osm/{z}/{x}/{y}.png', MAP_TILES_CREDIT: '© OpenStreetMap' };
    expect(readEnvironment({ ...real, ...tiles }).mapTiles).toEqual({
      pattern: tiles.MAP_TILES,
      credit: '© OpenStreetMap',
      origin: 'https://tiles.example.kz',
    });
  });

  it.each([
    'http://tiles.example.kz/{z}/{x}/{y}.png',
    'https://tiles.example.kz/{z}/{x}.png',
    "https://tiles.example.kz;script-src 'unsafe-inline'/{z}/{x}/{y}",
    'https://{z}.example.kz/{z}/{x}/{y}',
    '/{z}/{x}/{y}',
  ])('are refused from %s', (pattern) => {
    expect(() => readEnvironment({ ...real, MAP_TILES: pattern })).toThrow(/^MAP_TILES must be/);
  });
});
