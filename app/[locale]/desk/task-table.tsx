import { getTranslations } from 'next-intl/server';
import { finishTaskAction, reopenTaskAction } from '@/app/actions/my-work';
import { caseWords } from '@/components/desk/case-words';
import { days } from '@/components/desk/days';
import { distanceWords } from '@/components/desk/distance';
import { QuickAct } from '@/components/form/quick-act';
import { type Column, Table } from '@/components/ui/table';
import type { TaskLine } from '@/domain/desk/task-queries';
import { distanceOf } from '@/domain/desk/urgency';
import { holidayCalendar } from '@/domain/working-calendar';
import type { Locale } from '@/messages/routing';

type TaskColumn = 'due' | 'text' | 'about' | 'assignee' | 'setBy' | 'done';

/** Tasks, each with what can be marked of it: done, or open again. @param today museum day */
export async function TaskTable(props: {
  locale: Locale;
  caption: string;
  tasks: readonly TaskLine[];
  wanted: readonly TaskColumn[];
  today: string;
  /** whether the one who reads may mark this task */
  mayMark: (task: TaskLine) => boolean;
  empty?: React.ReactNode;
}) {
  const { locale, today, mayMark } = props;
  const t = await getTranslations('task');
  const work = await getTranslations('work');
  const words = await caseWords();
  const { day } = await days();
  const { distance } = await distanceWords();
  const calendar = await holidayCalendar();
  const cells: Record<TaskColumn, Omit<Column<TaskLine>, 'key' | 'label'>> = {
    due: { cell: ({ dueOn }) => distance(distanceOf(dueOn, today, calendar), dueOn) },
    text: { heading: true, cell: ({ text }) => <span className="font-normal">{text}</span> },
    about: {
      cell: ({ about }) =>
        about ? (
          <a href={`/${locale}/desk/cases/${about.caseId}#tasks`}>
            <span className="name-of-the-dead">{words.nameOf(about)}</span> № {about.number}
          </a>
        ) : (
          <span className="text-muted">{work('noCase')}</span>
        ),
    },
    assignee: { cell: ({ assignee }) => assignee },
    setBy: { cell: ({ setBy }) => setBy },
    done: {
      cell: ({ doneAt, doneBy }) => (
        <>
          {doneAt !== null && day(doneAt)}
          {doneBy && <span className="minor block text-muted">{doneBy}</span>}
        </>
      ),
    },
  };
  const act: Column<TaskLine> = {
    key: 'act',
    label: t('column.act'),
    cell: (task) =>
      mayMark(task) && (
        <QuickAct
          action={task.doneAt === null ? finishTaskAction : reopenTaskAction}
          stated={{ taskId: task.taskId }}
          label={work(task.doneAt === null ? 'done' : 'reopen')}
          about={task.text}
        />
      ),
  };
  return (
    <Table
      caption={props.caption}
      captionHidden
      phone="cards"
      columns={[...props.wanted.map((key) => ({ key, label: t(`column.${key}`), ...cells[key] })), act]}
      rows={props.tasks}
      rowKey={({ taskId }) => taskId}
      empty={props.empty}
    />
  );
}
