import { getTranslations } from 'next-intl/server';
import { assignManyAction, moveManyAction, taskManyAction } from '@/app/actions/bulk';
import { TickedIds } from '@/components/desk/bulk-ticks';
import { colleagueOptions, taskFields } from '@/components/desk/task-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FormTexts } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import { choicesFrom, isStatus, statuses } from '@/domain/cases/pipeline';
import { can, type StaffActor } from '@/domain/permissions';
import type { StaffLine } from '@/domain/staff/queries';

/** The form to which the boxes in the table belong; the others read what is ticked. */
export const bulkForm = 'move-many';

type BulkProps = {
  actor: StaffActor;
  /** the status the list shows, if it shows one */
  status: string;
  staff: readonly StaffLine[];
  /** museum day */
  today: string;
};

/** What can be done with the ticked cases: move, assign, set a task; each case by itself, under the guards it always has. */
export async function Bulk({ actor, status, staff, today }: BulkProps) {
  const t = await getTranslations('queue.bulk');
  const texts = await formTexts();
  return (
    <section aria-label={t('acts')} className="mt-6 border-line border-t pt-4 print:hidden">
      <h2 className="title-3">{t('acts')}</h2>
      <p className="measure mt-1 text-muted">{t('hint')}</p>
      <div className="flex flex-wrap items-start gap-x-7 [&>details[open]]:basis-full">
        {can(actor, 'case.move', true) && <Move status={status} texts={texts} />}
        {can(actor, 'case.assign', true) && (
          <Disclosure summary={t('assign')}>
            <ActionForm
              id="assign-many"
              action={assignManyAction}
              texts={texts}
              token={crypto.randomUUID()}
              compact
              submit={t('assignSubmit')}
              fields={await assignFields(staff, actor.staffId)}
            >
              <TickedIds />
            </ActionForm>
          </Disclosure>
        )}
        {can(actor, 'task.write') && (
          <Disclosure summary={t('task')}>
            <p className="measure mb-3 text-muted">{t('taskHint')}</p>
            <ActionForm
              id="task-many"
              action={taskManyAction}
              texts={texts}
              token={crypto.randomUUID()}
              compact
              submit={t('taskSubmit')}
              fields={await taskFields(staff, actor.staffId, today)}
            >
              <TickedIds />
            </ActionForm>
          </Disclosure>
        )}
      </div>
    </section>
  );
}

async function Move({ status, texts }: { status: string; texts: FormTexts }) {
  const t = await getTranslations('queue.bulk');
  const words = await getTranslations('status');
  const from = isStatus(status) ? [status] : statuses;
  const targets = statuses.filter((to) => from.some((one) => choicesFrom(one).includes(to)));
  if (targets.length === 0) return null;
  return (
    <Disclosure summary={t('move')}>
      <ActionForm
        id={bulkForm}
        action={moveManyAction}
        texts={texts}
        token={crypto.randomUUID()}
        compact
        submit={t('submit')}
        fields={[
          {
            name: 'to',
            kind: 'select',
            label: t('to'),
            required: true,
            width: 'medium',
            options: targets.map((to) => ({ value: to, label: words(to) })),
          },
          { name: 'reason', kind: 'textarea', label: t('reason'), hint: t('reasonHint'), rows: 2, maxLength: 4000 },
        ]}
      />
    </Disclosure>
  );
}

async function assignFields(staff: readonly StaffLine[], me: string) {
  const t = await getTranslations('case.steps');
  return [
    {
      name: 'assigneeId',
      kind: 'select' as const,
      label: t('assignee'),
      required: true,
      width: 'medium' as const,
      options: await colleagueOptions(staff, me),
    },
    {
      name: 'note',
      kind: 'textarea' as const,
      label: t('note'),
      hint: t('noteHint'),
      rows: 2,
      maxLength: 4000,
    },
  ];
}
