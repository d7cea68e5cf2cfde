import { getTranslations } from 'next-intl/server';
import { reopenTaskAction } from '@/app/actions/my-work';
import { QuickAct } from '@/components/form/quick-act';
import { Disclosure } from '@/components/ui/disclosure';
import { now } from '@/domain/clock';
import type { TaskLine } from '@/domain/desk/task-queries';
import { dayOf } from '@/domain/working-days';
import type { Locale } from '@/messages/routing';

/** Tasks marked as done today: a wrong press is taken back here. */
export async function DoneToday({ locale, tasks }: { locale: Locale; tasks: readonly TaskLine[] }) {
  const t = await getTranslations('work');
  const today = dayOf(now());
  const done = tasks.filter(({ doneAt }) => doneAt !== null && dayOf(doneAt) === today);
  if (done.length === 0) return null;
  return (
    <div className="mt-5">
      <Disclosure summary={t('doneToday', { n: done.length })}>
        <ul>
          {done.map(({ taskId, text, about }) => (
            <li key={taskId} className="flex flex-wrap items-baseline gap-x-5">
              <span>
                {text}
                {about && (
                  <>
                    {' '}
                    <a href={`/${locale}/desk/cases/${about.caseId}`}>№ {about.number}</a>
                  </>
                )}
              </span>
              <QuickAct action={reopenTaskAction} stated={{ taskId }} label={t('reopen')} about={text} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
