/** A shanyrak, the crown of a yurt: the home to which the names return. */
export function Emblem() {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" className="size-[2.125rem] flex-none text-accent sm:size-[2.625rem]">
      <g fill="none" stroke="currentColor" strokeWidth="1.600" transform="rotate(45 24 24)">
        <circle cx="24" cy="24" r="21" strokeWidth="2.400" />
        <path d="M16 4.600q4.500 19.400 0 38.800M24 3v42M32 4.600q-4.500 19.400 0 38.800M4.600 16q19.400 4.500 38.800 0M3 24h42M4.600 32q19.400-4.500 38.800 0" />
      </g>
    </svg>
  );
}
