/** Names of places made comparable across scripts and grammatical endings. Pure. */

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'e',
  ж: 'j',
  җ: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  і: 'i',
  ї: 'i',
  ы: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ў: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ҳ: 'h',
  ц: 'c',
  ч: 'c',
  ш: 's',
  щ: 's',
  ъ: '',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
};

/** Longest first. */
const latinGroups: readonly (readonly [string, string])[] = [
  ['shch', 's'],
  ['tsch', 'c'],
  ['dsch', 'j'],
  ['szcz', 's'],
  ['dzh', 'j'],
  ['sch', 's'],
  ['zh', 'j'],
  ['ch', 'c'],
  ['cz', 'c'],
  ['sh', 's'],
  ['sz', 's'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['dj', 'j'],
  ['ya', 'a'],
  ['yu', 'u'],
  ['yo', 'e'],
  ['ye', 'e'],
  ['ja', 'a'],
  ['ju', 'u'],
  ['ck', 'k'],
  ['ng', 'n'],
  ['ph', 'f'],
  ['th', 't'],
];

const latin: Readonly<Record<string, string>> = {
  y: 'i',
  q: 'k',
  w: 'v',
  x: 'h',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ŋ: 'n',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ə: 'a',
  ɵ: 'o',
  ƣ: 'g',
  ь: 'i',
};

const isCyrillic = /[Ѐ-ӿ]/;
const marks = /\p{M}/gu;

/**
 * One word or name in any script as small Latin signs: vowels of a row fall together, дж = ж, ң = н, doubled letters
 * are one, hyphens, spaces, apostrophes and soft signs go. `Джезқазған`, `Zhezqazghan` and `Жезказган` come close.
 */
export function foldPlace(written: string): string {
  const lower = oneScript(written.toLowerCase());
  return isCyrillic.test(lower) ? foldCyrillic(lower) : foldLatin(lower);
}

const twins: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ќ: 'қ',
  ѓ: 'ғ',
};

/** Small letters; Latin ones typed for the Cyrillic they look like become these where the rest is Cyrillic. */
export const oneScript = (lower: string) =>
  isCyrillic.test(lower) && /[a-zќѓ]/.test(lower)
    ? lower.replace(/[a-zќѓ]/g, (letter) => twins[letter] ?? letter)
    : lower;

function foldCyrillic(lower: string): string {
  let folded = '';
  let last = '';
  for (let i = 0; i < lower.length; i++) {
    const letter = lower[i] ?? '';
    if (letter === 'д' && lower[i + 1] === 'ж') continue;
    if (letter === 'н' && lower[i + 1] === 'г') {
      folded = last === 'n' ? folded : `${folded}n`;
      last = 'n';
      i++;
      continue;
    }
    // Latin letters do not tell Шетский from Винницкий.
    const sign = letter === 'ц' && lower[i + 1] === 'к' ? 'ts' : (cyrillic[letter] ?? plain(letter));
    if (sign === '' || sign === last) continue;
    folded += sign;
    last = sign;
  }
  return folded;
}

function foldLatin(lower: string): string {
  const bare = lower
    .replaceAll('š', 'sh')
    .replaceAll('ş', 'sh')
    .replaceAll('ș', 'sh')
    .replaceAll('ś', 'sh')
    .replaceAll('č', 'ch')
    .replaceAll('ç', 'ch')
    .replaceAll('ž', 'zh')
    .replaceAll('ż', 'zh')
    .replaceAll('ý', 'u')
    .normalize('NFD')
    .replace(marks, '');
  let folded = '';
  for (let i = 0; i < bare.length; ) {
    const group = bare.startsWith('tsk', i) ? undefined : latinGroups.find(([letters]) => bare.startsWith(letters, i));
    const letter = bare[i] ?? '';
    const sign = group ? group[1] : (latin[letter] ?? plain(letter));
    if (sign !== '' && !folded.endsWith(sign)) folded += sign;
    i += group ? group[0].length : 1;
  }
  return folded;
}

const plain = (letter: string) => (/[a-z0-9]/.test(letter) ? letter : /\p{L}/u.test(letter) ? letter : '');

const adjective = /[sc]k(?:a|i|oe|oi|ogo|om|omu|u|im|ei|)$/;
const linking = /(?:iin|in|ov|ev|en|n|eck|k)$/;
const vowels = /[aeiou]+$/;

/** Whether a folded word ends as a Russian adjective does: Каркаралинский, Карагандинской. */
export const isAdjective = (folded: string) => /[sc]k(?:a|i|oe|oi|ogo|om|omu|u|im)$/.test(folded) && folded.length > 5;

/**
 * The forms under which a folded name is found, the nearest first: itself, without the adjective's ending, without the
 * linking suffix, without final vowels; Каркаралинский, Каркаралинск and Қарқаралы meet in `karkaral`.
 */
export function stems(folded: string): string[] {
  const found = [folded];
  const add = (stem: string) => {
    if (stem.length > 2 && !found.includes(stem)) found.push(stem);
  };
  const bare = folded.replace(adjective, '');
  if (bare.length > 2 && bare !== folded) {
    if (/[sc]k.+$/.test(folded)) add(folded.replace(/([sc]k)(?:a|i|oe|oi|ogo|om|omu|u|im|ei)$/, '$1'));
    add(bare);
    add(bare.replace(linking, ''));
    add(bare.replace(linking, '').replace(vowels, ''));
  }
  add(folded.replace(vowels, ''));
  // Назаровка, Назаровское and Назаровский are called after one man.
  const village = folded.replace(/([vn])(?:ka|ki|ku|o)$/, '$1');
  if (village !== folded) {
    add(village);
    add(village.replace(linking, ''));
  }
  return found;
}

/** Consonants that are heard or written for one another. */
export const consonantClasses: Readonly<Record<string, string>> = {
  k: 'K',
  g: 'K',
  h: 'K',
  b: 'P',
  p: 'P',
  f: 'P',
  v: 'P',
  d: 'T',
  t: 'T',
  s: 'S',
  z: 'S',
  c: 'S',
  j: 'S',
  l: 'L',
  m: 'M',
  n: 'N',
  r: 'R',
};

/** The classes of its consonants; vowels and what is no letter drop out. */
export function skeleton(folded: string): string {
  let found = '';
  for (const letter of folded) {
    const sign = consonantClasses[letter] ?? (letter >= '0' && letter <= '9' ? letter : '');
    if (sign !== '' && !found.endsWith(sign)) found += sign;
  }
  return found;
}

/** A skeleton and every one that lacks one of its signs. */
export function withDeletions(signs: string): string[] {
  const found = [signs];
  if (signs.length > 2) for (let i = 0; i < signs.length; i++) found.push(signs.slice(0, i) + signs.slice(i + 1));
  return found;
}
