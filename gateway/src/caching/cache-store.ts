/** Where something is kept, and what it depends on. */
export type CacheAddress = { readonly key: string; readonly tags: readonly string[] };

/** What is kept: text, and the instant from which it is not given any more. */
export type KeptEntry = {
  readonly text: string;
  readonly expiresAt: number;
  /** Milliseconds it took to get. */
  readonly fillMs: number;
};

/** What a look-up found: `stale` is something that is too old, or was dropped since. */
export type LookUp =
  | { readonly outcome: 'hit'; readonly entry: KeptEntry; readonly versions: string }
  | { readonly outcome: 'miss' | 'stale'; readonly versions: string };

/** Something to keep, with the versions that were read before its service was asked. */
export type NewEntry = { readonly key: string; readonly versions: string; readonly entry: KeptEntry };

/**
 * Keeps answers. Whoever drops a tag gives it a new version, and what was kept under another version is as good as gone; so what a service
 * said before something changed can never be kept after it.
 */
export type CacheStore = {
  /** In the order of the addresses. Undefined when the store cannot be reached: then nothing can be kept either. */
  read(addresses: readonly CacheAddress[]): Promise<readonly LookUp[] | undefined>;
  /** Never fails: what could not be kept is asked for again. */
  write(entries: readonly NewEntry[]): void;
  /** Ends when no later look-up of this process finds what depends on the tags. */
  drop(tags: readonly string[]): Promise<void>;
  /** Lets go of everything whose key does not begin so. */
  keepOnly(keyPrefix: string): void;
};

/** What decides whether an entry is still good. */
export type Judge = { readonly now: () => number; readonly random: () => number };

/**
 * Whether something kept may be given. Shortly before its end it is renewed by one in a few, the likelier the longer it took to get, so
 * that many processes do not ask for it all at once ("Optimal probabilistic cache stampede prevention", Vattani and others, 2015).
 */
export function judge(
  known: { readonly entry: KeptEntry; readonly versions: string } | undefined,
  versions: string,
  { now, random }: Judge,
): LookUp {
  if (!known) return { outcome: 'miss', versions };
  const { entry } = known;
  // The logarithm of a number between 0 and 1 is negative.
  const isDue = now() - entry.fillMs * Math.log(1 - random()) >= entry.expiresAt;
  if (known.versions !== versions || isDue) return { outcome: 'stale', versions };
  return { outcome: 'hit', entry, versions };
}
