/** The picture that goes with a sent address: the name, the years, the place, as the page has them. Made on the server, nothing fetched. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageResponse } from 'next/og';

const packages = path.join(process.cwd(), 'node_modules/@expo-google-fonts');
const faces = [
  { name: 'Literata', file: 'literata/400Regular/Literata_400Regular.ttf' },
  { name: 'Golos', file: 'golos-text/400Regular/GolosText_400Regular.ttf' },
] as const;

let loaded: Promise<{ name: string; data: ArrayBuffer }[]> | undefined;

const fonts = () => {
  loaded ??= Promise.all(
    faces.map(async ({ name, file }) => {
      const bytes = await readFile(path.join(packages, file));
      return { name, data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer };
    }),
  );
  return loaded;
};

const colour = { paper: '#fbf8f1', ink: '#1f1c17', muted: '#48433a', ribbon: '#a1660d', accent: '#1a474a' };
const size = { width: 1200, height: 630 };

type Shown = { kicker: string; surname: string; names: string; years: string; place: string; museum: string };

/** A PNG of 1200 by 630. Kept by no shared cache: a consent taken back takes it off at once. */
export async function sharePicture(shown: Shown): Promise<Response> {
  const long = shown.surname.length > 16;
  const column = { display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center' } as const;
  return new ImageResponse(
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
      fonts: (await fonts()).map((face) => ({ ...face, weight: 400, style: 'normal' })),
      headers: { 'cache-control': 'private, no-cache', 'cross-origin-resource-policy': 'cross-origin' },
    },
  );
}
