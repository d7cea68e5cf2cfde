import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';
import { Requests } from './requests';
import { Threads } from './thread';
import type { View } from './view';

/** What is asked: of the family, and of archives and partners. */
export async function Asked({ view }: { view: View }) {
  const t = await getTranslations('case.asked');
  return (
    <Section title={t('title')} id="asked">
      <Threads view={view} />
      <Requests view={view} />
    </Section>
  );
}
