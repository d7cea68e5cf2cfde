/** 32-bit hash of a short text (FNV-1a with a final mix); never 0, which stands for nothing. Not for keeping anybody out. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash) || 1;
}

/** Spreads the bits of a number over 32. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** `hashOf` of a text given as numbers into a table of its characters' codes. */
export function hashOfCodes(numbers: Uint8Array, codes: Uint8Array, from: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + length; at++)
    hash = Math.imul(hash ^ (codes[numbers[at] as number] as number), 0x01000193);
  return mix(hash) || 1;
}
