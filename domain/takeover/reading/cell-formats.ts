/** What a number of a workbook means: the formats that show it as a day, and the day it is. */
import { readXml } from './xml';

/** Formats every workbook knows without naming them that show a date (ECMA-376, part 1, 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** For each cell format of the workbook, in its order, whether it shows a number as a date. */
export function dateFormats(styles: Buffer | null): boolean[] {
  if (!styles) return [];
  const own = new Map<number, string>();
  const formats: boolean[] = [];
  let inCellFormats = false;
  readXml(styles, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) formats.push(showsDate(Number(attributes.numFmtId ?? 0), own));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}

function showsDate(id: number, own: ReadonlyMap<number, string>): boolean {
  const code = own.get(id);
  if (code === undefined) return builtInDates.has(id);
  // Quoted words, colours, conditions and escaped characters are no part of the pattern.
  const pattern = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  return /[dy]/.test(pattern) || /m{3,}/.test(pattern);
}

const dayMs = 86_400_000;

/**
 * The day a serial number stands for, as it is written here: `05.03.1942`; null when it is none of the years 1900 to 2199.
 * @param from1904 the workbook counts from 1904, as the first ones of the Macintosh did
 */
export function serialDay(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 109_574) return null;
  // Serial 60 is the 29 February 1900 that never was; the days before it are one off.
  const origin = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const date = new Date(origin + whole * dayMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`;
}
