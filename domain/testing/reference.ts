import { holidays as knownHolidays } from '@/db/reference-data/holidays';
import { partners as knownPartners } from '@/db/reference-data/partners';
import { sources as knownSources } from '@/db/reference-data/sources';
import { holidays, partners, sources } from '@/db/schema';
import { change } from '../change';
import { systemActor } from '../permissions';

/** Fills the tables a new register begins with: holidays, partners under their keys, the checklist in its order. */
export async function loadReference(): Promise<void> {
  await change(systemActor, async (tx, record) => {
    await tx
      .insert(holidays)
      .values(
        knownHolidays.map(({ day, kind, name }) => ({ day, kind, nameKk: name.kk, nameRu: name.ru, nameEn: name.en })),
      );
    await tx.insert(partners).values(knownPartners.map(({ key, ...partner }) => ({ id: key, ...partner })));
    await tx.insert(sources).values(knownSources.map((source, position) => ({ ...source, position })));
    record({ kind: 'reference.loaded', data: { tables: ['holidays', 'partners', 'sources'] } });
  });
}
