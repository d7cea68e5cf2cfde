/** How the questions stand on the sheet: row by row, with room to write by hand. */
import type { FieldName, Step } from '@/domain/applications/fields';

export type Place = {
  name: FieldName;
  /** Share of the row's width; 1 when left out. */
  width?: number;
  /** Lines to write on; 1 when left out. */
  lines?: number;
};

export type Row = readonly Place[];

export const sheet: Readonly<Record<Exclude<Step, 'consents'>, readonly Row[]>> = {
  soldier: [
    [{ name: 'surname' }, { name: 'givenName' }, { name: 'patronymic' }],
    [{ name: 'otherSpellings', lines: 2 }],
    [
      { name: 'birth', width: 3 },
      { name: 'nationality', width: 2 },
    ],
    [{ name: 'birthPlace', lines: 2 }],
    [{ name: 'birthPlaceNow' }],
    [{ name: 'residence', lines: 2 }],
  ],
  service: [
    [{ name: 'draftDate' }, { name: 'draftPlace' }],
    [{ name: 'rank' }, { name: 'unit' }],
    [{ name: 'fieldPost' }, { name: 'awards' }],
  ],
  news: [
    [{ name: 'lastLetter', lines: 2 }],
    [{ name: 'noticeKind' }],
    [{ name: 'noticeNumber' }, { name: 'noticeDate' }],
    [{ name: 'captivity', lines: 2 }],
    [{ name: 'hospital' }],
  ],
  family: [
    [{ name: 'parents', lines: 2 }],
    [{ name: 'wife' }],
    [{ name: 'familyAddress' }],
    [{ name: 'brothers', lines: 2 }],
  ],
  search: [[{ name: 'askedWhere', lines: 2 }], [{ name: 'links' }]],
  you: [
    [{ name: 'applicantName' }],
    [
      { name: 'birthYear', width: 2 },
      { name: 'region', width: 3 },
    ],
    [{ name: 'kinship' }],
    [{ name: 'telephone' }, { name: 'email' }],
    [{ name: 'postalAddress', lines: 2 }],
    [{ name: 'tellFirst' }],
    [{ name: 'helperName' }, { name: 'helperContact' }],
    [{ name: 'newsTo' }],
  ],
};

export const sheetSteps = ['soldier', 'service', 'news', 'family', 'search', 'you'] as const;
