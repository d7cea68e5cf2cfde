// What the notes of a record say under labels in brackets, `[МЕСТО_ВЫБЫТИЯ] Крымская АССР`, and numbers of camps.
import type { MappedRecord } from '../reading/formats';

type Filled = Exclude<keyof MappedRecord, 'citation' | 'notes' | 'url' | 'sourceRecordId'>;

/** The labels known of the loss database's card list, and the column each stands in for; null for remarks on the row. */
export const noteLabels: Readonly<Record<string, Filled | null>> = {
  ВНИМАНИЕ: null,
  НЕПОЛНАЯ_ФАМИЛИЯ: 'surname',
  НЕПОЛНОЕ_ИМЯ: 'givenName',
  НЕПОЛНОЕ_ОТЧЕСТВО: 'patronymic',
  МЕСТО_ВЫБЫТИЯ: 'lossPlace',
  ДАТА_ВЫБЫТИЯ: 'lossDate',
  ПРИЧИНА_ВЫБЫТИЯ: 'fate',
  МЕСТО_РОЖДЕНИЯ: 'birthPlace',
  ДАТА_РОЖДЕНИЯ: 'birth',
  МЕСТО_ПРИЗЫВА: 'draftPlace',
  ДАТА_ПРИЗЫВА: 'draftDate',
  МЕСТО_ЖИТЕЛЬСТВА: 'residence',
  МЕСТО_СЛУЖБЫ: 'unit',
  ВОИНСКАЯ_ЧАСТЬ: 'unit',
  ВОИНСКОЕ_ЗВАНИЕ: 'rank',
  РОДСТВЕННИКИ: 'kin',
  ГОСПИТАЛЬ: 'hospital',
  ПЛЕН: 'captivity',
  ЛАГЕРЬ: 'captivity',
  МЕСТО_ЗАХОРОНЕНИЯ: 'primaryBurial',
};

const COLUMNS: ReadonlyMap<string, Filled | null> = new Map(Object.entries(noteLabels));

const LONGEST = 10_000;
const LABELLED = /\[\s*(\p{Lu}[\p{Lu}\d_ /-]{1,59})\]([^[]*)/gu;
const BLANKS = /[\s_]+/g;
const SPACES = /\s+/;

/**
 * The labels of a note with what stands behind each, known or not; blanks in a label are `_`, quotation marks around a
 * value are left out, and a label that comes again adds to the first, parted by `; `.
 */
export function labelledNotes(notes: string): Record<string, string> {
  const found = new Map<string, string>();
  if (!notes.includes('[')) return {};
  for (const [, label = '', text = ''] of notes.slice(0, LONGEST).matchAll(LABELLED)) {
    const key = label.trim().replace(BLANKS, '_');
    const value = text
      .trim()
      .replace(/^["«](.*)["»]$/su, '$1')
      .trim();
    const before = found.get(key);
    found.set(key, before && value ? `${before}; ${value}` : before || value);
  }
  return Object.fromEntries(found);
}

/** The record with those of its empty columns filled that its notes have under a label; the same object if there are none. */
export function withNotes(record: MappedRecord): MappedRecord {
  if (!record.notes.includes('[')) return record;
  let filled: MappedRecord | null = null;
  for (const [label, value] of Object.entries(labelledNotes(record.notes))) {
    const column = COLUMNS.get(label);
    if (!column || value === '' || (filled ?? record)[column].trim() !== '') continue;
    filled ??= { ...record };
    filled[column] = value;
  }
  return filled ?? record;
}

const NUMBER =
  /(?:лаг(?:ерн\p{L}*|\.)?\s*(?:номер|№|n|#)|л\/н|личн\p{L}*\s+номер\s+военнопл\p{L}*|номер\s+(?:военнопл\p{L}*|карт\p{L}*)|перс\p{L}*\.?\s*карт\p{L}*\s*(?:№|номер)|gefangenen-?n(?:umme)?r\.?|erk(?:ennungs)?\p{L}*\.?-?(?:marke|n(?:umme)?r)\.?(?:\s*n(?:umme)?r\.?)?|kgf\.?-?nr\.?)\s*[:=.№-]*\s*(\d{1,7})(?!\d)/giu;
const CAMP =
  /(?<!\p{L})((?:шталаг|stalag)(?:\s+(?:люфт|luft))?|офлаг|дулаг|марлаг|oflag|dulag|marlag)\s*[:№.-]*\s*((?:[ivxхі]{1,5}|\d{1,3})(?:\s*[-/]?\s*[a-kабвгдежсцнкхі](?![\p{L}\d]))?)(?:\s*[/(,]\s*(\d{1,3})(?!\d))?(?:\s*[/(]\s*([ivxхі]{1,5}\s*[-/]?\s*[a-kабвгдежсцнкхі])(?![\p{L}\d]))?/giu;
const CAMPS: Readonly<Record<string, string>> = {
  шталаг: 'stalag',
  офлаг: 'oflag',
  дулаг: 'dulag',
  марлаг: 'marlag',
};
/** Letters as translators and typists put them for the German ones; Н and В are taken for the Latin letters they look like. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'b',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'g',
  с: 'c',
  ц: 'c',
  н: 'h',
  к: 'k',
  х: 'x',
  і: 'i',
};
const ROMANS = ' i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'.split(' ');

/**
 * Camps and prisoners' numbers in a text, each once, in one spelling: «Stalag VIII B / 318» is `stalag-viii-b` and
 * `stalag-318`, «шталаг 8Б» is `stalag-viii-b`, «лагерный номер 12345» is `number-12345`. Of 10,000 UTF-16 units.
 */
export function campNumbers(text: string): string[] {
  const head = text.slice(0, LONGEST);
  const found = new Set<string>();
  if (!/\d|лаг|lag/i.test(head)) return [];
  for (const [, camp = '', ...numbers] of head.matchAll(CAMP)) {
    const [word = '', luft] = camp.toLowerCase().split(SPACES);
    const name = (CAMPS[word] ?? word) + (luft ? '-luft' : '');
    for (const number of numbers) if (number) found.add(`${name}-${campNumber(number)}`);
  }
  for (const [, number = ''] of head.matchAll(NUMBER)) found.add(`number-${number.replace(/^0+(?=\d)/, '')}`);
  return [...found];
}

function campNumber(written: string): string {
  const latin = written.toLowerCase().replace(/[а-яі]/g, (letter) => LATIN[letter] ?? letter);
  const [, number = '', letter] = /^(\d+|[ivx]+)[\s/-]*([a-k])?$/.exec(latin) ?? [];
  if (letter === undefined) return number;
  return `${ROMANS[Number(number)] ?? number}-${letter}`;
}
