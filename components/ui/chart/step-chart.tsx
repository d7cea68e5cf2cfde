import { Legend, lineLooks } from './legend';
import type { Series } from './line-chart';
import { type ChartWords, Plot, xOf, yOf } from './plot';
import { axisMarks } from './scale';

export type Step = { at: number; values: readonly (number | null)[] };
/** A day that is pointed out, such as the median. */
export type Mark = { at: number; share: number; text: string };

/** A share that changes by steps as days go by, as survival curves do; from 0 to the whole. */
export function StepChart({
  words,
  series,
  steps,
  text,
  dayText,
  below,
  pointed = [],
}: {
  words: ChartWords;
  series: readonly Series[];
  /** by rising `at`; each holds until the next */
  steps: readonly Step[];
  /** a share in the reader's language */
  text: (share: number) => string;
  dayText: (day: number) => string;
  /** what the days are */
  below: string;
  pointed?: readonly Mark[];
}) {
  const days = axisMarks(Math.max(1, ...steps.map((step) => step.at)), { wanted: 5 });
  const end = days.at(-1) ?? 1;
  return (
    <>
      <Plot
        words={words}
        marks={[0, 0.25, 0.5, 0.75, 1]}
        markText={text}
        labels={days.map((day, place) => ({
          at: day / end,
          text: dayText(day),
          wide: place % 2 === 1 && days.length > 4,
        }))}
        below={below}
        lines={series.map((each, index) => (
          <path
            key={each.key}
            d={pathOf(steps, index, end)}
            className={lineLooks[index % lineLooks.length]}
            fill="none"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      >
        {pointed.map((mark) => (
          <g key={mark.text}>
            <line
              x1={xOf(mark.at / end)}
              x2={xOf(mark.at / end)}
              y1={yOf(mark.share)}
              y2={yOf(0)}
              strokeDasharray="2 4"
              className="stroke-ink"
            />
            <circle cx={xOf(mark.at / end)} cy={yOf(mark.share)} r="4" className="fill-ink" />
            <text
              x={xOf(mark.at / end)}
              y={yOf(mark.share) - 9}
              textAnchor={mark.at / end > 0.6 ? 'end' : 'start'}
              className="chart-note chart-halo fill-ink"
            >
              {mark.text}
            </text>
          </g>
        ))}
      </Plot>
      {series.length > 1 && <Legend items={series.map((each, index) => ({ ...each, look: { line: index } }))} />}
    </>
  );
}

function pathOf(steps: readonly Step[], index: number, end: number): string {
  let path = '';
  for (const step of steps) {
    const value = step.values[index];
    if (value === null || value === undefined) continue;
    const x = Math.round((1e4 * step.at) / end) / 10;
    const y = Math.round(1e4 * (1 - value)) / 10;
    path += path === '' ? `M${x} ${y}` : `H${x}V${y}`;
  }
  return path;
}
