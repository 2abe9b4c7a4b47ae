import { createHash } from 'node:crypto';
import type { GrantedTokens } from './identity-provider.js';

/** Exchanges a refresh token for the next tokens. */
export type TokenExchange = (refreshToken: string) => Promise<GrantedTokens>;

const graceMs = 30_000;

/**
 * An exchange that spends each refresh token once and gives the same answer to whoever asks again within half a minute. Without it
 * two tabs, or a page closed before the new cookie arrived, would present a spent token, and the provider would rightly take that
 * for theft and end the session.
 */
export function createTokenExchange(refresh: TokenExchange, clock: () => number): TokenExchange {
  const answers = new Map<string, { readonly tokens: Promise<GrantedTokens>; readonly until: number }>();
  return async (refreshToken) => {
    const now = clock();
    for (const [key, { until }] of answers) if (until <= now) answers.delete(key);
    // The key is a hash, so that the tokens themselves are not kept longer than their answer.
    const key = createHash('sha256').update(refreshToken).digest('base64url');
    const known = answers.get(key);
    if (known !== undefined) return known.tokens;
    const tokens = refresh(refreshToken);
    answers.set(key, { tokens, until: now + graceMs });
    tokens.catch(() => answers.delete(key));
    return tokens;
  };
}
