import { describe, expect, test } from 'vitest';
import { citationOf } from './citation';

describe('a citation', () => {
  test('names the parts that are there and no archive that is not', () => {
    expect(citationOf('', '58', '18003', '1082', '')).toBe('ф. 58, оп. 18003, д. 1082');
    expect(citationOf('ЦАМО', '58', '818883', '1304', '12')).toBe('ЦАМО, ф. 58, оп. 818883, д. 1304, л. 12');
    expect(citationOf('', '', '1948', '22/2', '')).toBe('оп. 1948, д. 22/2');
    expect(citationOf('', '', '', '', '')).toBe('');
  });

  test('leaves words and labelled parts as they stand', () => {
    const office = 'Отдел по Волховскому и Киришскому районам';
    expect(citationOf('', office, '', '10000947', '')).toBe(`${office}, д. 10000947`);
    expect(citationOf('', 'А-71693', '2', '5', 'Л. 15об.')).toBe('ф. А-71693, оп. 2, д. 5, Л. 15об.');
  });
});
