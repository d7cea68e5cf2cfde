/** Fingers, mouse, wheel and keys on the map. One finger scrolls the page up and down; two fingers move and zoom the map. */
import type { Point, Size } from '@/domain/map/mercator';
import type { Step } from './map-moves';

type Movement = { right?: number; down?: number; zoom?: number; about?: Point };
export type Listener = { move: (by: Movement) => void; step: (step: Step) => void; hold: (held: boolean) => void };

const keys: Readonly<Record<string, Step>> = {
  ArrowLeft: 'west',
  ArrowRight: 'east',
  ArrowUp: 'north',
  ArrowDown: 'south',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'whole',
};
/** A hand that trembles still clicks: less than this many pixels is no drag. */
const slack = 5;

/** Listens on the frame and tells what was asked, lengths in units of the drawing. @returns how to stop */
export function listen(frame: HTMLElement, size: Size, { move, step, hold }: Listener): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const fingers = new Map<number, Point>();
  let dragged = 0;
  const unit = () => size.width / frame.clientWidth;
  const pointOf = (event: { clientX: number; clientY: number }): Point => {
    const { left, top } = frame.getBoundingClientRect();
    return [(event.clientX - left) * unit(), (event.clientY - top) * unit()];
  };

  frame.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      if (fingers.size === 0) dragged = 0;
      fingers.set(event.pointerId, pointOf(event));
    },
    { signal },
  );
  // On the window: a finger may leave the frame while it drags.
  window.addEventListener(
    'pointermove',
    (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const here = pointOf(event);
      dragged += Math.hypot(here[0] - before[0], here[1] - before[1]) / unit();
      if (dragged < slack && fingers.size === 1) return;
      if (frame.dataset.dragging === undefined) hold(true);
      frame.dataset.dragging = '';
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
      fingers.set(event.pointerId, here);
      if (other) move(pinched(before, here, other));
      else move({ right: before[0] - here[0], down: before[1] - here[1] });
    },
    { signal },
  );
  const lift = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    if (fingers.size > 0 || frame.dataset.dragging === undefined) return;
    delete frame.dataset.dragging;
    hold(false);
  };
  window.addEventListener('pointerup', lift, { signal });
  window.addEventListener('pointercancel', lift, { signal });
  // The click after a drag would open the mark it ended on.
  frame.addEventListener(
    'click',
    (event) => {
      if (dragged < slack) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
  frame.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  frame.addEventListener(
    'wheel',
    (event) => {
      // Without a key or the focus the wheel belongs to the page.
      if (!event.ctrlKey && !event.metaKey && !frame.contains(document.activeElement)) return;
      event.preventDefault();
      const lines = event.deltaMode === 0 ? event.deltaY / 100 : event.deltaY / 3;
      move({ zoom: Math.max(-1, Math.min(1, -lines / 2)), about: pointOf(event) });
    },
    { signal, passive: false },
  );
  frame.addEventListener(
    'keydown',
    (event) => {
      const asked = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
      if (!asked) return;
      event.preventDefault();
      step(asked);
    },
    { signal },
  );
  return () => stopping.abort();
}

/** Two fingers: what is between them stays between them. */
function pinched(before: Point, here: Point, other: Point): Movement {
  const spread = (from: Point) => Math.max(10, Math.hypot(from[0] - other[0], from[1] - other[1]));
  const about: Point = [(here[0] + other[0]) / 2, (here[1] + other[1]) / 2];
  return {
    right: (before[0] - here[0]) / 2,
    down: (before[1] - here[1]) / 2,
    zoom: Math.log2(spread(here) / spread(before)),
    about,
  };
}
