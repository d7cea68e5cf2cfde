/** The bundled geometry of the world (Natural Earth 1:50,000,000 by world-atlas), thinned for a zoom; read once, kept. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { codeOfNumber } from './country-numbers';
import { disputedAreas, disputedGeometries } from './disputed';
import { type Box, type Point, unitOf } from './mercator';
import { area, boxAbout, cutToConvex, holds, type Line, overlap, thinned } from './outlines';

export type Shape = { line: Line; box: Box };

export type World = {
  /** All land, as rings of unit coordinates. */
  land: readonly Shape[];
  /** Land of a country by its code; without whatever is disputed as a whole. */
  countries: ReadonlyMap<string, readonly Shape[]>;
  /** Land in disputed areas that the geometry gives to some country: laid over the shading. */
  neutral: readonly Shape[];
  /** Borders between countries, none of them disputed; a run of a line each. */
  borders: readonly Shape[];
};

type Countries = GeometryCollection<{ name: string }>;
type Atlas = Topology<{ countries: Countries; land: GeometryCollection }>;

/** From here on the geometry has no more to show. */
const finestLevel = 8;
/** What may be lost, in units of the drawing. */
const tolerance = 0.7;
/** Antarctica reaches round the pole, where this projection has no place. */
const iceBegins = unitOf({ longitude: 0, latitude: -62 })[1];

let atlas: Atlas | null = null;
const levels = new Map<number, World>();

/** The world fit for zooms up to `zoom`. */
export function worldAt(zoom: number): World {
  const level = Math.min(finestLevel, Math.max(1, Math.ceil(zoom)));
  const known = levels.get(level);
  if (known) return known;
  atlas ??= readAtlas();
  const made = thinnedWorld(atlas, 1 / (256 * 2 ** level));
  levels.set(level, made);
  return made;
}

/** Packages lie beside the program, in the server's build as on the command line. */
function readAtlas(): Atlas {
  const file = path.join(process.cwd(), 'node_modules/world-atlas/countries-50m.json');
  const { transform, ...read } = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const [scaleX = 1, scaleY = 1] = transform?.scale ?? [];
  const [fromX = 0, fromY = 0] = transform?.translate ?? [];
  const arcs = read.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((step) => {
      x += step[0] ?? 0;
      y += step[1] ?? 0;
      return [...unitOf({ longitude: x * scaleX + fromX, latitude: y * scaleY + fromY })];
    });
  });
  return { ...read, arcs };
}

/** @param unit how much of the unit world one unit of the drawing is */
function thinnedWorld(full: Atlas, unit: number): World {
  // Arc by arc: neighbours share one, and stay neighbours.
  const topology: Atlas = {
    ...full,
    arcs: full.arcs.map((arc) => thinned(arc as unknown as Line, tolerance * unit).map(([x, y]) => [x, y])),
  };
  const least = 3 * unit * unit;
  const { geometries } = topology.objects.countries;
  const countries = new Map<string, Shape[]>();
  for (const geometry of geometries) {
    const code = codeOfNumber(String(geometry.id ?? ''));
    if (!code || isDisputed(geometry)) continue;
    countries.set(code, [...(countries.get(code) ?? []), ...ringsOf(topology, geometry, least)]);
  }
  const borders = mesh(topology, topology.objects.countries as GeometryObject, (one, other) => {
    return one !== other && !isDisputed(one as Country) && !isDisputed(other as Country);
  });
  return {
    land: topology.objects.land.geometries.flatMap((geometry) => ringsOf(topology, geometry, least)),
    countries,
    neutral: areas.flatMap(({ of, pieces }) =>
      of.flatMap((code) =>
        (countries.get(code) ?? []).flatMap((ring) => pieces.flatMap((piece) => common(ring, piece))),
      ),
    ),
    borders: undisputed(borders).map(shape),
  };
}

type Country = Countries['geometries'][number];

const isDisputed = (geometry: Country): boolean => nameOf(geometry) in disputedGeometries;

/** Whether a unit point lies where nothing is drawn, shaded or named as this or that country's. */
export const isDisputedPoint = (point: Point): boolean => allPieces.some((piece) => holds(piece.line, point));

const nameOf = ({ properties }: Country): string => (properties && 'name' in properties ? properties.name : '');

const areas = disputedAreas.map(({ of, pieces }) => ({
  of,
  pieces: pieces.map((corners) => shape(corners.map(([longitude, latitude]) => unitOf({ longitude, latitude })))),
}));
const allPieces = areas.flatMap(({ pieces }) => pieces);

function common(ring: Shape, piece: Shape): Shape[] {
  if (!overlap(ring.box, piece.box)) return [];
  const line = cutToConvex(ring.line, piece.line);
  return line.length > 2 ? [shape(line)] : [];
}

function ringsOf(topology: Atlas, geometry: GeometryObject, least: number): Shape[] {
  const found = (feature(topology, geometry) as unknown as Feature<Polygon | MultiPolygon>).geometry;
  const polygons = found.type === 'Polygon' ? [found.coordinates] : found.coordinates;
  return polygons
    .flat()
    .map((ring) => unbroken(ring.slice(0, -1) as unknown as Line))
    .filter((ring) => ring.length > 2 && Math.abs(area(ring)) / 2 >= least)
    .map(shape)
    .filter(({ box }) => box.south < iceBegins);
}

/** A ring that crosses the 180th meridian goes on beyond the world's edge instead of jumping to the other one. */
function unbroken(ring: Line): Line {
  let [turns, before] = [0, ring[0]?.[0] ?? 0];
  return ring.map(([x, y]) => {
    if (x - before > 0.5) turns--;
    if (before - x > 0.5) turns++;
    before = x;
    return turns === 0 ? [x, y] : [x + turns, y];
  });
}

function shape(line: Line): Shape {
  return { line, box: boxAbout(line) };
}

/** The lines without what lies in a disputed area, to about three kilometres. */
function undisputed({ coordinates }: MultiLineString): Line[] {
  const step = 1e-4;
  const kept: Point[][] = [];
  for (const line of coordinates as unknown as Line[]) {
    let run: Point[] = [];
    let before: Point | undefined;
    for (const point of line) {
      const from = before;
      before = point;
      if (!from) continue;
      const near = piecesNear(from, point);
      const parts = near.length > 0 ? Math.ceil(Math.hypot(point[0] - from[0], point[1] - from[1]) / step) : 1;
      for (let part = 0; part < parts; part++) {
        const [a, b] = [along(from, point, part / parts), along(from, point, (part + 1) / parts)];
        const middle = along(a, b, 0.5);
        if (near.some((piece) => holds(piece.line, middle))) {
          if (run.length > 1) kept.push(run);
          run = [];
        } else if (run.length === 0) run.push(a, b);
        else run.push(b);
      }
    }
    if (run.length > 1) kept.push(run);
  }
  return kept;
}

const piecesNear = (a: Point, b: Point): Shape[] => {
  const box = boxAbout([a, b]);
  return allPieces.filter((piece) => overlap(piece.box, box));
};

const along = (a: Point, b: Point, share: number): Point => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
];
