import { getTranslations } from 'next-intl/server';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import type { PublicBurial } from '@/domain/burials/public';
import { fullName } from '@/domain/names';
import { dateText, readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';
import { placeNow } from './burial-place-words';

type KnownProps = {
  entries: readonly PublicBurial[];
  locale: Locale;
  /** closed behind one line, on the pages after the one where it was first read */
  brief?: boolean;
};

/** "We may know already": who of the register may be the man applied for. */
export async function KnownAlready({ entries, locale, brief = false }: KnownProps) {
  if (entries.length === 0) return null;
  const t = await getTranslations('apply.known');
  const words = (
    <>
      <p>{t('text', { count: entries.length })}</p>
      <ul className="my-3">
        {entries.map((entry) => (
          <li key={entry.burialId} className="my-1">
            <a
              href={`/${locale}/burials/${entry.burialId}`}
              target="_blank"
              rel="noopener"
              className="target name-of-the-dead"
            >
              {fullName(entry)}
              <span className="sr-only"> ({t('newTab')})</span>
            </a>
            <span className="block">
              {[entry.birth && t('born', { date: dateText(readDate(entry.birth), locale) }), placeNow(entry, locale)]
                .filter(Boolean)
                .join('; ')}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('goOn')}</p>
    </>
  );
  return (
    <section aria-label={t('title')} className="max-w-[40rem] print:hidden">
      {brief ? <Disclosure summary={t('title')}>{words}</Disclosure> : <Notice title={t('title')}>{words}</Notice>}
    </section>
  );
}
