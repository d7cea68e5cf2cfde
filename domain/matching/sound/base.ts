/** What a surname, a given name or a father's name is made from: the root that all its forms share. */

export type NamePart = 'surname' | 'given' | 'patronymic';

// In sounds, not letters. "Son of" and "daughter of" in Kazakh, Uzbek, Azeri and Kirghiz habits, written together or apart.
const sonOrDaughter = /(?:u?gli|uli|ulu|oli|ula?ri|kizi|gizi|kisi|ogli|oglu|uglu|oglo|zada|zade|tegi)$/;
const fathersName = /(?:j?[eo]vi[CcSst]h?|j?[eo]vna|ievna|i[CcS]na)$/;
const shortFathersName = /i[CcS]h?$/;
/** -ович with a slip in it. */
const slippedFathersName = /j?[eo]v[^aeou]{1,3}$/;
const surnameEnding = /(?:j?[eo][vf]|j?[eo]va|[oe]v[ie])$/;
/** Fathers' names that do not come apart by rule. */
const irregular = new Map([
  ['iliC', 'ilja'],
  ['iliniCna', 'ilja'],
]);
/** Given names that only look like surnames. */
const wholeNames = new Set(['jakov', 'akov', 'lev', 'prokof', 'iosif', 'josif', 'usif', 'jusuf']);

/**
 * The root of a sound: without -ов/-ев(а), -ович/-евна, -ұлы/-қызы/-оглы, whatever field it stands in: surname roots, given names
 * and fathers' names live in one name space, so that a father's name used as a surname, or parts in the wrong field, are plain
 * equality. Never shorter than two signs.
 */
export function baseOf(sound: string, part: NamePart): string {
  if (sound.length < 4 || wholeNames.has(sound)) return sound;
  const itself = irregular.get(sound);
  if (itself) return itself;
  const child = sound.replace(sonOrDaughter, '');
  if (child !== sound && child.length >= 3) return ending(child);
  const father = sound.replace(fathersName, '');
  if (father !== sound && father.length >= 2) return ending(father);
  const slipped = part === 'patronymic' ? sound.replace(slippedFathersName, '') : sound;
  if (slipped !== sound && slipped.length >= 3) return ending(slipped);
  const root = sound.replace(surnameEnding, '');
  if (root !== sound && root.length >= (part === 'given' ? 4 : 3)) return ending(root);
  const short = part === 'patronymic' ? sound.replace(shortFathersName, '') : sound;
  return ending(short.length >= 3 ? short : sound);
}

/** Endings in which й and и come and go. */
function ending(base: string): string {
  if (base.length <= 4) return base;
  return base.replace(/[ij]+$/, 'i').replace(/(?<=[aeou])i$/, 'j');
}
