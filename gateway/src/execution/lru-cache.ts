/** Keeps the entries that were used last, at most so many. */
export class LruCache<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #sizeMax: number;

  constructor(sizeMax: number) {
    this.#sizeMax = sizeMax;
  }

  /** The entry under a key, made now when there is none; what `make` throws is not kept. */
  getOrMake(key: string, make: () => Value): Value {
    const known = this.#entries.get(key);
    const value = known ?? make();
    // The order of a map is the order of insertion, so the entry used last goes to its end.
    if (known !== undefined) this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#sizeMax) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    return value;
  }
}
