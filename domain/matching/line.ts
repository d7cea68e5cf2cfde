/** A whole line typed into one box: who is meant, and what else of a record it names. Pure; never throws. */
import { campNumbers } from '../archive/normalising/notes';
import { readUnit, unitKey } from '../archive/normalising/unit';
import { readRecordAddress } from '../archive/record-address';
import type { Gazetteer } from '../places/gazetteer';
import { sortWords } from './line-words';
import { inOrder, joined, type WrittenName } from './name-parts';
import { endsAsPatronymic } from './patronymic-words';
import { nobody, type Person } from './person';

export type LineFacts = {
  citation?: { fond: string; opis: string; delo: string };
  /** The words that name a camp or a prisoner's number, as typed. */
  camp?: string;
  unit?: string;
  /** The commissariat that called him up, as typed. */
  drafted?: string;
  /** Number of a document in its source. */
  document?: string;
};

/** Longer lines say nothing more (UTF-16 units). */
const longest = 300;

/**
 * Reads a line such as «Кусаинов Ахмет 1913 Каркаралинск», «Ахмет Құсайынұлы 1913 ж. Қарқаралы», «фонд 58 опись 18001 дело 1082»,
 * «310 сд», «1155934094» or the address of a record. Four digits from 1850 to 1930 are the year of birth. A word is a place when a
 * word such as обл or ауданы says so, or when two names stand before it and the gazetteer knows it or a comma or the year parts them.
 * @returns `person` with every text as typed; unit and commissariat stand in it as well as in `facts`
 */
export function readLine(text: string, gazetteer: Gazetteer): { person: Person; facts: LineFacts } {
  const facts: LineFacts = {};
  let rest = ` ${text
    .slice(0, longest)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')} `;
  const cut = (found: RegExpExecArray, put = ' ') => {
    rest = `${rest.slice(0, found.index)}${put}${rest.slice(found.index + found[0].length)}`;
  };
  takeDocument(rest, facts, cut);
  takeCitation(rest, facts, cut);
  takeCamp(rest, facts, cut);
  const birth = takeBirth(rest, cut);
  rest = takeUnits(rest, facts);
  takeCommissariat(rest, facts, cut);
  const { names, places } = sortWords(rest, gazetteer);
  const person: Person = {
    ...nobody,
    ...nameOf(joined(names.join(' '))),
    birth,
    birthPlace: places,
    unit: facts.unit ?? '',
    draftPlace: facts.drafted ?? '',
  };
  return { person, facts };
}

type Cut = (found: RegExpExecArray, put?: string) => void;

const address = /https?:\/\/\S+/i;
const longNumber = /(?<![\p{L}\d/.-])(?:№\s*|id\s*[=:]?\s*)?(\d{7,12})(?![\p{L}\d/-])/iu;

function takeDocument(rest: string, facts: LineFacts, cut: Cut): void {
  const link = address.exec(rest);
  if (link) {
    const known = readRecordAddress(link[0]);
    if (known) facts.document = known.number;
    cut(link);
    return;
  }
  const number = longNumber.exec(rest);
  if (!number || facts.document) return;
  facts.document = number[1] ?? '';
  cut(number);
}

const locator = '(\\p{L}{0,3}-?\\d[\\d\\p{L}/-]*)';
const citations = [
  new RegExp(
    `(?:ЦАМО\\p{L}*[,\\s]*)?(?<!\\p{L})(?:фонд|ф\\.|fond|f\\.|қор)\\s*№?\\s*${locator}[,;\\s]+(?:опись|оп\\.?|opis|op\\.?|тізімдеме|тізім)\\s*№?\\s*${locator}(?:[,;\\s]+(?:дело|д\\.?|delo|d\\.?|іс)\\s*№?\\s*${locator})?(?:[,;\\s]+(?:лист|л\\.|list|l\\.|парақ|п\\.)\\s*\\S+)?`,
    'iu',
  ),
  /(?:ЦАМО\p{L}*[,\s]*)?(?<!\p{L})(\d[\d/]*)-?\s*қор[,;\s]+(\d[\d/]*)-?\s*тізімдеме[,;\s]+(\d[\d/]*)-?\s*іс(?:[,;\s]+\d+-?\s*парақ)?(?!\p{L})/iu,
  /(?<![\p{L}\d.])(\d{1,5})\/(\d{1,8})\/(\d{1,6})(?![\p{L}\d/.])/u,
];

function takeCitation(rest: string, facts: LineFacts, cut: Cut): void {
  for (const pattern of citations) {
    const found = pattern.exec(rest);
    if (!found) continue;
    facts.citation = { fond: found[1] ?? '', opis: found[2] ?? '', delo: found[3] ?? '' };
    cut(found);
    return;
  }
}

