import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/headings';
import type { NewsCounts } from '@/domain/news/queries';
import type { Locale } from '@/messages/routing';

/** On the page of one's own work: that somebody is to be told by us; nothing when nobody is. */
export async function NewsWaiting({ locale, counts }: { locale: Locale; counts: NewsCounts }) {
  const t = await getTranslations('news.work');
  const { toTell, undelivered } = counts;
  if (toTell === 0 && undelivered === 0) return null;
  return (
    <Section title={t('title')} id="news">
      <p>
        <a href={`/${locale}/desk/news`} className="target font-semibold">
          {t('toTell', { n: toTell })}
        </a>
        {undelivered > 0 && <span className="ml-4 text-refusal">{t('undelivered', { n: undelivered })}</span>}
      </p>
    </Section>
  );
}
