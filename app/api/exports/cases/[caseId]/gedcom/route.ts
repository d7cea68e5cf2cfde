import { refuseForeignOrigin } from '@/app/actions/action';
import { staffOrVisitor } from '@/app/actions/session';
import { caseAsGedcom } from '@/documents/gedcom/case-file';
import { now } from '@/domain/clock';
import { exportCase } from '@/domain/open-data/case-export';
import { dayOf } from '@/domain/working-days';
import { refusal, wordsOf } from '../../../register/answering';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ caseId: string }> };

/** One case for programs of genealogists, GEDCOM 7. Posted: taking it out is recorded. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const words = await wordsOf(request);
  try {
    await refuseForeignOrigin();
    const exported = await exportCase(await staffOrVisitor(), await params);
    return new Response(caseAsGedcom(exported, words.language, dayOf(now())), {
      headers: {
        'content-type': 'text/vnd.familysearch.gedcom; charset=utf-8',
        'content-disposition': `attachment; filename="izdeu-${exported.sought.number}.ged"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return refusal(error, words.text);
  }
}
