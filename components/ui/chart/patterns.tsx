/** Fillings that are told apart without colour: full, slanted lines, dots, empty, crossed lines, upright lines. */
const names = ['full', 'slant', 'dots', 'empty', 'cross', 'upright'] as const;

/** The definitions, once a drawing; `id` keeps those of two drawings of one page apart. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-slant`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className="fill-paper" />
        <line x1="0" x2="0" y1="0" y2="7" className="stroke-accent [stroke-width:5]" />
      </pattern>
      <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-paper" />
        <circle cx="3" cy="3" r="1.4" className="fill-accent" />
      </pattern>
      <pattern id={`${id}-cross`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-paper" />
        <path d="M0 0H6M0 0V6" className="stroke-ribbon [stroke-width:2.5]" />
      </pattern>
      <pattern id={`${id}-upright`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className="fill-paper" />
        <line x1="1" x2="1" y1="0" y2="5" className="stroke-ink [stroke-width:1]" />
      </pattern>
    </defs>
  );
}

/** Filling and edge of the nth part; from the seventh on they begin anew. */
export function fills(id: string, part: number): { fill?: string; className: string } {
  const name = names[part % names.length] ?? 'full';
  if (name === 'full') return { className: 'fill-accent stroke-accent' };
  if (name === 'empty') return { className: 'fill-paper stroke-rule' };
  return {
    fill: `url(#${id}-${name})`,
    className: name === 'upright' ? 'stroke-ink' : name === 'cross' ? 'stroke-ribbon' : 'stroke-accent',
  };
}
