'use client';

import { useRouter } from 'next/navigation';

/** Shows the present state of the case and leaves in the forms what was typed. */
export function CaseReload({ href, label }: { href: string; label: string }) {
  const router = useRouter();
  return (
    <a
      href={href}
      className="target font-semibold"
      onClick={(event) => {
        event.preventDefault();
        router.refresh();
      }}
    >
      {label}
    </a>
  );
}
