/** The map's projection: spherical Mercator, as tiles have it. Unit coordinates run from 0 to 1, east and south. Pure. */

/** What a map shows: `z` the zoom (at 0 the world is 256 wide, each step doubles it), `x` and `y` longitude and latitude of its middle. */
export type MapView = { z: number; x: number; y: number };
export type Size = { width: number; height: number };
export type Point = readonly [x: number, y: number];
export type Position = { longitude: number; latitude: number };
export type Box = { west: number; north: number; east: number; south: number };

/** Of a map on a page, in its own units. */
export const usualSize: Size = { width: 720, height: 620 };

export const leastZoom = 1.5;
export const mostZoom = 14;
/** Where the square world of the projection ends, degrees of latitude. */
const lastLatitude = 85.0511;
const tile = 256;

/** Longitude and latitude in degrees as unit coordinates; beyond the last latitude: its edge. */
export function unitOf({ longitude, latitude }: Position): Point {
  const sine = Math.sin((Math.min(lastLatitude, Math.max(-lastLatitude, latitude)) * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The way back. */
export function positionOf([x, y]: Point): Position {
  return {
    longitude: (x - 0.5) * 360,
    latitude: (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI,
  };
}

/** How wide the world is at this zoom, in units of the drawing. */
export const worldWidth = (z: number): number => tile * 2 ** z;

/** The part of the unit world a view shows; `spare` as much again on every side as a share of the size. */
export function boxOf(view: MapView, size: Size, spare = 0): Box {
  const [x, y] = unitOf({ longitude: view.x, latitude: view.y });
  const width = ((0.5 + spare) * size.width) / worldWidth(view.z);
  const height = ((0.5 + spare) * size.height) / worldWidth(view.z);
  return { west: x - width, east: x + width, north: y - height, south: y + height };
}

/** From unit coordinates to the drawing's. */
export function placing(view: MapView, size: Size): (point: Point) => Point {
  const { west, north } = boxOf(view, size);
  const scale = worldWidth(view.z);
  return ([x, y]) => [(x - west) * scale, (y - north) * scale];
}

/** The view moved by so much of the drawing and zoomed by `zoom` steps about a point of it (its middle when none is given). */
export function moved(
  view: MapView,
  size: Size,
  by: { right?: number; down?: number; zoom?: number; about?: Point },
): MapView {
  const z = withinZoom(view.z + (by.zoom ?? 0));
  const [x, y] = unitOf({ longitude: view.x, latitude: view.y });
  const [aboutX, aboutY] = by.about ?? [size.width / 2, size.height / 2];
  const offset = [aboutX - size.width / 2, aboutY - size.height / 2] as const;
  const before = worldWidth(view.z);
  const after = worldWidth(z);
  return viewAt(z, [
    x + offset[0] / before - offset[0] / after + (by.right ?? 0) / before,
    y + offset[1] / before - offset[1] / after + (by.down ?? 0) / before,
  ]);
}

/** The view of this zoom about a unit point, kept on the world and rounded to what an address needs. */
export function viewAt(z: number, [x, y]: Point): MapView {
  const { longitude, latitude } = positionOf([Math.min(1, Math.max(0, x)), Math.min(1, Math.max(0, y))]);
  return roundedView({ z, x: longitude, y: latitude });
}

const roundedView = ({ z, x, y }: MapView): MapView => ({
  z: Number(withinZoom(z).toFixed(2)),
  x: Number(x.toFixed(4)),
  y: Number(y.toFixed(4)),
});

/**
 * The view that shows all positions, `margin` of the size left free on every side (0 to 0.5), zoomed in no further than `nearest`.
 * With no position at all: the lands of the war's western front.
 */
export function viewOfAll(positions: readonly Position[], size: Size, margin = 0.14, nearest = 6.5): MapView {
  if (positions.length === 0) return { z: 3.6, x: 30, y: 53.5 };
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const position of positions) {
    const [x, y] = unitOf(position);
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  const fits = (span: number, room: number) => Math.log2(((1 - 2 * margin) * room) / (tile * Math.max(span, 1e-9)));
  const z = Math.min(nearest, fits(east - west, size.width), fits(south - north, size.height));
  return viewAt(Math.floor(z * 10) / 10, [(west + east) / 2, (north + south) / 2]);
}

/** A view as an address names it (`z`, `x`, `y`); null when it names none, or none of this earth. */
export function viewFrom(asked: { z?: unknown; x?: unknown; y?: unknown }): MapView | null {
  const [z, x, y] = [asked.z, asked.x, asked.y].map((text) =>
    typeof text === 'string' && /^-?\d{1,3}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN,
  );
  if (z === undefined || x === undefined || y === undefined) return null;
  if (!(z >= 0 && z <= 20 && Math.abs(x) <= 180 && Math.abs(y) <= 90)) return null;
  return roundedView({ z, x, y: Math.min(lastLatitude, Math.max(-lastLatitude, y)) });
}

/** A view as search parameters. */
export const viewParams = ({ z, x, y }: MapView): Record<'z' | 'x' | 'y', string> => ({
  z: String(z),
  x: String(x),
  y: String(y),
});

/** Kilometres on the ground that one unit of the drawing shows, at the view's middle. */
export function kilometresPerUnit(view: MapView): number {
  return (40_075.017 * Math.cos((view.y * Math.PI) / 180)) / worldWidth(view.z);
}

const withinZoom = (z: number): number => Math.min(mostZoom, Math.max(leastZoom, z));
