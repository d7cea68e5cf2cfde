/** A written place as the index knows it: the region by number, district and settlement by their canonical key or their sound. */
import type { Gazetteer } from '../places/gazetteer';
import { hashOf } from './sound/hash';
import { soundOf } from './sound/sound';

export type PlaceName = { base: string; id: number };
/** `region`: code of one byte, 0 unknown. */
export type PlaceFacts = { region: number; district: PlaceName | null; settlement: PlaceName | null };

/** @param named `placeName`, or one that remembers its answers */
export function placeFacts(gazetteer: Gazetteer, written: string, named = placeName): PlaceFacts {
  if (written.trim() === '') return { region: 0, district: null, settlement: null };
  const { region, district, settlement } = gazetteer.read(written);
  return { region: regionCode(region), district: named(district), settlement: named(settlement) };
}

/** A region's number in one byte; two far apart may share one. */
export const regionCode = (number: number): number => (number > 0 ? (number % 255) + 1 : 0);

/** 24 bits are enough to tell places apart; 0 stands for none. */
export const placeId = (base: string): number => hashOf(`@${base}`) >>> 8 || 1;

/** `#12` is a place we know by number; anything else is known by its sound without the endings of adjectives. */
export function placeName(key: string): PlaceName | null {
  if (key === '') return null;
  if (key.startsWith('#')) return { base: key, id: placeId(key) };
  const base = placeBase(key);
  return base === '' ? null : { base: `@${base}`, id: placeId(base) };
}

export const placeBase = (written: string): string =>
  soundOf(written).replace(/(?:in)?sk(?:i|ij|aja|oe|oj|ogo|om)?$/, (ending, at: number) => (at > 2 ? '' : ending));
