import { openCases } from '@/domain/open-data/cases';
import { staffAnswer } from '../answer';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return staffAnswer(request, 'cases', openCases);
}
