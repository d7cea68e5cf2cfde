/** Checks of the application's answers; the same on the form and on the server. */
import * as z from 'zod/mini';
import { line, requiredLine, text, writtenDate } from '../input';
import type { RefusalCode } from '../result';
import {
  type Answers,
  type Field,
  type FieldName,
  fields,
  fieldsOf,
  known,
  type Step,
  steps,
  unknownAnswer,
} from './fields';

const emailShape = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,185}\.[^\s@.,;<>"]{2,}$/;

function schemaOf(field: Field, unfinished = false) {
  if (field.kind === 'date') return writtenDate(field.range);
  if (field.kind === 'textarea') return text(field.max ?? 4000);
  if (field.kind === 'checkbox') return line(10);
  const base = field.required && !unfinished ? requiredLine(field.max ?? 200) : line(field.max ?? 200);
  return base.check(
    z.superRefine((value, context) => {
      const code = refusalOf(field, value);
      if (code) context.addIssue({ code: 'custom', message: code, input: value });
    }),
  );
}

/** The refusal of one answer by the kind of its field, or null. */
function refusalOf(field: Field, value: string): RefusalCode | null {
  if (value === '' || value === unknownAnswer) return null;
  if (field.options && !field.options.includes(value)) return 'input.choose';
  if (field.kind === 'email' && !emailShape.test(value)) return 'input.email';
  if (field.kind === 'tel' && value.replace(/\D/g, '').length < 6) return 'input.telephone';
  if (field.kind === 'year' && !/^(19|20)\d\d$/.test(value)) return 'input.year';
  return null;
}

/** The schema of one step: its fields and nothing else; `unfinished` lets required ones wait for another day. */
export const stepSchema = (step: Step, unfinished = false) =>
  z.strictObject(Object.fromEntries(fieldsOf(step).map((field) => [field.name, schemaOf(field, unfinished)])));

/**
 * Everything that still stands in the way of sending, by field: refusals of single answers, no name at all, no way to reach
 * the applicant.
 */
export function missingForSending(answers: Answers): Partial<Record<FieldName, RefusalCode>> {
  const refused: Partial<Record<FieldName, RefusalCode>> = {};
  for (const field of fields) {
    const result = schemaOf(field).safeParse(answers[field.name] ?? '');
    if (!result.success) refused[field.name] = (result.error.issues[0]?.message ?? 'input.required') as RefusalCode;
  }
  if (!known(answers.surname) && !known(answers.givenName) && !known(answers.patronymic))
    refused.surname ??= 'application.no-name';
  if (!answers.telephone && !answers.email && !answers.postalAddress) refused.telephone ??= 'application.no-contact';
  if (answers.newsTo === 'helper' && !answers.helperContact) refused.helperContact ??= 'application.no-helper-contact';
  return refused;
}

/** The step on which a field stands. */
export const stepOf = (name: string): Step => fields.find((field) => field.name === name)?.step ?? steps[0];
