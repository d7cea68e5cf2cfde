'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Copies a text; only there where the browser lets it, the text itself stands beside it to be selected. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [able, setAble] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setAble(typeof navigator.clipboard?.writeText === 'function'), []);
  if (!able) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setAble(false),
    );
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <Button type="button" look="secondary" onClick={copy}>
        {label}
      </Button>
      <span role="status" className="text-muted">
        {copied && done}
      </span>
    </p>
  );
}
