import { openRecord } from '@/domain/open-data/records';
import { staffAnswer } from '../../answer';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ recordId: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { recordId } = await params;
  return staffAnswer(request, 'records', (actor, given) => openRecord(actor, { ...given, recordId }));
}
