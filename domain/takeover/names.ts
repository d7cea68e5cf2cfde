/** The names in a cell: one man's, in parts; or the reason why they are not. Pure. */

export type NameFault = 'two-names' | 'digits-in-name';
export type NameParts = { surname: string; givenName: string; patronymic: string; otherSpellings: string };

const between = /[,;/\n\r]|\s+(?:и|және|мен|and)\s+/u;
/** Kazakh patronymics are often two words. */
const child = /^(ұлы|улы|қызы|кызы|оглы|оғлы|углы)$/iu;

/** Whether one cell names two men. */
export function namesTwo(text: string): boolean {
  const parts = withoutBrackets(text)
    .split(between)
    .filter((part) => /\p{L}{2}/u.test(part));
  return parts.length > 1;
}

/** Surname, name, father's name, as a list has them; what stands in brackets is another spelling. */
export function splitName(text: string): NameParts | { fault: NameFault } {
  const plain = withoutBrackets(text);
  if (/\d/.test(plain)) return { fault: 'digits-in-name' };
  if (namesTwo(text)) return { fault: 'two-names' };
  const words = plain.split(/\s+/).filter(Boolean);
  const last = words.at(-1);
  if (words.length > 3 && last && child.test(last)) words.splice(-2, 2, `${words.at(-2)} ${last}`);
  if (words.length > 3) return { fault: 'two-names' };
  const [surname = '', givenName = '', patronymic = ''] = words;
  return { surname, givenName, patronymic, otherSpellings: inBrackets(text) };
}

const withoutBrackets = (text: string) => text.replace(/\([^)]*\)/g, ' ').trim();
const inBrackets = (text: string) =>
  [...text.matchAll(/\(([^)]*)\)/g)].map(([, inner = '']) => inner.trim()).join(', ');

/** Latin letters among Cyrillic ones of a word: typed by mistake, and never found again. */
export const mixesAlphabets = (text: string): boolean =>
  text.split(/[\s-]+/).some((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
