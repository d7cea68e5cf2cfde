/** One part of a name as others would have written it: a Russian clerk of the 1940s, a passport office, a German camp. Pure. */

type Part = 'surname' | 'givenName' | 'patronymic';
type Rules = readonly (readonly [RegExp, string])[];

/** Kazakh letters as Russian clerks put them. */
const toRussian: Rules = [
  [/ә/g, 'а'],
  [/ғ/g, 'г'],
  [/қ/g, 'к'],
  [/ң/g, 'н'],
  [/ө/g, 'о'],
  [/[ұү]/g, 'у'],
  [/һ/g, 'х'],
  [/і/g, 'и'],
  [/й[ыи]/g, 'и'],
];

/** Latin of passports and gazetteers in Cyrillic; longer groups first. */
const toCyrillic: Rules = [
  [/shch/g, 'щ'],
  [/tsch/g, 'ч'],
  [/sch/g, 'ш'],
  [/dzh|zh|dj/g, 'ж'],
  [/kh/g, 'х'],
  [/gh|ğ|ǵ/g, 'г'],
  [/sh|ş/g, 'ш'],
  [/ch|ç/g, 'ч'],
  [/ts/g, 'ц'],
  [/y[ao](?=.)/g, 'я'],
  [/ya$/g, 'я'],
  [/yu|iu/g, 'ю'],
  [/(?<=[aeiou])y/g, 'й'],
  [/ss/g, 'с'],
  [/a|á|ä|ə/g, 'а'],
  [/b/g, 'б'],
  [/[vw]/g, 'в'],
  [/g/g, 'г'],
  [/d/g, 'д'],
  [/e/g, 'е'],
  [/z/g, 'з'],
  [/[iıí]/g, 'и'],
  [/j/g, 'ж'],
  [/[kqc]/g, 'к'],
  [/l/g, 'л'],
  [/m/g, 'м'],
  [/[nñŋ]/g, 'н'],
  [/[oöó]/g, 'о'],
  [/p/g, 'п'],
  [/r/g, 'р'],
  [/s/g, 'с'],
  [/t/g, 'т'],
  [/[uüúū]/g, 'у'],
  [/f/g, 'ф'],
  [/[hx]/g, 'х'],
  [/y/g, 'ы'],
  [/['’ʼ`]/g, ''],
];

const english: Readonly<Record<string, string>> = Object.fromEntries(
  'а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
const german: Readonly<Record<string, string>> = {
  ...english,
  в: 'w',
  ё: 'jo',
  ж: 'sch',
  з: 's',
  й: 'j',
  х: 'ch',
  ц: 'z',
  ч: 'tsch',
  ш: 'sch',
  щ: 'schtsch',
  ю: 'ju',
  я: 'ja',
};

/**
 * Forms a Russian clerk may have written, the plainest first; the part itself where it is Russian already and no habit is known.
 * @param part a father's name also gets -ович beside -ұлы, -овна beside -қызы
 */
export function clerkForms(written: string, part: Part): string[] {
  if (written === '' || /[.…*_?]/.test(written)) return [written];
  const lower = written.toLowerCase();
  const plain = turned(/\p{Script=Latin}/u.test(lower) ? turned(lower, toCyrillic) : lower, toRussian);
  const forms = part === 'patronymic' ? [...fathersNames(plain), plain] : [plain];
  for (const form of [...forms]) {
    if (/^ж/.test(form)) forms.push(`д${form}`);
    if (/^дж/.test(form)) forms.push(form.slice(1));
    // Құсайын is Кусаин to one clerk and Хусаин to another; Ғабит loses its first sound.
    if (/^қ/.test(lower) || /^ку/.test(form)) forms.push(form.replace(/^к/, 'х'));
    if (/^(?:ғ|h|һ)/.test(lower) && form.length > 4) forms.push(form.replace(/^[гх]/, ''));
  }
  return [...new Set(forms.map(capital))];
}

function fathersNames(plain: string): string[] {
  const [, root = '', child = ''] = /^(.{2,}?)(?:-|\s)?(улы|кызы|оглы)$/.exec(plain) ?? [];
  if (root === '') return [];
  const soft = /[йиеь]$/.test(root);
  const stem = root.replace(/[йьаи]$/, '');
  return [`${stem}${soft ? 'ев' : 'ов'}${child === 'кызы' ? 'на' : 'ич'}`];
}

/** In Latin as passports of the Soviet Union and gazetteers have it. */
export const latinForm = (written: string): string => letters(written, english);
/** As German camps wrote what they heard. */
export const germanForm = (written: string): string => letters(written, german);

const letters = (written: string, table: Readonly<Record<string, string>>): string =>
  capital(Array.from(turned(written.toLowerCase(), toRussian), (letter) => table[letter] ?? letter).join(''));

const turned = (text: string, rules: Rules): string =>
  rules.reduce((result, [pattern, sign]) => result.replace(pattern, sign), text);

const capital = (text: string): string => text.replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
