/** The gazetteer of this process, read anew when the table of places has changed. */
import { count, sum } from 'drizzle-orm';
import { places } from '@/db/schema';
import { read, theStore } from '../database';
import { Gazetteer } from './gazetteer';
import { gazetteerLines } from './queries';

let kept: { connection: unknown; version: string; gazetteer: Gazetteer } | undefined;

export async function keptGazetteer(): Promise<Gazetteer> {
  const connection = theStore().engine.reader;
  const [row] = await read()
    .select({ places: count(), versions: sum(places.version) })
    .from(places);
  const version = `${row?.places}:${row?.versions}`;
  if (kept?.connection !== connection || kept.version !== version)
    kept = { connection, version, gazetteer: new Gazetteer(await gazetteerLines()) };
  return kept.gazetteer;
}
