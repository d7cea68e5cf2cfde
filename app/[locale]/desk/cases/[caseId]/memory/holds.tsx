import { getTranslations } from 'next-intl/server';
import { freePublicationAction, holdPublicationAction } from '@/app/actions/memory';
import { CaseItem } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Section } from '@/components/ui/headings';
import { DeskAct } from '../../../desk-act';
import type { MemoryView } from './view';

/** A manager keeps everything about the case off the site, and lets it back. */
export async function HoldPart({ view }: { view: MemoryView }) {
  const { caseId, memory, locale } = view;
  const mayHold = view.may('publication.hold');
  if (!mayHold && memory.holds.length === 0) return null;
  const t = await getTranslations('memoryDesk');
  const { day } = await days();
  return (
    <Section title={t('holds')} id="holds">
      <p className="measure mb-3 text-muted">{t('holdLead')}</p>
      <ul>
        {memory.holds.map(({ id, heldAt, heldBy, objectionId }) => (
          <CaseItem
            key={id}
            title={t('held', { by: heldBy, day: day(heldAt) })}
            meta={objectionId ? <a href={`/${locale}/desk/objections/${objectionId}`}>{t('heldFor')}</a> : ''}
          >
            {mayHold && <DeskAct action={freePublicationAction} hidden={{ caseId, holdId: id }} submit={t('free')} />}
          </CaseItem>
        ))}
      </ul>
      {mayHold && memory.holds.length === 0 && (
        <DeskAct action={holdPublicationAction} hidden={{ caseId }} summary={t('hold')} submit={t('hold')} danger />
      )}
    </Section>
  );
}
