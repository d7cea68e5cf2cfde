import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';

type Messages = { [key: string]: string | Messages };
type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Kinds of parts, as the parser numbers them. */
const TYPE = { literal: 0, plural: 6, pound: 7 } as const;

const flat = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

/** Arguments with their types, the names of forms, tags and addresses. */
const syntax = /\{\s*\w+\s*(?:,\s*\w+\s*)?[,}]|\w+\s*(?=\{)|<[^>]*>|https?:\S+|\S+@\S+/g;

/** Names that are written in Latin letters in every language. */
const sameEverywhere = new Set([
  'Izdeu',
  // A place in a pattern of numbers.
  'yyyy',
  'English',
  'Excel',
  'JSON',
  'GeoJSON',
  'GEDCOM',
  'XLSX',
  'JPEG',
  'WebP',
  'TIFF',
  'Word',
  'WhatsApp',
  'HEIC',
  'Unicode',
  // Whose lines the map is drawn from.
  'Natural',
  'Earth',
]);

/** Texts that quote a command, or the column names of a file. */
const saysCode = /^(?:imports\.upload\.(?:command|formats\.)|errors\.(?:database|restore|batch)\.)/;

/**
 * What a text shows of what it is given, and its tags, also inside plurals and choices. A number that only picks a form is
 * not shown: Kazakh has one form for all.
 */
function shows(ast: Ast, counted?: string, found = new Set<string>()): string[] {
  for (const part of ast) {
    if (part.type === TYPE.pound && counted) found.add(counted);
    if (part.type !== TYPE.literal && part.type !== TYPE.pound && part.type !== TYPE.plural) found.add(part.value);
    if ('options' in part)
      for (const option of Object.values(part.options))
        shows(option.value, part.type === TYPE.plural ? part.value : counted, found);
    if ('children' in part) shows(part.children, counted, found);
  }
  return [...found].sort();
}

const texts = { kk: new Map(flat(kk)), ru: new Map(flat(ru)), en: new Map(flat(en)) };
const languages = Object.keys(texts) as (keyof typeof texts)[];

describe('the three languages', () => {
  it('say the same things', () => {
    expect(texts.en.size).toBeGreaterThan(0);
    for (const language of languages) expect([...texts[language].keys()].sort()).toEqual([...texts.en.keys()].sort());
  });

  it('read without a mistake and are given the same values', () => {
    const differing = [...texts.en.keys()].filter((key) => {
      const wanted = languages.map((language) =>
        shows(new IntlMessageFormat(texts[language].get(key) ?? '', language).getAst()).join(),
      );
      return new Set(wanted).size > 1;
    });
    expect(differing).toEqual([]);
  });

  it('are three: nothing was left in English', () => {
    const left = (['kk', 'ru'] as const).flatMap((language) =>
      [...texts[language]].flatMap(([key, text]) =>
        ((saysCode.test(key) ? '' : text).replace(syntax, ' ').match(/[a-z]{4,}/gi) ?? [])
          .filter((word) => !sameEverywhere.has(word))
          .map((word) => `${language} ${key}: ${word}`),
      ),
    );
    expect(left).toEqual([]);
  });

  it('write Kazakh with its own letters', () => {
    const letters = [...texts.kk.values()].join('').match(/\p{Script=Cyrillic}/gu) ?? [];
    const own = letters.filter((letter) => /[әғқңөұүһі]/i.test(letter));
    expect(own.length / letters.length).toBeGreaterThan(0.1);
  });
});
