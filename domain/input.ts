/** Building blocks of every input schema. Pure; shared by browser and server. */
import * as z from 'zod/mini';
import { dateRefusal } from './partial-date';
import { DomainError, type RefusalCode } from './result';

const fail = (code: RefusalCode) => ({ error: () => code });

/** Text without NUL and lone surrogates, its ends trimmed, line ends as \n; at most `max` UTF-16 units. */
const clean = (max: number) =>
  z
    .string(fail('input.text'))
    .check(z.overwrite((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim()))
    .check(
      z.maxLength(max, fail('input.too-long')),
      z.refine((text) => !text.includes('\0') && text.isWellFormed(), fail('input.broken-characters')),
    );

/** One line of text; '' when left out. */
export const line = (max = 200) => z._default(clean(max).check(z.overwrite((text) => text.replace(/\s+/g, ' '))), '');

/** Text of several lines; '' when left out. */
export const text = (max = 4000) => z._default(clean(max), '');

export const requiredLine = (max = 200) =>
  clean(max).check(
    z.overwrite((value) => value.replace(/\s+/g, ' ')),
    z.minLength(1, fail('input.required')),
  );

export const requiredText = (max = 4000) => clean(max).check(z.minLength(1, fail('input.required')));

/** An identifier we made. */
export const id = () => z.string(fail('input.required')).check(z.regex(/^[0-9a-f-]{36}$/, fail('input.unknown')));

export const optionalId = () =>
  z.optional(
    z.pipe(
      z.string(),
      z.transform((value) => (value === '' ? undefined : value)),
    ),
  );

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values as unknown as { [V in Values[number]]: V }, fail('input.choose'));

/** A tick: `on`, `true` or true; anything left out is no. */
export const flag = () =>
  z._default(
    z.pipe(
      z.union([z.boolean(), z.string()]),
      z.transform((value) => value === true || value === 'on' || value === 'true'),
    ),
    false,
  );

/** A whole number typed or given, within a range. */
export const whole = (least: number, most: number) =>
  z.pipe(
    z.union([z.number(), z.string()], fail('input.number')),
    z.pipe(
      z.transform((value: string | number) =>
        typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value),
      ),
      z.int(fail('input.number')).check(z.minimum(least, fail('input.number')), z.maximum(most, fail('input.number'))),
    ),
  );

/** Degrees as typed, with point or comma, at most `most` either way; null when left empty. */
export const degrees = (most: number) =>
  z.pipe(
    line(20).check(
      z.refine(
        (value) =>
          value === '' || (/^-?\d{1,3}([.,]\d+)?$/.test(value) && Math.abs(Number(value.replace(',', '.'))) <= most),
        fail('input.coordinate'),
      ),
    ),
    z.transform((value: string) => (value === '' ? null : Number(value.replace(',', '.')))),
  );

/** A real calendar day `YYYY-MM-DD` between 1900 and 2199. */
export const day = () =>
  z.string(fail('input.day')).check(
    z.refine((value) => {
      if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
      const date = new Date(`${value}T00:00:00Z`);
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
    }, fail('input.day')),
  );

/** A date as written, in any of the forms the date reader knows; '' and "don't know" pass. */
export const writtenDate = (range?: { earliest: string; latest: string }) =>
  line(100).check(
    z.superRefine((value, context) => {
      const code = value === '?' ? null : dateRefusal(value, range);
      if (code) context.addIssue({ code: 'custom', message: code, input: value });
    }),
  );

/** Several identifiers from ticked boxes: none, one or many. */
export const ids = () =>
  z._default(
    z.pipe(
      z.union([z.string(), z.array(z.string())]),
      z.transform((value) => (typeof value === 'string' ? (value ? [value] : []) : value)),
    ),
    [],
  );

/** The version of the row the form was made from, so that a stale page is refused. */
export const version = () => whole(1, Number.MAX_SAFE_INTEGER);

/**
 * Reads `given` by `schema`.
 * @throws DomainError `input.invalid` with a code per field
 */
export function readInput<Value>(schema: z.ZodMiniType<Value>, given: unknown): Value {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const fields: Record<string, RefusalCode> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? (issue.code === 'unrecognized_keys' ? issue.keys[0] : 'form'));
    fields[field] ??= isCode(issue.message)
      ? issue.message
      : issue.code === 'unrecognized_keys'
        ? 'input.unexpected'
        : 'input.required';
  }
  throw new DomainError('input.invalid', fields);
}

const isCode = (text: string): text is RefusalCode => /^[a-z-]+\.[a-z-]+$/.test(text);
