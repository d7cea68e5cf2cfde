/** What a small buffer of the engine costs beside its bytes. */
const overhead = 320;

/** Bytes by number, kept while there is room: when full, the older half goes. */
export class Recent {
  #young = new Map<number, Uint8Array>();
  #old = new Map<number, Uint8Array>();
  #bytes = 0;
  readonly #most: number;

  /** @param most bytes that are kept at most */
  constructor(most: number) {
    this.#most = most / 2;
  }

  get(key: number): Uint8Array | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) this.set(key, old);
    return old;
  }

  set(key: number, bytes: Uint8Array): void {
    this.#bytes += bytes.length + overhead;
    if (this.#bytes > this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#bytes = bytes.length + overhead;
    }
    this.#young.set(key, bytes);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#bytes = 0;
  }
}
