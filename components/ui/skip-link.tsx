/** The first thing the keyboard meets: past the header, to the element with the id `content`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-accent focus:px-4 focus:py-3 focus:text-paper"
    >
      {label}
    </a>
  );
}
