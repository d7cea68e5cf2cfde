/** Classes of consonants in their order: what is left of a name however its vowels were heard. For finding, never as proof. */

const classes: Readonly<Record<string, string>> = {
  k: 'K',
  g: 'K',
  h: 'K',
  p: 'P',
  b: 'P',
  f: 'P',
  v: 'V',
  t: 'T',
  d: 'T',
  s: 'S',
  z: 'S',
  c: 'S',
  C: 'S',
  S: 'S',
  Z: 'S',
  l: 'L',
  m: 'M',
  n: 'N',
  r: 'R',
};

const isVowel = (sign: string | undefined): boolean => sign !== undefined && 'aeiou'.includes(sign);

/** The skeleton of a base; `_` and the first sign where it has no consonant. */
export function skeletonOf(base: string): string {
  const sound = foldReligious(base);
  let skeleton = '';
  for (let at = 0; at < sound.length; at++) {
    const sign = sound[at] ?? '';
    let kind = classes[sign];
    // у beside another vowel is heard as в: Сауле, Савле.
    if (sign === 'u' && ((at > 0 && isVowel(sound[at - 1]) && sound[at - 1] !== 'u') || isVowel(sound[at + 1])))
      kind = 'V';
    if (kind === undefined) continue;
    if (skeleton.endsWith(kind) && at > 0 && !isVowel(sound[at - 1])) continue;
    skeleton += kind;
  }
  return skeleton || `_${sound[0] ?? ''}`;
}

/** Elements of Muslim names that are written in a dozen ways come out alike: Мұхамед, Магомет, Махамбет; Абд-, Ғабд-; -улла; -жан. */
function foldReligious(base: string): string {
  return base
    .replace(/m[aou]?[khg]+[aoe]?m[bp]?[aei]?[td]/, 'mukamet')
    .replace(/mamb?[ei]t/, 'mukamet')
    .replace(/^[gkh]?ab(?:d|t)(?:u[lr]?|i|il|o|e)?/, 'abd')
    .replace(/(?:d|t)?[uoi]l+a$/, 'ula')
    .replace(/[Zz]an$/, 'Zan');
}

/**
 * The keys under which a skeleton is found: itself and each with one class left out, so that two skeletons one slip apart share a
 * key. Short ones keep their deletions apart (`~`), else everything would be near everything. В is found under б as well.
 */
export function skeletonKeys(written: string): string[] {
  const skeleton = written.replaceAll('V', 'P').replace(/(.)\1+/g, '$1');
  const keys = new Set([skeleton]);
  const { length } = skeleton;
  const mark = length >= 4 ? '' : length === 3 ? '~' : '~~';
  if (length >= 2) for (let at = 0; at < length; at++) keys.add(mark + skeleton.slice(0, at) + skeleton.slice(at + 1));
  if (length === 2) keys.add(`~${skeleton}`);
  if (length === 1) keys.add(`~~${skeleton}`);
  return [...keys];
}
