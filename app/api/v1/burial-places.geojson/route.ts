import { placesAsGeoJson } from '@/domain/open-data/burials';
import { publicAnswer } from '../answer';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return publicAnswer(request, placesAsGeoJson, 'application/geo+json');
}
