/** Sounds that are easily taken for each other made one, sign by sign: for beginnings and ends of names that are not whole. */
const folded: Readonly<Record<string, string>> = {
  e: 'a',
  o: 'u',
  j: 'i',
  g: 'k',
  h: 'k',
  b: 'p',
  f: 'p',
  v: 'p',
  d: 't',
  z: 's',
  c: 's',
  C: 's',
  S: 's',
  Z: 's',
};

export function rough(sound: string): string {
  let made = '';
  for (const sign of sound) made += folded[sign] ?? sign;
  return made;
}
