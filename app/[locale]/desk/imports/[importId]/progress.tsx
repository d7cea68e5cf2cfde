import { getFormatter, getTranslations } from 'next-intl/server';
import { ImportWatch } from '@/components/desk/import-watch';
import type { ImportLine } from '@/domain/archive/queries';

/** How far a file is read, how fast, and how long it still takes; renews itself with or without script. */
export async function ImportProgress({ line, address }: { line: ImportLine; address: string }) {
  const t = await getTranslations('imports');
  const format = await getFormatter();
  const share = line.share ?? 0;
  return (
    <div className="mb-6 max-w-[40rem]">
      <p className="mb-2">
        {line.isEnding ? t('ending') : line.isBehind ? t('behind') : t('running')}{' '}
        <a href={address} className="target">
          {t('reload')}
        </a>
        <ImportWatch seconds={3} />
      </p>
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <svg
        role="progressbar"
        aria-label={t('progress.label')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(share * 100)}
        className="h-[0.9em] w-full border border-line"
        preserveAspectRatio="none"
      >
        <rect width={`${(share * 100).toFixed(1)}%`} height="100%" fill="currentColor" className="text-accent" />
      </svg>
      <p className="figures-aligned mt-2 text-muted">
        {[
          format.number(share, { style: 'percent' }),
          ...(line.isEnding ? [] : [t('progress.rows', { n: line.read })]),
          ...(line.rate > 0 ? [t('progress.rate', { n: line.rate })] : []),
          ...(line.left === null ? [] : [await leftText(line.left)]),
        ].join(' · ')}
      </p>
    </div>
  );
}

async function leftText(seconds: number): Promise<string> {
  const t = await getTranslations('imports.progress');
  return seconds < 90 ? t('seconds', { n: seconds }) : t('minutes', { n: Math.ceil(seconds / 60) });
}
