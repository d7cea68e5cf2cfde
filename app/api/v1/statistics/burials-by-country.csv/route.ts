import { csv } from '@/domain/csv';
import { figuresOf } from '../figures';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  const figures = await figuresOf(request);
  if (figures instanceof Response) return figures;
  const rows = figures.countries.map(({ country, count }) => [figures.at, country, count]);
  return new Response(csv(['at', 'country', 'count'], rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="burials-by-country-${figures.at}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
