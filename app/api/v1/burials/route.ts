import { openBurials, openPublishedBurials } from '@/domain/open-data/burials';
import { publicAnswer, staffAnswer } from '../answer';

export const dynamic = 'force-dynamic';

/** What is published, for everybody; `view=all`: every burial in force, for managers. */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.get('view') === 'all')
    return staffAnswer(request, 'burials', (actor, { view: _, ...given }) => openBurials(actor, given));
  return publicAnswer(request, (actor, { view, ...given }) =>
    openPublishedBurials(actor, view === undefined || view === 'published' ? given : { ...given, view }),
  );
}
