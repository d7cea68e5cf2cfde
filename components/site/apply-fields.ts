/** The application's questions as a form shows them: made in this one place from the domain's table of fields. */
import type { CheckKind } from '@/components/form/check-field';
import type { FieldOption, FieldSpec, FormCheck } from '@/components/form/types';
import {
  type Answers,
  type Field,
  type FieldName,
  fields,
  fieldsOf,
  type Step,
  unknownAnswer,
} from '@/domain/applications/fields';

/** The translator of the namespace `field`. */
export type FieldWords = { (key: string): string; has(key: string): boolean };

export type FieldTexts = {
  words: FieldWords;
  /** "don't know" */
  unknown: string;
  /** The regions to choose from, in the reader's language. */
  regions: readonly FieldOption[];
};

/** Questions that belong together on a step, each group under a legend `field.groups.NAME`; other steps are not parted. */
const fieldGroups: Partial<Record<Step, Readonly<Record<string, readonly FieldName[]>>>> = {
  soldier: {
    name: ['surname', 'givenName', 'patronymic', 'otherSpellings'],
    birth: ['birth', 'birthPlace', 'birthPlaceNow'],
    home: ['residence', 'nationality'],
  },
  service: {
    callUp: ['draftDate', 'draftPlace'],
    army: ['rank', 'unit', 'fieldPost', 'awards'],
  },
  news: {
    letter: ['lastLetter'],
    notice: ['noticeKind', 'noticeNumber', 'noticeDate'],
    trace: ['captivity', 'hospital'],
  },
  you: {
    you: ['applicantName', 'kinship', 'birthYear', 'region'],
    reach: ['telephone', 'email', 'postalAddress'],
    helper: ['helperName', 'helperContact', 'newsTo'],
    telling: ['tellFirst'],
  },
};

/** What a question with a usual answer begins with. */
const usual: Partial<Record<FieldName, string>> = { newsTo: 'applicant', tellFirst: 'page' };

const checks: Partial<Record<Field['kind'], CheckKind>> = { date: 'date', year: 'year', tel: 'phone', email: 'email' };

const widths: Partial<Record<FieldName, FieldSpec['width']>> = {
  rank: 'medium',
  fieldPost: 'medium',
  noticeNumber: 'medium',
  nationality: 'medium',
};

/** The fields of one step with what was answered so far, in the order they are shown. */
export function stepFields(step: Step, answers: Answers, texts: FieldTexts): FieldSpec[] {
  const groups = fieldGroups[step];
  if (!groups) return fieldsOf(step).map((field) => fieldSpec(field, answers, texts));
  return Object.entries(groups).flatMap(([group, names]) =>
    names
      .flatMap((name) => fieldsOf(step).filter((field) => field.name === name))
      .map((field) => ({ ...fieldSpec(field, answers, texts), group: texts.words(`groups.${group}`) })),
  );
}

/** What is looked at while somebody leaves a field of this step. */
export function stepCheck(step: Step): FormCheck {
  return Object.fromEntries(
    fieldsOf(step).flatMap((field) => {
      const kind = checks[field.kind];
      const kinds: CheckKind[] = [...(field.required ? (['required'] as const) : []), ...(kind ? [kind] : [])];
      return kinds.length > 0 ? [[field.name, kinds]] : [];
    }),
  );
}

/** One field, for the step it stands on or for any other form that asks the same. */
export function fieldSpec(field: Field, answers: Answers, { words, unknown, regions }: FieldTexts): FieldSpec {
  const name = field.name as FieldName;
  const answer = answers[name] ?? usual[name] ?? '';
  const isUnknown = answer === unknownAnswer;
  const hint = words.has(`${name}.hint`) ? words(`${name}.hint`) : undefined;
  const options = optionsOf(field, words, unknown, regions);
  const { autocomplete = 'off' } = field;
  return {
    name,
    kind: field.kind,
    label: words(`${name}.label`),
    value: isUnknown && field.kind !== 'radio' ? '' : answer,
    autocomplete,
    ...(hint && { hint }),
    ...(options && { options }),
    ...(field.required && { required: true }),
    ...(field.unknown && field.kind !== 'radio' && { unknown, unknownTicked: isUnknown }),
    ...(field.kind === 'textarea' && { rows: 3 }),
    ...(field.kind === 'text' && { maxLength: field.max ?? 200 }),
    ...(widths[name] && { width: widths[name] }),
  };
}

/** Among dots "don't know" is one of the dots. */
function optionsOf(
  { name, kind, options, unknown }: Field,
  words: FieldWords,
  unknownLabel: string,
  regions: readonly FieldOption[],
): readonly FieldOption[] | undefined {
  if (name === 'region') return regions;
  const named = options?.map((value) => ({ value, label: words(`${name}.options.${value}`) }));
  return kind === 'radio' && unknown && named ? [...named, { value: unknownAnswer, label: unknownLabel }] : named;
}

/** What was posted, as the answers of one step: the step's fields and nothing else, `?` where "don't know" is ticked. */
export function postedAnswers(step: Step, values: Readonly<Record<string, string | string[]>>): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(step).map(({ name, unknown }) => {
      const typed = values[name] ?? '';
      const isUnknown = unknown && values[`${name}.unknown`] === 'on';
      return [name, isUnknown ? unknownAnswer : typeof typed === 'string' ? typed : typed.join(' ')];
    }),
  );
}

/** The answer to one question in the reader's words; '' where nothing was said. */
export function answerText(name: FieldName, answers: Answers, { words, unknown, regions }: FieldTexts): string {
  const answer = answers[name] ?? '';
  if (answer === unknownAnswer) return unknown;
  if (name === 'region') return regions.find((region) => region.value === answer)?.label ?? answer;
  const field: Field | undefined = fields.find((one) => one.name === name);
  if (!answer || !field?.options?.includes(answer)) return answer;
  return words(`${name}.options.${answer}`);
}
