/** The picture that goes with a sent address: the name, the years, the place, as the page has them. Made on the server, nothing fetched. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageResponse } from 'next/og';
import { drawable, signsOf } from './font-signs';

const packages = path.join(process.cwd(), 'node_modules/@expo-google-fonts');
const faces = [
  { name: 'Literata', file: 'literata/400Regular/Literata_400Regular.ttf' },
  { name: 'Golos', file: 'golos-text/400Regular/GolosText_400Regular.ttf' },
] as const;

type Face = { name: string; data: ArrayBuffer };
let loaded: Promise<{ faces: Face[]; signs: ReadonlySet<number> }> | undefined;

const fonts = () => {
  loaded ??= load();
  return loaded;
};

async function load() {
  const read = await Promise.all(
    faces.map(async ({ name, file }) => {
      const bytes = await readFile(path.join(packages, file));
      return { name, data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer };
    }),
  );
  // A sign that one face lacks is drawn from the other.
  return { faces: read, signs: new Set(read.flatMap(({ data }) => [...signsOf(data)])) };
}

const colour = { paper: '#fbf8f1', ink: '#1f1c17', muted: '#48433a', ribbon: '#a1660d', accent: '#1a474a' };
const size = { width: 1200, height: 630 };

type Shown = { kicker: string; surname: string; names: string; years: string; place: string; museum: string };

type Picture = { bytes: Uint8Array<ArrayBuffer>; tag: string };
/** Drawing takes long: pictures are kept by all that stands on them, so that none is shown with words that changed. */
const kept = new Map<string, Promise<Picture>>();
const mostKept = 100;

function pictureFor(shown: Shown): Promise<Picture> {
  const key = JSON.stringify(shown);
  const picture = kept.get(key) ?? draw(shown);
  kept.delete(key);
  kept.set(key, picture);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  picture.catch(() => kept.get(key) === picture && kept.delete(key));
  return picture;
}

/**
 * A PNG of 1200 by 630. Kept by no shared cache: a consent taken back takes it off at once.
 * @param known the tag of the picture that the reader has, as `if-none-match` says
 */
export async function sharePicture(shown: Shown, known: string | null): Promise<Response> {
  const { bytes, tag } = await pictureFor(shown);
  const headers = { etag: tag, 'cache-control': 'private, no-cache', 'cross-origin-resource-policy': 'cross-origin' };
  if (known === tag) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, 'content-type': 'image/png' } });
}

async function draw(given: Shown): Promise<Picture> {
  const { faces: loadedFaces, signs } = await fonts();
  const known = (text: string) => drawable(text, signs);
  const shown: Shown = {
    ...{ kicker: known(given.kicker), surname: known(given.surname), names: known(given.names) },
    ...{ years: known(given.years), place: known(given.place), museum: known(given.museum) },
  };
  const long = shown.surname.length > 16;
  const column = { display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center' } as const;
  const image = new ImageResponse(
    <div
      // A picture is drawn from these, not a page: no style sheet reaches it.
      style={{
        ...column,
        width: '100%',
        height: '100%',
        justifyContent: 'space-between',
        padding: '56px 72px 48px',
        background: colour.paper,
        color: colour.ink,
        borderTop: `14px solid ${colour.accent}`,
        fontFamily: 'Literata',
      }}
    >
      <div style={{ fontFamily: 'Golos', fontSize: 30, color: colour.muted }}>{shown.kicker}</div>
      <div style={column}>
        <div style={{ fontSize: long ? 78 : 104, lineHeight: 1.1 }}>{shown.surname}</div>
        <div style={{ fontSize: 52, marginTop: 10, lineHeight: 1.25 }}>{shown.names}</div>
        {shown.years && <div style={{ fontSize: 46, marginTop: 18, color: colour.muted }}>{shown.years}</div>}
        <div style={{ width: 130, height: 4, marginTop: 26, background: colour.ribbon }} />
        <div style={{ fontFamily: 'Golos', fontSize: 34, marginTop: 26, color: colour.muted, maxWidth: 1000 }}>
          {shown.place}
        </div>
      </div>
      <div style={{ fontFamily: 'Golos', fontSize: 26, color: colour.muted }}>{shown.museum}</div>
    </div>,
    {
      ...size,
      fonts: loadedFaces.map((face) => ({ ...face, weight: 400, style: 'normal' })),
    },
  );
  const bytes = new Uint8Array(await image.arrayBuffer());
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"` };
}
