import { getTranslations } from 'next-intl/server';
import { Mark } from '@/components/ui/mark';
import type { CaseLine } from '@/domain/cases/queries';
import { days } from './days';

/** The next term of a case; an overdue one says so in words, too. */
export async function CaseDue({ due, overdue }: Pick<CaseLine, 'due' | 'overdue'>) {
  const t = await getTranslations('queue');
  const kind = await getTranslations('dueKind');
  const { ofDay } = await days();
  if (!due) return <span className="text-muted">{t('noTerm')}</span>;
  return (
    <span className={overdue ? 'text-refusal' : undefined}>
      <span className="whitespace-nowrap">
        {overdue && (
          <>
            <Mark tone="attention" /> <span className="font-semibold">{t('overdue')}</span>{' '}
          </>
        )}
        {ofDay(due.day)}
      </span>
      <span className={`minor block ${overdue ? '' : 'text-muted'}`}>{kind(due.kind)}</span>
    </span>
  );
}
