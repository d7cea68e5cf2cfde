/** The picture is drawn from our own typefaces alone, once, and asked again by its tag it costs nothing. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawable, signsOf } from './font-signs';
import { sharePicture } from './share-picture';

const shown = {
  kicker: 'Естелік',
  surname: 'Сәрсенов',
  names: 'Ерғали',
  years: '1915–1942',
  place: 'Осинка',
  museum: 'Музей',
};
const strange = { ...shown, surname: '李 Sərsenov 🕊️', names: 'مۇحاممەد', place: '1️⃣ ⛪' };

afterEach(() => vi.unstubAllGlobals());

describe('the share picture', () => {
  it('asks nobody for signs that its typefaces lack', async () => {
    const asked: string[] = [];
    const own = globalThis.fetch;
    vi.stubGlobal('fetch', async (address: string | URL, ...rest: []) => {
      // The drawing library reads its own parts so.
      if (/^data:/.test(String(address))) return own(address, ...rest);
      asked.push(String(address));
      throw new Error('offline');
    });
    const picture = await sharePicture(strange, null);
    expect([...new Uint8Array(await picture.arrayBuffer()).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(asked).toEqual([]);
  });

  it('is drawn once, and not sent to whoever has it', async () => {
    const first = await sharePicture(shown, null);
    const tag = first.headers.get('etag');
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect((await sharePicture(shown, tag)).status).toBe(304);
    const other = await sharePicture({ ...shown, surname: 'Ахметов' }, tag);
    expect([other.status, other.headers.get('content-type')]).toEqual([200, 'image/png']);
  });
});

describe('signs', () => {
  const file = 'node_modules/@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf';
  const bytes = readFileSync(file);
  const known = signsOf(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);

  it('of the languages of the house are all there, others are not', () => {
    const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘҒҚҢӨҰҮҺІ abcxyzABCXYZ 0123456789 –«»,.()';
    expect(drawable(alphabet, known)).toBe(alphabet);
    for (const sign of '李ب🕊') expect(known.has(sign.codePointAt(0) ?? 0)).toBe(false);
  });

  it('that are not there lose their mark, or become a point', () => {
    const few = new Set([...'ae ·'].map((sign) => sign.charCodeAt(0)));
    expect(drawable('ãe\u00a0李\u0301\u200d🕊️', few)).toBe('ae ··');
  });
});
