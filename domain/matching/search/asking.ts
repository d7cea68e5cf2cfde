/** What every search of this process stands on: the index, the places, the spellings and weights in use; read anew when they change. */
import { count, sum } from 'drizzle-orm';
import { places } from '@/db/schema';
import { read, theStore } from '../../database';
import { Gazetteer } from '../../places/gazetteer';
import { gazetteerLines } from '../../places/queries';
import { aliasesInUse } from '../aliases';
import { weightsInUse } from '../weights-in-use';
import { IndexView } from './index-view';
import { placeNamesOf } from './place-names';
import type { Asking } from './question';
import { relatedRegions } from './related-regions';
import { ourWeights, type Weights } from './weights';

export type AskingNow = Asking & { weights: Weights };

type Kept = AskingNow & { connection: unknown; readAt: number; places: string; spellings: string };
let kept: Kept | undefined;
/** How long aliases, weights and places are believed before they are looked at again, in milliseconds. */
const believed = 5_000;

export async function askingNow(): Promise<AskingNow> {
  const connection = theStore().engine.reader;
  const before = kept?.connection === connection ? kept : undefined;
  if (before?.view.refresh()) forget(before);
  if (before && performance.now() - before.readAt < believed) return before;
  const pairs = await aliasesInUse();
  const spellings = JSON.stringify(pairs);
  const placesNow = await placesVersion();
  const fresh: Kept = {
    view: before?.view ?? new IndexView(connection),
    ...(before?.places === placesNow ? placesOf(before) : await readPlaces()),
    aliases: aliasMap(pairs),
    remembered: before?.spellings === spellings ? before.remembered : new Map(),
    similarPlaceNames: before?.places === placesNow ? before.similarPlaceNames : new Map(),
    weights: ((await weightsInUse()) as Weights | null) ?? ourWeights,
    connection,
    readAt: performance.now(),
    places: placesNow,
    spellings,
  };
  kept = fresh;
  return fresh;
}

function forget({ remembered, similarPlaceNames }: AskingNow): void {
  remembered.clear();
  similarPlaceNames.clear();
}

/** Changes with every place that staff enter or change. */
async function placesVersion(): Promise<string> {
  const [row] = await read()
    .select({ places: count(), versions: sum(places.version) })
    .from(places);
  return `${row?.places}:${row?.versions}`;
}

const placesOf = ({ gazetteer, related, placeNames }: Asking) => ({ gazetteer, related, placeNames });

async function readPlaces(): Promise<Pick<Asking, 'gazetteer' | 'related' | 'placeNames'>> {
  const lines = await gazetteerLines();
  return { gazetteer: new Gazetteer(lines), related: relatedRegions(lines), placeNames: placeNamesOf(lines) };
}

function aliasMap(pairs: readonly { a: string; b: string }[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  const add = (from: string, to: string) => map.set(from, [...(map.get(from) ?? []), to]);
  for (const { a, b } of pairs) {
    add(a, b);
    add(b, a);
  }
  return map;
}
