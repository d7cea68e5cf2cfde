import { getFormatter, getTranslations } from 'next-intl/server';
import { Figures } from '@/components/ui/figures';
import { Section } from '@/components/ui/headings';
import type { Locale } from '@/messages/routing';

/** What the register counts: applications; those with an established primary burial; the countries of these burials. */
export type HomeFiguresData = { applications: number; established: number; countries: number };

/** The state of the search in three numbers; nothing at all while there is nothing to count. */
export async function HomeFigures({ locale, figures }: { locale: Locale; figures: HomeFiguresData | null }) {
  if (!figures) return null;
  const t = await getTranslations('home.figures');
  const format = await getFormatter();
  const names = ['applications', 'established', 'countries'] as const;
  return (
    <Section
      title={t('title')}
      aside={
        <a href={`/${locale}/burials`} className="target">
          {t('all')}
        </a>
      }
    >
      <Figures
        items={names.map((name) => ({ value: format.number(figures[name]), label: t(name, { n: figures[name] }) }))}
      />
    </Section>
  );
}
