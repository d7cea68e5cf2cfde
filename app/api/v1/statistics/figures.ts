/** The public figures behind both forms of the answer: read off the address, refused in JSON. */
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { type BurialsByCountry, burialsByCountry } from '@/domain/statistics/burials-by-country';

const known = ['at', 'as-reported'];

/** @returns the figures, or the 400 that says which parameter is wrong and what is expected */
export async function figuresOf(request: Request): Promise<BurialsByCountry | Response> {
  const { searchParams } = new URL(request.url);
  for (const name of searchParams.keys())
    if (!known.includes(name)) return refusal(name, `unknown parameter; known are ${known.join(', ')}`);
  const asReported = searchParams.get('as-reported');
  if (asReported !== null && !/^(true|false)$/.test(asReported)) return refusal('as-reported', 'must be true or false');
  try {
    return await burialsByCountry(visitor, {
      ...(searchParams.has('at') ? { at: searchParams.get('at') ?? '' } : {}),
      asReported: asReported === 'true',
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'input.invalid')
      return refusal('at', 'must be a day YYYY-MM-DD');
    throw error;
  }
}

function refusal(parameter: string, message: string): Response {
  return Response.json({ error: { parameter, message } }, { status: 400, headers: { 'cache-control': 'no-store' } });
}
