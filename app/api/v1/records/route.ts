import { openRecords } from '@/domain/open-data/records';
import { staffAnswer } from '../answer';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return staffAnswer(request, 'records', openRecords);
}
