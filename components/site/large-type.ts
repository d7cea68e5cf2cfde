import { cookies } from 'next/headers';

/** Holds '1' and nothing else, or is not there. */
export const largeTypeCookie = 'izdeu.large';

/** Whether this browser asked for large type on the public pages. */
export async function isLargeType(): Promise<boolean> {
  return (await cookies()).get(largeTypeCookie)?.value === '1';
}
