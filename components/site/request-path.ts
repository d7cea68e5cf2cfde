import { headers } from 'next/headers';

/** The address being shown, with its search, as our HTTP server notes it; empty where there is none. */
export async function requestPath(): Promise<string> {
  return (await headers()).get('x-path') ?? '';
}
