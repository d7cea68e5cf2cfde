/** Round numbers for axes, and where values stand between the ends of a drawing. */

/**
 * Round marks of an axis from 0 to at least `largest`: steps of 1, 2 or 5 times a power of ten, about `wanted` of them.
 * @param whole no step below 1, for counts
 * @returns at least two marks, rising, the first 0
 */
export function axisMarks(largest: number, { wanted = 4, whole = true }: { wanted?: number; whole?: boolean } = {}) {
  const top = Number.isFinite(largest) && largest > 0 ? largest : 1;
  const rough = top / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10;
  const step = whole ? Math.max(1, factor * power) : factor * power;
  const count = Math.max(1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/**
 * Which of `count` neighbours get a label: the first and the last, and as many between at one distance as `most` allows.
 * @returns their places, rising
 */
export function labelledPlaces(count: number, most: number): number[] {
  if (count <= 0) return [];
  if (count <= most) return Array.from({ length: count }, (_, at) => at);
  const step = Math.ceil((count - 1) / Math.max(1, most - 1));
  const places = Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
  const last = count - 1;
  const previous = places.at(-1) ?? 0;
  // Where the last would stand on its neighbour, it takes the neighbour's place.
  if (previous !== last) {
    if (last - previous < step * 0.75 && places.length > 1) places.pop();
    places.push(last);
  }
  return places;
}

/** A share of the whole as a percentage for an SVG attribute: `12.5%`. */
export const percent = (share: number): string => `${Number((100 * share).toFixed(3))}%`;
