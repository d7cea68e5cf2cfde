/** The register the statistics are measured on: cases of years with twenty events each, and the burials that were established. */
import { existsSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { remakeSpells } from '@/domain/cases/spells-filling';
import { closeStore, theStore } from '@/domain/database';
import { openDatabase } from '@/domain/opening';
import { systemActor } from '@/domain/permissions';
import { loadReference } from '@/domain/reference';
import { fillRegister } from '../desk/register';
import { fillBurials } from './burials';

export type Size = { cases: number; burials: number };

/** Makes the register in this file, or takes the one that lies there. @returns what it holds */
export async function makeRegister(file: string, size: Size): Promise<string> {
  if (!existsSync(file)) {
    const began = performance.now();
    const unfinished = `${file}.part.db`;
    await openDatabase(unfinished, { migrate: true, demonstration: false });
    try {
      await loadReference(systemActor, {});
      await fillRegister(size.cases);
      await remakeSpells();
      fillBurials(size.burials);
      const { writer } = theStore().engine;
      writer.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      closeStore();
    }
    await rename(unfinished, file);
    console.error(`${file}: written in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  return `${((await stat(file)).size / 1e6).toFixed(0)} MB`;
}
