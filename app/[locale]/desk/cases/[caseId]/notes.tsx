import { getTranslations } from 'next-intl/server';
import { addNoteAction } from '@/app/actions/desk';
import { markMentionSeenAction } from '@/app/actions/my-work';
import { PartHeading } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { QuickAct } from '@/components/form/quick-act';
import { Timeline } from '@/components/ui/timeline';
import { mentionsOfCase } from '@/domain/desk/mentions';
import { Act } from './act';
import type { View } from './view';

/** Internal notes and whom they call on; relatives never see them. */
export async function Notes({ view }: { view: View }) {
  const t = await getTranslations('case.history');
  const work = await getTranslations('work');
  const { day } = await days();
  const { notes } = view.page;
  const mentions = await mentionsOfCase(view.actor, { caseId: view.caseId });
  const called = view.staff.filter(
    (one) => one.active && one.role !== 'administrator' && one.id !== view.actor.staffId,
  );
  const calls = (noteId: string) => mentions.filter((one) => one.noteId === noteId);
  return (
    <div id="notes">
      <PartHeading>{t('notes')}</PartHeading>
      {notes.length === 0 && <p className="text-muted">{t('noNotes')}</p>}
      <Timeline
        label={t('notes')}
        items={notes.map((note) => {
          const names = calls(note.id).map(({ name, seenAt }) => (seenAt === null ? name : t('callsSeen', { name })));
          const waitsForMe = calls(note.id).some(
            ({ staffId, seenAt }) => staffId === view.actor.staffId && seenAt === null,
          );
          return {
            key: note.id,
            date: day(note.writtenAt),
            dateTime: new Date(note.writtenAt).toISOString(),
            title: <span className="font-normal whitespace-pre-line">{note.text}</span>,
            by: [note.by, names.length > 0 && t('calls', { names: names.join(', ') })].filter(Boolean).join(' · '),
            ...(waitsForMe
              ? { body: <QuickAct action={markMentionSeenAction} stated={{ noteId: note.id }} label={work('seen')} /> }
              : {}),
          };
        })}
      />
      {view.may('note.write') && (
        <Act
          view={view}
          action={addNoteAction}
          summary={t('addNote')}
          submit={t('addNoteSubmit')}
          fields={[
            {
              name: 'text',
              kind: 'textarea',
              label: t('note'),
              hint: t('noteHint'),
              required: true,
              rows: 3,
              maxLength: 4000,
            },
            ...(called.length > 0
              ? [
                  {
                    name: 'mentions',
                    kind: 'checkboxes' as const,
                    label: t('mentions'),
                    hint: t('mentionsHint'),
                    options: called.map(({ id, name }) => ({ value: id, label: name })),
                  },
                ]
              : []),
          ]}
        />
      )}
    </div>
  );
}
