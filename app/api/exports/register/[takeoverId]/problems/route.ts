import { staffOrVisitor } from '@/app/actions/session';
import { problemsFile } from '@/domain/takeover/problems-file';
import { takeoverRowList } from '@/domain/takeover/queries';
import { refusal, wordsOf } from '../../answering';

export const dynamic = 'force-dynamic';

/** What is wrong with a file of the old register, a line a mistake. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ takeoverId: string }> },
): Promise<Response> {
  const words = await wordsOf(request);
  const { takeoverId } = await params;
  try {
    const { rows } = await takeoverRowList(await staffOrVisitor(), { takeoverId, limit: 10_000 });
    return new Response(problemsFile(rows, words.text), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="problems-${takeoverId}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return refusal(error, words.text);
  }
}
