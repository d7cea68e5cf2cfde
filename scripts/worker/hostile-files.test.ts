/** Files made to do harm, sent as a relative sends them: refused with a sentence, or harmless. docs/operations/files.md lists them. */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { largestFile } from '@/domain/attachments/limits';
import { addWhole } from '@/domain/attachments/pieces';
import { draftPaperFile, draftPapers, type PaperView } from '@/domain/attachments/queries';
import {
  heic,
  heicClaiming,
  jpegClaiming,
  jpegWith,
  pdf,
  png,
  pngChunk,
  tiff,
  zip,
} from '@/domain/attachments/testing';
import type { Actor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { aDraft } from '@/domain/testing/applications';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';

// Vite has a setting of its own under this name.
vi.stubEnv('BASE_URL', '');
vi.stubEnv('LOG_LEVEL', 'silent');
const { workOnce } = await import('./work');

const visitor: Actor = { role: 'visitor', address: '192.0.2.7' };
let database: TestDatabase;
let token: string;
let jpeg: Buffer;
beforeAll(async () => {
  database = await openTestDatabase();
  token = await aDraft({}, 'kk', visitor);
});
afterAll(() => database.close());

const stripes = (format: 'jpeg' | 'webp' | 'png') =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#a52' } })
    .composite([{ input: { create: { width: 100, height: 300, channels: 3, background: '#123' } }, left: 0, top: 0 }])
    [format]();

beforeAll(async () => {
  jpeg = await stripes('jpeg').toBuffer();
});

/** What became of a file: the paper when it was taken, else the code of the refusal and what was found. */
async function sent(bytes: Buffer, name = 'file.jpg'): Promise<PaperView | { refusal: string; found?: unknown }> {
  const before = new Set((await draftPapers(visitor, { token })).map(({ id }) => id));
  try {
    await addWhole(visitor, { token }, { kind: 'photo', name, file: new Blob([new Uint8Array(bytes)]) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.fields).toEqual({ file: error.code });
    expect(await draftPapers(visitor, { token })).toHaveLength(before.size);
    return { refusal: error.code, found: error.details.found };
  }
  while (await workOnce(new AbortController().signal, 'quick'));
  const [paper] = (await draftPapers(visitor, { token })).filter(({ id }) => !before.has(id));
  if (!paper) throw new Error('The paper is not there');
  return paper;
}

async function shown(paper: PaperView | { refusal: string }, form: 'view' | 'thumb' = 'view'): Promise<Buffer> {
  if (!('id' in paper)) throw new Error(`It was refused: ${paper.refusal}`);
  expect(paper).toMatchObject({ state: 'ready', refusal: '' });
  return readFileSync((await draftPaperFile(visitor, { token, attachmentId: paper.id, form })).path);
}

const mp4 = Buffer.concat([Buffer.from('000000186674797069736f6d', 'hex'), Buffer.alloc(300)]);
const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
const text = (written: string) => Buffer.from(written);

describe('refused at once, naming what it is', () => {
  it.each<[string, string, string, Buffer]>([
    ['a page called .jpg', 'photo.jpg', 'webpage', text('<!DOCTYPE html><script>alert(1)</script>')],
    ['a page with a PDF behind it', 'a.pdf', 'webpage', text(`<html><script>1</script><!--${pdf()}-->`)],
    ['a drawing with a script', 'a.svg', 'drawing', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a drawing behind a prologue', 'a.png', 'drawing', text('<?xml version="1.0"?>\n<!-- x --><svg onload="x()"/>')],
    ['a GIF that is a script, too', 'a.gif', 'animation', text('GIF89a/*\x01\x00\x01\x00\x00\x00*/=1;alert(1)')],
    ['an archive called .pdf', 'a.pdf', 'archive', zip('bomb.bin', '0'.repeat(5000))],
    ['a document of Word', 'a.docx', 'word', Buffer.concat([zip('word/document.xml'), zip('[Content_Types].xml')])],
    ['an old document of Word', 'a.doc', 'word', oldWord],
    ['a program called .png', 'a.png', 'program', Buffer.concat([text('MZ'), Buffer.alloc(400)])],
    ['a program with a PDF behind it', 'a.pdf', 'program', Buffer.concat([text('MZ  '), pdf()])],
    ['a script', 'a.jpg', 'program', text('#!/bin/sh\nrm -rf /\n')],
    ['a film', 'a.heic', 'video', mp4],
    ['letters', 'a.txt', 'text', text('Сәлем')],
    ['noise', 'a.jpg', 'other', Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7919) % 256))],
  ])('%s', async (_, name, found, bytes) => {
    expect(await sent(bytes, name)).toEqual({ refusal: 'paper.not-accepted', found });
    for (const words of [kk, ru, en]) expect(words.errors.paper['not-accepted']).toContain(`${found} {`);
  });

  it.each<[string, string, () => Buffer]>([
    ['nothing', 'paper.empty', () => Buffer.alloc(0)],
    ['more than the limit', 'paper.too-large', () => Buffer.alloc(largestFile + 1, 0xff)],
    ['a PDF with a password', 'paper.password', () => pdf({ trailer: '/Encrypt 9 0 R' })],
    ['a PDF cut off', 'paper.broken', () => pdf().subarray(0, 200)],
    ['a PDF in name only', 'paper.broken', () => text('%PDF-1.7\nnothing\n%%EOF')],
  ])('%s', async (_, refusal, bytes) => {
    expect(await sent(bytes())).toMatchObject({ refusal });
  });
});

