import { health } from '@/domain/health';

export const dynamic = 'force-dynamic';

/** 200 when the database can be read and written to, else 503 with what is wrong. */
export async function GET(): Promise<Response> {
  const found = await health();
  return Response.json(found, { status: found.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
