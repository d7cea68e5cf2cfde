// Names of which the source has a part only.

/**
 * `text`: what is known, without marks. `initial` one letter; `shortened` and `broken-end` the known beginning (cut by
 * the clerk; lost on the paper); `broken-start` the known end; `none` nothing, with an empty text.
 */
export type NamePart = {
  text: string;
  kind: 'full' | 'initial' | 'shortened' | 'broken-start' | 'broken-end' | 'none';
};

/** No name is longer (UTF-16 units); such a text is given back as it is. */
const LONGEST = 300;

const NONE: NamePart = { text: '', kind: 'none' };

const SAID_NONE =
  /^(?:б\/?[оифп]\.?|б\.\s?[оиф]\.?|без\s?(?:отч\p{L}*|имен\p{L}*|фам\p{L}*)\.?|нет(?:\s(?:данных|сведений|отчества))?|не\s?(?:указан|установлен|известн|разборчив|прочитан)[оаы]?\.?|не\s(?:указ|устан|изв|разб)\p{L}*\.?|неизв\.?|неизвестен|неразб\.?|нрзб\.?|отсутств\p{L}*|н\/[дуи]|белгісіз|жоқ|unbekannt|unleserlich|unknown|none|null)$/iu;
const REMARK = /\s*\((?:нрзб|неразб\p{L}*|так|sic)\.?\)|\s*\(\?\)$/giu;
const QUOTES = /^["«»„“”']+|["«»„“”']+$/g;
/** A gap: two dots and more, an ellipsis, stars, underlines, several question marks, a dash. */
const GAP = '(?:\\.{2,}|…|\\*+|_+|\\?{2,}|[-–—]+)';
const START = new RegExp(`^(?:${GAP}\\s*)+`);
const END = new RegExp(`(?:\\s*${GAP})+$`);
const INSIDE = /^(\p{L}+)\s*(?:\.{2,}|…|\*+|_+|\?{2,}|\(\?\))\s*\p{L}*/u;
const LETTERS_CUT = /^(\p{Lu}\p{L}{1,10})-(?:ч|ич|вич|на|вна|др|ий|ей|н)$/u;

/**
 * Reads «Т.» (initial), «Варфал.» (shortened), «...зулин» (its beginning lost), «Ку...» (its end lost); «-», «б/о», «нет»
 * and the like are none. A doubt («Кузьмин?») is left out of the text, another reading in brackets stays in it. Reading
 * the text again gives the same text. Nothing is thrown.
 */
export function readNamePart(written: string): NamePart {
  if (written === '') return NONE;
  if (written.length > LONGEST) return { text: written, kind: 'full' };
  let text = written.trim();
  if (/^\p{L}{2,}$/u.test(text)) return SAID_NONE.test(text) ? NONE : { text, kind: 'full' };
  text = text.replace(REMARK, '').replace(QUOTES, '').trim();
  if (!/\p{L}/u.test(text) || SAID_NONE.test(text)) return NONE;
  if (START.test(text)) return known(text.replace(START, '').replace(END, ''), 'broken-start');
  if (END.test(text)) return known(text.replace(END, ''), 'broken-end');
  const beginning = INSIDE.exec(text)?.[1] ?? '';
  if (beginning !== '') return known(beginning, 'broken-end');
  text = text.replace(/\?$/, '').trim();
  if (text !== written) return readNamePart(text);
  const letters = /^(\p{L})(?:\.\s?(?:\p{L}\.?)?)?$/u.exec(text)?.[1];
  if (letters) return { text: letters, kind: 'initial' };
  const cut = LETTERS_CUT.exec(text)?.[1];
  if (cut) return { text: cut, kind: 'shortened' };
  if (/\p{L}[.,]$/u.test(text)) return known(text, 'shortened');
  return { text, kind: 'full' };
}

/** What remains must itself be readable as a name, else nothing is known. */
function known(rest: string, kind: NamePart['kind']): NamePart {
  const text = rest.replace(/[^\p{L})]+$/u, '').replace(/^[^\p{L}(]+/u, '');
  return /\p{L}/u.test(text) && readNamePart(text).text === text ? { text, kind } : NONE;
}
