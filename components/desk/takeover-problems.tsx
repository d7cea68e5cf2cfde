import { getTranslations } from 'next-intl/server';
import { Mark } from '@/components/ui/mark';
import type { TakeoverRowLine } from '@/domain/takeover/queries';

/** What is wrong with a row: the column, the mistake in words, and what stands there. */
export async function TakeoverProblems({ problems }: { problems: TakeoverRowLine['problems'] }) {
  const t = await getTranslations('takeover.problem');
  if (problems.length === 0) return null;
  return (
    <ul className="min-w-[14em]">
      {problems.map(({ column, code, detail, grave }) => (
        <li key={`${column} ${code}`} className={grave ? 'text-attention' : 'text-muted'}>
          {grave && <Mark tone="attention" />} {column && `${column}: `}
          {t(code)}
          {detail && <span className="[overflow-wrap:anywhere]"> – {detail}</span>}
        </li>
      ))}
    </ul>
  );
}
