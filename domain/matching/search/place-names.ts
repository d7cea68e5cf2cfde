/** How places may have been written by clerks who did not have the table. */
import type { PlaceLine } from '../../places/gazetteer';
import { bareName } from '../../places/name-index';
import { type PlaceName, placeBase } from '../place-sound';
import { soundOf } from '../sound/sound';

const mostNames = 10;

/** Without the ending of an adjective, as records mostly come out; and with it, as they do where it was misspelt. */
const forms = (name: string): string[] => [placeBase(bareName(name)), soundOf(withoutWord(name))];
const withoutWord = (name: string): string =>
  name.replace(/\s+(?:район|область|ауданы|облысы|District|Region|Oblast)$/i, '');

/** A place's sounds: those of its names where it is known by number, else its own. */
export function placeNamesOf(lines: readonly PlaceLine[]): (place: PlaceName) => readonly string[] {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const made = new Map<string, readonly string[]>();
  return ({ base }) => {
    if (!base.startsWith('#')) return [base.slice(1)];
    const known = made.get(base);
    if (known) return known;
    const names = byNumber.get(Number(base.slice(1)))?.names ?? [];
    const sounds = [...new Set(names.flatMap(({ name }) => forms(name)))].filter(Boolean).slice(0, mostNames);
    made.set(base, sounds);
    return sounds;
  };
}
