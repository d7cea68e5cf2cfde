/**
 * The one drawing of a map: what a page turns into SVG and a report into the paths of its PDF. The same input gives the same drawing.
 * Nothing here knows a language: whoever calls gives the words.
 */
import { type Group, groupsIn, type MapPoint } from './clusters';
import { type Disc, type Label, placedLabels, type Wish } from './labels';
import {
  type Box,
  boxOf,
  kilometresPerUnit,
  type MapView,
  type Point,
  type Position,
  placing,
  positionOf,
  type Size,
  unitOf,
  usualSize,
  viewOfAll,
  worldWidth,
} from './mercator';
import { area, cutToBox, holds, overlap, pathOf, runsNear } from './outlines';
import { type CountryFigure, toneOf, tones } from './shading';
import { isDisputedPoint, type Shape, worldAt } from './world';

export type MapInput = {
  points: readonly MapPoint[];
  /** Figures of countries today; none: no shading. */
  figures?: readonly CountryFigure[];
  /** What to show; all points when null or not given. */
  view?: MapView | null;
  size?: Size;
  /** Stages of a journey in their order, joined by a line. */
  journey?: readonly Position[];
  /** What a country is called on the map; without it none is named. Only countries with a figure are. */
  nameCountry?: (country: string) => string;
  /** Whether single places are named where there is room. */
  namePlaces?: boolean;
  /** How much beyond the frame is drawn, as a share of the size: what a drag brings into sight. 0 to 1. */
  spare?: number;
};

/** A group of burial places in the units of the drawing. */
export type Mark = Group & { x: number; y: number; radius: number; visible: boolean };

export type MapDrawing = {
  size: Size;
  view: MapView;
  /** The rectangle that is drawn, frame and spare part together. */
  drawn: { x: number; y: number; width: number; height: number };
  /** SVG path data; '' where there is nothing of the kind. Painted in this order. */
  land: string;
  shades: { country: string; count: number; tone: number; path: string }[];
  /** Land of disputed areas, in the colour of unshaded land over the shades. */
  neutral: string;
  /** Meridians and parallels. */
  grid: string;
  borders: string;
  journey: string;
  marks: Mark[];
  labels: Label[];
  /** The lowest figure of each tone. */
  tones: number[];
  /** A round length and how long it is in the drawing, at its middle. */
  scale: { kilometres: number; width: number };
};

/** Draws a map of the burial places. @returns paths and marks in units of `size`, the origin at its upper left */
export function drawMap(input: MapInput): MapDrawing {
  const { points, figures = [], size = usualSize, journey = [], spare = 0 } = input;
  const view = input.view ?? viewOfAll([...points, ...journey], size);
  const box = boxOf(view, size, spare);
  const world = worldAt(view.z);
  const place = placing(view, size);
  const areas = (shapes: readonly Shape[]) => areaPath(shapes, box, place);
  const from = tones(figures);
  const marks = marksOf(points, view, size, spare);
  const shades = figures
    .map(({ country, count }) => ({
      country,
      count,
      tone: toneOf(count, from),
      path: areas(world.countries.get(country) ?? []),
    }))
    .filter(({ path, tone }) => path !== '' && tone >= 0);
  return {
    size,
    view,
    drawn: {
      x: -spare * size.width,
      y: -spare * size.height,
      width: (1 + 2 * spare) * size.width,
      height: (1 + 2 * spare) * size.height,
    },
    land: areas(world.land),
    shades,
    neutral: shades.length > 0 ? areas(world.neutral) : '',
    grid: gridPath(view, box, place),
    borders: linePath(world.borders, box, place),
    journey: pathOf(
      journey.map((stage) => place(unitOf(stage))),
      false,
    ),
    marks,
    labels: labelsOf(input, view, size, marks),
    tones: from,
    scale: scaleOf(view, size),
  };
}

/** The points a view shows; with no view: all of them. */
export function pointsShown(points: readonly MapPoint[], view: MapView | null, size = usualSize): readonly MapPoint[] {
  if (!view) return points;
  const { west, north, east, south } = boxOf(view, size);
  return points.filter((point) => {
    const [x, y] = unitOf(point);
    return x >= west && x <= east && y >= north && y <= south;
  });
}

type Place = (point: Point) => Point;

function areaPath(shapes: readonly Shape[], box: Box, place: Place): string {
  let path = '';
  for (const { line, box: own } of shapes) {
    if (!overlap(own, box)) continue;
    const cut = own.west >= box.west && own.east <= box.east && own.north >= box.north && own.south <= box.south;
    path += pathOf((cut ? line : cutToBox(line, box)).map(place), true);
  }
  return path;
}

const linePath = (shapes: readonly Shape[], box: Box, place: Place): string =>
  shapes
    .filter((shape) => overlap(shape.box, box))
    .flatMap(({ line }) => runsNear(line, box))
    .map((run) => pathOf(run.map(place), false))
    .join('');

