import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { mapColours as colours } from '@/domain/map/colours';
import type { MapDrawing } from '@/domain/map/draw';
import { ClusterSign, PlaceSign } from './map-mark';

/** What the signs and tones mean, in words; only what the drawing holds. */
export async function MapLegend({ drawing, tonesLabel }: { drawing: MapDrawing; tonesLabel: string }) {
  const t = await getTranslations('map.legend');
  const format = await getFormatter();
  const { marks, tones } = drawing;
  const holds = {
    exact: marks.some((mark) => mark.kind === 'point' && !mark.point.approximate),
    approximate: marks.some((mark) => mark.kind === 'point' && mark.point.approximate),
    cluster: marks.some((mark) => mark.kind === 'cluster'),
  };
  const rangeOf = (from: number, next: number | undefined) => {
    if (next === undefined) return t('more', { from: format.number(from) });
    return next - 1 === from
      ? format.number(from)
      : t('range', { from: format.number(from), to: format.number(next - 1) });
  };
  return (
    <div className="minor mt-[0.9em]">
      <h2 className="sr-only">{t('title')}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {holds.exact && <Sign sign={<PlaceSign approximate={false} />}>{t('exact')}</Sign>}
        {holds.approximate && <Sign sign={<PlaceSign approximate />}>{t('approximate')}</Sign>}
        {holds.cluster && <Sign sign={<ClusterSign radius={11} text={format.number(3)} />}>{t('cluster')}</Sign>}
      </ul>
      {tones.length > 0 && (
        <div className="mt-[0.6em]">
          <p>{tonesLabel}</p>
          <ul className="mt-[0.35em] flex flex-wrap gap-x-5 gap-y-1">
            {tones.map((from, tone) => (
              <li key={from} className="inline-flex items-center gap-2">
                <svg viewBox="0 0 28 18" aria-hidden="true" className="h-[1em] flex-none">
                  <rect x="0.5" y="0.5" width="27" height="17" fill={colours.tones[tone]} stroke={colours.border} />
                </svg>
                <span className="figures-aligned">{rangeOf(from, tones[tone + 1])}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="mt-[0.6em] text-muted">
        {tones.length > 0 && `${t('disputed')} `}
        {t('source')}
      </p>
    </div>
  );
}

function Sign({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-2">
      <svg viewBox="-16 -16 32 32" aria-hidden="true" className="size-[1.6em] flex-none">
        {sign}
      </svg>
      {children}
    </li>
  );
}
