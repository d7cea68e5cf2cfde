import { refuseForeignOrigin } from '@/app/actions/action';
import { staffOrVisitor } from '@/app/actions/session';
import { now } from '@/domain/clock';
import { exportBurials } from '@/domain/open-data/burials-export';
import { dayOf } from '@/domain/working-days';
import { refusal, wordsOf } from '../register/answering';

export const dynamic = 'force-dynamic';

/** All burials in force, for managers. Posted: taking them out is recorded. */
export async function POST(request: Request): Promise<Response> {
  const words = await wordsOf(request);
  try {
    await refuseForeignOrigin();
    return new Response(await exportBurials(await staffOrVisitor(), {}), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="burials-${dayOf(now())}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return refusal(error, words.text);
  }
}
