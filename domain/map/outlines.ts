/** Lines and areas cut to a rectangle and thinned, in plane coordinates. Pure. */
import type { Box, Point } from './mercator';

export type Line = readonly Point[];

/** A ring (its last point is not its first) cut to a convex ring, whichever way that turns (Sutherland–Hodgman); [] when none is left. */
export function cutToConvex(ring: Line, convex: Line): Line {
  const turn = Math.sign(area(convex)) || 1;
  return convex.reduce<Line>((rest, from, index) => {
    const to = convex[(index + 1) % convex.length] ?? from;
    const side = ([x, y]: Point) => turn * ((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
    return cutToSide(rest, side);
  }, ring);
}

/** A ring cut to a rectangle. */
export function cutToBox(ring: Line, { west, north, east, south }: Box): Line {
  return [
    ([x]: Point) => x - west,
    ([x]: Point) => east - x,
    ([, y]: Point) => y - north,
    ([, y]: Point) => south - y,
  ].reduce<Line>(cutToSide, ring);
}

/** The part of a ring where `side` is not negative; `side` must be linear. */
function cutToSide(ring: Line, side: (point: Point) => number): Line {
  const kept: Point[] = [];
  let before = ring.at(-1);
  if (!before) return kept;
  let sideBefore = side(before);
  for (const point of ring) {
    const sideHere = side(point);
    if (sideHere >= 0 !== sideBefore >= 0) kept.push(between(before, point, sideBefore / (sideBefore - sideHere)));
    if (sideHere >= 0) kept.push(point);
    before = point;
    sideBefore = sideHere;
  }
  return kept;
}

const between = (a: Point, b: Point, share: number): Point => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
];

/** The runs of a line that come near a rectangle: whole segments, so that nothing bends at its edge. */
export function runsNear(line: Line, box: Box): Line[] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  let before: Point | undefined;
  for (const point of line) {
    if (before && touches(before, point, box)) {
      if (run.length === 0) run.push(before);
      run.push(point);
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
    before = point;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const touches = (a: Point, b: Point, { west, north, east, south }: Box): boolean =>
  Math.max(a[0], b[0]) >= west &&
  Math.min(a[0], b[0]) <= east &&
  Math.max(a[1], b[1]) >= north &&
  Math.min(a[1], b[1]) <= south;

/** The same line without points that stray less than `tolerance` from it (Douglas–Peucker); the ends stay. */
export function thinned(line: Line, tolerance: number): Line {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span;
    const farthest = farthestFrom(line, first, last);
    if (farthest.distance <= tolerance) continue;
    keep[farthest.index] = 1;
    spans.push([first, farthest.index], [farthest.index, last]);
  }
  return line.filter((_, index) => keep[index]);
}

function farthestFrom(line: Line, first: number, last: number): { index: number; distance: number } {
  const [a, b] = [line[first], line[last]];
  let [index, most] = [first, 0];
  if (!a || !b) return { index, distance: 0 };
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  for (let at = first + 1; at < last; at++) {
    const [x, y] = line[at] ?? a;
    const share = square && Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / square));
    const distance = Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
    if (distance > most) [index, most] = [at, distance];
  }
  return { index, distance: most };
}

/** Twice the signed area of a ring. */
export function area(ring: Line): number {
  let sum = 0;
  let before = ring.at(-1) ?? [0, 0];
  for (const point of ring) {
    sum += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return sum;
}

/** Whether a point lies in a ring (even–odd). */
export function holds(ring: Line, [x, y]: Point): boolean {
  let inside = false;
  let before = ring.at(-1);
  for (const point of ring) {
    if (
      before &&
      point[1] > y !== before[1] > y &&
      x < point[0] + ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1])
    )
      inside = !inside;
    before = point;
  }
  return inside;
}

/** The smallest rectangle about a line. */
export function boxAbout(line: Line): Box {
  const box = { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
  for (const [x, y] of line) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.north = Math.min(box.north, y);
    box.south = Math.max(box.south, y);
  }
  return box;
}

export const overlap = (a: Box, b: Box): boolean =>
  a.west <= b.east && a.east >= b.west && a.north <= b.south && a.south >= b.north;

/** A line as SVG path data, to half a unit, in relative steps: the shortest way to write it. '' when nothing of it is left. */
export function pathOf(line: Line, closed: boolean): string {
  let [x, y] = [Number.NaN, Number.NaN];
  let path = '';
  let steps = 0;
  for (const point of line) {
    const [nextX, nextY] = [Math.round(point[0] * 2), Math.round(point[1] * 2)];
    if (nextX === x && nextY === y) continue;
    if (path)
      path += `${steps++ === 0 ? 'l' : joint(nextX - x)}${steps === 1 ? half(nextX - x) : ''}${joint(nextY - y)}`;
    else path = `M${half(nextX)}${joint(nextY)}`;
    [x, y] = [nextX, nextY];
  }
  return steps > 0 ? `${path}${closed ? 'z' : ''}` : '';
}

const half = (value: number): string => String(value / 2).replace(/^(-?)0\./, '$1.');
const joint = (value: number): string => (value < 0 ? half(value) : ` ${half(value)}`);
