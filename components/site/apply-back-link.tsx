/** The way back to the page before, over the heading. */
export function ApplyBackLink({ href, label }: { href: string; label: string }) {
  return (
    <p className="-mt-2 mb-2 print:hidden">
      <a href={href} className="target gap-2">
        <span aria-hidden="true">←</span>
        {label}
      </a>
    </p>
  );
}
