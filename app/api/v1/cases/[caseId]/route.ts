import { openCase } from '@/domain/open-data/cases';
import { staffAnswer } from '../../answer';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ caseId: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { caseId } = await params;
  return staffAnswer(request, 'cases', (actor, given) => openCase(actor, { ...given, caseId }));
}
