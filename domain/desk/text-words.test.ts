import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/any-text';
import { askedWords, indexedWords, isFoundIn, matchOf, snippet } from './text-words';

const isFound = (text: string, asked: string, names: string[] = []) =>
  isFoundIn(askedWords(asked), indexedWords(names, [text, ...names]));

describe('words', () => {
  it.each([
    ['Госпиталь № 2874, Ржев', 'госпит', true],
    ['Госпиталь № 2874, Ржев', '2874 ржев', true],
    ['Госпиталь № 2874, Ржев', '287', false],
    ['Госпиталь № 2874, Ржев', 'оспит', false],
    ['Қызылорда облысы', 'кызылорд', true],
    ['Кызыл-Ординская область', 'қызыл', true],
    ['Погиб у д. Ёлкино', 'елкино', true],
    ['письмо сыну', 'сын', true],
    ['л. 43', 'л 43', true],
    ['лист 43', 'л 43', false],
  ])('%s, asked for %s: %s', (text, asked, found) => {
    expect(isFound(text, asked)).toBe(found);
  });

  it('of a name are found by any part of three letters', () => {
    expect(isFound('', 'лимж', ['Әлімжан'])).toBe(true);
    expect(isFound('', 'жан', ['Әлімжан'])).toBe(true);
    expect(isFound('', 'ан', ['Әлімжан'])).toBe(false);
  });

  it('whatever is typed, nothing but quoted letters and digits reaches the engine', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        expect(matchOf(askedWords(text))).toMatch(/^(?:"[\p{L}\p{N}]+"\*?(?: AND (?=")|$))*$/u);
      }),
    );
  });

  it('a text is found by each of its own first words', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        const asked = text.slice(0, 60);
        const words = askedWords(asked).filter(({ word }) => word.length < 40);
        expect(isFoundIn(words, indexedWords([], [asked]))).toBe(true);
      }),
    );
  });
});

describe('a snippet', () => {
  const marked = (asked: string, text: string) =>
    snippet(askedWords(asked), text)
      ?.map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
      .join('');

  it('marks every word that was asked for, as it is written', () => {
    expect(marked('елкино погиб', 'Погиб у д. Ёлкино,\nзахоронен в д. Ёлкино.')).toBe(
      '[Погиб] у д. [Ёлкино], захоронен в д. [Ёлкино].',
    );
    expect(marked('ржев', 'ничего')).toBeUndefined();
  });

  it('of a long text shows whole words around the first find', () => {
    const long = `${'слово '.repeat(50)}госпиталь ${'дальше '.repeat(50)}`;
    const shown = marked('госпит', long) ?? '';
    expect(shown).toMatch(/^… (слово )+\[госпиталь\]( дальше)+ …$/);
    expect(shown.length).toBeLessThan(230);
  });

  it('is the text itself, cut at words, for any text', () => {
    fc.assert(
      fc.property(anyText(200), fc.nat(20), (text, n) => {
        const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
        const word = [...plain.matchAll(/[\p{L}\p{N}]+/gu)][n]?.[0] ?? '';
        const pieces = snippet(askedWords(word), text);
        if (!pieces) return;
        const shown = pieces.map((piece) => piece.text).join('');
        expect(plain).toContain(shown.replace(/^… /, '').replace(/ …$/, ''));
        expect(pieces.some((piece) => piece.hit)).toBe(true);
      }),
    );
  });
});
