import { getTranslations } from 'next-intl/server';
import { entryOf, type StatisticResult, type StatisticRow } from '@/domain/statistics/catalogue';
import type { StatisticWords } from '@/domain/statistics/words';
import { chartTexts } from './chart-texts';
import { StatisticChart } from './statistic-chart';

type CardProps = {
  result: StatisticResult;
  words: StatisticWords;
  /** its own page */
  href: string;
  /** what this one is, where two of one entry stand beside each other */
  note?: string;
  hrefOf?: (row: StatisticRow) => string | undefined;
};

const mostBars = 14;

/** One statistic on the page of them all: its drawing, and the way to its definition, table and files. */
export async function StatisticCard({ result, words, href, note, hrefOf }: CardProps) {
  const t = await getTranslations('statistics');
  const rows = result.rows.length;
  const isCut = rows > mostBars && ['bars', 'stacked'].includes(entryOf(result.key).chart);
  return (
    <article className="min-w-0 break-inside-avoid">
      <h3 className="title-3">
        <a href={href} className="text-ink">
          {words.title(result.key)}
        </a>
      </h3>
      {note && <p className="minor text-muted">{note}</p>}
      {result.open !== undefined && <p className="minor text-muted">{t('openNow', { n: result.open })}</p>}
      <div className="mt-[0.6em]">
        {rows === 0 ? (
          <p className="border-line border-y py-[0.9em] text-muted">{t('nothing')}</p>
        ) : (
          <StatisticChart
            result={result}
            words={words}
            texts={await chartTexts(result, t('chartDescLink', { n: rows }))}
            most={mostBars}
            {...(hrefOf ? { hrefOf } : {})}
          />
        )}
      </div>
      <p className="minor mt-[0.5em] print:hidden">
        <a href={href} className="target">
          {isCut ? t('all', { n: rows }) : t('more')}
          <span className="sr-only">: {words.title(result.key)}</span>
        </a>
      </p>
    </article>
  );
}
