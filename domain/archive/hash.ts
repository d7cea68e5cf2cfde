/**
 * A fast hash of text into 53 bits, for telling rows apart: every whole number it gives is held exactly by a JavaScript number
 * and by a column of either engine. It is not cryptographic: who wants two rows to collide can make them. Among five million
 * honest rows two collide with a chance of one in seven hundred, which is why a changed row is held against the number of its
 * document before it supersedes anything.
 *
 * Method: two 32-bit multiply-and-xor states over UTF-16 units with different odd multipliers, crossed and mixed at the end as
 * MurmurHash3 does (the construction is known as cyrb53).
 * @param seed 53 bits at most; another seed gives an unrelated hash
 * @returns 1 … 2^53 − 1; never 0, which stands for "not yet hashed"
 */
export function hash53(text: string, seed = 0): number {
  let one = 0xdeadbeef ^ seed;
  let two = 0x41c6ce57 ^ Math.floor(seed / 0x1_0000_0000) ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul(two ^ unit, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return 0x1_0000_0000 * (0x1fffff & two) + (one >>> 0) || 1;
}
