import type { IdentitySigner } from '@guildhall/service-identity';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from './test-gateway.js';
import { executorOf, peopleSchema, placesSchema } from './test-graph.js';
import { createTestSigner, serve, serveSubgraph, type TestSubgraphServer } from './test-subgraph-server.js';

const local = { kind: 'local', executor: executorOf(peopleSchema) } as const;
let signer: IdentitySigner;
let places: TestSubgraphServer;

beforeAll(async () => {
  const keys = await createTestSigner();
  signer = keys.signer;
  places = await serveSubgraph('places', placesSchema, keys.publicKey);
});
afterAll(() => places.stop());

async function withPlaces<T>(url: string, use: (gateway: TestGateway) => Promise<T>): Promise<T> {
  const gateway = await startTestGateway({ signer, subgraphs: { people: local, places: { kind: 'http', url } } });
  try {
    return await use(gateway);
  } finally {
    await gateway.stop();
  }
}

describe('/readyz', () => {
  const readyz = async (other: TestGateway) => {
    const response = await fetch(new URL('/readyz', other.url));
    return [response.status, await response.json()];
  };

  test('is 200 when the graph is loaded and every service answers', async () => {
    const services = { people: 'ready', places: 'ready' };
    expect(await withPlaces(places.url, readyz)).toEqual([200, { ready: true, supergraph: true, services }]);
  });

  test('is 503 and names the service that is down, while /healthz stays 200', async () => {
    await withPlaces('http://127.0.0.1:9/graphql', async (other) => {
      expect(await readyz(other)).toEqual([
        503,
        { ready: false, supergraph: true, services: { people: 'ready', places: 'not ready' } },
      ]);
      expect((await fetch(new URL('/healthz', other.url))).status).toBe(200);
    });
  });

  test('does not wait for a service that hangs', async () => {
    const hanging = await serve(() => undefined);
    expect((await withPlaces(hanging.url, readyz))[0]).toBe(503);
    await hanging.stop();
  });
});

test('stopping lets a request in flight finish', async () => {
  const slow = await serve((_request, response) =>
    setTimeout(() => response.setHeader('content-type', 'application/json').end('{"data":{"town":"late"}}'), 300),
  );
  const other = await startTestGateway({
    signer,
    subgraphs: { people: local, places: { kind: 'http', url: slow.url } },
  });
  const pending = other.ask('{ town }');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all([other.stop(), other.stop()]);
  expect((await pending).body.data).toEqual({ town: 'late' });
  await expect(fetch(other.url)).rejects.toThrow();
  await slow.stop();
});
