import { getFormatter, getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';
import { Timeline } from '@/components/ui/timeline';
import type { Tracked } from '@/domain/applications/tracking';

/** What happened when, the newest first. */
export async function TrackHistory({ history }: { history: Tracked['history'] }) {
  const t = await getTranslations('track');
  const phase = await getTranslations('phase');
  const format = await getFormatter();
  return (
    <Section title={t('history')}>
      <Timeline
        label={t('history')}
        items={history.map((step) => ({
          key: `${step.at}-${step.phase}`,
          date: format.dateTime(step.at, { dateStyle: 'long' }),
          dateTime: new Date(step.at).toISOString(),
          title: phase(step.phase),
        }))}
      />
    </Section>
  );
}
