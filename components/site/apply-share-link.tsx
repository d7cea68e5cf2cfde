'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

type Way = 'share' | 'copy';

/** Sends a link on from a phone, or copies it; there only where the browser can do one of them. */
export function ApplyShareLink({
  link,
  texts,
}: {
  link: string;
  texts: { share: string; copy: string; copied: string };
}) {
  const [way, setWay] = useState<Way>();
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    // Neither exists on an address without https.
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches) setWay('share');
    else if ('clipboard' in navigator) setWay('copy');
  }, []);

  async function hand() {
    try {
      if (way === 'share') await navigator.share({ url: link });
      else {
        await navigator.clipboard.writeText(link);
        setIsCopied(true);
      }
    } catch {
      // The reader closed the list of programs, or forbids copying: the link still stands on the page.
    }
  }

  if (!way) return null;
  return (
    <>
      <Button type="button" look="secondary" onClick={hand}>
        {texts[way]}
      </Button>
      <span role="status" className="self-center">
        {isCopied && texts.copied}
      </span>
    </>
  );
}
