import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BROKEN_CHARACTERS, createDecoder } from './encoding';
import { encoded } from './testing';

const text = 'surname,note\r\nАққозиев,"Өтепберген – № 5 «Заря» 𐰴"\r\nЁлкин,ё\r\n';
const russian = 'surname;note\r\nЁлкин;с. Пётровка – № 5 «Заря»\r\nФёдоров;Сёмин\r\n';

function decoded(bytes: Buffer, cuts: number[] = [], sample = bytes) {
  const decoder = createDecoder(sample);
  let all = '';
  let suspect = false;
  const take = (part: { text: string; suspect: boolean }) => {
    all += part.text;
    suspect ||= part.suspect;
  };
  let from = 0;
  for (const cut of [...new Set(cuts.map((at) => at % (bytes.length + 1)))].sort((a, b) => a - b)) {
    take(decoder.write(bytes.subarray(from, cut)));
    from = cut;
  }
  take(decoder.write(bytes.subarray(from)));
  take(decoder.end());
  return { encoding: decoder.encoding(), text: all, suspect };
}

describe('a file without broken characters', () => {
  const cases: [string, Buffer, string, string][] = [
    ['UTF-8', Buffer.from(text), 'utf-8', text],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8', text],
    ['UTF-16LE with a mark', encoded(`\ufeff${text}`, 'utf-16le'), 'utf-16le', text],
    ['UTF-16BE with a mark', encoded(`\ufeff${text}`, 'utf-16be'), 'utf-16be', text],
    ['UTF-16LE without one', encoded(text, 'utf-16le'), 'utf-16le', text],
    ['UTF-16BE without one', encoded(text, 'utf-16be'), 'utf-16be', text],
    ['windows-1251', encoded(russian, 'windows-1251'), 'windows-1251', russian],
  ];

  test.each(cases)('in %s is read whole, wherever the chunks are cut', (_name, bytes, encoding, expected) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (cuts) => {
        const result = decoded(bytes, cuts);
        expect(result).toMatchObject({ encoding, text: expected });
        // A pair of UTF-16 units cut in two is looked at closely, that is all.
        if (encoding !== 'utf-16le' && encoding !== 'utf-16be') expect(result.suspect).toBe(false);
      }),
    );
  });

  test('keeps a replacement character that stands in the file itself', () => {
    expect(decoded(Buffer.from('Ива\ufffdов'))).toEqual({ encoding: 'utf-8', text: 'Ива\ufffdов', suspect: false });
  });

  test('in windows-1251 is known also when Cyrillic begins after the sample', () => {
    const ascii = 'a,b\n'.repeat(100);
    const bytes = encoded(ascii + russian, 'windows-1251');
    for (let cut = ascii.length; cut <= bytes.length; cut++) {
      const result = decoded(bytes, [ascii.length, cut], bytes.subarray(0, 64));
      expect(result).toMatchObject({ encoding: 'windows-1251', text: ascii + russian });
    }
  });
});

describe('broken characters', () => {
  const bad: [string, Buffer][] = [
    ['a lone continuation', Buffer.from([0x80])],
    ['a lead alone', Buffer.from([0xd0])],
    ['an overlong form', Buffer.from([0xc0, 0xaf])],
    ['an overlong form of three', Buffer.from([0xe0, 0x80, 0xaf])],
    ['half of a pair', Buffer.from([0xed, 0xa0, 0x80])],
    ['beyond Unicode', Buffer.from([0xf4, 0x90, 0x80, 0x80])],
    ['no UTF-8 byte', Buffer.from([0xff])],
  ];

  test.each(bad)('are marked and cost nothing around them: %s', (_name, bytes) => {
    const whole = Buffer.concat([Buffer.from('Иванов,'), bytes, Buffer.from(',Петров')]);
    for (let cut = 0; cut <= whole.length; cut++) {
      const result = decoded(whole, [cut]);
      expect(result.suspect).toBe(true);
      expect(result.text.replace(BROKEN_CHARACTERS, '?').replace(/\?+/, '?')).toBe('Иванов,?,Петров');
    }
  });

  test('are marked at the end of a file that was cut', () => {
    for (const bytes of [Buffer.from('Иванов').subarray(0, -1), encoded('\ufeffИванов', 'utf-16le').subarray(0, -1)]) {
      const result = decoded(bytes);
      expect(result.suspect).toBe(true);
      expect(result.text.replace(BROKEN_CHARACTERS, '?')).toBe('Ивано?');
    }
  });

  test('in any bytes at all never throw and agree with the platform on what is valid', () => {
    const unit = fc.constantFrom(0x61, 0xd0, 0x98, 0xe2, 0x84, 0x96, 0xf0, 0x9f, 0xed, 0xa0, 0xff);
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 24 }), fc.array(fc.nat()), (units, cuts) => {
        // The name before makes it certain that this is UTF-8.
        const bytes = Buffer.concat([Buffer.from('Иванов '.repeat(20)), Buffer.from(units)]);
        const result = decoded(bytes, cuts);
        const valid = bytes.equals(Buffer.from(bytes.toString('utf8')));
        expect(result.suspect).toBe(!valid);
        if (valid) expect(result.text).toBe(bytes.toString('utf8'));
      }),
      { numRuns: 3_000 },
    );
  });
});
