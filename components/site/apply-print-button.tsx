'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Prints the page; there only where a script can do it. */
export function ApplyPrintButton({ label }: { label: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" look="secondary" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
