// Numbers and kinds of Red Army units, as clerks wrote them.
import { GUARDS, KINDS, type KindEntry, wordCode } from './unit-kinds';

export { unitKinds } from './unit-kinds';

/** `number` as digits, '' for a front without one; `kind` one of {@link unitKinds}. */
export type Unit = { number: string; kind: string; guards: boolean };

/** Longer fields are read up to here (UTF-16 units); the rest is remarks. */
const LONGEST = 500;
/** No kind is written in more words. */
const MOST_WORDS = 6;

/** What clerks hang on a number: «65-го», «8-я», «8-ші». */
const ENDINGS: ReadonlySet<string> = new Set('го ой ая ий ый ое ые му ти ым ом ші шы й я е м'.split(' '));
const CUT_WORD = /(?<!\p{L})([бдп]|бат|див)-(?:он|[нк])[ауе]?(?!\p{L})/gu;
const CUT_WORDS: Readonly<Record<string, string>> = { б: 'батальон', д: 'дивизион', п: 'полк' };

type Item = { number: string; used: boolean } | (KindEntry & { guards: boolean; adjoining: boolean });

/**
 * The units named in a field, in its order, each once: «1075 сп 316 сд», «65-го стр. полка», «8 гв. сд», «п/п 1234»,
 * «эвакогоспиталь 1234/ЭГ», «скф 320 сд 44 А». Kinds without a number are left out, fronts excepted; so are companies
 * and what is smaller. Abbreviations are read as the loss reports of 1941–1945 use them. Nothing is thrown.
 */
export function readUnit(written: string): Unit[] {
  if (written === '') return [];
  const units: Unit[] = [];
  const items = itemsOf(written.slice(0, LONGEST).toLowerCase().replaceAll('ё', 'е'));
  const trailing = numbersTrail(items);
  for (const [index, item] of items.entries()) {
    if ('number' in item) continue;
    const number = numberFor(items, index, item, trailing);
    if (item.manner === 'passing' || (number === '' && item.manner !== 'front')) continue;
    const unit: Unit = { number, kind: item.kind, guards: item.guards };
    const key = unitKey(unit);
    if (!units.some((other) => unitKey(other) === key)) units.push(unit);
  }
  return units;
}

/** A short string that is equal for equal units: `gv-sd-8`, `fp-492`, `front-crimean`. */
export function unitKey({ number, kind, guards }: Unit): string {
  return `${guards ? 'gv-' : ''}${kind}${number === '' ? '' : `-${number}`}`;
}

/** The full name; `text` gives the message `unit.KIND` of the reader's language for its two values. */
export function unitText<Kind extends string>(
  unit: Unit & { kind: Kind },
  text: (kind: Kind, values: { number: string; guards: 'yes' | 'no' }) => string,
): string {
  return text(unit.kind, { number: unit.number, guards: unit.guards ? 'yes' : 'no' });
}

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  let words: string[] = [];
  let guards = false;
  const flush = () => {
    for (let at = 0; at < words.length; ) {
      const found = kindAt(words, at);
      if (words[at] === GUARDS) guards = true;
      if (found) {
        const { kind, manner } = found.entry;
        items.push({ kind, manner, guards: guards || found.guards, adjoining: at === 0 });
        guards = false;
      }
      at += found?.words ?? 1;
    }
    words = [];
  };
  for (const token of tokensOf(text.includes('-') ? text.replace(CUT_WORD, cutWord) : text)) {
    if (!isDigit(token.charCodeAt(0))) words.push(wordCode(token));
    else {
      flush();
      if (token.length < 7) items.push({ number: token, used: false });
    }
  }
  flush();
  return items;
}

/** Runs of digits and runs of letters, without the endings of numbers. By hand: this runs once a row, for millions of rows. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let ended = -1;
  for (let at = 0; at < text.length; ) {
    const start = at;
    const digits = isDigit(text.charCodeAt(at));
    if (digits) while (isDigit(text.charCodeAt(at))) at++;
    else while (isLetter(text.charCodeAt(at))) at++;
    if (at === start) {
      at++;
      continue;
    }
    const token = text.slice(start, at);
    const behind = ended >= 0 && (start === ended || (start === ended + 1 && text[ended] === '-'));
    if (digits || !behind || !ENDINGS.has(token)) tokens.push(token);
    ended = digits ? at : -1;
  }
  return tokens;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
/** Small Latin and Cyrillic letters, the Kazakh ones among them. */
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 0x430 && code <= 0x52f);

function cutWord(_: string, letter: string): string {
  return CUT_WORDS[letter.charAt(0)] ?? letter;
}

/** The kind that begins at a word, of as many words as make one. */
function kindAt(words: string[], at: number): { entry: KindEntry; words: number; guards: boolean } | null {
  for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count--) {
    const code = words.slice(at, at + count).join('');
    const entry = entryOf(code);
    if (entry) return { entry, words: count, guards: false };
    const guarded = (code.startsWith(GUARDS) || code.startsWith('гв')) && entryOf(code.slice(2));
    if (guarded) return { entry: guarded, words: count, guards: true };
  }
  return null;
}

/** A leading «отдельный» tells no kind apart: `от` is the word, `о` its first letter. */
function entryOf(code: string): KindEntry | undefined {
  const entry = KINDS.get(code);
  if (entry || !code.startsWith('о')) return entry;
  return (
    KINDS.get(code.slice(code.startsWith('от') ? 2 : 1)) ?? (code.length > 2 ? KINDS.get(code.slice(1)) : undefined)
  );
}

/** Whether numbers stand behind their kinds («сп 1075 сд 316»). */
function numbersTrail(items: Item[]): boolean {
  const [first, last] = [items.find((item) => 'number' in item || item.manner !== 'front'), items.at(-1)];
  return !!first && !('number' in first) && first.manner === 'unit' && !!last && 'number' in last;
}

function numberFor(items: Item[], index: number, item: KindEntry & { adjoining: boolean }, trailing: boolean): string {
  const [before, after, beyond] = [items[index - 1], items[index + 1], items[index + 2]];
  const previous = before && 'number' in before && !before.used ? before : null;
  const next = after && 'number' in after && !after.used ? after : null;
  const claimed = !!beyond && !('number' in beyond) && beyond.manner !== 'post';
  let chosen = previous;
  if (item.manner === 'front') chosen = NUMBERED_FRONTS.has(item.kind) && item.adjoining ? previous : null;
  else if (item.manner === 'post') chosen = next && !(previous && claimed) ? next : previous;
  else if (item.manner === 'hospital') chosen = previous ?? next;
  // A lone «а» is a conjunction unless it follows its number at once.
  else if (item.kind === 'army' && !item.adjoining) chosen = null;
  else if (item.manner === 'unit' && trailing) chosen = next;
  else if (item.manner === 'unit' && !previous && !claimed) chosen = next;
  if (!chosen) return '';
  chosen.used = true;
  return item.manner === 'post' ? chosen.number : chosen.number.replace(/^0+(?=\d)/, '');
}

const NUMBERED_FRONTS = new Set(['front-ukrainian', 'front-belorussian', 'front-baltic']);
