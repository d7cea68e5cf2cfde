/** Names as written, folded to plain letters for looking up. Pure. */

/** Kazakh letters and the Russian ones a clerk wrote for them. */
const kazakh: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
  й: 'и',
};

/**
 * Lower-case letters and digits in words parted by one space, Kazakh letters as the Russian ones a clerk would write. Both
 * sides of a lookup are folded; the fold is for finding, never for proof.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[әғқңөұүһіёй]/g, (letter) => kazakh[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Every word of every spelling once, each led by a space, so that a word's beginning can be asked for. */
export function foldedSpellings(spellings: readonly string[]): string {
  return ` ${[...new Set(spellings.flatMap((spelling) => fold(spelling).split(' ').filter(Boolean)))].join(' ')}`;
}

/** Surname first, as a list of the fallen has it; '' parts left out. */
export function fullName(person: { surname: string; givenName: string; patronymic: string }): string {
  return [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ');
}
