import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';

/** What a case says of the soldier; the labels are those of the application. */
export const soldierFacts = [
  'surname',
  'givenName',
  'patronymic',
  'otherSpellings',
  'birth',
  'birthPlace',
  'draftPlace',
] as const;

export type SoldierFacts = Record<(typeof soldierFacts)[number], string>;

/** The fields of these facts, filled in with what the case says now. */
export async function soldierFieldSpecs(facts?: SoldierFacts): Promise<FieldSpec[]> {
  const t = await getTranslations('field');
  const queue = await getTranslations('queue');
  return soldierFacts.map((name) => ({
    name,
    label: t(`${name}.label`),
    kind: name === 'birth' ? 'date' : name === 'otherSpellings' ? 'textarea' : 'text',
    value: facts?.[name] ?? '',
    ...(name === 'birth' ? { hint: queue('open.birthHint') } : {}),
    ...(name === 'otherSpellings' ? { rows: 2, maxLength: 1000 } : { maxLength: name === 'birth' ? 100 : 200 }),
  }));
}
