/** Where a view lies on the sheet of another, and what a pressed button asks for. Pure but for the sheet itself. */
import { type MapView, moved, type Size, unitOf, viewFrom, worldWidth } from '@/domain/map/mercator';

export const steps = ['in', 'out', 'west', 'east', 'north', 'south', 'whole'] as const;
export type Step = (typeof steps)[number];

/** How far an arrow goes, as a share of the frame. */
const stride = 0.3;

/** The view after a button or key. */
export function stepped(view: MapView, size: Size, step: Exclude<Step, 'whole'>): MapView {
  const right = { east: stride, west: -stride, in: 0, out: 0, north: 0, south: 0 }[step] * size.width;
  const down = { south: stride, north: -stride, in: 0, out: 0, east: 0, west: 0 }[step] * size.height;
  return moved(view, size, { right, down, zoom: { in: 1, out: -1, north: 0, south: 0, east: 0, west: 0 }[step] });
}

/** How a sheet drawn for one view lies when another is shown: scale, and shift as a share of the frame. */
export function lieOf(drawn: MapView, shown: MapView, size: Size): { scale: number; right: number; down: number } {
  const width = worldWidth(shown.z);
  const scale = width / worldWidth(drawn.z);
  const [fromX, fromY] = unitOf({ longitude: drawn.x, latitude: drawn.y });
  const [toX, toY] = unitOf({ longitude: shown.x, latitude: shown.y });
  return {
    scale,
    right: 0.5 - scale / 2 + ((fromX - toX) * width) / size.width,
    down: 0.5 - scale / 2 + ((fromY - toY) * width) / size.height,
  };
}

export function placeSheet(sheet: HTMLElement | null, drawn: MapView, shown: MapView, size: Size): void {
  if (!sheet) return;
  const { scale, right, down } = lieOf(drawn, shown, size);
  sheet.style.transform =
    drawn === shown
      ? ''
      : `translate(${(100 * right).toFixed(3)}%, ${(100 * down).toFixed(3)}%) scale(${scale.toFixed(5)})`;
}

/** What a click asks of the map: a step, a view, or nothing. Clicks that ask the browser for a new window are not ours. */
export function targetOf(event: MouseEvent): Step | MapView | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const link = event.target instanceof Element ? event.target.closest('[data-map]') : null;
  const asked = link?.getAttribute('data-map') ?? '';
  const step = steps.find((name) => name === asked);
  if (step) return step;
  const [z, x, y] = asked.split(' ');
  return viewFrom({ z, x, y });
}
