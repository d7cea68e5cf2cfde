import fc from 'fast-check';

const beyond = (text: number) => (text >= 0xd800 && text <= 0xdfff ? 0x416 : text);

/** Texts of any characters, those of our scripts, their signs and combining marks more often than others. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0x20, max: 0x24f }),
        fc.integer({ min: 0x400, max: 0x4ff }),
        fc.constantFrom(0x301, 0x306, 0x308, 0x2e, 0x2d, 0x20, 0x2026, 0x1fa96, 0xa0, 0x0a, 0),
        fc.integer({ min: 0, max: 0x10ffff }).map(beyond),
      ),
      { maxLength },
    )
    .map((points) => String.fromCodePoint(...points));
