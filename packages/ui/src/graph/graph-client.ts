import { Client, fetchExchange } from '@urql/core';
import type { CacheExchangeOpts } from '@urql/exchange-graphcache';
import { cacheExchange } from '@urql/exchange-graphcache';
import type { Session } from '../session/session.js';

/** What an app adds to the cache: keys of types without an id, pages to join, and what a mutation changes elsewhere. */
export type GraphCacheOptions = Pick<CacheExchangeOpts, 'keys' | 'resolvers' | 'updates' | 'optimistic'>;

/** Where the graph is and who asks. */
export type GraphClientOptions = {
  readonly gatewayUrl: string;
  readonly session: Session;
  readonly cache?: GraphCacheOptions;
};

const sharedKeys: CacheExchangeOpts['keys'] = {
  Viewer: ({ subject }) => (typeof subject === 'string' ? subject : null),
  Insights: () => null,
  Figure: () => null,
  PageInfo: () => null,
};

/**
 * A client with a normalised cache in memory: what is known is shown at once and asked for again behind it. Nothing is written to
 * disk, because a shared computer would keep it, and the client must be made anew for each person.
 */
export function createGraphClient({ gatewayUrl, session, cache = {} }: GraphClientOptions): Client {
  return new Client({
    url: gatewayUrl,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [cacheExchange({ ...cache, keys: { ...sharedKeys, ...cache.keys } }), fetchExchange],
    fetch: createAuthorizedFetch(session, (input, init) => fetch(input, init)),
  });
}

/**
 * A fetch that carries the access token. A 401 means that the operation did not run, so it is sent once more, mutations too,
 * with a fresh token.
 */
export function createAuthorizedFetch(session: Session, send: typeof fetch): typeof fetch {
  const attempt = async (...[input, init]: Parameters<typeof fetch>): Promise<Response> => {
    const headers = new Headers(init?.headers);
    const accessToken = await session.getAccessToken();
    if (accessToken !== undefined) headers.set('authorization', `Bearer ${accessToken}`);
    return send(input, { ...init, headers, credentials: 'omit' });
  };
  return async (...request) => {
    const response = await attempt(...request);
    if (response.status !== 401) return response;
    session.dropAccessToken();
    return attempt(...request);
  };
}