const camp =
  /(?:лагер\p{L}*|л\/н|личн\p{L}*|шталаг|офлаг|дулаг|марлаг|stalag|oflag|dulag|marlag|erk\p{L}*\.?-?\p{L}*\.?|gefangenen\S*|kgf\.?-?nr\.?)[\s:№#.]*(?:(?:номер|нөмір\p{L}*|военнопленного|nr\.?|люфт|luft|[ivxхі]{1,5}|[a-kабвгдежсцнкхі]|№|\d{1,7}\s*[-/]?\s*[a-kабвг]?)(?![\p{L}\d])[\s:№.=/-]*){1,4}/iu;

function takeCamp(rest: string, facts: LineFacts, cut: Cut): void {
  const found = camp.exec(rest);
  if (!found) return;
  const said = inCampWords(found[0]);
  if (campNumbers(said).length === 0) return;
  facts.camp = said;
  cut(found);
}

/** What a camp or a prisoner's number is called in Kazakh, as the reader of camp numbers knows it. */
const inCampWords = (text: string): string =>
  text
    .replace(/лагерь\p{L}*|лагерлік/giu, 'лагерный')
    .replace(/нөмір\p{L}*/giu, 'номер')
    .replace(/\s+/g, ' ')
    .trim();

const born =
  /(?<![\p{L}\d])(?:(?:г(?:од)?\.?\s*р(?:ожд\p{L}*|од\p{L}*)?\.?|род(?:ился|\.)?|р\.|born|b\.|туған|туылған)\s*:?\s*)?((?:(?:\d{1,2}|__|\?\?)\.(?:\d{1,2}|__|\?\?)\.)?(?:18[5-9]\d|19[0-2]\d|1930))(?![\d\p{L}/])(?:\s*-?\s*(?:ж(?:ыл\p{L}*)?\.?(?:\s*т(?:\.|у\p{L}*))?|г(?:ода|од|\.)?\s*р(?:\.|ожд\p{L}*|од\p{L}*)?|года|год|г\.?|гг\.?|г\.р\.?)(?![\p{L}\d]))?(?:\s*туған\p{L}*)?/iu;
const about = /(?<!\p{L})(?:около|ок\.|примерно|шамамен|about|circa|ca?\.)\s*$/iu;

function takeBirth(rest: string, cut: Cut): string {
  const found = born.exec(rest);
  const unit = readUnit(/^\d{4}\s+\S+/.exec(rest.slice(found?.index).trimStart())?.[0] ?? '');
  if (!found || unit.some(({ number }) => number === found[1])) return '';
  const before = about.exec(rest.slice(0, found.index));
  cut(found, ' , ');
  if (!before) return found[1] ?? '';
  cut(before);
  return `${before[0].trim()} ${found[1]}`;
}

/** Units are looked for where a figure stands, and by themselves (fronts, field post): the fewest words that name one. */
function takeUnits(rest: string, facts: LineFacts): string {
  const words = rest.split(/\s+/).filter(Boolean);
  const units: string[] = [];
  const left: string[] = [];
  for (let at = 0; at < words.length; ) {
    const taken = unitWords(words, at);
    if (taken > 0) units.push(words.slice(at, at + taken).join(' '));
    else left.push(words[at] ?? '');
    at += Math.max(1, taken);
  }
  if (units.length > 0) facts.unit = units.join(' ').replace(/[\s,;]+$/, '');
  return left.join(' ');
}

const mostUnitWords = 4;

function unitWords(words: readonly string[], at: number): number {
  const keys = (to: number) => readUnit(words.slice(at, to).join(' ')).map(unitKey).join();
  for (let to = at + 1; to <= Math.min(words.length, at + mostUnitWords); to++) {
    const said = keys(to);
    if (said === '') continue;
    // It begins with a later word.
    if (
      to > at + 1 &&
      readUnit(words.slice(at + 1, to).join(' '))
        .map(unitKey)
        .join() === said
    )
      return 0;
    // «8 гв. сд» is more than «8 гв»: words that change the unit belong to it, words of the next one do not.
    return to < words.length && !/\d/.test(words[to] ?? '') && keys(to + 1) !== said ? to + 1 - at : to - at;
  }
  return 0;
}

const commissariat =
  /(?<![\p{L}-])((?:[\p{L}-]{3,}\s+){1,2}?)((?:р|г|о|обл)вк|(?:районн\p{L}*|городск\p{L}*|областн\p{L}*)?\s*(?:военкомат\p{L}*|военн\p{L}*\s+комиссариат\p{L}*)|(?:аудандық|қалалық|облыстық)?\s*әскери\s+комиссариат\p{L}*|[агқ]әк|(?:r|g)vk)(?![\p{L}])/iu;

function takeCommissariat(rest: string, facts: LineFacts, cut: Cut): void {
  const found = commissariat.exec(rest);
  if (!found) return;
  facts.drafted = found[0].replace(/\s+/g, ' ').trim();
  cut(found, ' , ');
}

/** The words as parts of a name. Initials begin a name without its surname, or stand before it. */
function nameOf(words: string[]): WrittenName {
  const [first = '', second = '', third = ''] = words;
  const isInitial = /^\p{L}\.?$/u.test(first);
  if (isInitial && words.length === 2 && !endsAsPatronymic(second))
    return second.endsWith('.')
      ? { surname: '', givenName: first, patronymic: second }
      : { surname: second, givenName: first, patronymic: '' };
  if (isInitial && words.length === 3) return { surname: third, givenName: first, patronymic: second };
  return inOrder(words);
}
