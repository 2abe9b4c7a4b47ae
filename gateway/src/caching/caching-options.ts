/** One kind of look-up: of whole answers, or of entities; `stale` was too old, or dropped. */
export type CacheLookUps = {
  readonly kind: 'answer' | 'entity';
  readonly outcome: 'hit' | 'miss' | 'stale';
  readonly count: number;
};

/** Told of look-ups; it must be quick and must not throw. */
export type OnCache = (lookUps: CacheLookUps) => void;

/** What is kept, and where. */
export type CachingSettings = {
  /** Off: every answer comes from the services and says `no-store`. */
  readonly isOn: boolean;
  /** Bytes of this process, where answers are not kept in Redis. */
  readonly bytesMax: number;
  /** Services of which nothing outlives its request, whatever the schema says. */
  readonly neverKept: readonly string[];
};

/** Nothing of the advice service is ever kept: what it holds is confidential, and a mistake in its schema must not undo that. */
const confidential = ['advocacy'];

/** The usual: on, because nothing is kept that the schema does not call public and that nobody was not answered. */
export const defaultCachingSettings: CachingSettings = {
  isOn: true,
  bytesMax: 16 * 1_048_576,
  neverKept: confidential,
};

/**
 * Settings with what they leave out as it usually is; services can be added to those of which nothing is kept, never taken away. Throws
 * for a service that there is not: a misspelt name would protect nothing.
 */
export function completeCachingSettings(
  given: Partial<CachingSettings> = {},
  services: ReadonlySet<string>,
): CachingSettings {
  const unknown = (given.neverKept ?? []).find((name) => !services.has(name));
  if (unknown !== undefined)
    throw new Error(`Nothing of a service "${unknown}" is to be kept (GUILDHALL_CACHE_NEVER), but the graph has none.`);
  return {
    isOn: given.isOn ?? defaultCachingSettings.isOn,
    bytesMax: given.bytesMax ?? defaultCachingSettings.bytesMax,
    neverKept: [...confidential, ...(given.neverKept ?? [])],
  };
}
