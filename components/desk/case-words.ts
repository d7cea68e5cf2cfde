import { getTranslations } from 'next-intl/server';
import type { Status } from '@/domain/cases/pipeline';
import type { CaseLine } from '@/domain/cases/queries';
import { fullName } from '@/domain/names';
import { days } from './days';
import type { Named } from './soldier-name';

/** The words for what stands in every line of a list of cases. */
export type CaseWords = {
  status: (status: Status) => string;
  nameOf: (soldier: Named) => string;
  dueKind: (kind: NonNullable<CaseLine['due']>['kind']) => string;
  ofDay: (day: string) => string;
  noTerm: string;
  overdue: string;
};

/** Read once for a page, so that a long list asks for nothing in its lines. */
export async function caseWords(): Promise<CaseWords> {
  const t = await getTranslations('queue');
  const status = await getTranslations('status');
  const dueKind = await getTranslations('dueKind');
  const { ofDay } = await days();
  const nameless = t('nameless');
  return {
    status: (one) => status(one),
    nameOf: (soldier) => fullName(soldier) || nameless,
    dueKind: (kind) => dueKind(kind),
    ofDay,
    noTerm: t('noTerm'),
    overdue: t('overdue'),
  };
}
