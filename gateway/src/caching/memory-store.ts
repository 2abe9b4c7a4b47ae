import { type CacheStore, type Judge, judge, type KeptEntry, type LookUp, type NewEntry } from './cache-store.js';

type Held = { readonly entry: KeptEntry; readonly versions: string; readonly bytes: number };

/** Bytes of an entry beyond its texts, measured on Node 26. */
const entryBytes = 400;
/** One entry may not push out more than this share of the rest. */
const largestShare = 1 / 8;

/** Keeps entries in this process, the ones used last, in at most so many bytes. */
export class MemoryStore implements CacheStore {
  readonly #bytesMax: number;
  readonly #judge: Judge;
  readonly #held = new Map<string, Held>();
  readonly #versions = new Map<string, number>();
  #bytes = 0;

  constructor(bytesMax: number, judge: Judge) {
    this.#bytesMax = bytesMax;
    this.#judge = judge;
  }

  /** Bytes in use. */
  get bytes(): number {
    return this.#bytes;
  }

  async read(addresses: Parameters<CacheStore['read']>[0]): Promise<readonly LookUp[]> {
    return addresses.map(({ key, tags }) => {
      const versions = tags.map((tag) => this.#versions.get(tag) ?? 0).join();
      const held = this.#held.get(key);
      const found = judge(held, versions, this.#judge);
      if (held && found.outcome === 'hit') {
        // The order of a map is the order of insertion, so the entry used last goes to its end.
        this.#held.delete(key);
        this.#held.set(key, held);
      }
      return found;
    });
  }

  write(entries: readonly NewEntry[]): void {
    for (const { key, versions, entry } of entries) {
      this.#remove(key);
      const bytes = 2 * (key.length + entry.text.length) + entryBytes;
      if (bytes > this.#bytesMax * largestShare) continue;
      this.#held.set(key, { entry, versions, bytes });
      this.#bytes += bytes;
    }
    for (const key of this.#held.keys()) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#remove(key);
    }
  }

  async drop(tags: readonly string[]): Promise<void> {
    for (const tag of tags) this.#versions.set(tag, (this.#versions.get(tag) ?? 0) + 1);
  }

  keepOnly(keyPrefix: string): void {
    for (const key of this.#held.keys()) if (!key.startsWith(keyPrefix)) this.#remove(key);
  }

  #remove(key: string): void {
    this.#bytes -= this.#held.get(key)?.bytes ?? 0;
    this.#held.delete(key);
  }
}
