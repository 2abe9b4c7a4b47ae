import { Client, fetchExchange } from '@urql/core';
import type { CacheExchangeOpts } from '@urql/exchange-graphcache';
import { cacheExchange } from '@urql/exchange-graphcache';
import type { Session } from '../session/session.js';

/** What an app adds to the cache: keys of types that are not known by their id, pages to join, and what a mutation changes elsewhere. */
export type GraphCacheOptions = Pick<CacheExchangeOpts, 'keys' | 'resolvers' | 'updates' | 'optimistic'>;

/** Where the graph is and who asks. */
export type GraphClientOptions = {
  readonly gatewayUrl: string;
  readonly session: Session;
  readonly cache?: GraphCacheOptions;
};

const sharedKeys: CacheExchangeOpts['keys'] = {
  Viewer: ({ subject }) => (typeof subject === 'string' ? subject : null),
};

/** A thing is known by its id; a type without one belongs to what it stands in, and the cache keeps it there. */
const byId = ({ id }: { readonly id?: unknown }): string | null => (typeof id === 'string' ? id : null);

/** The key of every type: as an app says, or else by its id. A list of all types without one would weigh on every page. */
function keysWith(own: GraphCacheOptions['keys']): CacheExchangeOpts['keys'] {
  const known: CacheExchangeOpts['keys'] = { ...sharedKeys, ...own };
  return new Proxy(known, { get: (keys, type) => (typeof type === 'string' ? keys[type] : undefined) ?? byId });
}

/**
 * A client with a normalised cache in memory: what is known is shown at once and asked for again behind it. Nothing is written to
 * disk, because a shared computer would keep it, and the client must be made anew for each person.
 */
export function createGraphClient({ gatewayUrl, session, cache = {} }: GraphClientOptions): Client {
  return new Client({
    url: gatewayUrl,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [cacheExchange({ ...cache, keys: keysWith(cache.keys) }), fetchExchange],
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
