import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';
import { Questions } from './questions';
import { Requests } from './requests';
import type { View } from './view';

/** What is asked: of the family, and of archives and partners. */
export async function Asked({ view }: { view: View }) {
  const t = await getTranslations('case.asked');
  return (
    <Section title={t('title')} id="asked">
      <Questions view={view} />
      <Requests view={view} />
    </Section>
  );
}
