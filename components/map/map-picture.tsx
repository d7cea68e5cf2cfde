import { useId } from 'react';
import { mapColours as colours } from '@/domain/map/colours';
import type { MapDrawing } from '@/domain/map/draw';
import { letters } from '@/domain/map/labels';
import type { Tile } from '@/domain/map/tiles';
import { MapMark, type MarkWords } from './map-mark';

/** Pictures and words that the marks say better. */
const unheard = { 'aria-hidden': true } as const;

type MapPictureProps = { drawing: MapDrawing; words: MarkWords; tiles?: readonly Tile[] };

/** A drawing as SVG; `words` names its marks. Only marks inside the frame are links. `tiles`: pictures under it, which then show land and borders. */
export function MapPicture({ drawing, words, tiles = [] }: MapPictureProps) {
  const landId = useId();
  const { drawn, size } = drawing;
  const isTiled = tiles.length > 0;
  return (
    <svg viewBox={`${drawn.x} ${drawn.y} ${drawn.width} ${drawn.height}`} role="presentation">
      <defs>
        <path id={landId} d={drawing.land} />
      </defs>
      <g {...unheard} className="map-lines" fill="none">
        <rect x={drawn.x} y={drawn.y} width={drawn.width} height={drawn.height} fill={colours.sea} />
        <path d={drawing.grid} stroke={colours.grid} strokeWidth={0.7} />
        {!isTiled && <use href={`#${landId}`} fill={colours.land} />}
        {tiles.map(({ href, x, y, width }) => (
          <image key={href} href={href} x={x} y={y} width={width} height={width} />
        ))}
        {drawing.shades.map(({ country, tone, path }) => (
          <path
            key={country}
            d={path}
            data-country={country}
            fill={colours.tones[tone]}
            fillOpacity={isTiled ? 0.4 : undefined}
          />
        ))}
        {drawing.neutral && !isTiled && <path d={drawing.neutral} fill={colours.land} />}
        {!isTiled && (
          <>
            <path d={drawing.borders} stroke={colours.border} strokeWidth={0.8} strokeLinejoin="round" />
            <use href={`#${landId}`} stroke={colours.coast} strokeWidth={0.9} strokeLinejoin="round" />
          </>
        )}
        {drawing.journey && (
          <path
            d={drawing.journey}
            stroke={colours.journey}
            strokeWidth={2.5}
            strokeDasharray="7 4"
            strokeLinejoin="round"
          />
        )}
      </g>
      <g {...unheard}>
        {drawing.labels.map(({ x, y, text, anchor, kind, always }) => (
          <g
            key={`${kind} ${text} ${x} ${y}`}
            transform={`translate(${x} ${y})`}
            className="map-spot"
            data-always={always || undefined}
          >
            <text
              className="map-word map-grown"
              data-kind={kind}
              textAnchor={anchor}
              fontSize={letters[kind].size}
              fill={kind === 'country' ? colours.countryWord : colours.word}
            >
              {text}
            </text>
          </g>
        ))}
      </g>
      {drawing.marks.map((mark) => (
        <MapMark key={mark.kind === 'point' ? mark.point.id : `${mark.x} ${mark.y}`} mark={mark} words={words} />
      ))}
      <rect x={0} y={0} width={size.width} height={size.height} fill="none" />
    </svg>
  );
}
