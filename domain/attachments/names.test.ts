import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestName } from './limits';
import { cleanName } from './names';

describe('the name of a file', () => {
  it.each([
    ['Әкем 1942.jpg', 'Әкем 1942.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\аже\\сурет.png', 'сурет.png'],
    ['сурет\0.jpg', 'сурет.jpg'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['..', ''],
    ['a\u200Bb\u2066c.pdf', 'abc.pdf'],
    ['бір\n\tекі .pdf', 'бірекі .pdf'],
    ['\uD800x.jpg', 'x.jpg'],
  ])('%j is shown as %j', (given, shown) => expect(cleanName(given)).toBe(shown));

  it('keeps its ending when it is too long', () => {
    const long = cleanName(`${'ұ'.repeat(300)}.jpeg`);
    expect(long).toHaveLength(longestName);
    expect(long.endsWith('ұ.jpeg')).toBe(true);
  });

  it('is plain text whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 190 })), (given) => {
        const name = cleanName(given);
        expect(name.length).toBeLessThanOrEqual(longestName);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\]/u);
        expect(cleanName(name)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});
