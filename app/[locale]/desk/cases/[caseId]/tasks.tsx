import { getTranslations } from 'next-intl/server';
import { Disclosure } from '@/components/ui/disclosure';
import type { TaskLine } from '@/domain/desk/task-queries';
import { tasksOfCase } from '@/domain/desk/task-queries';
import { TaskTable } from '../../task-table';
import type { View } from './view';

/** What is still to be done about the case, by whom and until when; nothing where there never was a task. */
export async function CaseTasks({ view }: { view: View }) {
  const t = await getTranslations('case.tasks');
  const all = await tasksOfCase(view.actor, { caseId: view.caseId });
  if (all.length === 0) return null;
  const open = all.filter(({ doneAt }) => doneAt === null);
  const done = all.filter(({ doneAt }) => doneAt !== null);
  const { staffId, role } = view.actor;
  const common = {
    locale: view.locale,
    today: view.today,
    mayMark: ({ assigneeId, setById }: TaskLine) =>
      view.may('task.write') && (assigneeId === staffId || setById === staffId || role === 'manager'),
  };
  return (
    <section id="tasks" aria-labelledby="tasks-title" className="mt-4 max-w-[60rem]">
      <h2 id="tasks-title" className="title-3 mb-1">
        {t('title')}
      </h2>
      <TaskTable
        {...common}
        caption={t('title')}
        tasks={open}
        wanted={['due', 'text', 'assignee', 'setBy']}
        empty={<p className="text-muted">{t('none')}</p>}
      />
      {done.length > 0 && (
        <Disclosure summary={t('done', { n: done.length })}>
          <TaskTable
            {...common}
            caption={t('done', { n: done.length })}
            tasks={done}
            wanted={['done', 'text', 'assignee']}
          />
        </Disclosure>
      )}
    </section>
  );
}
