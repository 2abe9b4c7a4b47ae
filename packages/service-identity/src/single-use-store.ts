/** What has to be known of a token to take it once: its own id and its life, in seconds since 1970. */
export type UsedToken = { readonly jti: string; readonly iat: number; readonly exp: number };

/** How a token fared: taken for the first time, seen before, or too old to be told apart from a forgotten one. */
export type Taking = 'TAKEN' | 'REPLAYED' | 'TOO_OLD';

/** Remembers which tokens were taken; `take` decides and remembers in one step, with nothing asynchronous between. */
export type SingleUseStore = { take(token: UsedToken, nowSeconds: number): Taking };

/**
 * Makes a memory of at most `capacity` tokens that never takes one twice. What it does not remember it refuses:
 * tokens issued before `rememberedSince` (seconds), and, once it is full, tokens as old as the oldest it had to forget.
 */
export function createSingleUseStore(capacity: number, rememberedSince: number): SingleUseStore {
  const taken = new Map<string, UsedToken>();
  let oldestAccepted = rememberedSince;

  const forgetExpired = (nowSeconds: number): void => {
    // A map keeps the order of arrival, which is nearly the order of expiry; a long-lived token only delays the sweep behind it.
    for (const token of taken.values()) {
      if (token.exp > nowSeconds) return;
      taken.delete(token.jti);
    }
  };
  const makeRoom = (): void => {
    if (taken.size < capacity) return;
    for (const oldest of taken.values()) {
      taken.delete(oldest.jti);
      // Strictly after what was forgotten: otherwise the forgotten token itself could come back.
      oldestAccepted = Math.max(oldestAccepted, oldest.iat + 0.001);
      return;
    }
  };

  return {
    take(token, nowSeconds) {
      forgetExpired(nowSeconds);
      if (taken.has(token.jti)) return 'REPLAYED';
      if (token.iat < oldestAccepted) return 'TOO_OLD';
      makeRoom();
      taken.set(token.jti, token);
      return 'TAKEN';
    },
  };
}
