import { type ReactNode, useId } from 'react';
import { percent } from './scale';

/** What a chart says to a reader who does not see it; the table beside it says the rest. */
export type ChartWords = { title: string; desc: string };

export type AxisLabel = {
  /** 0 at the left end of the plot, 1 at the right */
  at: number;
  text: string;
  /** left out where the screen is narrow */
  wide?: boolean;
};

/** Height of the whole drawing and of what lies above and below the plot, in CSS pixels. Its width is the page's. */
const height = 264;
const top = 26;
const bottom = 34;
const plotHeight = height - top - bottom;
/** The plot's left and right end as shares of the width: room for the axis at one, for the last label at the other. */
const left = 0.08;
const right = 0.975;

/** Where a share of the plot's width and height stands in the drawing. */
export const xOf = (share: number): string => percent(left + share * (right - left));
export const yOf = (share: number): number => top + (1 - share) * plotHeight;

/**
 * The paper of a chart with two axes. It has no size of its own: places along its width are percentages, so that its letters
 * are as large on a phone as on a wide screen, and nothing has to be drawn again by the browser.
 */
export function Plot({
  words,
  marks,
  markText,
  labels,
  below,
  children,
  lines,
}: {
  words: ChartWords;
  /** of the upright axis, rising from 0 */
  marks: readonly number[];
  markText: (mark: number) => string;
  labels: readonly AxisLabel[];
  /** what the level axis counts, where its labels do not say so themselves */
  below?: string | undefined;
  /** drawn in percentages of the drawing: dots, words */
  children?: ReactNode;
  /** drawn in a box of 1000 × 1000 stretched over the plot */
  lines?: ReactNode;
}) {
  const id = useId();
  const largest = marks.at(-1) ?? 1;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width="100%"
      height={below ? height + 20 : height}
      className="chart block max-w-[62rem] text-ink"
    >
      <title id={`${id}-title`}>{words.title}</title>
      <desc id={`${id}-desc`}>{words.desc}</desc>
      {marks.map((mark) => (
        <g key={mark}>
          <line
            x1="0"
            x2="100%"
            y1={yOf(mark / largest)}
            y2={yOf(mark / largest)}
            className={mark === 0 ? 'stroke-ink' : 'stroke-line'}
          />
          <text x="0" y={yOf(mark / largest) - 5} className="chart-note fill-muted">
            {markText(mark)}
          </text>
        </g>
      ))}
      {labels.map((label) => (
        <text
          key={label.at}
          x={xOf(label.at)}
          y={height - bottom + 20}
          textAnchor={label.at < 0.06 ? 'start' : label.at > 0.94 ? 'end' : 'middle'}
          className={`chart-note fill-muted ${label.wide ? 'max-sm:hidden print:block!' : ''}`}
        >
          {label.text}
        </text>
      ))}
      {below && (
        <text x={xOf(1)} y={height + 10} textAnchor="end" className="chart-note fill-muted">
          {below}
        </text>
      )}
      <svg
        aria-hidden="true"
        x={xOf(0)}
        y={top}
        width={percent(right - left)}
        height={plotHeight}
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        overflow="visible"
      >
        {lines}
      </svg>
      {children}
    </svg>
  );
}
