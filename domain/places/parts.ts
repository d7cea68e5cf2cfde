/** A place as somebody wrote it, cut into names and what each is said to be. Pure. */
import { oneScript } from './fold';
import { isEmpty, type Level, longQuarter, placeWord, spelledOut } from './words';

/** The words of one name in small letters, as written otherwise; `level` null where no word says what it is. */
export type Part = { words: readonly string[]; level: Level | null };

const token = /[\p{L}\p{M}\d’'ʼ`-]+(?:\/\p{L}(?![\p{L}]))?|[,;:()\n]/gu;
const longest = 500;

/**
 * Cuts a written place into parts, in the order written. Only the first 500 characters are read.
 * @param isName whether words name a known place of a level: decides how many words before a type word belong to it
 */
export function partsOf(written: string, isName: (words: readonly string[], level: Level) => boolean): Part[] {
  const parts: Part[] = [];
  let words: string[] = [];
  let pending: Level | null = null;
  const flush = () => {
    if (words.length > 0) parts.push({ words, level: pending });
    words = [];
    pending = null;
  };
  const tokens = tokensOf(written);
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i] ?? '';
    if (/^[,;:()\n]$/.test(word)) {
      flush();
      continue;
    }
    const said = placeWord(word);
    if (!said) {
      words.push(word);
      continue;
    }
    const takesBefore = said.side !== 'before' && words.length > 0;
    if (takesBefore && !(pending && words.length === 1 && startsName(tokens[i + 1]))) {
      const own = pending && words.length === 1 ? 1 : ownWords(words, said.level, pending !== null, isName);
      const rest = words.slice(0, words.length - own);
      if (rest.length > 0) parts.push({ words: rest, level: pending });
      parts.push({ words: words.slice(words.length - own), level: said.level });
      words = [];
      pending = null;
    } else {
      flush();
      pending = said.level;
    }
  }
  flush();
  return parts;
}

const startsName = (next: string | undefined) => next !== undefined && !/^[,;:()\n]$/.test(next) && !placeWord(next);

function tokensOf(written: string): string[] {
  const found: string[] = [];
  let skipNext = false;
  const lower = written.slice(0, longest).toLowerCase().normalize('NFC');
  for (const [raw] of lower.matchAll(token)) {
    const word = oneScript(raw.replace(/^['’ʼ`-]+|['’ʼ`-]+$/g, ''));
    if (word === '') continue;
    if (skipNext && /^(?:округ|совет|әкімш|окр)/.test(word)) continue;
    skipNext = /^(?:сельск|аульн|поселков|станичн|ауылдық|кенттік)/.test(word);
    const long = spelledOut(word);
    if (long) found.push(...long.split(' '));
    else if (!isEmpty(word)) found.push(longQuarter(word));
  }
  return found;
}

/** How many of the last words the type word after them speaks of: the longest known name, else one. */
function ownWords(
  words: readonly string[],
  level: Level,
  keepFirst: boolean,
  isName: (words: readonly string[], level: Level) => boolean,
): number {
  const most = Math.min(4, words.length - (keepFirst ? 1 : 0));
  for (let n = most; n > 1; n--) if (isName(words.slice(words.length - n), level)) return n;
  return 1;
}
