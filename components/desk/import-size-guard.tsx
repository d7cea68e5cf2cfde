'use client';

import { useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice';

/** Says that a file is too large before it is sent; without script the server says so. @param limit in bytes */
export function ImportSizeGuard({ limit, message }: { limit: number; message: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const look = () => {
      const files = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].flatMap((input) => [
        ...(input.files ?? []),
      ]);
      const tooLarge = files.some((file) => file.size > limit);
      setTooLarge(tooLarge);
      return tooLarge;
    };
    const hold = (event: Event) => {
      if (!look()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    form.addEventListener('change', look);
    form.addEventListener('submit', hold);
    return () => {
      form.removeEventListener('change', look);
      form.removeEventListener('submit', hold);
    };
  }, [limit]);
  return (
    <div ref={place} role="alert">
      {isTooLarge && <Notice tone="refusal" title={message} />}
    </div>
  );
}
