import { publicAnswer } from '../answer';
import { listedStatistics } from './listed';

export const dynamic = 'force-dynamic';

/** The catalogue: what can be asked for, by whom, and what it counts. */
export async function GET(request: Request): Promise<Response> {
  return publicAnswer(request, async () => listedStatistics());
}
