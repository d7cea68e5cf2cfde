import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedSpellings, fullName } from './names';

describe('folding', () => {
  it.each([
    ['ТАРАНЕНКО', 'тараненко'],
    ['Әбдіғали Құсайынұлы', 'абдигали кусаиынулы'],
    ['Ергөңүл һәм Ёлкин', 'ергонул хам елкин'],
    ['...зулин', 'зулин'],
    ['Кейдор.', 'кеидор'],
    ['к/з "Заря", 22/2', 'к з заря 22 2'],
    ['и\u0306', 'и'],
    ['%_\\', ''],
    ['', ''],
  ])('%s becomes %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it('of what is folded changes nothing, and nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text)).not.toMatch(/[%_\\]|^ | $| {2}/);
      }),
      { seed: 1941 },
    );
  });
});

it('spellings are words once each, each after a blank', () => {
  expect(foldedSpellings(['Сәрсенов', 'Ерғали', '', 'Сарсенов Ергали'])).toBe(' сарсенов ергали');
  expect(foldedSpellings([])).toBe(' ');
});

it('a full name leaves out what is not known', () => {
  expect(fullName({ surname: 'Иргашов', givenName: 'Тюмобай', patronymic: '' })).toBe('Иргашов Тюмобай');
});
