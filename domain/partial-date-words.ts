// The words of dates, and a written date turned into codes, the same for Kazakh, Russian and English.

export const kazakhMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан';
export const russianMonths = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь';
export const englishMonths = 'January February March April May June July August September October November December';

/**
 * One letter a code and, at the same places, their numbers:
 * n 1–2 digits · Y year · X decade · Z century · m month · s season · q beginning, middle, end · 0 left blank ·
 * y year (the word) · p years · a years of age · i in · ~ about · ? perhaps · < before · > after · ! not · ( from ·
 * ) until · & and · | or · = between · f from (Kazakh ending) · u unknown · . / - as written · – a long or spaced dash
 */
export type Codes = { kinds: string; numbers: number[] };

// A code and its words. `t` makes a decade of the year before, a comma says nothing; a hyphen marks an ending of digits.
// Kazakh letters are folded to Russian ones, which many keyboards have only.
const words = new Map<string, string>();
for (const line of [
  '~ около примерно приблизительно ориентировочно прибл ок about around circa ca c approximately approx abt est',
  '~ шамамен шамасында шамасы шамалас жуык',
  '? возможно вероятно предположительно possibly probably perhaps maybe мумкин ыктимал болжаммен',
  'y г р рожд рождения ж т year yr',
  'p гг жж years yrs',
  'a лет возраст возрасте жасар old aged age',
  'i в во на in at on',
  '( с со от from since начиная бастап',
  ') по к until till by кешиктирмей',
  '& и and to through мен пен бен',
  '| или либо or немесе',
  '= между between bet',
  '< до ранее раньше before bef earlier дейин бурын ерте',
  '> после позднее позже after aft later кейин кеш сон',
  '! не not no емес',
  'f -дан -ден -тан -тен -нан -нен',
  't -е -ые -х -ых s',
  '0 xx хх',
  'm2 февр',
  'm9 сент sept',
  'm11 нояб',
  'u точно знаю помню нет без данных даты дата сведений б д unknown known undated date data dont know n a d nd na',
  'u белгисиз билмеймин жок дерек деректер малимет',
  ', род родился родилась число числа день дня месяц месяца мес период туган туылган куни куны',
  ', -й -го -м -ом -му -я -ти -и -ы -си -сы -ши -шы -га -ге -ка -ке -на -не born b the of than day month st nd rd th',
]) {
  const [code = '', ...list] = line.split(' ');
  for (const word of list) words.set(word, code);
}

const kazakh = '[ыиндтагке]{0,7}';
const russian = '(?:[ьяейюу]|ем|ом|а)?';
const kazakhLetters = 'әғқңөұүһіё';
const fold = (word: string) =>
  word.replace(/[әғқңөұүһіё]/g, (letter) => 'агкноуухие'.charAt(kazakhLetters.indexOf(letter)));

/** Three letters, or all of the name and an ending. */
const monthPattern = (name: string, ending: string) => {
  const stem = fold(name.toLowerCase()).replace(/[ьйк]$/, '');
  return `${stem.slice(0, 3)}(?:${stem.slice(3)}${ending})?`;
};
const names = [kazakhMonths, russianMonths, englishMonths].map((list) => list.split(' '));

// Words with endings; K the Kazakh ones, R those of Russian feminine nouns.
const inflected: [code: string, pattern: RegExp][] = [
  ...Array.from({ length: 12 }, (_, i) => [
    `m${i + 1}`,
    names.map((list, at) => monthPattern(list[i] ?? '', [kazakh, russian, ''][at] ?? '')).join('|'),
  ]),
  ['s1', 'веснR|spring|коктемK'],
  ['s2', 'лет(?:[оауе]|ом)|summer|жазK'],
  ['s3', 'осен(?:[ьи]|ью)|autumn|fall|кузK'],
  ['s4', 'зимR|winter|кысK'],
  ['q1', 'начал(?:[оауе]|ом)|нач|early|beginning|start|басK'],
  ['q2', 'серединR|сер|mid|middle|орта(?:сK)?'],
  ['q3', 'кон(?:ец|ц[ауе]|цом)?|late|end|сон[ыа]K|аягK'],
  ['y', 'год(?:[ауе]|ом)?|жылK'],
  ['p', 'год(?:ы|ов|а[мх])|жылдарK'],
  ['a', 'жасK'],
  ['=', 'ара(?:с|лыг)K'],
  [',', 'айK'],
  ['u', '(?:неизв|известн|установлен|указан)[а-я]{0,5}'],
].map(([code = '', source = '']) => [
  code,
  new RegExp(`^(?:${source.replaceAll('R', '(?:[аыеу]|о[йю])').replaceAll('K', kazakh)})$`),
]);

