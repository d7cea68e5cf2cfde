// Next of kin as loss reports and prisoner cards name them: who, by what name, living where.

export type KinRelation = 'wife' | 'mother' | 'father' | 'brother' | 'sister' | 'son' | 'daughter' | 'other';

/** `names`: the parts of the name in the order written; `address`: the rest as written. */
export type Kin = { relation: KinRelation | null; names: string[]; address: string };

const WORDS: readonly (readonly [KinRelation, string])[] = [
  ['wife', 'жена|жены|жене|жену|женой|супруга|супруги|супруге|зайыбы|жұбайы|әйелі|ehefrau|frau'],
  ['mother', 'мать|матери|матерью|мама|анасы|шешесі|апасы|mutter'],
  ['father', 'отец|отца|отцу|отцом|әкесі|vater'],
  ['brother', 'брат|брата|брату|братом|ағасы|інісі|бауыры|bruder'],
  ['sister', 'сестра|сестры|сестре|сестру|әпкесі|қарындасы|сіңлісі|schwester'],
  ['son', 'сын|сына|сыну|ұлы|баласы|sohn'],
  ['daughter', 'дочь|дочери|дочка|қызы|tochter'],
  [
    'other',
    'тетя|тётя|тетка|дядя|дяде|бабушка|бабушке|дед|дедушка|дедушке|племянник|племянница|тесть|теща|тёща|свекровь|' +
      'сноха|мачеха|отчим|опекун|родственник|родственница|родители|родителям|знакомый|знакомая|муж|мужу|невеста|туысы|' +
      'атасы|әжесі|нағашысы|onkel|tante|eltern',
  ],
];

const RELATIONS: ReadonlyMap<string, KinRelation> = new Map(
  WORDS.flatMap(([relation, words]) => words.split('|').map((word): [string, KinRelation] => [word, relation])),
);
const RELATION = new RegExp(`(?<![\\p{L}-])(?:${[...RELATIONS.keys()].join('|')})(?![\\p{L}-])`, 'giu');

/** What says that there are none. */
const NO_KIN = /^(?:нет|не\s|неизв|холост|одинок|сирота|белгісіз|жоқ)/iu;
const LONGEST = 1000;
const MOST_PARTS = 4;

const LEADING = /^[\s:—–\-,.=()]+/;
const TRAILING = /[\s,;:(—–-]+$/;
/** What begins an address: a kind of place, a street, a word for living there, a number. */
const ADDRESS =
  /^(?:г|гор|город|с|село|д|дер|деревня|пос|поселок|ст|станица|х|хутор|аул|кишл\p{L}*|ул|улица|прож\p{L}*|адрес\p{L}*|живет|обл|область|р-н|район|край|колхоз|к-з|к\/з|совхоз|тұрады|мекенжай\p{L}*|ауыл\p{L}*|қала\p{L}*|п\/о|там|тот|по|в|из)(?![\p{L}/-])|^\d|^№|^"/iu;
/** A kind of place that stands behind its name. */
const BEHIND =
  /^(?:обл|область|р-н|район|рн|край|асср|сср|с\/с|с\.с|сельсовет|облысы|ауданы|ауылы|қаласы|к\/з)(?!\p{L})/iu;
const JOINED = /^(?:оглы|оғлы|кызы|қызы|улы|ұлы|угли|уулу|гызы)$/iu;
const NAME = /^\p{Lu}[\p{L}'’-]*\.?$|^(?:\p{Lu}\.){2,3}$/u;
const SPACES = /\s+/;

/**
 * The kin of a field, one entry a relation named: «жена Иванова Мария Петровна, Карагандинская обл.», «мать — Айша»,
 * «Иванова М.П. (жена)», «әкесі Құсайын». Without a word of relation there is one entry with a null relation. Names
 * end at a comma, an address or the fourth part; `қызы` and `ұлы` behind a name belong to it. Nothing is thrown; the
 * first 1,000 UTF-16 units are read.
 */
export function readKin(written: string): Kin[] {
  const text = written.slice(0, LONGEST).trim();
  if (!/\p{L}/u.test(text) || NO_KIN.test(text)) return [];
  const marks = [...text.matchAll(RELATION)].filter((mark) => !isPartOfName(text, mark));
  const first = marks[0];
  if (!first) return entry(null, text, '');
  const before = text.slice(0, first.index);
  // «Иванова М.П. (жена), адрес»: the name stands before the relation.
  const named = before.replace(TRAILING, '').replace(LEADING, '');
  return marks.flatMap((mark, index) => {
    const relation = RELATIONS.get(mark[0].toLowerCase()) ?? null;
    const rest = text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length);
    return entry(relation, rest, index === 0 && named !== '' ? named : '');
  });
}

/** «Мұрат қызы Айша», «Ержан ұлы»: behind a name these are its ending, unless the field begins with them. */
function isPartOfName(text: string, mark: RegExpExecArray): boolean {
  return JOINED.test(mark[0]) && /\p{Lu}[\p{L}-]*\s+$/u.test(text.slice(0, mark.index));
}

function entry(relation: KinRelation | null, written: string, named: string): Kin[] {
  const rest = written.replace(LEADING, '').replace(TRAILING, '');
  if (named !== '') {
    const { names, address } = split(named);
    if (names.length > 0) return [{ relation, names, address: [address, rest].filter(Boolean).join(', ') }];
  }
  if (NO_KIN.test(rest)) return [];
  const { names, address } = split(rest);
  if (relation === null && !/\p{Lu}/u.test(rest)) return [{ relation, names: [], address: rest }];
  return [{ relation, names, address }];
}

function split(text: string): { names: string[]; address: string } {
  const capitals = /\p{Lu}/u.test(text);
  const words = text.split(SPACES);
  const names: string[] = [];
  let taken = 0;
  for (const word of words) {
    const name = word.replace(/[,;()]+$/, '');
    if (JOINED.test(name) && names.length > 0) names.push(`${names.pop()} ${name}`);
    else if (names.length >= MOST_PARTS || !isName(name, capitals)) break;
    else names.push(...(/^(?:\p{Lu}\.){2,3}$/u.test(name) ? (name.match(/\p{Lu}\./gu) ?? []) : [name]));
    taken++;
    if (name !== word) break;
  }
  if (names.length > 0 && BEHIND.test(words[taken] ?? '') && !/[,;]$/.test(words[taken - 1] ?? '')) {
    names.pop();
    taken--;
  }
  return { names, address: words.slice(taken).join(' ').replace(LEADING, '').replace(TRAILING, '') };
}

function isName(word: string, capitals: boolean): boolean {
  if (ADDRESS.test(word) && !/^\p{Lu}\.?$|^(?:\p{Lu}\.)+$/u.test(word)) return false;
  return capitals ? NAME.test(word) : /^\p{L}[\p{L}'’-]*$/u.test(word);
}
