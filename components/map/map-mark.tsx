import { mapColours as colours } from '@/domain/map/colours';
import type { Mark } from '@/domain/map/draw';

type Cluster = Mark & { kind: 'cluster' };
type Single = Mark & { kind: 'point' };

/** How marks are spoken of and where they lead. */
export type MarkWords = {
  single: (mark: Single) => string;
  cluster: (mark: Cluster) => string;
  number: (places: number) => string;
  clusterHref: (mark: Cluster) => string;
};

/** Beyond the frame: seen while the sheet is dragged, and nothing to tell. */
const unheard = { 'aria-hidden': true } as const;

/** One place or several together; a link where there is something to open. */
export function MapMark({ mark, words }: { mark: Mark; words: MarkWords }) {
  const at = `translate(${mark.x} ${mark.y})`;
  const href = mark.kind === 'point' ? mark.point.href : words.clusterHref(mark);
  const label = mark.kind === 'point' ? words.single(mark) : words.cluster(mark);
  const sign =
    mark.kind === 'point' ? (
      <PlaceSign approximate={mark.point.approximate} />
    ) : (
      <ClusterSign radius={mark.radius} text={words.number(mark.places)} />
    );
  if (!mark.visible)
    return (
      <g transform={at} {...unheard}>
        {sign}
      </g>
    );
  if (!href)
    return (
      <g transform={at} {...{ role: 'img', 'aria-label': label }}>
        <title>{label}</title>
        {sign}
      </g>
    );
  return (
    <g transform={at}>
      <a
        href={href}
        className="map-mark"
        aria-label={label}
        data-map={
          mark.kind === 'cluster' && mark.inside ? `${mark.inside.z} ${mark.inside.x} ${mark.inside.y}` : undefined
        }
      >
        <title>{label}</title>
        {sign}
      </a>
    </g>
  );
}

/** A filled disc for an exact point, an open ring for one that stands for a settlement or region. */
export function PlaceSign({ approximate }: { approximate: boolean }) {
  return (
    <g className="map-grown">
      <circle r={14} fill="transparent" />
      {approximate ? (
        <>
          <circle className="map-ring" r={8} fill="none" stroke={colours.halo} strokeWidth={1.5} />
          <circle r={5.5} fill={colours.halo} stroke={colours.mark} strokeWidth={2.5} />
        </>
      ) : (
        <circle className="map-ring" r={6.5} fill={colours.mark} stroke={colours.halo} strokeWidth={1.5} />
      )}
    </g>
  );
}

export function ClusterSign({ radius, text }: { radius: number; text: string }) {
  return (
    <g className="map-grown">
      <circle r={radius + 4} fill={colours.mark} fillOpacity={0.22} />
      <circle className="map-ring" r={radius} fill={colours.mark} stroke={colours.halo} strokeWidth={1.5} />
      <text className="map-number" textAnchor="middle" y={4.5} fontSize={text.length > 4 ? 10 : 13} fill={colours.halo}>
        {text}
      </text>
    </g>
  );
}
