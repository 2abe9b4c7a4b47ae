/**
 * Decisions read from a tape of bytes. Where the tape ends every decision is 0, and 0 is always the simplest choice, so that a
 * shorter tape and smaller bytes give a smaller operation.
 */
export class Choices {
  readonly #tape: Uint8Array;
  #position = 0;

  constructor(tape: Uint8Array) {
    this.#tape = tape;
  }

  /** A whole number from 0 to below the limit; limits beyond 256 are read from two bytes. */
  below(limit: number): number {
    if (limit <= 1) return 0;
    return limit > 256 ? (this.#next() * 256 + this.#next()) % limit : this.#next() % limit;
  }

  /** True once in so many cases, false at the end of the tape. */
  once(inHowMany: number): boolean {
    return this.below(inHowMany) === inHowMany - 1;
  }

  /** One entry of a list that is not empty. */
  of<T>(entries: readonly [T, ...T[]] | readonly T[]): T {
    const entry = entries[this.below(entries.length)];
    if (entry === undefined) throw new Error('There is nothing to choose from.');
    return entry;
  }

  #next(): number {
    const byte = this.#tape[this.#position] ?? 0;
    this.#position += 1;
    return byte;
  }
}
