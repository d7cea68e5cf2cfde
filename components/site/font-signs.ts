/** What letters a typeface has, read from its table of signs. What it has not is replaced: a drawing library would ask the network for it. */

/**
 * The code points of a TrueType font, those of the basic plane.
 * @throws Error for a font without a table of format 4 (OpenType, `cmap`)
 */
export function signsOf(font: ArrayBuffer): ReadonlySet<number> {
  const view = new DataView(font);
  const table = subtable(view);
  const count = view.getUint16(table + 6) / 2;
  const at = (list: number, segment: number) => table + 14 + (list * count + segment) * 2 + (list > 0 ? 2 : 0);
  const found = new Set<number>();
  for (let segment = 0; segment < count; segment++) {
    const [end, start] = [view.getUint16(at(0, segment)), view.getUint16(at(1, segment))];
    const [delta, offset] = [view.getUint16(at(2, segment)), view.getUint16(at(3, segment))];
    for (let sign = start; sign <= end && sign < 0xffff; sign++) {
      const drawn = offset === 0 ? sign : view.getUint16(at(3, segment) + offset + (sign - start) * 2);
      if (drawn !== 0 && ((drawn + delta) & 0xffff) !== 0) found.add(sign);
    }
  }
  return found;
}

function subtable(view: DataView): number {
  const tables = Array.from({ length: view.getUint16(4) }, (_, n) => 12 + 16 * n);
  const entry = tables.find((place) => view.getUint32(place) === 0x636d6170);
  if (entry === undefined) throw new Error('The font has no table of signs');
  const cmap = view.getUint32(entry + 8);
  for (let n = 0; n < view.getUint16(cmap + 2); n++) {
    const found = cmap + view.getUint32(cmap + 8 + 8 * n);
    if (view.getUint16(found) === 4) return found;
  }
  throw new Error('The font has no table of signs of format 4');
}

/** Stands where a letter cannot be drawn. */
const unknown = '·';

/** The text in signs of `known`: a letter without its mark where only that is there, nothing for marks alone, else a point. */
export function drawable(text: string, known: ReadonlySet<number>): string {
  const has = (sign: string) => known.has(sign.codePointAt(0) ?? 0);
  return [...text.normalize('NFC')]
    .map((sign) => {
      if (has(sign)) return sign;
      if (/\s/u.test(sign)) return ' ';
      if (/[\p{M}\p{C}]/u.test(sign)) return '';
      const [plain = unknown] = sign.normalize('NFKD');
      return has(plain) ? plain : unknown;
    })
    .join('');
}
