'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, startTransition, useEffect, useLayoutEffect, useRef } from 'react';
import { type MapView, moved, usualSize, viewParams } from '@/domain/map/mercator';
import { type Address, addressWith } from '../ui/address';
import { listen } from './map-gestures';
import { placeSheet, type Step, stepped, targetOf } from './map-moves';

type MapMotionProps = {
  /** The view the server drew. */
  view: MapView;
  address: Address;
  label: string;
  describedBy: string;
  /** The sheet. */
  children: ReactNode;
  /** What lies over it and does not move. */
  over: ReactNode;
  /** The buttons: links that work without this. */
  controls: ReactNode;
};

/** Below this the address is not asked again for every notch of a wheel. Milliseconds. */
const pause = 120;
/** So long an answer is waited for before the next question. Milliseconds. */
const patience = 8000;
// A region that is moved by keys must be reachable by them.
const reachable = { tabIndex: 0 };

/**
 * Moves the sheet under the fingers at once and then asks the server to draw the new view; the address always says what is shown.
 * Without it the same views are reached by links.
 */
export function MapMotion({ view, address, label, describedBy, children, over, controls }: MapMotionProps) {
  const router = useRouter();
  const whole = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const now = useRef({
    drawn: view,
    shown: view,
    address,
    asked: view,
    timer: 0,
    askedAt: 0,
    held: false,
    later: () => {},
  });

  useLayoutEffect(() => {
    // What was moved meanwhile stays moved and is asked for next; else the new drawing lies still.
    const state = now.current;
    const moving = state.held || state.timer > 0 || state.shown !== state.asked;
    state.address = address;
    state.drawn = view;
    state.askedAt = 0;
    if (!moving) state.shown = view;
    state.asked = state.shown;
    placeSheet(sheet.current, view, state.shown, usualSize);
    if (moving) state.later();
  }, [view, address]);

  useEffect(() => {
    const state = now.current;
    const element = frame.current;
    const around = whole.current;
    if (!element || !around) return;
    const go = (params: Record<string, string>) => {
      state.timer = 0;
      state.asked = state.shown;
      state.askedAt = Date.now();
      startTransition(() => router.replace(addressWith(state.address, params), { scroll: false }));
    };
    state.later = () => {
      window.clearTimeout(state.timer);
      state.timer = 0;
      // One question at a time, and none while the hand is on the map; what comes of it asks again.
      if (state.held || Date.now() - state.askedAt < patience) return;
      state.timer = window.setTimeout(() => go(viewParams(state.shown)), pause);
    };
    const show = (next: MapView) => {
      state.shown = next;
      placeSheet(sheet.current, state.drawn, next, usualSize);
      state.later();
    };
    const step = (asked: Step) => {
      window.clearTimeout(state.timer);
      if (asked === 'whole') go({});
      else show(stepped(state.shown, usualSize, asked));
    };
    const press = (event: MouseEvent) => {
      const target = targetOf(event);
      if (!target) return;
      event.preventDefault();
      if (typeof target === 'string') step(target);
      else show(target);
    };
    around.addEventListener('click', press);
    const stop = listen(element, usualSize, {
      move: (by) => show(moved(state.shown, usualSize, by)),
      step,
      hold: (held) => {
        state.held = held;
        if (!held && state.shown !== state.drawn) state.later();
      },
    });
    element.dataset.moves = '';
    return () => {
      around.removeEventListener('click', press);
      window.clearTimeout(state.timer);
      stop();
    };
  }, [router]);

  return (
    <div ref={whole}>
      <section ref={frame} {...reachable} className="map-frame" aria-label={label} aria-describedby={describedBy}>
        <div ref={sheet} className="map-sheet">
          {children}
        </div>
        {over}
      </section>
      {controls}
    </div>
  );
}
