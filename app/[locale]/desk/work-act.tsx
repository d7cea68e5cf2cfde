import { getTranslations } from 'next-intl/server';
import { finishTaskAction, markMentionSeenAction } from '@/app/actions/my-work';
import { QuickAct } from '@/components/form/quick-act';
import type { WorkItem } from '@/domain/desk/my-work';

/** What can be marked in the list itself. */
export async function WorkAct({ item }: { item: WorkItem }) {
  const t = await getTranslations('work');
  if (item.what === 'task')
    return (
      <QuickAct
        action={finishTaskAction}
        stated={{ taskId: item.task.taskId }}
        label={t('done')}
        about={item.task.text}
      />
    );
  if (item.what === 'mention')
    return (
      <QuickAct
        action={markMentionSeenAction}
        stated={{ noteId: item.mention.noteId }}
        label={t('seen')}
        about={item.mention.text.slice(0, 80)}
      />
    );
  return null;
}