function gridPath(view: MapView, box: Box, place: Place): string {
  const every = [30, 20, 10, 5, 2, 1, 0.5, 0.2].find((step) => (step / 360) * worldWidth(view.z) <= 150) ?? 0.1;
  const { longitude: west, latitude: north } = positionOf([box.west, box.north]);
  const { longitude: east, latitude: south } = positionOf([box.east, box.south]);
  const lines: string[] = [];
  for (let step = Math.ceil(west / every); step * every <= east; step++) {
    const [x] = unitOf({ longitude: step * every, latitude: 0 });
    lines.push(pathOf([place([x, Math.max(0, box.north)]), place([x, Math.min(1, box.south)])], false));
  }
  for (let step = Math.ceil(south / every); step * every <= north; step++) {
    const [, y] = unitOf({ longitude: 0, latitude: step * every });
    lines.push(pathOf([place([box.west, y]), place([box.east, y])], false));
  }
  return lines.join('');
}

/** From the north-west to the south-east, as one reads: that is also the order of the focus. */
function marksOf(points: readonly MapPoint[], view: MapView, size: Size, spare: number): Mark[] {
  const place = placing(view, size);
  return groupsIn(points, boxOf(view, size, spare), view.z)
    .map((group) => {
      const [x, y] = place(unitOf(group));
      const visible = x >= 0 && y >= 0 && x <= size.width && y <= size.height;
      return { ...group, x: tenth(x), y: tenth(y), radius: radiusOf(group), visible };
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

const radiusOf = (group: Group): number => (group.kind === 'point' ? 6 : tenth(12 + 4 * Math.log10(group.places)));

function labelsOf(
  { nameCountry, namePlaces, figures = [] }: MapInput,
  view: MapView,
  size: Size,
  marks: Mark[],
): Label[] {
  const discs: Disc[] = marks.map(({ x, y, radius }) => ({ x, y, radius: radius + 3 }));
  const inside = 6;
  const frame = { left: inside, top: inside, right: size.width - inside, bottom: size.height - inside };
  const countries = nameCountry
    ? figures.flatMap(({ country }): Wish[] => {
        const at = middlesOf(country, view, size);
        return at.length > 0 ? [{ text: nameCountry(country), kind: 'country', at }] : [];
      })
    : [];
  const single = marks.filter((mark) => mark.kind === 'point' && mark.visible);
  const places =
    namePlaces && single.length <= 40
      ? single.flatMap((mark): Wish[] =>
          mark.kind === 'point' ? [{ text: mark.point.name, kind: 'place', at: beside(mark) }] : [],
        )
      : [];
  return placedLabels([...countries, ...places], discs, frame);
}

/** Places for a country's name: about the middle of the largest pieces of it in the frame, always on its own undisputed land. */
function middlesOf(country: string, view: MapView, size: Size): { x: number; y: number; anchor: 'middle' }[] {
  const box = boxOf(view, size);
  const scale = worldWidth(view.z);
  const place = placing(view, size);
  return (worldAt(view.z).countries.get(country) ?? [])
    .filter((shape) => overlap(shape.box, box))
    .map(({ line }) => cutToBox(line, box))
    .filter((line) => Math.abs(area(line)) / 2 >= 1500 / scale ** 2)
    .sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))
    .slice(0, 2)
    .flatMap((line) => {
      const [x, y] = centreOf(line);
      return nearby
        .map(([right, down]): Point => [x + right / scale, y + down / scale])
        .filter((spot) => holds(line, spot) && !isDisputedPoint(spot))
        .map((spot) => place(spot))
        .map(([right, down]) => ({ x: Math.round(right), y: Math.round(down), anchor: 'middle' as const }));
    });
}

/** Where else a name may stand, in units of the drawing from the middle. */
const nearby = [0, -18, 18, -36, 36, -60, 60, -90, 90, -130, 130]
  .flatMap((down) => [0, -30, 30, -70, 70, -130, 130].map((right) => [right, down] as const))
  .sort((a, b) => Math.hypot(...a) - Math.hypot(...b));

function centreOf(ring: readonly Point[]): Point {
  let [sum, sumX, sumY] = [0, 0, 0];
  let before = ring.at(-1) ?? ([0, 0] as const);
  for (const point of ring) {
    const part = before[0] * point[1] - point[0] * before[1];
    sum += part;
    sumX += (before[0] + point[0]) * part;
    sumY += (before[1] + point[1]) * part;
    before = point;
  }
  return sum === 0 ? before : [sumX / (3 * sum), sumY / (3 * sum)];
}

const beside = ({ x, y, radius }: Mark): Wish['at'] => [
  { x: x + radius + 5, y: y + 4.5, anchor: 'start' },
  { x: x - radius - 5, y: y + 4.5, anchor: 'end' },
  { x, y: y - radius - 7, anchor: 'middle' },
  { x, y: y + radius + 16, anchor: 'middle' },
];

function scaleOf(view: MapView, size: Size): MapDrawing['scale'] {
  const each = kilometresPerUnit(view);
  const room = (size.width / 5) * each;
  const kilometres =
    [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2].find((length) => length <= room) ?? 0.1;
  return { kilometres, width: tenth(kilometres / each) };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
