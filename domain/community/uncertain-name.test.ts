/** Patterns of uncertain letters: what they fit, what they do not, and that knowing less never says more. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamePart } from '../matching/sound/base';
import {
  certainLetters,
  isUncertain,
  leastFit,
  patternLikeness,
  patternOf,
  readPattern,
  toldShare,
} from './uncertain-name';

const likeness = (written: string, name: string, part: NamePart = 'surname'): number => {
  const pattern = patternOf(written, part);
  return pattern ? patternLikeness(pattern, name, part) : 0;
};

const names = [
  ...['Құсайынов', 'Кусаинов', 'Хусаинов', 'Жұмабаев', 'Джумабаев', 'Шоқайұлы', 'Әбдірахманов', 'Өтегенов', 'Щербаков'],
  ...['Соловьёв', 'Яковлев', 'Ілияс', 'Апканеев', 'Цой', 'Ким', 'Мұхамеджанов', 'Kussainov', 'Schaqypow', 'Ысқақ'],
] as const;
const aName = fc.constantFrom(...names);

/** A name with some of its letters hidden: by `?`, by a choice that holds the letter, or a part torn off as a whole. */
const aHiddenName = fc
  .tuple(aName, fc.array(fc.constantFrom('keep', 'keep', 'any', 'one-of'), { minLength: 20, maxLength: 20 }))
  .map(([name, ways]) => ({ name, ways, written: hidden(name, ways) }));

const hidden = (name: string, ways: readonly string[]): string =>
  [...name]
    .map((letter, at) => (ways[at] === 'any' ? '?' : ways[at] === 'one-of' ? `[${letter.toLowerCase()}ж]` : letter))
    .join('');

describe('a pattern', () => {
  it.each([
    ['Кус?инов', 'Кусаинов'],
    ['Кус?инов', 'Құсайынов'],
    ['[КХ]усаинов', 'Хусаинов'],
    ['Кус[аои]ин…', 'Құсайынұлы'],
    ['…саинов', 'Құсайынов'],
    ['Д?умабаев', 'Жұмабаев'],
    ['Жум...ев', 'Джумабаев'],
    ['Солов?ёв', 'Соловьев'],
    ['Kus?ainov', 'Құсайынов'],
    ['Schaq?pow', 'Шақыпов'],
    ['?бдрахманов', 'Әбдірахманов'],
    ['Апк[ао]неев', 'Апканеев'],
  ])('%s fits %s', (written, name) => {
    expect(likeness(written, name)).toBeGreaterThanOrEqual(leastFit);
  });

  it.each([
    ['Кус?инов', 'Касымов'],
    ['[КХ]усаинов', 'Рысаинов'],
    ['…саинов', 'Ахметов'],
    ['Жум…', 'Серік'],
    ['Ка?ымов', 'Кусаинов'],
    ['?', 'Ахметов'],
    ['…', 'Ахметов'],
    ['[]', 'Ахметов'],
  ])('%s does not fit %s', (written, name) => {
    expect(likeness(written, name)).toBeLessThan(leastFit);
  });

  it('reads its marks, an open bracket and a row of gaps among them', () => {
    expect(readPattern('А?[бв]…..г[д')).toEqual([
      { is: 'letter', letter: 'а' },
      { is: 'any' },
      { is: 'one-of', letters: ['б', 'в'] },
      { is: 'gap' },
      { is: 'letter', letter: 'г' },
      { is: 'letter', letter: 'д' },
    ]);
    expect(['Ким', 'К?м', '[КГ]им', 'Ки…', 'Ки..', 'Т.'].map(isUncertain)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('made from a name by hiding letters fits it in full', () => {
    fc.assert(
      fc.property(aHiddenName, ({ name, written }) => {
        fc.pre(patternOf(written, 'surname') !== null);
        expect(likeness(written, name)).toBe(1);
      }),
    );
  });

  it('made from a name by tearing a part off fits it in full', () => {
    fc.assert(
      fc.property(aName, fc.nat(8), fc.nat(8), (name, from, length) => {
        const letters = [...name];
        const written = [...letters.slice(0, from), '…', ...letters.slice(from + length)].join('');
        fc.pre(patternOf(written, 'surname') !== null);
        expect(likeness(written, name)).toBe(1);
      }),
    );
  });

  it('tells no more, and fits no worse, when one more letter is hidden', () => {
    fc.assert(
      fc.property(aHiddenName, aName, fc.nat(19), ({ name, ways, written }, other, at) => {
        const more = hidden(name, ways.with(at, 'any'));
        fc.pre(patternOf(more, 'surname') !== null);
        expect(certainLetters(more)).toBeLessThanOrEqual(certainLetters(written));
        expect(toldShare(more, other)).toBeLessThanOrEqual(toldShare(written, other));
        expect(toldShare(written, other)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('comes out between nothing and the same for whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Абв?[]….жқs(- ') }), fc.string(), (written, name) => {
        const found = likeness(written, name);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(toldShare(written, name)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
