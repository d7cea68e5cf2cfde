import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';

/** For those who would rather write by hand: the empty form. */
export async function PaperForm({ locale }: { locale: string }) {
  const t = await getTranslations('apply.paper');
  return (
    <Section title={t('title')} id="paper">
      <p className="measure">{t('text')}</p>
      <p className="mt-2">
        <a href={`/api/documents/application-form?language=${locale}`} className="target" download>
          {t('link')}
        </a>
      </p>
    </Section>
  );
}

/** What was written in this browser, to keep on paper. */
export async function OwnPaperLink({ locale }: { locale: string }) {
  const t = await getTranslations('apply.paper');
  return (
    <p className="mt-4 print:hidden">
      <a href={`/api/documents/my-draft.pdf?language=${locale}`} className="target" download>
        {t('own')}
      </a>
    </p>
  );
}
