import type { ReactNode } from 'react';

/** What a drawing says to a reader who does not see it. */
export type DrawingWords = { title: string; desc: string };

type DrawingProps = DrawingWords & { id: string; width: number; height: number; children: ReactNode };

/** A sheet with ink on it; the sample words on it are Russian, as on the papers themselves. */
export function Drawing({ id, title, desc, width, height, children }: DrawingProps) {
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto w-full max-w-[26rem] text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      {children}
    </svg>
  );
}

/** Printed or written words, a line each. `step` is the distance between lines. */
export function Lines({
  x,
  y,
  step = 18,
  size = 14,
  by = 'print',
  lines,
}: {
  x: number;
  y: number;
  step?: number;
  size?: number;
  by?: 'print' | 'hand';
  lines: readonly string[];
}) {
  return (
    <text
      x={x}
      y={y}
      lang="ru"
      fill="currentColor"
      stroke="none"
      fontSize={size}
      className={by === 'hand' ? 'font-serif italic' : 'font-sans'}
    >
      {lines.map((line, at) => (
        <tspan key={line} x={x} dy={at === 0 ? 0 : step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A number in a disc beside the thing that the list below explains. */
export function Mark({ x, y, number }: { x: number; y: number; number: number }) {
  return (
    <g stroke="none">
      <circle cx={x} cy={y} r="9.5" className="fill-accent" />
      <text x={x} y={y + 4.6} textAnchor="middle" fontSize="13" fontWeight="700" className="fill-paper font-sans">
        {number}
      </text>
    </g>
  );
}
