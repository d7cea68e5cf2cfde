import { refuseForeignOrigin } from '@/app/actions/action';
import { staffOrVisitor } from '@/app/actions/session';
import { now } from '@/domain/clock';
import { registerWorkbook } from '@/domain/register-export/writing';
import { dayOf } from '@/domain/working-days';
import { refusal, wordsOf } from './answering';

export const dynamic = 'force-dynamic';

/** The whole register as a workbook, written while it is read. Posted: taking it out is recorded. */
export async function POST(request: Request): Promise<Response> {
  const words = await wordsOf(request);
  try {
    await refuseForeignOrigin();
    const pieces = await registerWorkbook(await staffOrVisitor(), words);
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    });
    return new Response(stream, {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="izdeu-${dayOf(now())}.xlsx"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return refusal(error, words.text);
  }
}
