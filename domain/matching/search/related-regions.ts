/** Regions that held the same raions at different times: naming one for the other is no contradiction. */
import type { PlaceLine } from '../../places/gazetteer';
import { regionCode } from '../place-sound';

export type RelatedRegions = ReadonlyMap<number, ReadonlySet<number>>;

/** By code of a region the codes of those that share a place with it, or that lay in it. */
export function relatedRegions(lines: readonly PlaceLine[]): RelatedRegions {
  const kinds = new Map(lines.map((line) => [line.number, line.kind]));
  const related = new Map<number, Set<number>>();
  const relate = (a: number, b: number) => {
    if (a === b) return;
    for (const [one, two] of [
      [regionCode(a), regionCode(b)],
      [regionCode(b), regionCode(a)],
    ] as const)
      related.set(one, (related.get(one) ?? new Set()).add(two));
  };
  for (const { number, kind, parents } of lines) {
    const regions = parents.filter((parent) => kinds.get(parent) === 'region');
    if (kind === 'region') for (const parent of regions) relate(number, parent);
    else for (const one of regions) for (const two of regions) relate(one, two);
  }
  return related;
}
