import { createHash } from 'node:crypto';
import type { WrappedKey } from './sealing.js';

/** Unwrapped data keys, in this process's memory alone and for a short while. */
export interface KeyCache {
  /** The data key of a wrapped one: from memory, else by `unwrap`, asked once however many wait for it. */
  get(key: WrappedKey, owner: string, unwrap: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** How long a data key is remembered, how many are, and which clock says so. */
export type KeyCacheOptions = { readonly keptMs: number; readonly entriesMax: number; readonly nowMs: () => number };

/** Long enough for one page of work, short enough that a process holds no key of a case nobody works on. */
export const keyCacheDefaults: KeyCacheOptions = { keptMs: 30_000, entriesMax: 500, nowMs: () => performance.now() };

type Entry = { readonly until: number; readonly dataKey: Promise<Uint8Array> };

/**
 * Remembers under a digest of the wrapped key, so that only who still has the wrapped key finds anything: a case whose
 * key was destroyed cannot be read from memory either. A failure is not remembered.
 */
export function createKeyCache({ keptMs, entriesMax, nowMs }: KeyCacheOptions = keyCacheDefaults): KeyCache {
  const entries = new Map<string, Entry>();
  const sweep = (now: number): void => {
    for (const [name, { until }] of entries) {
      // Entries stand in the order of their making, which is that of their ends.
      if (until > now && entries.size <= entriesMax) return;
      entries.delete(name);
    }
  };
  return {
    get({ keyId, dataKey: wrapped }, owner, unwrap) {
      const now = nowMs();
      sweep(now);
      const name = createHash('sha256').update(`${keyId}/${owner}/`).update(wrapped).digest('base64url');
      const known = entries.get(name);
      if (known !== undefined) return known.dataKey;
      const dataKey = unwrap();
      entries.set(name, { until: now + keptMs, dataKey });
      dataKey.catch(() => {
        if (entries.get(name)?.dataKey === dataKey) entries.delete(name);
      });
      return dataKey;
    },
  };
}