/** The code of a word, its number behind it (`m12`), `f` last for the Kazakh ablative; undefined where a date has no such word. */
function codeOf(word: string): string | undefined {
  const folded = fold(word);
  const known = words.get(folded) ?? (folded.length > 2 && inflected.find(([, pattern]) => pattern.test(folded))?.[0]);
  return known && known !== 'f' && /[дтн][ае]н$/.test(folded) ? `${known}f` : known || undefined;
}

const romans = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');
const lookAlikes: Record<string, string> = { і: 'i', х: 'x', у: 'v', п: 'ii', ш: 'iii' };

/** A month in Roman numerals; also in the Cyrillic letters that typewriters used instead, where signs around show it. */
function romanMonth(word: string, before = '', after = ''): string | undefined {
  const month = romans.indexOf(word.replace(/[іхупш]/g, (letter) => lookAlikes[letter] ?? letter)) + 1;
  const shown = /[./-]/.test(before) || (!before && /[./-]/.test(after)) || /^[ivx]+$/.test(word);
  return month && shown ? `m${month}` : undefined;
}

/** The first year from `century` on that ends in these two digits. */
export const fullYear = (digits: number, century: number) => century + ((((digits - century) % 100) + 100) % 100);

const clean = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ`\u00ad\u200b-\u200f\u2060]/g, '')
    .replace(/[t\s]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?z?\s*$/, '') // the midnight of spreadsheets
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/\s+-+\s*|-+\s+|--+|[—―]/g, '–')
    .replace(/(^|[./-])\?+(?=[./-])/g, '$1_')
    .replace(/^c(?=\s.*[а-я])/, 'с'); // a Latin c among Cyrillic words

const token =
  /(\d{3}[_xх?](?![\d_xх?])|(?:1[89]|20)[_xх?]{2}(?![\d_xх?]))|(\d+|_+)|(-?)(\p{L}+)|[-–./~?%<>&]|[\s,;()[\]"«»„“”]+|./gsu;

/** The codes of a text; null when it holds what no date does. `century` as in {@link fullYear}. */
export function encode(text: string, century: number): Codes | null {
  const plain = clean(text);
  const codes: Codes = { kinds: '', numbers: [] };
  const add = (kind: string, number = 0) => {
    codes.kinds += kind;
    codes.numbers.push(number);
  };
  let abbreviated = false;
  for (const match of plain.matchAll(token)) {
    const [all, masked, digits, hyphen, word] = match;
    if (masked && /^[1-9]/.test(masked)) add(/^\d{3}/.test(masked) ? 'X' : 'Z', Number(masked.replace(/\D/g, '0')));
    else if (digits) {
      const number = Number.parseInt(digits, 10) || 0;
      if (number > 99 ? number < 1000 || digits.length !== 4 : number && digits.length > 2) return null;
      add(number ? (digits.length > 2 ? 'Y' : 'n') : '0', number);
    } else if (word) {
      const after = plain[match.index + all.length];
      const ending = hyphen && !/[./-]/.test(after ?? '') ? words.get(fold(all)) : undefined;
      const code = ending ?? romanMonth(word, hyphen || plain[match.index - 1], after) ?? codeOf(word);
      if (!code || (code === 't' && !makeDecade(codes, century))) return null;
      if (hyphen && !ending) add('-');
      if (code !== 't' && code[0] !== ',') add(code.charAt(0), Number.parseInt(code.slice(1), 10) || 0);
      if (/.f$/.test(code)) add('f');
    } else if (all === '%') {
      add('~');
      add('?');
    } else if (/[-–./~?<>&]/.test(all)) {
      if (all !== '.' || !abbreviated) add(all);
    } else if (!/[\s,;()[\]"«»„“”]/.test(all)) return null;
    abbreviated = !!word || (abbreviated && /^\s/.test(all));
  }
  return codes;
}

/** Makes of the year or two digits that stand last the decade they begin; false where they begin none. */
function makeDecade(codes: Codes, century: number): boolean {
  const last = codes.numbers.pop();
  const kind = codes.kinds.at(-1);
  if (!last || last % 10 || (kind !== 'Y' && kind !== 'n')) return false;
  codes.kinds = `${codes.kinds.slice(0, -1)}X`;
  codes.numbers.push(kind === 'n' ? fullYear(last, century) : last);
  return true;
}
