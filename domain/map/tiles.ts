/** Pictures of a tile server under the map, where the museum has set one: which are needed for a view, and where they lie. Pure. */
import { boxOf, type MapView, placing, type Size, worldWidth } from './mercator';

export type Tile = { href: string; x: number; y: number; width: number };

/** Zoom steps that servers of tiles commonly have. */
const mostSteps = 18;

/**
 * The tiles that cover what is drawn.
 * @param pattern address with `{z}`, `{x}` and `{y}`, as servers of tiles are asked
 * @returns places and widths in units of the drawing; the nearest whole zoom, so that each is drawn at 0.7 to 1.4 of its size
 */
export function tilesOf(pattern: string, view: MapView, size: Size, spare = 0): Tile[] {
  const z = Math.min(mostSteps, Math.max(0, Math.round(view.z)));
  const count = 2 ** z;
  const box = boxOf(view, size, spare);
  const place = placing(view, size);
  const width = worldWidth(view.z) / count;
  const first = (edge: number) => Math.max(0, Math.floor(edge * count));
  const last = (edge: number) => Math.min(count - 1, Math.ceil(edge * count) - 1);
  const tiles: Tile[] = [];
  for (let row = first(box.north); row <= last(box.south); row += 1)
    for (let column = first(box.west); column <= last(box.east); column += 1) {
      const [x, y] = place([column / count, row / count]);
      const named: Record<string, number> = { z, x: column, y: row };
      const href = pattern.replace(/\{([zxy])\}/g, (_, name: string) => String(named[name]));
      tiles.push({ href, x: Number(x.toFixed(2)), y: Number(y.toFixed(2)), width: Number(width.toFixed(2)) });
    }
  return tiles;
}
