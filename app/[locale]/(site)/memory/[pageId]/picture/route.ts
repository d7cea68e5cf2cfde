import { pictureOf } from '@/components/site/entry-picture';
import { publicMemory } from '@/domain/memory/reading';
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';

export const dynamic = 'force-dynamic';

/** The share picture of a memory page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; pageId: string }> },
): Promise<Response> {
  const { locale, pageId } = await params;
  return pictureOf(request, locale, async () => {
    const [burial] = (await publicMemory(visitor, { pageId })).burials;
    if (!burial) throw new DomainError('memory.not-found');
    return burial;
  });
}
