/**
 * How a written name sounds, as a string over a small set of signs: Kazakh and Russian Cyrillic, Latin of 1929, 2017, 2018, 2021, of
 * passports and gazetteers, German and Polish habits. Lossy on purpose: what was written stays with the record.
 */
import { cyrillic, latin, lookAlike, signs } from './letters';

/** Longer ones say nothing more about a name and would cost time. */
const longest = 64;

const apostrophes = /[’ʼ`ʻ´′ʹ‘]/g;
const between = /[^\p{L}\p{N}']+/gu;
const cyrillicLetters = /[\u0400-\u04ff]/g;
const cyrillicVowel = 'аәяэеёиіыоөуұүюї';

/**
 * The sound of one name part, '' when nothing of it can be heard. Never throws; at most 64 letters are read.
 * `soundOf` of the result is the same string again only for sounds without C, S, Z: it reads writing, not sounds.
 */
export function soundOf(written: string): string {
  return soundsOf(written)[0] ?? '';
}

/**
 * All the sounds a spelling may stand for, the most usual first: Latin letters mean different things to a Kazakh, a German and a
 * Polish clerk. Cyrillic has one.
 */
export function soundsOf(written: string): string[] {
  const letters = plain(written);
  if (letters === '') return [];
  if (cleanCyrillic.test(letters)) return heard(ofCyrillic(letters));
  const cyrillicCount = letters.match(cyrillicLetters)?.length ?? 0;
  // `ь` is a vowel of the alphabet of 1929, so a few Cyrillic letters do not make a word Cyrillic.
  const found = cyrillicCount * 2 >= letters.length ? [ofCyrillic(letters)] : ofLatin(letters);
  return [...new Set(found)].filter((sound) => sound !== '');
}

/** What most names of a million are: nothing has to be cleaned. */
const cleanCyrillic = /^[а-яёәғқңөұүһі]+$/;

const heard = (sound: string): string[] => (sound === '' ? [] : [sound]);

function plain(written: string): string {
  const lower = written.toLowerCase();
  if (lower.length <= longest && cleanCyrillic.test(lower)) return lower;
  return written
    .slice(0, longest)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('i̇', 'i')
    .replace(apostrophes, "'")
    .replace(between, '');
}

function ofCyrillic(letters: string): string {
  let sound = '';
  let before = '';
  for (const one of letters) {
    const letter = lookAlike[one] ?? one;
    let sign = cyrillic[letter] ?? '';
    // дж and чж are one heard ж.
    if (sign === 'Z' && (before === 'д' || before === 'ч')) sound = sound.slice(0, -1);
    // е, ё, ю, я after a consonant soften it and carry no й of their own.
    if (sign.length === 2 && before !== '' && !cyrillicVowel.includes(before) && before !== 'ь' && before !== 'ъ')
      sign = letter === 'я' ? 'a' : letter === 'ё' ? 'o' : 'u';
    sound += sign;
    before = letter;
  }
  return single(sound);
}

/** Letters that only the Latin alphabet of 1929–1940 has. */
const of1929 = /[ƣɵŋьəʙƶ]/;
const germanHabit = /ch[mnrtlw]|sch|tsch|[aeiou]w$|ow[ai]?$|ew[ai]?$|ck|tz|^w|w[aeiou]/;
const polishHabit = /cz|sz|rz|dż|ł|ń$|wicz|ow$|ew$/;
const glideJ = /[aeiouäöüyı]j(?=[aeiouäöüy]|$)|[bdfglmnprstvw]j[aeou]/;

function ofLatin(letters: string): string[] {
  if (of1929.test(letters)) return [ofAlphabet1929(letters)];
  const found: string[] = [];
  const glide = glideJ.test(letters);
  const kazakh = ofLatinBy(letters, glide ? asGlide : asZh);
  const other = letters.includes('j') ? ofLatinBy(letters, glide ? asZh : asGlide) : '';
  const german = germanHabit.test(letters) ? ofLatinBy(letters, asGerman) : '';
  const polish = polishHabit.test(letters) ? ofLatinBy(letters, asPolish) : '';
  if (polish && /cz|sz|rz|ł/.test(letters) && !/sch/.test(letters)) found.push(polish);
  else if (german && /ch[mnrtlw]|sch|^w|w[aeiou]|ow|ew/.test(letters)) found.push(german);
  found.push(kazakh, other, german, polish);
  // A c before e or i is s to one clerk and ts to another.
  if (/c(?=[ei])/.test(letters) && !/ch/.test(letters)) found.push(kazakh.replace('c', 's'));
  return found;
}

function ofAlphabet1929(letters: string): string {
  const turned = letters
    .replaceAll('ç', 'Z')
    .replaceAll('ƶ', 'Z')
    .replaceAll('c', 'S')
    .replaceAll('ij', 'i')
    .replaceAll('y', 'U')
    .replace(/v(?!$)|(?<![oe])v$/g, 'U')
    .replaceAll('q', 'k')
    .replaceAll('x', 'h');
  return spell(turned);
}

type Habit = readonly (readonly [RegExp, string])[];

const shared: Habit = [
  [/s'c'|shch|schtsch|şç|ştş|szcz/g, 'S'],
  [/a'/g, 'e'],
  [/o'/g, 'o'],
  [/u'/g, 'u'],
  [/g'/g, 'g'],
  [/n'/g, 'n'],
  [/s'/g, 'S'],
  [/c'/g, 'C'],
  [/y'/g, 'u'],
  [/i'/g, 'i'],
  [/'/g, ''],
];

const clusters: Habit = [
  [/tsch/g, 'C'],
  [/sch/g, 'S'],
  [/dzh|dsch|dž|dż|dj|dz(?=[aeiou])/g, 'Z'],
  [/sh/g, 'S'],
  [/ch/g, 'C'],
  [/zh/g, 'Z'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/c(?=[aouklmnrst]|$)/g, 'k'],
  [/ts|tz/g, 'c'],
];

const rest: Habit = [
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'h'],
  // y: й beside a vowel, else ы.
  [/y(?=[aeiouäöüáəıóúā])/g, 'J'],
  [/(?<=[aeiouäöüáəıóú])y/g, 'J'],
  [/y/g, 'i'],
];

const asGlide: Habit = [...shared, [/(?<=d)j(?=[aou])/g, 'Z'], ...clusters, [/j/g, 'J'], ...rest];
const asZh: Habit = [...shared, ...clusters, [/(?<=[aeiouäöüə])j(?![aeiouäöüəyı])/g, 'J'], [/j/g, 'Z'], ...rest];
const asGerman: Habit = [
  ...shared,
  [/dsch/g, 'Z'],
  [/tsch/g, 'C'],
  [/sch/g, 'S'],
  [/(?<=[aeiou])h(?![aeiou])/g, ''],
  [/ch/g, 'h'],
  [/ck/g, 'k'],
  [/tz|z/g, 'c'],
  [/^s(?=[aeiou])/g, 'z'],
  [/v/g, 'f'],
  [/j/g, 'J'],
  [/c(?=[aou]|$)/g, 'k'],
  [/ie/g, 'i'],
  [/ei/g, 'aj'],
  [/eu|äu/g, 'oj'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/y/g, 'i'],
];
const asPolish: Habit = [
  ...shared,
  [/szcz/g, 'S'],
  [/sz/g, 'S'],
  [/cz/g, 'C'],
  [/rz|ż/g, 'Z'],
  [/dż|dź/g, 'Z'],
  [/dz/g, 'Z'],
  [/ch/g, 'h'],
  [/si(?=[aeou])/g, 'S'],
  [/c(?=[aeouiy]|$)/g, 'c'],
  [/w/g, 'v'],
  [/j/g, 'J'],
  [/ł/g, 'l'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/y/g, 'i'],
];

function ofLatinBy(letters: string, habit: Habit): string {
  let turned = letters;
  for (const [pattern, sign] of habit) turned = turned.replace(pattern, sign);
  return spell(turned);
}

/** Letter by letter; capital J and U stand for a й and an у that were decided before. */
function spell(turned: string): string {
  let sound = '';
  for (const one of turned) {
    if (one === 'U') sound += 'u';
    else if (one === 'J') sound += 'j';
    else if (signs.includes(one)) sound += one;
    else sound += latin[one] ?? (one === 'ь' ? 'i' : (cyrillic[one] ?? ''));
  }
  return single(sound);
}

/** Doubled signs are heard once; е is е whether it was written with its й or not. */
const single = (sound: string): string =>
  twice.test(sound) ? sound.replace(/(.)\1+/g, '$1').replaceAll('je', 'e') : sound;
const twice = /(.)\1|je/;
