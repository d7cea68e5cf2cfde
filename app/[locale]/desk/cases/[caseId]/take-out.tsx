import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/headings';
import type { View } from './view';

/** The case as a file for other programs. */
export async function TakeOut({ view }: { view: View }) {
  if (!view.may('case.export')) return null;
  const t = await getTranslations('case');
  return (
    <Section title={t('takeOut')} id="take-out">
      <p className="measure mb-4">{t('gedcomHint')}</p>
      <form
        action={`/api/exports/cases/${view.caseId}/gedcom?language=${view.locale}`}
        method="post"
        className="print:hidden"
      >
        <Button look="secondary">{t('gedcom')}</Button>
      </form>
    </Section>
  );
}
