/** Where a name stands in one field, or in the wrong one, it is taken apart. */
import { endsAsPatronymic, isChildWord } from './patronymic-words';

export type WrittenName = { surname: string; givenName: string; patronymic: string };

/**
 * The three parts of a written name. `-оглы`, `-ұлы`, `қызы` written apart are put back to the word before; a whole name in the
 * surname's field is read as surname, given name, father's name, unless the words themselves say otherwise.
 */
export function nameParts(written: WrittenName): WrittenName {
  if (isPlain(written)) return written;
  const surname = joined(written.surname);
  const givenName = joined(written.givenName);
  const patronymic = joined(written.patronymic);
  const filled = [surname, givenName, patronymic].filter((words) => words.length > 0);
  const only = filled[0];
  if (filled.length === 1 && only && only.length > 1) return inOrder(only);
  return { surname: surname.join(' '), givenName: givenName.join(' '), patronymic: patronymic.join(' ') };
}

const apart = /[\s,;]/;
/** Nothing to be put together or taken apart: so it is with most records. */
const isPlain = ({ surname, givenName, patronymic }: WrittenName): boolean =>
  !apart.test(surname) && !apart.test(givenName) && !apart.test(patronymic);

/** The words of a name in their order as parts; `Ахмет Құсайынұлы` has no surname. */
export function inOrder(words: readonly string[]): WrittenName {
  const [first = '', second = '', ...others] = words;
  if (words.length === 2 && endsAsPatronymic(second)) return { surname: '', givenName: first, patronymic: second };
  if (words.length === 3 && endsAsPatronymic(second) && !endsAsPatronymic(others[0] ?? ''))
    return { surname: others[0] ?? '', givenName: first, patronymic: second };
  return { surname: first, givenName: second, patronymic: others.join(' ') };
}

/** Words with those that mean son or daughter put to the word before. */
export function joined(text: string): string[] {
  const words: string[] = [];
  for (const word of text.trim().split(/[\s,;]+/)) {
    if (word === '-') continue;
    const last = words.length - 1;
    if (last >= 0 && isChildWord(word)) words[last] = `${words[last]}${word.replace(/^-/, '')}`;
    else if (word) words.push(word);
  }
  return words;
}
