import type { FetcherParams } from '@graphiql/toolkit';

type RequestHeaders = Readonly<Record<string, string>>;

/** Sends one operation to the gateway this page came from; the token is read at send time, so a new one counts at once. */
export function createFetcher(readToken: () => string) {
  return async (params: FetcherParams, options?: { headers?: RequestHeaders }) => {
    const token = readToken();
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'omit',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...options?.headers,
      },
      body: JSON.stringify(params),
    });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null ? { ...answer } : {};
  };
}
