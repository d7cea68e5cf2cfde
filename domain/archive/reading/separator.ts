export type Separator = ',' | ';' | '\t';

const CANDIDATES: Separator[] = [',', ';', '\t'];

/**
 * The separator of a table: of comma, semicolon and tab the one that stands most often outside quotes in its first
 * line that is not empty; comma where none does (a single column).
 */
export function sniffSeparator(text: string): Separator {
  const counts: Record<Separator, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let begun = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (begun) break;
      continue;
    } else if (!quoted && (char === ',' || char === ';' || char === '\t')) counts[char] += 1;
    begun = true;
  }
  return CANDIDATES.reduce((best, candidate) => (counts[candidate] > counts[best] ? candidate : best));
}
