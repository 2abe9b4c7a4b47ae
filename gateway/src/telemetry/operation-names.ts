/** Names that are remembered beside the trusted ones. */
const namesMax = 100;

/**
 * Bounds how many operations metrics tell apart: those of the trusted list, and the first hundred others that were valid; the rest is
 * `other`. Clients choose names, and each would otherwise be a time series for ever.
 */
export class OperationNames {
  readonly #known: Set<string>;
  #left = namesMax;

  constructor(trusted: ReadonlySet<string>) {
    this.#known = new Set(trusted);
  }

  /** The name as metrics have it; of a valid operation alone, and `none` where none was read. */
  label(name: string | undefined): string {
    if (name === undefined) return 'none';
    if (this.#known.has(name)) return name;
    if (this.#left === 0) return 'other';
    this.#left -= 1;
    this.#known.add(name);
    return name;
  }
}
