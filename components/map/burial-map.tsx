import { getFormatter, getTranslations } from 'next-intl/server';
import { useId } from 'react';
import { type Address, addressWith } from '@/components/ui/address';
import { type CountryLocale, countryName } from '@/domain/countries';
import type { MapPoint } from '@/domain/map/clusters';
import { drawMap, type MapDrawing } from '@/domain/map/draw';
import { type MapView, viewParams } from '@/domain/map/mercator';
import type { CountryFigure } from '@/domain/map/shading';
import { tilesOf } from '@/domain/map/tiles';
import { MapControls } from './map-controls';
import { MapLegend } from './map-legend';
import type { MarkWords } from './map-mark';
import { MapMotion } from './map-motion';
import { MapOver } from './map-over';
import { MapPicture } from './map-picture';

export type BurialMapProps = {
  locale: CountryLocale;
  /** Kept lists are clustered once: hand on the same array while it is the same. */
  points: readonly MapPoint[];
  /** Applications by country today; none: no shading. */
  figures?: readonly CountryFigure[];
  /** Null: everything. */
  view: MapView | null;
  /** The page and its other parameters; the map adds `z`, `x`, `y`. */
  address: Address;
  /** Where the places that share one point are listed. */
  placesHref?: string;
  /** Pictures under the map: the address of a tile with `{z}`, `{x}`, `{y}`, and whose they are. */
  tiles?: { pattern: string; credit: string } | null;
  /** Words for the tones when `figures` are not the applications. */
  tonesLabel?: string;
};

/** How much beyond the frame is drawn; components/map/map.css makes the sheet as much larger. */
const spare = 0.2;

/** The map of the burial places, drawn for the view its address names. */
export async function BurialMap({
  locale,
  points,
  figures = [],
  view,
  address,
  placesHref,
  tiles = null,
  tonesLabel,
}: BurialMapProps) {
  const t = await getTranslations('map');
  const format = await getFormatter();
  const counts = new Map(figures.map(({ country, count }) => [country, count]));
  const drawing = drawMap({
    points,
    figures,
    view,
    spare,
    namePlaces: true,
    nameCountry: (country) =>
      t('country', { country: countryName(country, locale), count: format.number(counts.get(country) ?? 0) }),
  });
  const words: MarkWords = {
    single: ({ point }) =>
      t(point.approximate ? 'singleApproximate' : 'single', { name: point.name, soldiers: point.soldiers }),
    cluster: ({ places, soldiers, inside }) => t(inside ? 'cluster' : 'clusterSame', { places, soldiers }),
    number: (places) => format.number(places),
    clusterHref: ({ inside }) =>
      inside ? `${addressWith(address, viewParams(inside))}#map` : (placesHref ?? `${addressWith(address, {})}#places`),
  };
  return (
    <Drawn
      drawing={drawing}
      tiles={tiles}
      words={words}
      address={address}
      shown={t('shown', visibleIn(drawing))}
      label={t('label')}
      keys={t('keys')}
      tonesLabel={tonesLabel ?? t('legend.tones')}
    />
  );
}

type DrawnProps = {
  tiles: { pattern: string; credit: string } | null;
  drawing: MapDrawing;
  words: MarkWords;
  address: Address;
  shown: string;
  label: string;
  keys: string;
  tonesLabel: string;
};

function Drawn({ drawing, tiles, words, address, shown, label, keys, tonesLabel }: DrawnProps) {
  const keysId = useId();
  return (
    <div id="map" className="map">
      <MapMotion
        view={drawing.view}
        address={address}
        label={label}
        describedBy={keysId}
        over={<MapOver drawing={drawing} />}
        controls={<MapControls view={drawing.view} size={drawing.size} address={address} />}
      >
        <MapPicture
          drawing={drawing}
          words={words}
          tiles={tiles ? tilesOf(tiles.pattern, drawing.view, drawing.size, spare) : []}
        />
      </MapMotion>
      <p aria-live="polite" className="minor mt-[0.5em]">
        {shown}
      </p>
      <p id={keysId} className="minor mt-[0.25em] text-muted print:hidden">
        {keys}
      </p>
      <MapLegend drawing={drawing} tonesLabel={tonesLabel} />
      {tiles?.credit && <p className="minor mt-[0.25em] text-muted">{tiles.credit}</p>}
    </div>
  );
}

function visibleIn({ marks }: MapDrawing): { places: number; soldiers: number } {
  let [places, soldiers] = [0, 0];
  for (const mark of marks) {
    if (!mark.visible) continue;
    places += mark.kind === 'cluster' ? mark.places : 1;
    soldiers += mark.kind === 'cluster' ? mark.soldiers : mark.point.soldiers;
  }
  return { places, soldiers };
}
