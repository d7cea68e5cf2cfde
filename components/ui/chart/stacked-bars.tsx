import { useId } from 'react';
import { Legend } from './legend';
import type { Series } from './line-chart';
import { fills, Patterns } from './patterns';
import type { ChartWords } from './plot';
import { percent } from './scale';

export type StackedRow = { key: string; label: string; values: readonly number[] };

/** Room for the sum behind the longest bar. */
const longest = 0.86;

/** Bars of parts, each part with a filling of its own; the sum stands behind the bar. Names break their line, so they are text. */
export function StackedBars({
  words,
  series,
  rows,
  text,
}: {
  words: ChartWords;
  series: readonly Series[];
  rows: readonly StackedRow[];
  text: (value: number) => string;
}) {
  const id = useId();
  const largest = Math.max(1, ...rows.map(sumOf));
  return (
    <div role="img" aria-label={`${words.title}. ${words.desc}`} className="max-w-[62rem]">
      <Legend items={series.map((each, index) => ({ ...each, look: { fill: index } }))} />
      <ul className="mt-[0.75em]">
        {rows.map((row, at) => (
          <li
            key={row.key}
            className="border-line border-t py-[0.4em] sm:grid sm:grid-cols-[minmax(9em,1fr)_2.5fr] sm:items-center sm:gap-[1em]"
          >
            <span className="leading-snug">{row.label}</span>
            <svg aria-hidden="true" width="100%" height="20" className="block overflow-visible">
              {at === 0 && <Patterns id={id} />}
              {parts(row.values, largest).map(({ index, from, share }) => (
                <rect key={index} x={percent(from)} y="3" width={percent(share)} height="14" {...fills(id, index)} />
              ))}
              <text x={percent((longest * sumOf(row)) / largest)} dx="8" y="15" className="chart-note fill-ink">
                {text(sumOf(row))}
              </text>
            </svg>
          </li>
        ))}
      </ul>
    </div>
  );
}

const sumOf = (row: StackedRow): number => row.values.reduce((sum, value) => sum + value, 0);

/** The parts that are there, one behind the other. */
function parts(values: readonly number[], largest: number) {
  let from = 0;
  return values
    .map((value, index) => {
      const share = (longest * value) / largest;
      const part = { index, from, share };
      from += share;
      return part;
    })
    .filter(({ share }) => share > 0);
}
