/** Structures of GEDCOM 7.0 and the lines they become. */

export type Structure = {
  tag: string;
  /** Text, or a pointer `{ to }` to a record. */
  value?: string | { to: string };
  /** Name of a record, letters and digits. */
  xref?: string;
  parts?: readonly (Structure | null)[];
};

/** Signs that no line may hold: control characters but the tab, the two non-characters, halves of pairs. */
const banned = /\p{Cs}|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** The lines of a structure and its parts; null parts are left out, a text of several lines goes on in CONT. */
export function linesOf({ tag, value, xref, parts = [] }: Structure, level = 0): string[] {
  const name = xref ? `@${xref}@ ` : '';
  const [first = '', ...more] = typeof value === 'object' ? [`@${value.to}@`] : textLines(value ?? '');
  return [
    `${level} ${name}${tag}${first === '' ? '' : ` ${first}`}`,
    ...more.map((line) => `${level + 1} CONT${line === '' ? '' : ` ${line}`}`),
    ...parts.flatMap((part) => (part ? linesOf(part, level + 1) : [])),
  ];
}

/** Of a text that begins with `@` that sign is doubled, or it would be a pointer. */
const textLines = (text: string): string[] =>
  text
    .replace(banned, '')
    .split(/\r\n|\n|\r/)
    .map((line) => (line.startsWith('@') ? `@${line}` : line));

export const text = (tag: string, value: string, parts: readonly (Structure | null)[] = []): Structure | null =>
  value.trim() === '' && parts.every((part) => part === null) ? null : { tag, value: value.trim(), parts };

/** A name as `Given /Surname/`: a slash is no part of either. */
export function personalName(given: string, surname: string): string {
  const plain = (name: string) => name.replace(/[/\s]+/g, ' ').trim();
  return [plain(given), surname && `/${plain(surname)}/`].filter(Boolean).join(' ');
}

/** Parts of a place from the smallest to the largest; a comma is what parts them. */
export const placeName = (parts: readonly string[]): string =>
  parts
    .map((part) => part.replaceAll(',', ' ').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(', ');
