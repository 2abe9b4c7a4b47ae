import { describe, expect, it } from '@jest/globals';
import type { Session } from '../session/session.js';
import { createAuthorizedFetch } from './graph-client.js';

const sessionWith = (tokens: (string | undefined)[]): Session => ({
  state: () => ({ status: 'signed-out' }),
  subscribe: () => () => undefined,
  getAccessToken: async () => tokens[0],
  dropAccessToken: () => void tokens.shift(),
  signIn: () => undefined,
  signOut: async () => undefined,
});

function gateway(statuses: number[]) {
  const seen: (string | null)[] = [];
  const send: typeof fetch = async (_input, init) => {
    seen.push(new Headers(init?.headers).get('authorization'));
    return new Response(null, { status: statuses.shift() ?? 200 });
  };
  return { seen, send };
}

describe('asking the gateway', () => {
  it('carries the token of the session, and none for a visitor', async () => {
    const { seen, send } = gateway([]);
    await createAuthorizedFetch(sessionWith(['one']), send)('/graphql');
    await createAuthorizedFetch(sessionWith([]), send)('/graphql');
    expect(seen).toEqual(['Bearer one', null]);
  });

  it('asks once more with a fresh token when the first was refused, and no third time', async () => {
    const { seen, send } = gateway([401, 401]);
    const response = await createAuthorizedFetch(sessionWith(['one', 'two', 'three']), send)('/graphql');
    expect(seen).toEqual(['Bearer one', 'Bearer two']);
    expect(response.status).toBe(401);
  });
});
