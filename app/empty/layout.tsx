import type { ReactNode } from 'react';

export const dynamic = 'force-dynamic';

/** The least a page of the framework can be: what `bench pages` measures every other page against. */
export default function EmptyLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <title>Empty</title>
      </head>
      <body>{children}</body>
    </html>
  );
}
