'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Looks for news of a running import every few seconds: neither the focus nor the place on the page is lost. */
export function ImportWatch({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
