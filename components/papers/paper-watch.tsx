'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const every = 2_000;
const longest = 60_000;

/**
 * Asks after pictures that are made ready, for a minute at most; another `key` begins a new minute. The page itself is fetched again
 * only once there is something new: over a broken line that would end in the browser's own page of errors.
 */
export function PaperWatch({ address, waiting }: { address: string; waiting: string }) {
  const router = useRouter();
  useEffect(() => {
    const until = Date.now() + longest;
    let timer = setTimeout(look, every);
    async function look() {
      if (await isNews(address, waiting.split(','))) router.refresh();
      else if (Date.now() < until) timer = setTimeout(look, every);
    }
    return () => clearTimeout(timer);
  }, [router, address, waiting]);
  return null;
}

async function isNews(address: string, waiting: readonly string[]): Promise<boolean> {
  try {
    const response = await fetch(address);
    const { papers } = (await response.json()) as { papers?: { id: string; state: string }[] };
    return response.ok && waiting.some((id) => papers?.find((paper) => paper.id === id)?.state !== 'waiting');
  } catch {
    // The line is broken: later.
    return false;
  }
}
