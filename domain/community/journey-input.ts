/** Texts in three languages as they come from a form, and what every journey's change has in common. */
import * as z from 'zod/mini';
import type { Names } from '@/db/schema';
import { DomainError } from '../result';

const suffixes = ['Kk', 'Ru', 'En'] as const;
type Suffix = (typeof suffixes)[number];

/** Three fields of one text: `titleKk`, `titleRu`, `titleEn`. */
export const inThree = <const Field extends string, Schema extends z.ZodMiniType<string>>(
  field: Field,
  schema: Schema,
): Record<`${Field}${Suffix}`, Schema> =>
  Object.fromEntries(suffixes.map((suffix) => [`${field}${suffix}`, schema])) as Record<`${Field}${Suffix}`, Schema>;

/** The three fields as one text. */
export const namesOf = <const Field extends string>(
  input: Readonly<Record<`${Field}${Suffix}`, string>>,
  field: Field,
): Names => {
  const of = (suffix: Suffix) => input[`${field}${suffix}`];
  return { kk: of('Kk'), ru: of('Ru'), en: of('En') };
};

/** @throws DomainError `journey.no-title` at the Kazakh field when no language has it */
export function titleOf(input: Readonly<Record<`title${Suffix}`, string>>): Names {
  const title = namesOf(input, 'title');
  if (!title.kk && !title.ru && !title.en) throw new DomainError('input.invalid', { titleKk: 'journey.no-title' });
  return title;
}

/** A whole number from 1 to 999 as typed; null when left empty. */
export const placesLimit = () =>
  z.pipe(
    z
      ._default(z.string(), '')
      .check(z.refine((value) => /^\s*(?:[1-9]\d{0,2})?\s*$/.test(value), { error: () => 'input.number' })),
    z.transform((value: string) => (value.trim() === '' ? null : Number(value))),
  );

/** `HH:MM`, or empty where the hour is not known yet. */
export const clockTime = () =>
  z
    ._default(z.string(), '')
    .check(z.refine((value) => /^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(value), { error: () => 'journey.clock-time' }));

/** Names of the fields in which `next` differs from what stood there. */
export function changedFields<Next extends object>(before: Readonly<Record<string, unknown>>, next: Next): string[] {
  return Object.entries(next)
    .filter(([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value))
    .map(([field]) => field);
}
