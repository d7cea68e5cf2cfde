import { pictureOf } from '@/components/site/entry-picture';
import { publicBurial } from '@/domain/burials/public';
import { visitor } from '@/domain/permissions';

export const dynamic = 'force-dynamic';

/** The share picture of an entry of the register. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; burialId: string }> },
): Promise<Response> {
  const { locale, burialId } = await params;
  return pictureOf(request, locale, () => publicBurial(visitor, { burialId }));
}
