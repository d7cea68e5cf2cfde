import { describe, expect, it } from 'vitest';
import { linesText, type Name, nameIn, nameNow, readLines, yearsText } from './naming';

const names: Name[] = [
  { name: 'Акмолинск', language: 'ru', from: 1832, to: 1961 },
  { name: 'Целиноград', language: 'ru', from: 1961, to: 1992 },
  { name: 'Астана', language: 'ru', from: 1998, to: null },
  { name: 'Ақмола', language: 'kk', from: null, to: 1961 },
  { name: 'Кюстрин', language: 'other', from: null, to: 1945 },
];

describe('a name', () => {
  it('is that of the year, in the language or the nearest', () => {
    expect(nameIn(names, 'ru', 1941)).toBe('Акмолинск');
    expect(nameIn(names, 'ru', 1970)).toBe('Целиноград');
    expect(nameIn(names, 'kk', 1941)).toBe('Ақмола');
    expect(nameNow(names, 'kk')).toBe('Астана');
    expect(nameNow(names, 'en')).toBe('Астана');
    expect(nameNow([], 'en')).toBe('');
    expect(nameNow(names.slice(0, 2), 'ru')).toBe('Целиноград');
  });
});

describe('lines of names', () => {
  it.each([
    ['Целиноград 1961–1992', { text: 'Целиноград', from: 1961, to: 1992 }],
    ['Целиноград, 1961 - 1992', { text: 'Целиноград', from: 1961, to: 1992 }],
    ['Целиноград (1961—1992)', { text: 'Целиноград', from: 1961, to: 1992 }],
    ['Астана 2022–', { text: 'Астана', from: 2022, to: null }],
    ['Ак-Мечеть –1853', { text: 'Ак-Мечеть', from: null, to: 1853 }],
    ['Кёнигсбергская область 1946', { text: 'Кёнигсбергская область', from: 1946, to: 1946 }],
    ['Семипалатинск-21', { text: 'Семипалатинск-21', from: null, to: null }],
    ['108 Карагандинская область 1932–', { text: '108 Карагандинская область', from: 1932, to: null }],
  ])('%s', (line, read) => {
    expect(readLines(line, 'namesRu')).toEqual([read]);
    expect(readLines(linesText([read]), 'namesRu')).toEqual([read]);
  });

  it.each(['Астана 1992–1961', 'Астана 3022–', '1961–1992', 'а'.repeat(201)])('refuse %s', (line) => {
    expect(() => readLines(line, 'namesRu')).toThrow('input.invalid');
  });

  it('show open ends open', () => {
    expect(yearsText({ from: null, to: 1961 })).toBe('–1961');
    expect(yearsText({ from: null, to: null })).toBe('');
  });
});
