import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { Session } from '../session/session.js';
import { createAuthorizedFetch, createGraphClient } from './graph-client.js';

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

/** A gateway that knows one activity and a mutation that renames it. */
async function startGateway() {
  let title = 'Concert';
  const operations: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const { query } = JSON.parse(text) as { query: string };
      const isMutation = query.startsWith('mutation');
      operations.push(isMutation ? 'mutation' : 'query');
      if (isMutation) title = 'Recital';
      const activity = { __typename: 'Activity', id: 'a1', title };
      const viewer = { __typename: 'Viewer', subject: 'ada' };
      const data = isMutation ? { rename: { ...activity } } : { activity, viewer };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, operations, stop: () => server.close() };
}

describe('the cache of the client', () => {
  it('knows each thing once: what a mutation returns is seen by every query that shows it', async () => {
    const graph = await startGateway();
    const client = createGraphClient({ gatewayUrl: graph.url, session: sessionWith(['one']) });
    const query = 'query Activity { activity(id: "a1") { id title } viewer { subject } }';
    const first = await client.query(query, {}).toPromise();
    expect(first.error).toBeUndefined();
    await client.mutation('mutation Rename { rename(id: "a1") { id title } }', {}).toPromise();
    const second = await client.query(query, {}, { requestPolicy: 'cache-only' }).toPromise();
    expect(second.data).toMatchObject({ activity: { id: 'a1', title: 'Recital' }, viewer: { subject: 'ada' } });
    expect(graph.operations).toEqual(['query', 'mutation']);
    graph.stop();
  });
});
