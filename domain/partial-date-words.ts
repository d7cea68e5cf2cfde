// Turns the words and signs of a written date into codes, one letter each, the same for Kazakh, Russian and English.

/**
 * The codes and, at the same places, their numbers:
 * n 1–2 digits · Y year · X decade · Z century · m month · s season · q beginning, middle, end · 0 left blank ·
 * y year (word) · p years · a years of age · i in · ~ about · ? perhaps · < before · > after · ! not · ( from · ) until ·
 * & and · | or · = between · f from (Kazakh ending) · u unknown · . / - as written · – spaced or long dash
 */
export type Codes = { kinds: string; numbers: number[] };

// Kazakh letters are folded to the Russian ones (many keyboards lack them). A leading hyphen marks an ending after digits.
const words = new Map<string, string>();
for (const [code, list] of [
  ['~', 'около примерно приблизительно ориентировочно прибл ок about around circa ca c approximately approx abt est'],
  ['~', 'шамамен шамасында шамасы шамалас жуык жуыкта'],
  ['?', 'возможно вероятно предположительно possibly probably perhaps maybe мумкин ыктимал болжаммен'],
  ['y', 'г год года году годом р рожд рождения ж т жыл жылы жылгы жылдын жылга жылда year yr'],
  ['p', 'гг годы годов годах годам жж жылдар жылдары жылдардын жылдарда жылдардагы жылдарында жылдарга years yrs'],
  ['a', 'лет возраст возрасте жас жаста жасында жастагы жасар old aged age yo'],
  ['i', 'в во на in at on'],
  ['(', 'с со от from since начиная бастап'],
  [')', 'по к until till by кешиктирмей кешиктирилмей'],
  ['&', 'и and to through мен пен бен'],
  ['|', 'или либо or немесе'],
  ['=', 'между between bet арасы арасында аралыгы аралыгында'],
  ['<', 'до ранее раньше before bef earlier дейин бурын ерте'],
  ['>', 'после позднее позже after aft later кейин кеш сон'],
  ['!', 'не not no емес'],
  ['f', 'жылдан жылдардан айынан айдан -дан -ден -тан -тен -нан -нен'],
  ['t', '-е -ые -х -ых s'],
  ['0', 'xx хх'],
  ['m5', 'мая мае маю маем'],
  ['m9', 'sept сент'],
  ['m2', 'февр'],
  ['m11', 'нояб'],
  [
    'u',
    'точно точная неизвестно неизвестна неизвестен неизвестный неизвестная неизв известно известна известен установлено',
  ],
  ['u', 'установлена установлен указано указана указан знаю помню нет без данных даты дата сведений б д'],
  ['u', 'unknown known undated date data dont know n a d nd na белгисиз билмеймин жок дерек деректер малимет'],
  [' ', 'род родился родилась число числа день дня месяц месяца мес период -й -го -м -ом -му -я -ти'],
  [' ', 'туган туылган ай айы айында айынын куни куны -и -ы -си -сы -ши -шы -га -ге -ка -ке -на -не'],
  [' ', 'born b the of than day month period st nd rd th'],
] as const)
  for (const word of list.split(' ')) words.set(word, code);

// Russian, English, Kazakh: a stem and the rest of the word, which takes endings.
const [russian, kazakh] = ['(?:[ьяеюу]|ем|ом|а)?', '[ыиндтагке]{0,7}'];
const months = [
  ...['янв+ар jan+uary кан+тар', 'фев+рал feb+ruary акп+ан', 'мар+т mar+ch нау+рыз', 'апр+ел apr+il сау+ир'],
  ...['май+ may+ мам+ыр', 'июн+ jun+e мау+сым', 'июл+ jul+y шил+де', 'авг+уст aug+ust там+ыз'],
  ...[
    'сен+тябр sep+tember кыр+куйе',
    'окт+ябр oct+ober каз+ан',
    'ноя+бр nov+ember кар+аша',
    'дек+абр dec+ember жел+токсан',
  ],
].map((names) => {
  const [ru, en, kk] = names.split(' ').map((name) => name.replace('+', '(?:'));
  return `${ru}${russian})?|${en})?|${kk}${kazakh})?`;
});
const seasons = [
  'весн R|spring|коктемK',
  'лет(?:[оауе]|ом)|summer|жазK',
  'осен(?:[ьи]|ью)|autumn|fall|кузK',
  'зим R|winter|кысK',
];
const parts = [
  'начал(?:[оауе]|ом)|нач|early|beginning|start|басK',
  'середин R|сер|mid|middle|орта(?:сK)?',
  'кон(?:ец|ц[ауе]|цом)?|late|end|сон[ыа]K|аягK',
];

