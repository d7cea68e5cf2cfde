import { getFormatter, getTranslations } from 'next-intl/server';
import { mapColours as colours } from '@/domain/map/colours';
import type { MapDrawing } from '@/domain/map/draw';

/** What does not move with the sheet: how long a length is. */
export async function MapOver({ drawing: { size, scale } }: { drawing: MapDrawing }) {
  const t = await getTranslations('map');
  const format = await getFormatter();
  const [x, y] = [14, size.height - 14];
  return (
    <svg className="map-over" viewBox={`0 0 ${size.width} ${size.height}`} role="presentation">
      <path
        d={`M${x} ${y - 6}v6h${scale.width}v-6`}
        fill="none"
        stroke={colours.halo}
        strokeWidth={5}
        strokeOpacity={0.8}
      />
      <path d={`M${x} ${y - 6}v6h${scale.width}v-6`} fill="none" stroke={colours.word} strokeWidth={1.5} />
      <g transform={`translate(${x + scale.width + 7} ${y})`}>
        <text className="map-word map-grown" fontSize={12} fill={colours.word}>
          {t('scale', { km: format.number(scale.kilometres) })}
        </text>
      </g>
    </svg>
  );
}
