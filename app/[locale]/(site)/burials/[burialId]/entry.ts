import { notFound } from 'next/navigation';
import { cache } from 'react';
import { publicBurial } from '@/domain/burials/public';
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';

/** The entry, or nothing: an unknown one and one that may not be shown look the same. */
export const entryOf = cache(async (burialId: string) => {
  try {
    return await publicBurial(visitor, { burialId });
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
});
