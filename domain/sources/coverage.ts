/** Which sources of the checklist a case has been through. Pure. */

export type Searched = { sourceKey: string; parts: readonly string[]; withdrawnAt: number | null };

type Source = { key: string; parts: readonly { key: string }[] };

export type Coverage = {
  isCovered: boolean;
  /** Keys of the kinds of documents that are left; empty for a source that is covered, or has none. */
  partsLeft: string[];
};

/**
 * What is left of one source. It is covered by a search of the whole of it, by searches of all its parts together, or by a request
 * that waits for its answer. Searches taken back count for nothing; a part that the source no longer has is not asked for.
 * @param searches of one case, in any order
 * @param waiting keys of the sources for which a request is open
 */
export function coverageOf(source: Source, searches: readonly Searched[], waiting: readonly string[]): Coverage {
  const here = searches.filter(({ sourceKey, withdrawnAt }) => sourceKey === source.key && withdrawnAt === null);
  const isWhole = here.some(({ parts }) => parts.length === 0) || waiting.includes(source.key);
  if (isWhole) return { isCovered: true, partsLeft: [] };
  if (source.parts.length === 0) return { isCovered: here.length > 0, partsLeft: [] };
  const seen = new Set(here.flatMap(({ parts }) => parts));
  const partsLeft = source.parts.map(({ key }) => key).filter((key) => !seen.has(key));
  return { isCovered: partsLeft.length === 0, partsLeft };
}
