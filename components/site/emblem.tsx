/** A shanyrak, the crown of a yurt: the home to which the names return. The page gives its size and colour. */
export function Emblem({ className, fine = false }: { className: string; fine?: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" className={`flex-none ${className}`}>
      <g fill="none" stroke="currentColor" strokeWidth={fine ? 0.25 : 1.6} transform="rotate(45 24 24)">
        <circle cx="24" cy="24" r="21" strokeWidth={fine ? 0.5 : 2.4} />
        {fine && <circle cx="24" cy="24" r="22.500" />}
        <path d="M16 4.600q4.500 19.400 0 38.800M24 3v42M32 4.600q-4.500 19.400 0 38.800M4.600 16q19.400 4.500 38.800 0M3 24h42M4.600 32q19.400-4.500 38.800 0" />
      </g>
    </svg>
  );
}
