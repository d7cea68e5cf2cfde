import { headers } from 'next/headers';

/** The address being shown, with its search, as our HTTP server notes it; empty where there is none. */
export async function requestPath(): Promise<string> {
  const path = (await headers()).get('x-path') ?? '';
  // The framework's own mark on the data of a page, which is no part of the address.
  return path.replace(/([?&])_rsc(?:=[^&]*)?(?:&|$)/, '$1').replace(/[?&]$/, '');
}
