/** What is known of one man, whoever wrote it: a case, an archive record, a row of a list. Pure. */

/** Every text as written, '' where nothing is known. */
export type Person = {
  surname: string;
  givenName: string;
  patronymic: string;
  /** Other spellings of the name or of parts of it, separated by commas, semicolons or line breaks. */
  otherSpellings: string;
  birth: string;
  birthPlace: string;
  residence: string;
  /** The commissariat that called him up and where it was. */
  draftPlace: string;
  unit: string;
  rank: string;
  lossDate: string;
  kin: string;
};

export const nobody: Person = {
  surname: '',
  givenName: '',
  patronymic: '',
  otherSpellings: '',
  birth: '',
  birthPlace: '',
  residence: '',
  draftPlace: '',
  unit: '',
  rank: '',
  lossDate: '',
  kin: '',
};
