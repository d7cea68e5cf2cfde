import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { entryOf, isStatisticKey } from '@/domain/statistics/catalogue';
import { countAttempt } from '@/domain/throttle';
import { apiActor } from '../../actor';
import { parametersOf } from '../../answer';
import { answered, problem } from '../../problem';
import { answerAs, endings } from './forms';
import { questionOf } from './question';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ file: string }> };

/**
 * One statistic: `KEY` as JSON, `KEY.csv`, `KEY.xlsx`. Public ones are everybody's, the others are for managers, by a token or in the
 * browser they are signed in with.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const ending = endings.find((one) => one !== '' && file.endsWith(one)) ?? '';
  const key = file.slice(0, file.length - ending.length);
  if (!isStatisticKey(key)) return problem(request, new DomainError('statistics.not-found'));
  const forAll = entryOf(key).audience === 'public';
  const actor = forAll ? visitor : await apiActor(request, 'statistics');
  if (actor instanceof Response) return actor;
  return answered(request, async () => {
    // Any day and any span can be asked for, and each is counted anew.
    if (forAll) await countAttempt('statistics.address', request.headers.get('x-client-address') ?? 'unknown');
    return answerAs(ending, actor, questionOf(key, parametersOf(request)));
  });
}
