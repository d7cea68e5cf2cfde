/** Whom a message is about, by the public page it is written from: `appeal-ID`, `burial-ID` or `memory-ID`. */
import { publicBurial } from '@/domain/burials/public';
import { soughtFamily } from '@/domain/community/appeal-queries';
import { fullName } from '@/domain/names';
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';

export type Subject = { about: 'appeal' | 'burial' | 'memory'; aboutId: string; name: string };

/** Null when the address names no page of ours, or one that may no longer be read: then the message is about nobody in particular. */
export async function subjectOf(asked: string): Promise<Subject | null> {
  const [, about, aboutId = ''] = /^(appeal|burial|memory)-([0-9a-f-]{36})$/.exec(asked) ?? [];
  try {
    if (about === 'appeal')
      return { about, aboutId, name: fullName(await soughtFamily(visitor, { appealId: aboutId })) };
    if (about === 'burial')
      return { about, aboutId, name: fullName(await publicBurial(visitor, { burialId: aboutId })) };
    if (about === 'memory') return { about, aboutId, name: '' };
    return null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
