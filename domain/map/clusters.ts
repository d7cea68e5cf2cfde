/** Points that would lie upon each other become one mark with their number. */
import Supercluster, { type ClusterProperties } from 'supercluster';
import { type Box, type MapView, mostZoom, positionOf, unitOf, viewAt } from './mercator';

export type MapPoint = {
  id: string;
  longitude: number;
  latitude: number;
  /** The point stands for a settlement or a region, not for the grave. */
  approximate: boolean;
  name: string;
  /** Soldiers who lie there. */
  soldiers: number;
  /** Where a click on it leads. */
  href?: string;
};

type Sums = { soldiers: number; exact: number };

export type Group =
  | { kind: 'point'; longitude: number; latitude: number; point: MapPoint }
  | {
      kind: 'cluster';
      longitude: number;
      latitude: number;
      /** Burial places in it, two at least, and the soldiers who lie there. */
      places: number;
      soldiers: number;
      /** None of its places is known exactly. */
      approximate: boolean;
      /** The view in which it falls apart; null when its places share one point. */
      inside: MapView | null;
    };

/** How near to each other two points must be to become one mark, in units of the drawing. */
const radius = 54;
const indexes = new WeakMap<readonly MapPoint[], Supercluster<MapPoint, Sums>>();

/** The marks of a zoom whose middle lies in the box. An index is made once for a list of points and kept as long as that list is. */
export function groupsIn(points: readonly MapPoint[], box: Box, z: number): Group[] {
  const index = indexOf(points);
  const northWest = positionOf([box.west, box.north]);
  const southEast = positionOf([box.east, box.south]);
  const bounds = [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude] as const;
  return index.getClusters([...bounds], Math.round(z)).map(({ geometry, properties }) => {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    if (!('cluster' in properties)) return { kind: 'point', longitude, latitude, point: properties as MapPoint };
    const cluster = properties as ClusterProperties & Sums;
    const apart = index.getClusterExpansionZoom(cluster.cluster_id);
    return {
      kind: 'cluster',
      longitude,
      latitude,
      places: cluster.point_count,
      soldiers: cluster.soldiers,
      approximate: cluster.exact === 0,
      inside: apart > mostZoom ? null : viewAt(apart, unitOf({ longitude, latitude })),
    };
  });
}

function indexOf(points: readonly MapPoint[]): Supercluster<MapPoint, Sums> {
  const known = indexes.get(points);
  if (known) return known;
  const made = new Supercluster<MapPoint, Sums>({
    radius,
    extent: 256,
    maxZoom: mostZoom,
    map: ({ soldiers, approximate }) => ({ soldiers, exact: approximate ? 0 : 1 }),
    reduce: (sum, { soldiers, exact }) => {
      sum.soldiers += soldiers;
      sum.exact += exact;
    },
  }).load(
    points.map((point) => ({
      type: 'Feature',
      properties: point,
      geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
    })),
  );
  indexes.set(points, made);
  return made;
}
