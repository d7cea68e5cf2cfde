import type { MemoryDesk } from '@/domain/memory/reading';
import type { Permission } from '@/domain/permissions';
import type { Locale } from '@/messages/routing';

export type MemoryView = {
  locale: Locale;
  caseId: string;
  memory: MemoryDesk;
  may: (permission: Permission) => boolean;
};

export type WrittenPage = NonNullable<MemoryDesk['page']>;

/** What every act on the page states: the page as it was seen. */
export const seenPage = ({ caseId, memory }: MemoryView) => ({
  caseId,
  version: String(memory.page?.version ?? 0),
});
