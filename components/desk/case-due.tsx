import { Mark } from '@/components/ui/mark';
import type { CaseLine } from '@/domain/cases/queries';
import type { CaseWords } from './case-words';

/** The next term of a case; an overdue one says so in words, too. */
export function CaseDue({ due, overdue, words }: Pick<CaseLine, 'due' | 'overdue'> & { words: CaseWords }) {
  if (!due) return <span className="text-muted">{words.noTerm}</span>;
  return (
    <span className={overdue ? 'text-refusal' : undefined}>
      <span className="whitespace-nowrap">
        {overdue && (
          <>
            <Mark tone="attention" /> <span className="font-semibold">{words.overdue}</span>{' '}
          </>
        )}
        {words.ofDay(due.day)}
      </span>
      <span className={`minor block ${overdue ? '' : 'text-muted'}`}>{words.dueKind(due.kind)}</span>
    </span>
  );
}
