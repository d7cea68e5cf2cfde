import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NamePart, readNamePart } from './short-name';

describe('a part of a name', () => {
  it.each<[string, string, NamePart['kind']]>([
    ['Иван', 'Иван', 'full'],
    ['Ахмет-оглы', 'Ахмет-оглы', 'full'],
    ['Неизвестный', 'Неизвестный', 'full'],
    ['Кузьмин?', 'Кузьмин', 'full'],
    ['Кузьмин (?)', 'Кузьмин', 'full'],
    ['Кузьмин (Козьмин)', 'Кузьмин (Козьмин)', 'full'],
    ['Т.', 'Т', 'initial'],
    ['т', 'т', 'initial'],
    ['Варфал.', 'Варфал', 'shortened'],
    ['Кейдор.', 'Кейдор', 'shortened'],
    ['Ив-ч', 'Ив', 'shortened'],
    ['...зулин', 'зулин', 'broken-start'],
    ['"...зулин"', 'зулин', 'broken-start'],
    ['…зулин', 'зулин', 'broken-start'],
    ['-зулин', 'зулин', 'broken-start'],
    ['Ку...', 'Ку', 'broken-end'],
    ['Ку…', 'Ку', 'broken-end'],
    ['Ку-', 'Ку', 'broken-end'],
    ['Ку(?)ов', 'Ку', 'broken-end'],
    ['Ку...ов', 'Ку', 'broken-end'],
    ...[
      '',
      ' ',
      '-',
      '—',
      '?',
      '...',
      '***',
      'б/о',
      'Б/О',
      'б. о.',
      'нет',
      'не указано',
      'неизв.',
      '(нрзб)',
      'н/д',
      'жоқ',
    ].map((written): [string, string, 'none'] => [written, '', 'none']),
  ])('%s', (written, text, kind) => {
    expect(readNamePart(written)).toEqual({ text, kind });
  });

  it('keeps its text when read again, and never throws', () => {
    const piece = fc.constantFrom('К', 'у', 'зулин', '.', '...', '…', '-', '?', '(', ')', '"', ' ', 'б/о', '(?)', '*');
    const written = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(written, (text) => {
        const part = readNamePart(text);
        expect(readNamePart(part.text).text).toBe(part.text);
        expect(part.text === '').toBe(part.kind === 'none');
      }),
      { numRuns: 2000 },
    );
  });
});
