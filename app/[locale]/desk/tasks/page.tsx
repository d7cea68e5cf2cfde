import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { setTaskAction } from '@/app/actions/my-work';
import { deskActor } from '@/app/actions/session';
import { taskFields } from '@/components/desk/task-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading, Section } from '@/components/ui/headings';
import { now } from '@/domain/clock';
import { myTasks } from '@/domain/desk/task-queries';
import { staffList } from '@/domain/staff/queries';
import { dayOf } from '@/domain/working-days';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { TaskTable } from '../task-table';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'task' });
  return { title: t('title') };
}

/** One's own tasks, those set for others, and what was done lately. */
export default async function TasksPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const tasks = await found(myTasks(actor, {}));
  const t = await getTranslations('task');
  const queue = await getTranslations('queue');
  const today = dayOf(now());
  const common = { locale, today, mayMark: () => true };
  return (
    <>
      <Breadcrumb items={[{ label: queue('title'), href: `/${locale}/desk` }, { label: t('title') }]} />
      <PageHeading>{t('title')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">{t('lead')}</p>
      <Section title={t('mine')} id="mine">
        <TaskTable
          {...common}
          caption={t('mine')}
          tasks={tasks.open}
          wanted={['due', 'text', 'about', 'setBy']}
          empty={<EmptyState title={t('mineEmpty')}>{t('mineNext')}</EmptyState>}
        />
      </Section>
      <Section title={t('set')} id="set">
        <ActionForm
          action={setTaskAction}
          token={crypto.randomUUID()}
          compact
          fields={await taskFields(await staffList(actor, {}), actor.staffId, today)}
          submit={t('setSubmit')}
          texts={await formTexts()}
        />
      </Section>
      <Section title={t('forOthers')} id="for-others">
        <TaskTable
          {...common}
          caption={t('forOthers')}
          tasks={tasks.forOthers}
          wanted={['due', 'text', 'about', 'assignee']}
          empty={<p className="text-muted">{t('forOthersEmpty')}</p>}
        />
      </Section>
      <Section title={t('doneLately')} id="done">
        <TaskTable
          {...common}
          caption={t('doneLately')}
          tasks={tasks.done}
          wanted={['done', 'text', 'about', 'setBy']}
          empty={<p className="text-muted">{t('doneEmpty')}</p>}
        />
      </Section>
    </>
  );
}
