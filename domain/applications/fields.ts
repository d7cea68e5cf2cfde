/** What the application asks: one table, read by the form, the check, the desk's view and the printed page. Pure. */

export const steps = ['soldier', 'service', 'news', 'family', 'search', 'you', 'consents'] as const;
export type Step = (typeof steps)[number];

export type FieldKind = 'text' | 'textarea' | 'date' | 'year' | 'tel' | 'email' | 'select' | 'radio' | 'checkbox';

export type Field = {
  readonly name: string;
  readonly step: Step;
  readonly kind: FieldKind;
  readonly max?: number;
  readonly required?: true;
  /** A "don't know" stands beside it; the answer is then kept as `?`. */
  readonly unknown?: true;
  readonly options?: readonly string[];
  /** Plausible days of a date. */
  readonly range?: { readonly earliest: string; readonly latest: string };
  readonly autocomplete?: string;
};

export const unknownAnswer = '?';

const birthRange = { earliest: '1860-01-01', latest: '1931-12-31' };
const warRange = { earliest: '1936-01-01', latest: '1956-12-31' };

export const kinships = [
  'spouse',
  'son',
  'daughter',
  'sibling',
  'grandchild',
  'great-grandchild',
  'nephew-niece',
  'other-relative',
  'not-a-relative',
] as const;

export const consentKinds = ['processing', 'publication', 'sharing', 'ceremonies'] as const;

/** The version of the consent texts in `messages`; raised whenever their meaning changes. */
export const consentTextVersion = '2026-11';

export const fields = [
  { name: 'surname', step: 'soldier', kind: 'text', unknown: true },
  { name: 'givenName', step: 'soldier', kind: 'text', unknown: true },
  { name: 'patronymic', step: 'soldier', kind: 'text', unknown: true },
  { name: 'otherSpellings', step: 'soldier', kind: 'textarea', max: 1000 },
  { name: 'birth', step: 'soldier', kind: 'date', unknown: true, range: birthRange },
  { name: 'birthPlace', step: 'soldier', kind: 'text', unknown: true },
  { name: 'birthPlaceNow', step: 'soldier', kind: 'text' },
  { name: 'nationality', step: 'soldier', kind: 'text' },
  { name: 'residence', step: 'soldier', kind: 'text', unknown: true },
  { name: 'draftDate', step: 'service', kind: 'date', unknown: true, range: warRange },
  { name: 'draftPlace', step: 'service', kind: 'text', unknown: true },
  { name: 'rank', step: 'service', kind: 'text', unknown: true },
  { name: 'unit', step: 'service', kind: 'text', unknown: true },
  { name: 'fieldPost', step: 'service', kind: 'text', unknown: true },
  { name: 'awards', step: 'service', kind: 'text', unknown: true },
  { name: 'lastLetter', step: 'news', kind: 'textarea', unknown: true },
  { name: 'noticeKind', step: 'news', kind: 'radio', options: ['killed', 'missing', 'none'], unknown: true },
  { name: 'noticeNumber', step: 'news', kind: 'text' },
  { name: 'noticeDate', step: 'news', kind: 'date', range: warRange },
  { name: 'captivity', step: 'news', kind: 'textarea', unknown: true },
  { name: 'hospital', step: 'news', kind: 'textarea', unknown: true },
  { name: 'parents', step: 'family', kind: 'textarea', unknown: true },
  { name: 'wife', step: 'family', kind: 'text', unknown: true },
  { name: 'familyAddress', step: 'family', kind: 'text', unknown: true },
  { name: 'brothers', step: 'family', kind: 'textarea', unknown: true },
  { name: 'askedWhere', step: 'search', kind: 'textarea' },
  { name: 'links', step: 'search', kind: 'textarea' },
  { name: 'applicantName', step: 'you', kind: 'text', required: true, autocomplete: 'name' },
  { name: 'kinship', step: 'you', kind: 'select', required: true, options: kinships },
  { name: 'telephone', step: 'you', kind: 'tel', max: 40, autocomplete: 'tel' },
  { name: 'email', step: 'you', kind: 'email', max: 254, autocomplete: 'email' },
  { name: 'postalAddress', step: 'you', kind: 'textarea', max: 500, autocomplete: 'street-address' },
  { name: 'region', step: 'you', kind: 'select' },
  { name: 'birthYear', step: 'you', kind: 'year' },
  { name: 'tellFirst', step: 'you', kind: 'radio', options: ['page', 'voice', 'letter'] },
  { name: 'helperName', step: 'you', kind: 'text' },
  { name: 'helperContact', step: 'you', kind: 'text' },
  { name: 'newsTo', step: 'you', kind: 'radio', options: ['applicant', 'helper'] },
  { name: 'consent-processing', step: 'consents', kind: 'checkbox' },
  { name: 'consent-publication', step: 'consents', kind: 'checkbox' },
  { name: 'consent-sharing', step: 'consents', kind: 'checkbox' },
  { name: 'consent-ceremonies', step: 'consents', kind: 'checkbox' },
] as const satisfies readonly Field[];

export type FieldName = (typeof fields)[number]['name'];

/** The answers as they are kept: what was typed, `?` for "don't know", absent where nothing was said. */
export type Answers = Partial<Record<FieldName, string>>;

export const fieldsOf = (step: Step): readonly Field[] => fields.filter((field) => field.step === step);

/** Steps whose answers speak of the soldier, kept with the application as written. */
export const soldierFields: readonly Field[] = fields.filter(
  (field) => field.step !== 'you' && field.step !== 'consents',
);

/** The answer as text for a reader: nothing for "don't know". */
export const known = (answer: string | undefined): string =>
  answer === undefined || answer === unknownAnswer ? '' : answer;
