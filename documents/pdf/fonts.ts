/** Typefaces with all Kazakh letters, from packages: nothing is fetched when a document is made. */
import path from 'node:path';
import { Font } from '@react-pdf/renderer';

const packages = path.join(process.cwd(), 'node_modules/@expo-google-fonts');
const weights = { 400: '400Regular', 600: '600SemiBold' } as const;

for (const [weight, folder] of Object.entries(weights)) {
  const fontWeight = Number(weight);
  Font.register({ family: 'Golos', fontWeight, src: `${packages}/golos-text/${folder}/GolosText_${folder}.ttf` });
  Font.register({ family: 'Literata', fontWeight, src: `${packages}/literata/${folder}/Literata_${folder}.ttf` });
}
// The built-in rules are those of English; a broken Kazakh or Russian word would be broken wrongly.
Font.registerHyphenationCallback((word) => [word]);

export const fonts = { text: 'Golos', title: 'Literata' } as const;

/** What we use of a font once it is loaded. */
type Loaded = { characterSet: number[]; glyphForCodePoint(codePoint: number): unknown };

let ready: Promise<void> | null = null;

/**
 * Loads every face and looks up all its letters once. A glyph first met as a part of another one (the o of ө) is kept without its
 * letter, and every later document of this process could not be searched or copied for it, nor be the same to the byte as one made
 * by another process.
 */
export function fontsReady(): Promise<void> {
  ready ??= loadAll();
  return ready;
}

async function loadAll(): Promise<void> {
  for (const fontFamily of Object.values(fonts))
    for (const weight of Object.keys(weights)) {
      const face = { fontFamily, fontWeight: Number(weight), fontStyle: 'normal' as const };
      await Font.load(face);
      const { data } = Font.getFont(face) as unknown as { data: Loaded };
      for (const codePoint of data.characterSet) data.glyphForCodePoint(codePoint);
    }
}
