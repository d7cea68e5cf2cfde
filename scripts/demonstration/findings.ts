/** Records of the index that a story needs: what a search finds, and answers nobody has found yet. */
import { misheard } from './clerk';
import type { Finding } from './conclusions';
import { type RecordedFate, type RecordSource, recordOf } from './records';
import type { Story } from './story';
import { keepRecord, nextRecordId } from './world';

const established = {
  killed: 'killed',
  wounds: 'died-of-wounds',
  illness: 'died-of-illness',
  'died-in-captivity': 'died-in-captivity',
} as const satisfies Partial<Record<RecordedFate, Finding['fate']>>;

export type FindableFate = keyof typeof established;

/** The record on which the conclusion of this story will rest. */
export function findingFor(story: Story, fate: FindableFate, burial?: Finding['burial']): Finding {
  const { world, soldier } = story;
  const named = burial && [burial.place.reportedRegion, burial.place.reportedName];
  const row = recordOf(world.by, 'obd-memorial', nextRecordId(world, 'obd-memorial'), soldier, {
    fate,
    slip: 0.5,
    ...(named ? { burial: [...new Set(named)].filter(Boolean).join(', ') } : {}),
  });
  const record = keepRecord(world, 'obd-memorial', row);
  return { fate: established[fate], record, ...(burial ? { burial } : {}) };
}

/** A fate that stays with staff until a manager releases it. */
export function sensitiveFinding(story: Story, fate: 'condemned' | 'executed'): Finding {
  const finding = findingFor(story, 'killed');
  finding.record.row.fate = fate === 'executed' ? 'осуждён, ВМН' : 'осуждён ВТ';
  return { ...finding, fate, sensitive: true };
}

/** With this chance the answer stands in the index, spelled otherwise, and nobody has come upon it yet. */
export function hideAnswer(story: Story, chance: number, source?: RecordSource): void {
  const { world, soldier } = story;
  if (!world.by.chance(chance)) return;
  const where =
    source ??
    world.by.weighted([
      ['obd-memorial', 6],
      ['books-of-memory', 2],
      ['pamyat-naroda', 2],
    ] as const);
  const row = recordOf(world.by, where, nextRecordId(world, where), soldier, { slip: 0.9 });
  // Asked for by its letters it must not come up: a spelling as it was heard.
  if (row.surname === soldier.surname.ru) row.surname = misheard(world.by, soldier.surname.ru, 2);
  keepRecord(world, where, row);
}
