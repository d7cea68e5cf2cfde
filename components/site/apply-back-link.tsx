/** The way back to the page before, over everything else. */
export function ApplyBackLink({ href, label }: { href: string; label: string }) {
  return (
    <p className="-mt-3 mb-3 print:hidden">
      <a href={href} className="target group gap-2 no-underline">
        <span aria-hidden="true">←</span>
        <span className="underline underline-offset-[0.2em]">{label}</span>
      </a>
    </p>
  );
}