const patterns = [...months, ...seasons, ...parts].map(
  (source) => new RegExp(`^(?:${source.replaceAll(' R', '(?:[аыеу]|о[йю])').replaceAll('K', kazakh)})$`),
);

const folds: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
};

const fold = (word: string) => word.replace(/[әғқңөұүһіё]/g, (letter) => folds[letter] ?? letter);

/** The code of a word, its number behind it (`m12`), `f` last for the Kazakh ablative; undefined where it has no place in a date. */
function codeOf(word: string): string | undefined {
  const folded = fold(word);
  const known = words.get(folded);
  if (known) return known;
  const at = patterns.findIndex((pattern) => pattern.test(folded));
  if (at < 0) return undefined;
  const code = at < 12 ? `m${at + 1}` : at < 16 ? `s${at - 11}` : `q${at - 15}`;
  return /[дтн][ае]н$/.test(folded) ? `${code}f` : code;
}

const romans = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');
const lookAlikes: Record<string, string> = { і: 'i', х: 'x', у: 'v', п: 'ii', ш: 'iii' };

/** A month in Roman numerals; also in the Cyrillic letters that typewriters used instead, where signs around show it. */
function romanMonth(word: string, before = '', after = ''): number {
  const month = romans.indexOf(word.replace(/[іхупш]/g, (letter) => lookAlikes[letter] ?? letter)) + 1;
  const shown = /[./-]/.test(before) || (!before && /[./-]/.test(after));
  return shown || /^[ivx]+$/.test(word) ? month : 0;
}

/** The four digits of a two-digit year, in the hundred years that begin with `century`. */
export const fullYear = (digits: number, century: number) => century + ((((digits - century) % 100) + 100) % 100);

const token =
  /(\d{3}[_xх?](?![\d_xх?])|(?:1[89]|20)[_xх?]{2}(?![\d_xх?]))|(\d+)|(_+)|(-?)(\p{L}+)|[-–./~?%<>&]|[\s,;()[\]"«»„“”]+|./gsu;

/** The codes of a text; null when something in it has no place in a date. `century` as in {@link fullYear}. */
export function encode(text: string, century: number): Codes | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ`\u00ad\u200b-\u200f\u2060]/g, '')
    .replace(/[t\s]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?z?\s*$/, '') // the time of day in spreadsheets
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/\s+-+\s*|-+\s+|--+|[—―]/g, '–')
    .replace(/(^|[./-])\?+(?=[./-])/g, '$1_')
    .replace(/^c(?=\s.*[а-я])/, 'с'); // a Latin c among Cyrillic words
  const codes: Codes = { kinds: '', numbers: [] };
  const add = (kind: string, number = 0) => {
    codes.kinds += kind;
    codes.numbers.push(number);
  };
  let afterWord = false;
  for (const match of plain.matchAll(token)) {
    const [all, masked, digits, blank, hyphen, word] = match;
    const wasWord: boolean = afterWord;
    afterWord = false;
    if (masked) add(/\d{3}/.test(masked) ? 'X' : 'Z', Number(masked.replace(/\D/g, '0')));
    else if (digits) {
      if (digits.length > 4 || digits.length === 3) return null;
      add(Number(digits) ? (digits.length > 2 ? 'Y' : 'n') : '0', Number(digits));
    } else if (blank) add('0');
    else if (word) {
      afterWord = true;
      const [before, after] = [hyphen || plain[match.index - 1], plain[match.index + all.length]];
      const ending = hyphen && !/[./-]/.test(after ?? '') ? words.get(fold(all)) : undefined;
      const roman = ending ? 0 : romanMonth(word, before, after);
      const code = ending ?? (roman ? `m${roman}` : codeOf(word));
      if (!code) return null;
      if (hyphen && !ending) add('-');
      if (code === 't') {
        const decade = codes.numbers.pop() ?? 0;
        const kind = codes.kinds.at(-1);
        if (decade % 10 || (kind !== 'Y' && kind !== 'n')) return null;
        codes.kinds = codes.kinds.slice(0, -1);
        add('X', kind === 'n' ? fullYear(decade, century) : decade);
      } else if (code !== ' ') {
        add(code.charAt(0), Number.parseInt(code.slice(1), 10) || 0);
        if (code.endsWith('f') && code !== 'f') add('f');
      }
    } else if (all === '%') {
      add('~');
      add('?');
    } else if (/[-–./~?<>&]/.test(all)) {
      if (all !== '.' || !wasWord) add(all);
    } else if (!/[\s,;()[\]"«»„“”]/.test(all)) return null;
    else afterWord = wasWord && /^\s/.test(all);
  }
  return codes;
}