describe('refused when it is opened', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['50,000 × 50,000 pixels of one colour', 'paper.too-many-pixels', () => png(50_000, 50_000)],
    ['a PNG that claims too many pixels', 'paper.too-many-pixels', () => png(1_000_000, 1_000_000, { rows: 0 })],
    ['a JPEG that claims too many pixels', 'paper.too-many-pixels', () => jpegClaiming(jpeg, 65_500, 65_500)],
    ['a TIFF that claims too many pixels', 'paper.too-many-pixels', () => tiff(200_000, 200_000, { bytes: 100 })],
    ['a HEIC that claims too many pixels', 'paper.too-many-pixels', () => heicClaiming(60_000, 60_000)],
    ['a JPEG cut off', 'paper.broken', () => jpeg.subarray(0, jpeg.length / 2)],
    ['a JPEG of its first bytes alone', 'paper.broken', () => Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a HEIC cut off', 'paper.broken', () => heic().subarray(0, 900)],
    ['a HEIC in name only', 'paper.broken', () => Buffer.concat([heic().subarray(0, 24), Buffer.alloc(500, 0x41)])],
    ['a WebP that lies about its length', 'paper.broken', lyingWebp],
  ])('%s', async (_, refusal, bytes) => {
    expect(await sent(await bytes())).toMatchObject({ state: 'refused', refusal });
  });

  async function lyingWebp(): Promise<Buffer> {
    const webp = Buffer.from(await stripes('webp').toBuffer());
    webp.writeUInt32LE(0xfffffff0, 4);
    webp.writeUInt32LE(0x7ffffff0, 16);
    return webp.subarray(0, 60);
  }
});

describe('taken and harmless', () => {
  it('a JPEG with an archive behind it: what is shown is made anew', async () => {
    const view = await shown(await sent(Buffer.concat([jpeg, zip('evil.js')])));
    expect(view.includes('evil.js')).toBe(false);
    expect(view.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  });

  it('a JPEG with a page in its remark', async () => {
    const view = await shown(await sent(jpegWith(jpeg, 0xfe, text('<script>alert(1)</script>'))));
    expect(view.includes('<script>')).toBe(false);
  });

  it('a picture with the place where it was taken: upright, and without it', async () => {
    const placed = await stripes('jpeg')
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'Izdeu-phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 14/1 0/1' } })
      .toBuffer();
    expect((await sharp(placed).metadata()).exif?.length).toBeGreaterThan(0);
    const paper = await sent(placed);
    expect(paper).toMatchObject({ width: 300, height: 400 });
    for (const form of ['view', 'thumb'] as const) {
      const made = await shown(paper, form);
      const { exif, xmp, iptc, orientation } = await sharp(made).metadata();
      expect({ exif, xmp, iptc, orientation }).toEqual({});
      expect(made.includes('Izdeu-phone') || made.includes('Exif')).toBe(false);
    }
    expect(
      Math.max(
        ...Object.values(
          await sharp(await shown(paper, 'thumb'))
            .metadata()
            .then(sides),
        ),
      ),
    ).toBe(400);
  });

  const sides = ({ width, height }: { width: number; height: number }) => ({ width, height });

  it('a PNG whose remark unpacks to 200 MB', async () => {
    const bomb = pngChunk('zTXt', Buffer.concat([text('Comment\0\0'), deflateSync(Buffer.alloc(200_000_000))]));
    expect(await sent(png(64, 64, { chunks: [bomb] }))).toMatchObject({
      state: expect.stringMatching(/ready|refused/),
    });
  });

  it('a TIFF whose pages go round in a circle: its first page', async () => {
    expect(await sent(tiff(80, 60, { next: 8 }))).toMatchObject({ state: 'ready', width: 80, height: 60 });
  });

  it('a PDF with a script: never shown, only saved', async () => {
    const script = pdf({ more: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' });
    const paper = await sent(script, 'a.pdf');
    expect(paper).toMatchObject({ state: 'ready', mediaType: 'application/pdf', width: null });
    const attachmentId = 'id' in paper ? paper.id : '';
    for (const form of ['view', 'thumb'])
      await expect(draftPaperFile(visitor, { token, attachmentId, form })).rejects.toThrow('paper.not-found');
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['сурет\0.php.jpg', 'сурет.php.jpg'],
    ['\u202Egpj.exe', 'gpj.exe'],
  ])('a name like %j', async (name, kept) => {
    const paper = await sent(jpeg, name);
    expect(paper).toMatchObject({ name: kept, state: 'ready' });
    const { path } = await draftPaperFile(visitor, {
      token,
      attachmentId: 'id' in paper ? paper.id : '',
      form: 'view',
    });
    expect(path).toMatch(/\.files\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
  });

  it('pictures of every kind, whatever they are called', async () => {
    const kinds = [
      [heic(), 'image/heic', 320],
      [await stripes('webp').toBuffer(), 'image/webp', 400],
      [await stripes('png').toBuffer(), 'image/png', 400],
      [tiff(50, 40), 'image/tiff', 50],
    ] as const;
    for (const [bytes, mediaType, width] of kinds)
      expect(await sent(bytes, 'a.exe')).toMatchObject({ state: 'ready', mediaType, width });
  });
});
