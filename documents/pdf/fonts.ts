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
