/** How places may have been written by clerks who did not have the table. */
import type { PlaceLine } from '../../places/gazetteer';
import { bareName } from '../../places/name-index';
import { type PlaceName, placeBase } from '../place-sound';

const mostNames = 6;

/** A place's sounds: those of its names where it is known by number, else its own. */
export function placeNamesOf(lines: readonly PlaceLine[]): (place: PlaceName) => readonly string[] {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const made = new Map<string, readonly string[]>();
  return ({ base }) => {
    if (!base.startsWith('#')) return [base.slice(1)];
    const known = made.get(base);
    if (known) return known;
    const names = byNumber.get(Number(base.slice(1)))?.names ?? [];
    const sounds = [...new Set(names.map(({ name }) => placeBase(bareName(name))))].filter(Boolean).slice(0, mostNames);
    made.set(base, sounds);
    return sounds;
  };
}
