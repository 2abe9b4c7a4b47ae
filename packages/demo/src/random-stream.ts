import { createIdSource, type Id } from '@guildhall/kernel';

/**
 * A repeatable source of chance: the same label gives the same sequence on every machine. Each generator has a stream of its
 * own, so that one part of the demo union can be made, or changed, without moving any other.
 */
export interface RandomStream {
  /** A number from 0 up to, not with, 1. */
  next(): number;
  /** A whole number between two bounds, both included. */
  between(from: number, to: number): number;
  /** True in this share of the calls. */
  chance(share: number): boolean;
  /** One entry; throws a RangeError when there is none. */
  pick<T>(entries: readonly T[]): T;
  /** One entry, as often as its weight says; throws a RangeError when there is none. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** The same entries in another order; the argument keeps its own. */
  shuffle<T>(entries: readonly T[]): T[];
  /** A version 7 UUID that bears the time of its row. */
  idAt<Kind extends string>(at: Date): Id<Kind>;
  /** A version 4 UUID, for rows whose id must tell nothing of order or time. */
  randomId<Kind extends string>(): Id<Kind>;
}

/** Opens the stream of this label from its beginning. */
export function randomStream(label: string): RandomStream {
  const word = wordSource(label);
  const next = () => word() / 2 ** 32;
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => word() >>> 24);
  const pick = <T>(entries: readonly T[]) => entryAt(entries, Math.floor(next() * entries.length));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick,
    weighted: (entries) => weightedEntry(entries, next()),
    shuffle: (entries) => shuffled(entries, between),
    idAt: <Kind extends string>(at: Date) => createIdSource(() => at.getTime(), bytes).ordered<Kind>(),
    randomId: <Kind extends string>() => createIdSource(() => 0, bytes).random<Kind>(),
  };
}

/** The entry at a place; throws a RangeError outside the list. */
export function entryAt<T>(entries: readonly T[], index: number): T {
  const entry = entries[index];
  if (entry === undefined) throw new RangeError(`nothing at place ${index} of ${entries.length}`);
  return entry;
}

function weightedEntry<T>(entries: readonly (readonly [T, number])[], chance: number): T {
  let left = chance * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [entry, weight] of entries) {
    left -= weight;
    if (left < 0) return entry;
  }
  return entryAt(entries, entries.length - 1)[0];
}

function shuffled<T>(entries: readonly T[], between: (from: number, to: number) => number): T[] {
  const result = [...entries];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = between(0, index);
    [result[index], result[other]] = [entryAt(result, other), entryAt(result, index)];
  }
  return result;
}

/** The small fast counter generator "sfc32", seeded by a 32-bit mix of the label (FNV-1a); not for secrets. */
function wordSource(label: string): () => number {
  let seed = 0x811c9dc5;
  for (const letter of label) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const word = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) word();
  return word;
}
