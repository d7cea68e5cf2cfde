import { getTranslations } from 'next-intl/server';
import { CaseDue } from '@/components/desk/case-due';
import { CaseStatus } from '@/components/desk/case-status';
import { caseWords } from '@/components/desk/case-words';
import { days } from '@/components/desk/days';
import { Tag } from '@/components/ui/tag';
import type { View } from './view';

const parts = [
  ...(['known', 'family', 'matches', 'searched', 'asked'] as const),
  ...(['evidence', 'conclusion', 'letters', 'history'] as const),
];

/** Who is sought, how far it is, who works on it and until when; stays in sight where there is room for it. */
export async function CaseHead({ view }: { view: View }) {
  const t = await getTranslations('case');
  const work = await getTranslations('work');
  const takeover = await getTranslations('takeover.case');
  const words = await caseWords();
  const { day } = await days();
  const { line } = view.page;
  return (
    <div className="case-head mb-5 border-line border-b bg-paper lg:sticky lg:top-0 lg:z-10">
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1 pt-3 pb-2">
        <h1 className="title-1">
          <span className="name-of-the-dead">{words.nameOf(line)}</span>
        </h1>
        <p className="figures-aligned text-muted">{t('number', { number: line.number })}</p>
        <p>
          <CaseStatus status={line.status} words={words} /> {view.taken && <Tag tone="closed">{takeover('tag')}</Tag>}{' '}
          <span className="minor text-muted">{t('since', { day: day(line.statusSince) })}</span>
        </p>
        <p>{line.assignee ? t('assignee', { name: line.assignee }) : t('free')}</p>
        {line.due && (
          <p className="[&_.block]:ml-1 [&_.block]:inline">
            <CaseDue due={line.due} overdue={line.overdue} words={words} />
          </p>
        )}
        <p className="print:hidden">
          <a href={`/${view.locale}/desk/next?after=${view.caseId}`} className="target">
            {work('next')}
          </a>
        </p>
      </div>
      <nav aria-label={t('parts')} className="print:hidden">
        <ul className="flex flex-wrap gap-x-5">
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`} className="target no-underline hover:underline">
                {t(`${part}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
