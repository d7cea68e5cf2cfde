import { figuresOf } from '../figures';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  const figures = await figuresOf(request);
  if (figures instanceof Response) return figures;
  const { asReported: _, ...answer } = figures;
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
