import type { Clock } from '@guildhall/kernel';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** Where an issuer publishes its keys, and how often it may be asked. */
export type RemoteKeysOptions = {
  readonly url: string;
  readonly clock: Clock;
  /** Milliseconds between two reads for the sake of unknown keys, whether the last one succeeded or not. */
  readonly cooldownMs: number;
};

/** The issuer's keys cannot be had, so that no token can be told good or bad. */
class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Keys are read again after ten minutes, so that one the issuer withdrew is not believed for longer. */
const freshMs = 600_000;

/** While the issuer cannot be reached its known keys are believed for another hour, so that its outage is not ours. */
const staleMaxMs = freshMs + 3_600_000;

/** Milliseconds between reads while there is no key at all. */
const emptyCooldownMs = 1_000;

const timeoutMs = 5_000;
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

/**
 * Finds the key of a token in the key set at an address. A key that is not in it has the set read again, at most once per cooldown
 * and never twice at a time: a flood of tokens with invented key ids costs the issuer nothing. Throws jose's JWKSNoMatchingKey for a
 * key that is not there, and an error of another class when the keys cannot be had.
 */
export function createRemoteKeys({ url, clock, cooldownMs }: RemoteKeysOptions): JWTVerifyGetKey {
  let keys: ReturnType<typeof createLocalJWKSet> | undefined;
  let readAt = -Infinity;
  let triedAt = -Infinity;
  let pending: Promise<void> | undefined;

  const now = (): number => clock.now().getTime();
  const mayTry = (): boolean => now() - triedAt >= (keys ? cooldownMs : Math.min(cooldownMs, emptyCooldownMs));
  const read = async (): Promise<void> => {
    try {
      keys = createLocalJWKSet(await fetchKeys(url));
      readAt = now();
    } catch {
      // What is known still counts for a while; without any, the caller is told below.
    } finally {
      pending = undefined;
    }
  };
  const readOnce = async (): Promise<void> => {
    if (!pending && mayTry()) {
      triedAt = now();
      pending = read();
    }
    await pending;
  };

  return async (header, token) => {
    if (!keys || now() - readAt >= freshMs) await readOnce();
    if (!keys || now() - readAt >= staleMaxMs) throw new KeysUnavailable();
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await readOnce();
      return keys(header, token);
    }
  };
}

async function fetchKeys(url: string): Promise<JSONWebKeySet> {
  // A redirect would let whoever answers choose whose keys are believed.
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json, application/jwk-set+json' },
  });
  if (response.status !== 200) throw new KeysUnavailable();
  return keySet.parse(await response.json());
}
