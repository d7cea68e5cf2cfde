import { placesAsCsv } from '@/domain/open-data/burials';
import { publicAnswer } from '../answer';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return publicAnswer(request, placesAsCsv, 'text/csv; charset=utf-8', 'burial-places.csv');
}
