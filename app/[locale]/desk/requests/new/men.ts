import { caseByNumber } from '@/domain/cases/queries';
import { mostCases } from '@/domain/correspondence/requests';
import { type Sought, soughtMen } from '@/domain/correspondence/sought';
import type { StaffActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { type Search, textOf } from '../../search';

/** The men an address names, by the ids of their cases (`cases`) or as people write them, by number (`numbers`). */
export async function chosenMen(actor: StaffActor, search: Search): Promise<{ men: Sought[]; unknown: string[] }> {
  const caseIds = textOf(search, 'cases')
    .split(',')
    .filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const unknown: string[] = [];
  for (const written of textOf(search, 'numbers')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostCases)) {
    const known = await orNull(caseByNumber(actor, { intoNumber: written }));
    if (known) caseIds.push(known.caseId);
    else unknown.push(written.slice(0, 40));
  }
  const men: Sought[] = [];
  for (const caseId of new Set(caseIds.slice(0, mostCases)))
    men.push(...((await orNull(soughtMen(actor, { caseIds: caseId }))) ?? []));
  return { men: men.sort((a, b) => a.number - b.number), unknown };
}

/** What there is; null for a case nobody has. */
async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError && ['input.invalid', 'case.not-found'].includes(error.code)) return null;
    throw error;
  }
}
