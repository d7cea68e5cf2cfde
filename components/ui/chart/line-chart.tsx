import { Legend, lineLooks } from './legend';
import { type ChartWords, Plot, xOf, yOf } from './plot';
import { axisMarks, labelledPlaces } from './scale';

export type Series = { key: string; label: string };
/** One place along the axis; null where there is nothing to tell. */
export type Point = { key: string; label: string; values: readonly (number | null)[] };

/** Above so many points a dot for each would be a thick line. */
const dottedUpTo = 40;

/** How figures went from day to day or month to month; every line has dashes of its own, so that it reads in grey. */
export function LineChart({
  words,
  series,
  points,
  text,
  share = false,
}: {
  words: ChartWords;
  series: readonly Series[];
  points: readonly Point[];
  /** a value in the reader's language */
  text: (value: number) => string;
  /** the values are shares: the axis ends at the whole */
  share?: boolean;
}) {
  const largest = Math.max(0, ...points.flatMap((point) => point.values.map((value) => value ?? 0)));
  const marks = share ? [0, 0.25, 0.5, 0.75, 1] : axisMarks(largest);
  const top = marks.at(-1) ?? 1;
  const atOf = (place: number) => (points.length < 2 ? 0.5 : place / (points.length - 1));
  // Few on a phone; on a wide screen one more in the middle between two, where there is a place in the middle.
  const narrow = labelledPlaces(points.length, 3);
  const wide = narrow.slice(1).map((place, at) => Math.round((place + (narrow[at] ?? 0)) / 2));
  const labels = [...new Set([...narrow, ...wide])]
    .sort((a, b) => a - b)
    .map((place) => ({ at: atOf(place), text: points[place]?.label ?? '', wide: !narrow.includes(place) }));
  return (
    <>
      <Plot
        words={words}
        marks={marks}
        markText={text}
        labels={labels}
        lines={series.map((each, index) => (
          <path
            key={each.key}
            d={pathOf(
              points.map((point, place) => [atOf(place), point.values[index] ?? null]),
              top,
            )}
            className={lineLooks[index % lineLooks.length]}
            fill="none"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      >
        {series.map((each, index) =>
          points.map((point, place) => {
            const value = point.values[index];
            if (value === null || value === undefined || !dotted(points, index, place)) return null;
            return (
              <circle
                key={`${each.key} ${point.key}`}
                cx={xOf(atOf(place))}
                cy={yOf(value / top)}
                r="3"
                className="fill-accent"
              />
            );
          }),
        )}
      </Plot>
      {series.length > 1 && <Legend items={series.map((each, index) => ({ ...each, look: { line: index } }))} />}
    </>
  );
}

/** Few points have dots each; among many only one without neighbours, which a line would not show. */
const dotted = (points: readonly Point[], index: number, place: number): boolean =>
  points.length <= dottedUpTo ||
  [place - 1, place + 1].every((beside) => (points[beside]?.values[index] ?? null) === null);

/** A line through what is known; it breaks where nothing is. */
function pathOf(places: readonly (readonly [number, number | null])[], top: number): string {
  let down = false;
  return places
    .map(([at, value]) => {
      const command = down ? 'L' : 'M';
      down = value !== null;
      return value === null ? '' : `${command}${round(at)} ${round(1 - value / top)}`;
    })
    .join('');
}

const round = (share: number): number => Math.round(share * 10_000) / 10;
